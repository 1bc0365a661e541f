using Bunit;

namespace EmploymentDashboard.Tests.Shared;

public sealed class SmokeTests : BunitContext
{
    [Fact]
    public void Renders() => Assert.Equal("hi", Render(b => b.AddMarkupContent(0, "<p>hi</p>")).Find("p").TextContent);
}
