using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Features;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Bulletins;

/// <summary>What holds of every bulletin: each mark has its note, each note its mark, and numbers count on.</summary>
public sealed class BulletinDocumentTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    /// <summary>Rows, and the footnotes of 巴南区's bulletin of 2023-01 by their beginnings.</summary>
    [Theory]
    [InlineData("flow 2023-01 30", "")]
    [InlineData("flow 2023-01 30余", "＞：")]
    [InlineData("flow 2023-01 约30", "≈：")]
    [InlineData("flow 2023-01 近30", "≲：")]
    [InlineData("flow 2023-01 不超过30", "≤：")]
    [InlineData("flow 2023-01 不到30", "＜：")]
    [InlineData("flow 2023-01 30以上", "≥：")]
    [InlineData("flow 2023-01~ 30", "期间由来源")]
    [InlineData("cumulative ../2023-01 30", "累计的起点")]
    [InlineData("average 2023-01 30", "期间内每年")]
    [InlineData("flow 2023-01 30 U", "存疑")]
    [InlineData("flow 2023-01 — O", "来源提到这一项")]
    [InlineData("flow 2023-01 30 A late 30人 注意口径", "注意口径")]
    [InlineData("ytd 2023-01 30", "算出的数：由本年累计")]
    [InlineData("cumulative ../2023-01~ 30余", "＞：|累计的起点|期间由来源")]
    public async Task Note_OfAFigure_SaysWhatKeepsItFromBeingReadPlainly(string row, string expected)
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total " + row);
        var notes = BulletinFixture.Compose(store, BulletinFixture.Order("2023-01", "500113")).Chapters.SelectMany(chapter => chapter.Notes).ToList();
        var beginnings = expected.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(beginnings.Length, notes.Count);
        Assert.All(beginnings, beginning => Assert.Contains(notes, note => note.StartsWith(beginning, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Conflict_BetweenSources_IsNotedWithTheOtherFigureAndItsSource()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30 A early", "500113 jobs_created total flow 2023-01 31 A late");
        var document = BulletinFixture.Compose(store, BulletinFixture.Order("2023-01", "500113"));
        Assert.Contains(document.Chapters[0].Notes, note => note.StartsWith("另一来源给出 30 人[", StringComparison.Ordinal));
        Assert.Equal(2, document.Chapters[0].Blocks.OfType<SourceBlock>().Single().Citations.Count);
    }

    [Fact]
    public async Task Table_OfAnArea_KeepsBoundBasisPeriodAndSource()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01-30 2500余", "500113 loans migrants cumulative ../2023-01 4.3亿");
        var table = BulletinFixture.Tables(BulletinFixture.Compose(store, BulletinFixture.Order("2023-01", "500113"))).First();
        Assert.Equal(["指标", "口径与期间", "数值", "单位", "来源"], table.Columns.Select(column => column.Title));
        Assert.Equal(["新增就业|当日，2023-01-30|>2,500{1}|人|[1]", "贷款（农民工）|累计，起点未载明，至 2023-01|430,000,000{2}|元|[1]"], BulletinFixture.RowsOf(table));
    }

    /// <summary>Every month, quarter and year that the articles have figures of, the whole city and each area, in both languages.</summary>
    [Fact]
    public async Task Bulletin_OfAnyPeriodOfTheArticles_HoldsTogether()
    {
        using var store = await TestDatabase.CreateAsync();
        await new DataFolder(store.Database, store.Clock).LoadAsync(Repository.Data);
        var query = new BulletinQuery(store.Database);
        var months = query.Months().Select(month => YearMonth.Parse(month.Month)).ToList();
        var periods = months.Select(Period.OfMonth).Concat(months.Select(BulletinPeriods.Quarter)).Concat(months.Select(BulletinPeriods.Year)).Distinct().ToList();
        var catalog = new CatalogCache(store.Database).Current;
        Assert.True(periods.Count > 10);
        foreach (var period in periods)
        {
            var city = new BulletinOrder { Period = period };
            var areas = BulletinCells.Of(city, query.Figures(city), catalog).Areas.Select(area => area.Area.Code).ToList();
            Assert.NotEmpty(areas);
            foreach (var order in areas.Select(area => city with { Areas = [area] }).Prepend(city))
            {
                var document = BulletinComposer.Compose(order, catalog, query.Figures(order), store.Clock.Now, isSynthetic: false);
                AssertHoldsTogether(document);
                AssertNothingIsLost(document, BulletinCells.Of(order, query.Figures(order), catalog));
            }
        }
    }

    private static void AssertHoldsTogether(BulletinDocument document)
    {
        var blocks = document.Chapters.SelectMany(chapter => chapter.Blocks).ToList();
        var tables = blocks.OfType<TableBlock>().Select(table => table.Number).ToList();
        Assert.Equal(Enumerable.Range(1, tables.Count), tables);
        var figures = blocks.OfType<ChartBlock>().SelectMany(block => block.Charts).Select(chart => chart.Number).ToList();
        Assert.Equal(Enumerable.Range(1, figures.Count), figures);
        var ids = blocks.OfType<Heading>().Select(heading => heading.Id).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        foreach (var table in blocks.OfType<TableBlock>())
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));

        var sources = new HashSet<int>();
        foreach (var chapter in document.Chapters)
        {
            var inlines = chapter.Blocks.SelectMany(InlinesOf).ToList();
            Assert.Equal(Enumerable.Range(1, chapter.Notes.Count), inlines.OfType<NoteMark>().Select(mark => mark.Number).Distinct().Order());
            sources.UnionWith(inlines.OfType<SourceMark>().Select(mark => mark.Number));
        }

        var citations = blocks.OfType<SourceBlock>().SelectMany(block => block.Citations).ToList();
        Assert.Equal(citations.Distinct().Count(), citations.Count);
        Assert.True(sources.All(number => number >= 1 && number <= citations.Count));
    }

    /// <summary>Each figure of the period stands in a table with its bound.</summary>
    private static void AssertNothingIsLost(BulletinDocument document, BulletinCells cells)
    {
        var printed = BulletinFixture.Tables(document).SelectMany(table => table.Rows).SelectMany(row => row).Select(BulletinFixture.TextOf).Select(text => text.Split('{')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in cells.Areas.SelectMany(area => area.Cells))
            Assert.Contains(cell.Figure.Quantity is { } quantity ? Format.Full(quantity) : "—", printed);
    }

    private static IEnumerable<Inline> InlinesOf(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text,
        TableBlock table => table.Rows.SelectMany(row => row).SelectMany(cell => cell),
        HeadlineBlock headlines => headlines.Headlines.SelectMany(headline => headline.Marks),
        _ => [],
    };
}
