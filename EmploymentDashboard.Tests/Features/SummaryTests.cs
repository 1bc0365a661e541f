using System.Text;
using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Finding;
using EmploymentDashboard.Features.Overview;
using EmploymentDashboard.Features.Sources;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Features;

/// <summary>What is kept counted of the figures, against the figures themselves.</summary>
public sealed class SummaryTests
{
    private static readonly string[] Periods = ["2022-12", "2023-01", "2023-02~", "2023-01/2023-02", "2023", "../2023-03", "2023-03-05", "2023-02/.."];

    /// <summary>A row as <see cref="FilledDatabase"/> reads it: now and then without a number, doubtful, or zero.</summary>
    private static readonly Gen<string> Rows =
        from area in Gen.Elements("500113", "500115", "500000")
        from indicator in Gen.Elements("jobs_created", "unemployment", "loans")
        from basis in Gen.Elements("flow", "ytd", "stock", "cumulative", "average", "target", "limit")
        from period in Gen.Elements(Periods)
        from value in Gen.Elements("0 A", "0余 A", "5 A", "7 A", "7 U", "- O")
        from source in Gen.Elements("early", "late")
        select $"{area} {indicator} total {basis} {period} {value} {source}";

    /// <summary>Files, and numbers of batches to be turned.</summary>
    private static readonly Gen<List<(IReadOnlyList<string> Rows, long Turn)>> Steps = Gen.ListOf(Gen.Frequency(
        (2, from rows in Gen.NonEmptyListOf(Rows) select ((IReadOnlyList<string>)[.. rows.DistinctBy(KeyOf)], 0L)),
        (1, from turn in Gen.Choose(1, 4) select ((IReadOnlyList<string>)[], (long)turn))));

    [Fact]
    public void Summaries_AfterAnyChanges_SayWhatTheFiguresSay() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25),
        Prop.ForAll(Arb.From(Steps), steps =>
        {
            using var store = FilledDatabase.CreateAsync().GetAwaiter().GetResult();
            using var connection = store.Database.Open();
            foreach (var (rows, turn) in steps)
            {
                Do(store, rows, turn);
                Assert.Empty(Summaries.Differing(connection));
            }

            AssertAnswers(store, connection);
        }));

    private static string KeyOf(string row) => string.Join(' ', row.Split(' ')[..5]).Replace("~", "", StringComparison.Ordinal) + row.Split(' ')[^1];

    /// <summary>Rows that the import rejects, and files that say nothing new, change nothing.</summary>
    private static void Do(FilledDatabase store, IReadOnlyList<string> rows, long turn)
    {
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        if (rows.Count == 0)
        {
            if (new BatchHistory(store.Database, store.Clock).Preview(turn) is not null)
                store.TurnAsync(turn).GetAwaiter().GetResult();
            return;
        }

        var text = string.Join('\n', rows.Select(row => row.Replace(" - ", "  ", StringComparison.Ordinal).Replace(' ', ',')).Prepend("area,indicator,breakdown,basis,period,value,status,source"));
        var run = new ImportRun(store.Database, store.Clock);
        using var preview = run.Prepare(ImportFile.OfBytes("test.csv", Encoding.UTF8.GetBytes(text)), new());
        run.CommitAsync(preview, "tester", goodRowsOnly: true).GetAwaiter().GetResult();
    }

    /// <summary>What the pages ask, counted here one figure at a time.</summary>
    private static void AssertAnswers(FilledDatabase store, Microsoft.Data.Sqlite.SqliteConnection connection)
    {
        var stored = FigureReader.Read(connection, FigureReader.Select);
        var standing = stored.Where(figure => figure.SupersededAt is null).ToList();
        var results = standing.Where(figure => figure.Observation.Series.Basis.IsActual()).ToList();
        var overview = new OverviewQuery(store.Database);

        Assert.Equal(
            new Totals
            {
                Figures = standing.Count,
                Sources = standing.DistinctBy(figure => figure.Observation.Source).Count(),
                Areas = standing.DistinctBy(AreaOf).Count(),
                FirstMonth = results.Select(MonthOf).Min(StringComparer.Ordinal),
                LastMonth = results.Select(MonthOf).Max(StringComparer.Ordinal),
            },
            overview.Totals());
        Assert.Equal(
            standing.GroupBy(figure => (Area: AreaOf(figure), Month: MonthOf(figure))).Select(cell => new CoverageCount
            {
                Area = cell.Key.Area,
                Month = cell.Key.Month,
                All = cell.Count(),
                Missing = cell.Count(figure => figure.Observation.Quantity is null),
                Zeros = cell.Count(figure => figure.Observation.Quantity is { Value: 0, Bound: Bound.Exact }),
                Targets = cell.Count(figure => figure.Observation.Series.Basis == Basis.Target),
                Limits = cell.Count(figure => figure.Observation.Series.Basis == Basis.Limit),
            }).ToHashSet(),
            CoverageCount.Read(connection).ToHashSet());
        Assert.Equal(
            standing.GroupBy(AreaOf).Select(area => new AreaLine
            {
                Area = area.Key,
                Figures = area.Count(),
                Indicators = area.DistinctBy(IndicatorOf).Count(),
                FirstMonth = area.Min(MonthOf)!,
                LastMonth = area.Max(MonthOf)!,
            }).ToHashSet(),
            new AreaQuery(store.Database).Lines().Values.ToHashSet());

        var explorer = new ExplorerQuery(store.Database);
        Assert.Equal(
            standing.GroupBy(IndicatorOf).Select(indicator => (indicator.Key, (long)indicator.Count(), (long)indicator.DistinctBy(AreaOf).Count(),
                string.Join(',', indicator.Select(figure => figure.Observation.Series.Basis).Where(basis => basis.IsActual()).Distinct().Select(Codes.Basis.Write).Order()))).ToHashSet(),
            explorer.Indicators().Select(line => (line.Indicator, line.Figures, line.Areas, string.Join(',', line.Bases.Split(',').Order()))).ToHashSet());
        foreach (var indicator in stored.Select(IndicatorOf).Distinct())
        {
            var own = stored.Where(figure => IndicatorOf(figure) == indicator).ToList();
            Assert.Equal(own.SelectMany(figure => new[] { figure.RecordedAt, figure.SupersededAt }).OfType<DateTimeOffset>().Distinct().OrderDescending(), explorer.Figures(indicator, asOf: null).Moments);
            foreach (var month in own.Where(figure => figure.SupersededAt is null).GroupBy(MonthOf))
                Assert.Equal(month.Select(figure => figure.Id).Order(), explorer.FiguresOf(indicator, YearMonth.Parse(month.Key)).Figures.Select(figure => figure.Id).Order());
        }

        var sources = new SourcesQuery(store.Database);
        var lines = sources.Lines();
        Assert.Equal(standing.Select(figure => figure.Observation.Source).Distinct().Order(), lines.Keys.Order());
        foreach (var source in standing.GroupBy(figure => figure.Observation.Source))
        {
            var line = lines[source.Key];
            Assert.Equal((source.Count(), source.Min(MonthOf), source.Max(MonthOf)), ((int)line.Figures, line.FirstMonth, line.LastMonth));
            Assert.Equal(source.Select(AreaOf).Distinct().Order(), line.Areas.Split(',').Order());
            Assert.Equal(source.OrderBy(figure => figure.BatchId).ThenBy(figure => figure.Line).Select(figure => figure.Id), sources.Figures(source.Key).Select(figure => figure.Id));
        }

        Assert.Equal(
            results.GroupBy(MonthOf).OrderByDescending(month => month.Key, StringComparer.Ordinal).Select(month => new BulletinMonth { Month = month.Key, Figures = month.Count(), Areas = month.DistinctBy(AreaOf).Count() }),
            new BulletinQuery(store.Database).Months());
        var areas = new AreaQuery(store.Database);
        foreach (var area in standing.Select(AreaOf).Distinct().Select(store.Catalog.Area))
        {
            var all = AreaProfile.Of(store.Catalog, area, ShownFigure.Of(areas.Figures(area.Code), store.Catalog), areas.Peers, new Dictionary<string, int>(StringComparer.Ordinal));
            Assert.Equal(Text(all), Text(areas.Profile(store.Catalog, area)));

            var figures = areas.Figures(area.Code);
            var last = figures.GroupBy(figure => figure.Observation.Series).ToDictionary(series => series.Key, series => series.Max(MonthOf));
            var latest = areas.Latest(area.Code);
            Assert.Equal(figures.Where(figure => MonthOf(figure) == last[figure.Observation.Series]).Select(figure => figure.Id).Order(), latest.Figures.Select(figure => figure.Id).Order());
            Assert.Equal(latest.Figures.Count < figures.Count, latest.HasOthers);
            Assert.Equal(figures.GroupBy(figure => figure.Observation.Source).Select(source => new AreaSource(source.Key, source.Count())).ToHashSet(), areas.Sources(area.Code).ToHashSet());
            Assert.Equal(CoverageCount.Read(connection).Where(count => count.Area == area.Code), areas.Coverage(area.Code));
            foreach (var month in figures.GroupBy(MonthOf))
                Assert.Equal(month.Select(figure => figure.Id).Order(), areas.OfMonth(area.Code, YearMonth.Parse(month.Key)).Select(figure => figure.Id).Order());
        }

        var counts = FigureCounts.Read(connection);
        Assert.All(standing.GroupBy(figure => (Area: AreaOf(figure), Indicator: IndicatorOf(figure))), pair => Assert.Equal(pair.Count(), counts.Of(pair.Key.Area, pair.Key.Indicator)));
        Assert.All(standing.GroupBy(figure => figure.Observation.Source), source => Assert.Equal(source.Count(), counts.OfSource(source.Key)));
    }

    private static string Text(AreaProfile profile) => string.Join('\n', profile.Themes.Select(theme =>
        $"{theme.Theme.Code} {theme.More}: {string.Join(", ", theme.Headlines.Select(headline => $"{headline.Shown.Figure.Id} of {string.Join(' ', headline.Past.Select(past => past.Month))} {headline.Place}"))}"));

    private static string AreaOf(Figure figure) => figure.Observation.Series.Area;

    private static string IndicatorOf(Figure figure) => figure.Observation.Series.Indicator;

    private static string MonthOf(Figure figure) => figure.Observation.Period.ReferenceMonth.ToString();
}
