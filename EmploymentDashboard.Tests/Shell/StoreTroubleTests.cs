using Bunit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Tests.Features;
using EmploymentDashboard.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Tests.Shell;

public sealed class StoreTroubleTests : FeatureContext
{
    /// <summary>What a page met, what its reader is told, and whether writing goes on.</summary>
    [Theory]
    [InlineData(13, "磁盘已满", false)]
    [InlineData(8, "只读", false)]
    [InlineData(11, "已损坏", true)]
    [InlineData(267, "已损坏", true)]
    public async Task Page_ThatTheStoreRefuses_SaysWhy_AndGoesOn(int code, string words, bool isDamaged)
    {
        var page = Render<StoreTrouble>(parameters => parameters.AddChildContent<Writer>(writer => writer.Add(one => one.Refusal, new SqliteException("SQLite says so", code))));

        await page.Find("button").ClickAsync();

        Assert.Contains(words, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(isDamaged, Store.Database.IsDamaged);
        await page.Find("button").ClickAsync();
        Assert.Equal("write", page.Find("button").TextContent);
    }

    [Fact]
    public async Task Fault_OfTheProgram_IsNotHidden()
    {
        var page = Render<StoreTrouble>(parameters => parameters.AddChildContent<Writer>(writer => writer.Add(one => one.Refusal, new InvalidOperationException("a mistake"))));

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => page.Find("button").ClickAsync());
    }

    [Fact]
    public async Task Pages_OverADamagedDatabase_AreServedWithABanner()
    {
        using var folder = new TestFolder();
        await using var dashboard = await RunningDashboard.StartAsync("--database", Path.Combine(folder.Path, "dashboard.db"));
        Assert.DoesNotContain("数据库有损坏", await dashboard.PageAsync("/"), StringComparison.Ordinal);

        dashboard.Service<DashboardDatabase>().IsDamaged = true;

        Assert.Contains("数据库有损坏", await dashboard.PageAsync("/"), StringComparison.Ordinal);
    }

    private sealed class Writer : ComponentBase
    {
        [Parameter, EditorRequired]
        public required Exception Refusal { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => throw Refusal));
            builder.AddContent(2, "write");
            builder.CloseElement();
        }
    }
}
