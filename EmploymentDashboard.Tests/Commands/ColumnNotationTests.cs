using EmploymentDashboard.Commands;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;

namespace EmploymentDashboard.Tests.Commands;

public sealed class ColumnNotationTests
{
    public static TheoryData<string, int, ColumnMeaning> Meanings => new()
    {
        { "3=skip", 3, ColumnMeaning.NotRead(LeftOutColumn.ByHand) },
        { "1=area", 1, ColumnMeaning.Of(FigureField.Area) },
        { "12=as_printed", 12, ColumnMeaning.Of(FigureField.AsPrinted) },
        { "2=value", 2, ColumnMeaning.Of(ColumnRole.Figures) },
        { "2=figures", 2, ColumnMeaning.Of(ColumnRole.Figures) },
        { "4=year", 4, ColumnMeaning.Of(ColumnRole.Year) },
        { "4=area_code", 4, ColumnMeaning.Of(ColumnRole.AreaCode) },
        { "6=indicator:job_fairs,period:2020-03,unit:场", 6, ColumnMeaning.Of(ColumnRole.Figures) with { Indicator = "job_fairs", Period = "2020-03", Unit = "场" } },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Column_AsWritten_IsSet(string text, int column, ColumnMeaning meaning) => Assert.Equal(new(column, meaning), ColumnNotation.Column(text));

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("3=")]
    [InlineData("0=area")]
    [InlineData("-1=area")]
    [InlineData("a=area")]
    [InlineData("3=left_out")]
    [InlineData("3=nonsense")]
    [InlineData("3=source:x")]
    [InlineData("3=indicator:")]
    [InlineData("3=indicator:a,b")]
    public void Column_WrittenOtherwise_IsRefused(string text) => Assert.Null(ColumnNotation.Column(text));

    [Theory]
    [InlineData("12:3=2500", 12, 3, "2500")]
    [InlineData("1:1=", 1, 1, "")]
    [InlineData("2:4=a=b", 2, 4, "a=b")]
    public void Mend_AsWritten_IsSet(string text, int line, int column, string cell) => Assert.Equal(new(line, column, cell), ColumnNotation.Mend(text));

    [Theory]
    [InlineData("12=3")]
    [InlineData("12:=3")]
    [InlineData("0:1=3")]
    [InlineData("1:2:3=4")]
    [InlineData("1:2")]
    public void Mend_WrittenOtherwise_IsRefused(string text) => Assert.Null(ColumnNotation.Mend(text));
}
