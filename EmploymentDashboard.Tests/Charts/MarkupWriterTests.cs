using EmploymentDashboard.Charts;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

public sealed class MarkupWriterTests
{
    [Fact]
    public void Text_WithMarkupInIt_IsEscaped() =>
        Assert.Equal("<p title=\"&quot;a&quot; &lt; b &amp; c\">&lt;script&gt;</p>", new MarkupWriter().Open("p").With("title", "\"a\" < b & c").Text("<script>").Close().ToString());

    [Fact]
    public void Numbers_UnderACultureWithCommas_AreInvariant()
    {
        using var language = Language.Of("de-DE");
        Assert.Equal("<rect y=\"1.5\" x=\"37.5%\"></rect>", new MarkupWriter().Open("rect").With("y", 1.5).WithShare("x", 0.375).Close().ToString());
    }

    [Fact]
    public void Attribute_ThatIsNull_IsLeftOut() => Assert.Equal("<a></a>", new MarkupWriter().Open("a").With("href", null).Close().ToString());

    [Fact]
    public void Attribute_OutsideATag_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new MarkupWriter().Open("p").Text("words").With("class", "late"));

    [Fact]
    public void Markup_WithAnElementOpen_Throws() => Assert.Throws<InvalidOperationException>(() => new MarkupWriter().Open("p").ToString());
}
