using System.Text;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Tests.Import;

public sealed class LongLayoutTests
{
    private readonly IssueLog _log = new("test.csv");

    [Theory]
    [InlineData("area,indicator,period,value")]
    [InlineData("Area,INDICATOR,Period,Value")]
    [InlineData("区县,指标,期间,数值")]
    [InlineData("地区,指标,月份,数值")]
    public void Header_InEitherLanguage_IsUnderstood(string header)
    {
        var figure = Assert.Single(Layout($"{header}\nA,I,P,V\n")!.Figures());

        Assert.Equal("A I P V", string.Join(' ', new[] { FigureField.Area, FigureField.Indicator, FigureField.Period, FigureField.Value }.Select(field => figure[field].Text)));
        Assert.True(figure[FigureField.Note].IsEmpty);
        Assert.Equal(2, figure.Line);
    }

    [Fact]
    public void Header_OfAllColumns_IsUnderstoodInChinese()
    {
        var figure = Assert.Single(Layout("备注,位置,来源,状态,原文,界限,单位,数值,期间,口径,分项,指标,区县\n12,11,10,9,8,7,6,5,4,3,2,1,0\n")!.Figures());

        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], figure.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Column_ThatIsMissing_RefusesTheFile()
    {
        Assert.Null(Layout("area,indicator,value\n"));

        var issue = Assert.Single(_log.Issues);
        Assert.Equal(("missing_column", 1), (issue.Kind.Code, issue.Line));
        Assert.Contains("period", issue.Expected.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_ThereTwice_RefusesTheFile()
    {
        Assert.Null(Layout("area,区县,indicator,period,value\n"));

        var issue = Assert.Single(_log.Issues);
        Assert.Equal(("duplicate_column", 1, 2, "区县"), (issue.Kind.Code, issue.Line, issue.Column, issue.Raw));
    }

    [Fact]
    public void Column_Unknown_IsAWarning()
    {
        Assert.NotNull(Layout("area,indicator,period,value,bounds\n"));

        var issue = Assert.Single(_log.Issues);
        Assert.Equal(("unknown_column", 5, false), (issue.Kind.Code, issue.Column, issue.IsError));
    }

    private LongLayout? Layout(string text) => LongLayout.Of(CsvFileReader.Read(ImportFile.OfBytes("test.csv", Encoding.UTF8.GetBytes(text)), _log)!, _log);
}
