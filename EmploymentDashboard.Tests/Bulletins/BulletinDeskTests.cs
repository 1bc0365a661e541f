using Dapper;
using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Features;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Tests.Bulletins;

/// <summary>What was issued prints the same for ever; what changed since is known, and a correction says so.</summary>
public sealed class BulletinDeskTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public async Task Issue_LocksBothEditions_AndReprintsThemByteForByte()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        var desk = BulletinFixture.DeskOf(store);
        var outcome = await desk.IssueAsync(BulletinFixture.Order("2023-01", "500113"), store.Catalog, false, "li");
        Assert.Equal("2023-01-500113", outcome.Number);

        var issued = desk.Find("2023-01-500113")!;
        var (zh, en) = (desk.Edition(issued, "zh"), desk.Edition(issued, "en"));
        Assert.Contains("第 2023-01-500113 号", zh.Html, StringComparison.Ordinal);
        Assert.Contains("No. 2023-01-500113", en.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-mark=\"", zh.Html.Split("<script>")[0], StringComparison.Ordinal);

        store.Clock.Now = store.Clock.Now.AddYears(1);
        await store.TakeInAsync("500113 jobs_created total flow 2023-01 99");
        Assert.Equal(zh, desk.Edition(desk.Find("2023-01-500113")!, "zh"));
        Assert.Contains(">30<", zh.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_OfTheSameOrderAgain_IsRefusedAndNamesTheFirst()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        var desk = BulletinFixture.DeskOf(store);
        await desk.IssueAsync(BulletinFixture.Order("2023-01"), store.Catalog, false, "li");
        var again = await desk.IssueAsync(BulletinFixture.Order("2023-01"), store.Catalog, false, "li");
        Assert.Null(again.Number);
        Assert.Contains("2023-01-all", again.Refusal.Zh, StringComparison.Ordinal);
        Assert.Single(desk.Issued());
    }

    [Fact]
    public async Task Issue_OfNothing_IsRefused()
    {
        using var store = await FilledDatabase.CreateAsync();
        var desk = BulletinFixture.DeskOf(store);
        Assert.Null((await desk.IssueAsync(BulletinFixture.Order("2023-01", "500113"), store.Catalog, false, "li")).Number);
        Assert.Empty(desk.Issued());
    }

    /// <summary>What happens after the issue, and the changes that its page then names: old → new.</summary>
    [Theory]
    [InlineData("500113 jobs_created total flow 2023-01 35", "30 → 35")]
    [InlineData("500113 jobs_created total flow 2023-01 30余", "30 → >30")]
    [InlineData("500113 jobs_created total flow 2023-01 30", "")]
    // The figure that it compares with belongs to it as well.
    [InlineData("500113 jobs_created total flow 2022-12 44", "40 → 44")]
    [InlineData("500113 loans total flow 2023-01 7", "none → 7")]
    [InlineData("500113 jobs_created total flow 2023-01 — O", "30 → missing")]
    // What it would not show is no change of it.
    [InlineData("500115 jobs_created total flow 2023-01 8", "")]
    [InlineData("500113 loans total flow 2023-02 8", "")]
    public async Task Changes_SinceTheIssue_AreThoseOfItsFigures(string later, string expected)
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30", "500113 jobs_created total flow 2022-12 40");
        var desk = BulletinFixture.DeskOf(store);
        await desk.IssueAsync(BulletinFixture.Order("2023-01", "500113"), store.Catalog, false, "li");
        store.Clock.Now = store.Clock.Now.AddDays(1);
        await store.TakeInAsync(later);

        Assert.Equal(expected, string.Join("; ", Changes(desk, store)));
    }

    [Fact]
    public async Task Changes_AfterUndo_NameWhatWasTakenBack_AndNothingOnceItIsRedone()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2022-12 40");
        var batch = await store.TakeInAsync("500113 jobs_created total flow 2023-01 30");
        var desk = BulletinFixture.DeskOf(store);
        await desk.IssueAsync(BulletinFixture.Order("2023-01", "500113"), store.Catalog, false, "li");
        store.Clock.Now = store.Clock.Now.AddDays(1);
        await store.TurnAsync(batch);
        Assert.Equal(["30 → none"], Changes(desk, store));

        store.Clock.Now = store.Clock.Now.AddDays(1);
        await store.TurnAsync(batch);
        Assert.Empty(Changes(desk, store));
    }

    [Fact]
    public async Task Correct_IssuesAnEditionThatListsTheChanges_AndTheFirstStaysAsItWas()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        var desk = BulletinFixture.DeskOf(store);
        await desk.IssueAsync(BulletinFixture.Order("2023-01", "500113"), store.Catalog, false, "li");
        var first = desk.Find("2023-01-500113")!;
        Assert.Null((await desk.CorrectAsync(first, store.Catalog, false, "wang")).Number);

        store.Clock.Now = store.Clock.Now.AddDays(1);
        var batch = await store.TakeInAsync("500113 jobs_created total flow 2023-01 35");
        var before = desk.Edition(first, "zh");
        var corrected = await desk.CorrectAsync(first, store.Catalog, false, "wang");
        Assert.Equal("2023-01-500113-C1", corrected.Number);
        Assert.Equal(before, desk.Edition(desk.Find(first.Number)!, "zh"));
        Assert.Equal("2023-01-500113-C1", desk.Find(first.Number)!.CorrectedBy);
        var html = desk.Edition(desk.Find("2023-01-500113-C1")!, "zh").Html;
        Assert.Contains("更正第 2023-01-500113 号", html, StringComparison.Ordinal);
        Assert.Contains($"<td class=\"number\">30 人</td><td class=\"number\">35 人</td><td>#{batch}</td>", html, StringComparison.Ordinal);

        // One correction of each edition; the next one corrects the correction.
        store.Clock.Now = store.Clock.Now.AddDays(1);
        await store.TakeInAsync("500113 jobs_created total flow 2023-01 36");
        Assert.Null((await desk.CorrectAsync(desk.Find(first.Number)!, store.Catalog, false, "wang")).Number);
        Assert.Equal("2023-01-500113-C2", (await desk.CorrectAsync(desk.Find("2023-01-500113-C1")!, store.Catalog, false, "wang")).Number);
    }

    [Theory]
    [InlineData("UPDATE bulletin SET number = 'x'")]
    [InlineData("DELETE FROM bulletin")]
    [InlineData("UPDATE bulletin_edition SET bytes = x'00'")]
    [InlineData("DELETE FROM bulletin_edition")]
    public async Task Issued_InTheDatabase_CanNeitherBeChangedNorDeleted(string sql)
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        await BulletinFixture.DeskOf(store).IssueAsync(BulletinFixture.Order("2023-01"), store.Catalog, false, "li");
        using var connection = store.Database.Open();
        Assert.Contains("never", Assert.Throws<SqliteException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
    }

    /// <summary>Whoever goes around the triggers is found out: the bytes no longer have their hash.</summary>
    [Fact]
    public async Task Edition_TamperedWith_IsNotGivenOut()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        var desk = BulletinFixture.DeskOf(store);
        await desk.IssueAsync(BulletinFixture.Order("2023-01"), store.Catalog, false, "li");
        using (var connection = store.Database.Open())
            connection.Execute("DROP TRIGGER bulletin_edition_is_final; UPDATE bulletin_edition SET sha256 = 'x'");
        Assert.Throws<InvalidDataException>(() => desk.Edition(desk.Issued()[0], "zh"));
    }

    [Theory]
    [InlineData("2023-01-all")]
    [InlineData("2023-01-500113", "500113")]
    [InlineData("2023-01-500113+1", "500113", "500115")]
    public async Task Number_NamesPeriodAndAreas(string expected, params string[] areas)
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        Assert.Equal(expected, (await BulletinFixture.DeskOf(store).IssueAsync(BulletinFixture.Order("2023-01", areas), store.Catalog, false, "li")).Number);
    }

    [Fact]
    public async Task Number_OfOtherAreasWithTheSameFirst_IsCountedOn()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        var desk = BulletinFixture.DeskOf(store);
        await desk.IssueAsync(BulletinFixture.Order("2023-01", "500113", "500115"), store.Catalog, false, "li");
        Assert.Equal("2023-01-500113+1-2", (await desk.IssueAsync(BulletinFixture.Order("2023-01", "500113", "Z-GXQ"), store.Catalog, false, "li")).Number);
    }

    [Fact]
    public async Task Masthead_FromTheSettings_IsOnEveryEdition()
    {
        using var folder = new TestFolder();
        var logo = folder.Write("mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        var desk = BulletinFixture.DeskOf(store, new() { Bureau = "某局 <一>", BureauEn = "A bureau", Logo = logo, SignOff = "签发：" });
        var draft = desk.Draft(BulletinFixture.Order("2023-01"), store.Catalog, isSynthetic: true, "zh");
        Assert.Contains("<p class=\"bureau\">某局 &lt;一&gt;</p>", draft, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/svg+xml;base64,", draft, StringComparison.Ordinal);
        Assert.Contains("签发：", draft, StringComparison.Ordinal);
        Assert.Contains("data-mark=\"草稿\"", draft, StringComparison.Ordinal);
        Assert.Contains("演示数据", draft, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => BulletinFixture.DeskOf(store, new() { Logo = "nowhere.png" }).Draft(BulletinFixture.Order("2023-01"), store.Catalog, false, "zh"));
    }

    private static IEnumerable<string> Changes(BulletinDesk desk, FilledDatabase store) =>
        desk.Changes(desk.Issued()[0], store.Catalog).Select(change => $"{Value(change.Before)} → {Value(change.After)}");

    private static string Value(Figure? figure) => figure switch
    {
        null => "none",
        { Observation.Quantity: { } quantity } => Format.Full(quantity),
        _ => "missing",
    };
}
