using EmploymentDashboard.Import;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import;

public sealed class SpreadsheetTextTests
{
    private static Arbitrary<string> Texts => Gen.Elements("", "=", "+", "-", "@", "\t", "\r", "'", "1", "甲", " ")
        .ListOf().Select(string.Concat).ToArbitrary();

    [Theory]
    [InlineData("", "")]
    [InlineData("2500余人", "2500余人")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-3.2%", "'-3.2%")]
    [InlineData("@me", "'@me")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("'=1", "''=1")]
    [InlineData("'甲", "'甲")]
    [InlineData("a=b", "a=b")]
    public void Text_ThatBeginsLikeAFormula_GetsAnApostrophe(string text, string written)
    {
        Assert.Equal(written, SpreadsheetText.Escape(text));
        Assert.Equal(text, SpreadsheetText.Unescape(written));
    }

    [Fact]
    public void Text_EscapedAndRead_IsTheSame() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts, text => SpreadsheetText.Unescape(SpreadsheetText.Escape(text)) == text));

    [Fact]
    public void Text_Escaped_IsNoFormula() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts, text => SpreadsheetText.Escape(text) is not ['=' or '+' or '-' or '@' or '\t' or '\r', ..]));
}
