using EmploymentDashboard.Import.Reading;

namespace EmploymentDashboard.Tests.Import.Reading;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "LF", true)]
    [InlineData("a,b\r\n1,2\r\n", "CRLF", true)]
    [InlineData("a,b\r1,2\r", "CR", true)]
    [InlineData("a,b\r\n1,2\r", "mixed", true)]
    [InlineData("a,b\n1,2", "LF", false)]
    [InlineData("a,b\n1,2\n\u001A", "LF", true)]
    [InlineData("a,b\r\n1,2\u001A\u001A", "CRLF", false)]
    public void Lines_WithAnyEnd_AreRecords(string text, string end, bool endsWithBreak)
    {
        var read = ReadText.Of(text);

        Assert.Equal(["a¦b", "1¦2"], read.Cells);
        Assert.Equal([1, 2], read.Rows.Select(row => row.Line));
        Assert.Equal((end, endsWithBreak), (read.Dialect.LineEnd, read.Dialect.EndsWithLineBreak));
    }

    [Fact]
    public void Cells_OverSeveralLines_KnowTheirOwn()
    {
        var read = ReadText.Of("a,b,c\r\n\r\n\"x\ny\",\"z\r\r\n\",3\r\n4,5,6\r\n");

        Assert.Equal([(1, 1), (2, 2), (3, 6), (7, 7)], read.Rows.Select(row => (row.Line, row.LastLine)));
        Assert.Equal([3, 4, 6], read.Rows[2].FieldLines);
        Assert.True(read.Rows[1].IsBlank);
        Assert.Equal("x\ny¦z¦3", read.Cells.ElementAt(2));
    }

    [Fact]
    public void Cells_WithBlanksAround_AreTrimmed() =>
        Assert.Equal(["a¦b¦c", "1¦2¦\"3\""], ReadText.Of("\uFEFF a ,\u3000b\t,\" c \"\n1 , \"2\" ,\u00A0\"\"\"3\"\"\"\n").Cells);

    [Theory]
    [InlineData("a,b\n1,x\"y\n3,\"4\"\n", 2)]
    [InlineData("a,b\n1,\"x\"y\n3,\"4\"\n", 2)]
    [InlineData("a,b\nx\",\"2\"\n3,4\n", 1)]
    public void Quote_InTheWrongPlace_SpoilsItsRowAlone(string text, int column)
    {
        var read = ReadText.Of(text);

        Assert.Equal([("stray_quote", 2, column)], read.Places);
        Assert.Equal([false, true, false], read.Rows.Select(row => row.IsMalformed));
        Assert.Equal(text.Split('\n')[1], read.Rows[1].Raw);
        Assert.False(read.Text!.IsCut);
    }

    /// <summary>The quote opens on the line named, whatever follows it.</summary>
    [Theory]
    [InlineData("a,b\n1,2\n3,\"4\n5,6\n7,8\n", 3, 2, "4")]
    [InlineData("a,b\n1,2\n3,\"4", 3, 2, "4")]
    [InlineData("a,b\n1,2\n3,\"4\n5,\"6\"\n7,8\n", 3, 2, "4")]
    [InlineData("a,b,c\n1,2,3\n3,\"4,5\n5,6,7\n7,\"8\",9\n\"1,2\",3,4\n", 3, 2, "4,5")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\n\"3\",\"4\"\n", 2, 2, "2")]
    [InlineData("\"area,indicator\n1,2\n3,4\n", 1, 1, "area,indicator")]
    [InlineData("a,b\n\"x\ny\",\"2\n3,4\n", 3, 2, "2")]
    public void Quote_NeverClosed_CutsTheFileWhereItOpens(string text, int line, int column, string raw)
    {
        var read = ReadText.Of(text);

        Assert.True(read.Text!.IsCut);
        Assert.Equal([("unclosed_quote", line, column)], read.Places);
        Assert.Equal(raw, read.Issues[0].Raw);
        Assert.All(read.Rows, row => Assert.True(row.LastLine < line));
    }

    [Fact]
    public void Line_WithoutEnd_CutsTheFile()
    {
        var read = ReadText.Of("a,b\n1,2\n" + new string('x', 3 * RecordReader.MaxLength));

        Assert.True(read.Text!.IsCut);
        Assert.Equal([("record_too_long", 3, null)], read.Places);
    }

    [Fact]
    public void ZeroCharacters_SpoilTheirRows()
    {
        var read = ReadText.Of("区县,值\n巴南区,5\07\n长寿区,6\n" + new string('\0', 300));

        Assert.Equal([("zero_character", 2, 2), ("zero_character", 4, 1)], read.Places);
        Assert.Equal([false, true, false, true], read.Rows.Select(row => row.IsMalformed));
        Assert.Equal("5␀7", read.Issues[0].Raw);
    }

    [Fact]
    public void Rows_ReadAgain_AreTheSameAndRaiseNothingTwice()
    {
        var read = ReadText.Of("a,b\n1,x\"y\n\"2\n\",\"x\"y\n3,\"4\n");
        var issues = read.Log.Issues.Count;

        Assert.Equal(read.Rows.Select(row => row.Line), read.Text!.Rows().Select(row => row.Line));
        Assert.Equal(3, issues);
        Assert.Equal(issues, read.Log.Issues.Count);
    }
}
