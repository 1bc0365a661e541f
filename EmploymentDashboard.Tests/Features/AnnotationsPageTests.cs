using AngleSharp.Dom;
using Bunit;
using Dapper;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Annotations;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class AnnotationsPageTests : FeatureContext
{
    private static readonly AnnotationContent Note = new() { Period = Period.Parse("2023-01"), Kind = AnnotationKind.Note, Chinese = "口径有变" };

    [Fact]
    public async Task Page_ListsWhatStandsByMonthTheLatestFirst()
    {
        await AddAsync(Note);
        await AddAsync(Note with { Period = Period.Parse("2023-03-05"), Area = "500113", Indicator = "loans", Kind = AnnotationKind.Policy, Chinese = "额度提高", Source = "late", Locator = "导语" });
        var page = Open();

        Assert.Equal(["2023-03", "2023-01"], page.FindAll(".month h2").Select(Text));
        Assert.Equal("政策与事件 2023-03-05巴南区·贷款", Text(page.Find(".annotation .head")));
        Assert.Equal("额度提高", Text(page.Find(".annotation .text")));
        Assert.Equal("标题，导语；li，2023-04-01 16:00", Text(page.Find(".annotation .origin")));
        Assert.Equal("说明 2023-01各地·全部指标", Text(page.FindAll(".annotation .head")[1]));
        Assert.Empty(page.FindAll(".adding, .actions"));
    }

    /// <summary>To those who cannot see it; what the page shows at first is read as it is.</summary>
    [Fact]
    public async Task Choice_IsSaidWithHowManyAreLeft()
    {
        await AddAsync(Note);
        await AddAsync(Note with { Area = "500113" });
        var page = Open();
        Assert.Equal("", Text(page.Find(".changed")));

        await page.Find("select[name=area]").ChangeAsync("500115");
        page.WaitForAssertion(() => Assert.Equal("1 条标注", Text(page.Find(".changed"))));
    }

    /// <summary>What belongs to a selection: the same rule as on charts.</summary>
    [Theory]
    [InlineData("", "everywhere city banan theme other")]
    [InlineData("area=500113", "everywhere city banan theme other")]
    [InlineData("area=500000", "everywhere city theme other")]
    [InlineData("about=indicator:loans", "everywhere city banan theme")]
    [InlineData("about=indicator:subsidy", "everywhere city other")]
    [InlineData("about=theme:jobs", "everywhere city banan theme")]
    [InlineData("about=theme:nothing&area=1", "everywhere city banan theme other")]
    public async Task Selection_KeepsWhatBelongsToIt(string query, string expected)
    {
        await AddAsync(Note with { Chinese = "everywhere" });
        await AddAsync(Note with { Chinese = "city", Area = "500000" });
        await AddAsync(Note with { Chinese = "banan", Area = "500113", Indicator = "loans" });
        await AddAsync(Note with { Chinese = "theme", Theme = "jobs" });
        await AddAsync(Note with { Chinese = "other", Indicator = "subsidy" });

        var shown = Open("/annotations?" + query).FindAll(".text").Select(Text);
        Assert.Equal(expected.Split(' '), expected.Split(' ').Where(shown.Contains));
        Assert.Equal(expected.Split(' ').Length, shown.Count());
    }

    [Fact]
    public async Task Annotation_Replaced_IsShownOnlyOnDemandAndLeadsToWhatTookItsPlace()
    {
        var first = await AddAsync(Note);
        using (var connection = Store.Database.Open())
            await Entry.ReplaceAsync(AnnotationStore.Find(first, connection)!, Note with { Chinese = "口径未变" }, "wang");

        Assert.Equal(["口径未变"], Open().FindAll(".text").Select(Text));
        var all = Open("/annotations?show=all");
        Assert.Equal(["口径未变", "口径有变"], all.FindAll(".text").Select(Text));
        Assert.Equal("/annotations?show=all#annotation-2", all.Find(".withdrawn .origin a").GetAttribute("href"));
        Assert.Equal("/annotations?show=all#annotation-1", all.Find(".annotation:not(.withdrawn) .origin a").GetAttribute("href"));
        Assert.Contains("wang 于", Text(all.Find(".withdrawn .origin")), StringComparison.Ordinal);
        Assert.Contains("已替换", Text(all.Find(".withdrawn .head")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyst_AddsAnAnnotation()
    {
        var page = await OpenAsAnalystAsync();
        await FillAsync(page, ("period", "2023年2月"), ("area", "500113"), ("subject", "indicator:loans"), ("chinese", "额度提高"), ("source", "late"));
        await page.Find(".annotation-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("已添加。", Text(page.Find(".done"))));
        var stored = Assert.Single(All());
        Assert.Equal(("2023-02", "500113", "loans", null, "额度提高", "late", TestUsers.NameOf(Role.Analyst)), (stored.Content.Period.Edtf, stored.Content.Area, stored.Content.Indicator, stored.Content.Theme, stored.Content.Chinese, stored.Content.Source, stored.MadeBy));
        Assert.Equal("额度提高", Text(page.Find(".annotation .text")));
    }

    [Theory]
    [InlineData("", "note", "字", "", "写上日子、月份或起止，如 2023-01-30、2023年1月、2023-01/2023-03")]
    [InlineData("../2023-01", "note", "字", "", "写上日子、月份或起止，如 2023-01-30、2023年1月、2023-01/2023-03")]
    [InlineData("2023-01", "note", " ", "", "写上中文说明")]
    [InlineData("2023-01", "policy", "字", "", "政策与事件要选来源；没有来源的，种类选“说明”")]
    [InlineData("2023-01", "note", "字", "radio", "从单子里选来源")]
    public async Task Draft_WithAProblem_IsNotEnteredAndSaysWhatToDo(string period, string kind, string text, string source, string problem)
    {
        var draft = new AnnotationDraft { Period = period, Kind = AnnotationKinds.Codes.Parse(kind), Chinese = text, Source = source };
        Assert.Equal([problem], AnnotationEntry.Problems(draft, Store.Catalog).Select(found => found.ToString()));

        var page = await OpenAsAnalystAsync();
        await FillAsync(page, ("period", period), ("chinese", text), ("kind", draft.Kind.ToString()), ("source", source));
        await page.Find(".annotation-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal([problem], page.FindAll(".problems li").Select(Text)));
        Assert.Empty(All());
    }

    [Fact]
    public void Draft_TooLongOrOffTheLists_HasAProblemForEach()
    {
        var draft = new AnnotationDraft { Period = "2023", Chinese = new('字', AnnotationEntry.LongestText + 1), Area = "1", Subject = "indicator:nothing" };
        Assert.Equal(["说明不超过 120 字", "从单子里选地区", "从单子里选指标或主题"], AnnotationEntry.Problems(draft, Store.Catalog).Select(found => found.ToString()));
    }

    [Fact]
    public async Task Analyst_ReplacesAnAnnotation()
    {
        await AddAsync(Note with { Area = "500115", English = "Definition changed" });
        var page = await OpenAsAnalystAsync();
        await Button(page, "替换 #1").ClickAsync();
        var form = page.Find(".annotation .annotation-form");
        Assert.Equal("500115", form.QuerySelector("select[name=area]")!.GetAttribute("value"));
        await form.SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("和原来的一样，没有可替换的", Text(page.Find(".annotation .problems li"))));

        await page.Find(".annotation input[name=chinese]").ChangeAsync("口径自2月起变");
        await page.Find(".annotation .annotation-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["口径自2月起变"], page.FindAll(".text").Select(Text)));
        var (next, old) = All() is [var a, var b] ? (a, b) : throw new InvalidOperationException("There are two.");
        Assert.Equal((old.Id, "500115", "Definition changed", TestUsers.NameOf(Role.Analyst)), (next.Replaces!.Value, next.Content.Area, next.Content.English, old.WithdrawnBy));
    }

    [Fact]
    public async Task Analyst_WithdrawsAnAnnotationAfterConfirming()
    {
        await AddAsync(Note);
        var page = await OpenAsAnalystAsync();
        await Button(page, "撤回 #1").ClickAsync();
        Assert.True(Assert.Single(All()).Stands);

        await Button(page, "确认撤回").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("已撤回", Text(page.Find(".done")), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".text"));
        Assert.Equal(TestUsers.NameOf(Role.Analyst), Assert.Single(All()).WithdrawnBy);
    }

    [Fact]
    public async Task Annotation_WithdrawnBySomeoneElseMeanwhile_IsLeftAndSaid()
    {
        var id = await AddAsync(Note);
        var page = await OpenAsAnalystAsync();
        await Button(page, "撤回 #1").ClickAsync();
        await Entry.WithdrawAsync(id, "wang");

        await Button(page, "确认撤回").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("刚才已有人", Text(page.Find(".problems")), StringComparison.Ordinal));
        Assert.Equal("wang", Assert.Single(All()).WithdrawnBy);
    }

    /// <summary>The page may have been open since before.</summary>
    [Fact]
    public async Task Analyst_DisabledMeanwhile_ChangesNothing()
    {
        await AddAsync(Note);
        var page = await OpenAsAnalystAsync();
        await Button(page, "撤回 #1").ClickAsync();
        await FillAsync(page, ("period", "2023-02"), ("chinese", "字"));
        await Store.Database.WriteBesideFiguresAsync((connection, transaction) => connection.Execute("UPDATE account SET disabled_at = '2023-04-01T00:00:00.000Z'", transaction: transaction));

        await page.Find(".adding .annotation-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("没有这个权限", Text(page.Find(".adding .problems")), StringComparison.Ordinal));
        await Button(page, "确认撤回").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("没有这个权限", Text(page.Find(".message")), StringComparison.Ordinal));
        Assert.True(Assert.Single(All()).Stands);
    }

    [Fact]
    public async Task EmptyList_SaysWhatToDo()
    {
        Assert.Contains("还没有标注", Text(Open().Find("section h2")), StringComparison.Ordinal);
        await AddAsync(Note with { Indicator = "loans" });
        var page = Open("/annotations?about=theme:standards");
        Assert.Equal("这个选择里没有标注", Text(page.Find("section h2")));
        Assert.Equal("/annotations", page.Find("section a").GetAttribute("href"));
    }

    private AnnotationEntry Entry => Services.GetRequiredService<AnnotationEntry>();

    private Task<long> AddAsync(AnnotationContent content) => Entry.AddAsync(content, "li");

    private IReadOnlyList<Annotation> All() => Services.GetRequiredService<AnnotationQuery>().All();

    private IRenderedComponent<AnnotationsPage> Open(string address = "/annotations")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<CascadingAuthenticationState>(parameters => parameters.Add(state => state.ChildContent, Page)).FindComponent<AnnotationsPage>();

        static void Page(RenderTreeBuilder builder)
        {
            builder.OpenComponent<AnnotationsPage>(0);
            builder.CloseComponent();
        }
    }

    private async Task<IRenderedComponent<AnnotationsPage>> OpenAsAnalystAsync()
    {
        await SignInAsync(Role.Analyst);
        var page = Open();
        page.WaitForElement(".adding");
        return page;
    }

    private static async Task FillAsync(IRenderedComponent<AnnotationsPage> page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await page.Find($".adding [name={name}]").ChangeAsync(value);
    }

    private static IElement Button(IRenderedComponent<AnnotationsPage> page, string text) => page.FindAll("button").Single(button => Text(button) == text);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
