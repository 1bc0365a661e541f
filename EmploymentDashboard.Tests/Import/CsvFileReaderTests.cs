using System.Text;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Reading;

namespace EmploymentDashboard.Tests.Import;

public sealed class CsvFileReaderTests
{
    private readonly IssueLog _log = new("test.csv");

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a,b\n1,2")]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("\uFEFFa,b\n1,2\n")]
    [InlineData("a,b\n\n1,2\n,\n")]
    [InlineData(" a ,b\n 1,2 \n")]
    [InlineData("\"a\",b\n\"1\",\"2\"\n")]
    public void Table_InAnyTidyWriting_GivesHeaderAndRows(string text)
    {
        var table = Read(text)!;

        Assert.Equal(["a", "b"], table.Header.Fields);
        Assert.Equal(["1", "2"], Assert.Single(table.Rows).Fields);
        Assert.Empty(_log.Issues);
    }

    [Fact]
    public void Cell_AfterLinesWithinQuotes_KnowsItsOwnLineAndColumn()
    {
        var table = Read("a,b,c\n\n\"x\r\ny\",\"z\n\",3\n4,5,6\n")!;

        Assert.Equal([(3, 1, "a"), (4, 2, "b"), (5, 3, "c")], Enumerable.Range(0, 3).Select(column => table.CellAt(table.Rows[0], column)).Select(cell => (cell.Line, cell.Column, cell.ColumnName)));
        Assert.Equal((3, 5), (table.Rows[0].Line, table.Rows[0].LastLine));
        Assert.Equal(6, table.Rows[1].Line);
        Assert.Equal("x\r\ny", table.Rows[0].Fields[0]);
    }

    [Fact]
    public void Encoding_WithMark_IsNamed()
    {
        Assert.Equal("utf-8", Read("a\n1\n")!.Encoding);
        Assert.Equal("utf-8 BOM", Read("\uFEFFa\n1\n")!.Encoding);
    }

    [Fact]
    public void Bytes_OfTwoEncodings_RefuseTheFileAndNameTheOffset()
    {
        byte[] bytes = [.. "a,b\n1,区\n2,"u8, 0xC7, 0xF8, .. "\n"u8];

        Assert.Null(CsvFileReader.Read(ImportFile.OfBytes("test.csv", bytes), _log));

        Assert.Equal([("broken_bytes", 3, "0xC7"), ("broken_bytes", 3, "0xF8")], _log.Issues.Select(issue => (issue.Kind.Code, issue.Line!.Value, issue.Raw)));
        Assert.Contains("byte 12", _log.Issues[0].Expected.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void File_WithoutHeader_IsRefused(string text)
    {
        Assert.Null(Read(text));
        Assert.Equal("file_empty", Assert.Single(_log.Issues).Kind.Code);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,\"4\n5,6\n", 3, 2, "4")]
    [InlineData("a,b\n\"1\n2\",\"4\n5,6\n", 3, 2, "4")]
    [InlineData("\"a,b\n1,2\n", 1, 1, "a,b")]
    public void Quote_NeverClosed_RefusesTheFileAndNamesItsCell(string text, int line, int column, string raw)
    {
        Assert.Null(Read(text));

        var issue = Assert.Single(_log.Issues);
        Assert.Equal(("unclosed_quote", line, column, raw), (issue.Kind.Code, issue.Line, issue.Column, issue.Raw));
    }

    [Fact]
    public void Quote_NeverClosedInABigFile_IsRefusedSoon()
    {
        Assert.Null(Read("a,b\n1,2\n3,\"4\n" + new string('x', 20 * RecordReader.MaxLength)));

        var issue = Assert.Single(_log.Issues);
        Assert.Equal(("unclosed_quote", 3, 2, "4"), (issue.Kind.Code, issue.Line, issue.Column, issue.Raw));
    }

    [Theory]
    [InlineData("a,b\n1\n3,4\n", "ragged_row")]
    [InlineData("a,b\n1,2,3\n3,4\n", "ragged_row")]
    [InlineData("a,b\n1,x\"y\n3,4\n", "stray_quote")]
    [InlineData("a,b\n1,\"x\"y\n3,4\n", "stray_quote")]
    public void Row_ThatDoesNotFit_IsReportedAndTheRestIsRead(string text, string code)
    {
        var table = Read(text)!;

        Assert.Equal(["3", "4"], Assert.Single(table.Rows).Fields);
        Assert.Equal(1, table.RejectedRows);
        var issue = Assert.Single(_log.Issues);
        Assert.Equal((code, 2), (issue.Kind.Code, issue.Line));
    }

    private CsvTable? Read(string text) => CsvFileReader.Read(ImportFile.OfBytes("test.csv", Encoding.UTF8.GetBytes(text)), _log);
}
