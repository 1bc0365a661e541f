using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>What figures can name, read from the five reference files of a data folder.</summary>
/// <param name="Catalog">All rows without an error.</param>
/// <param name="Issues">What is wrong with the rest.</param>
public sealed record ReferenceTables(Catalog Catalog, IReadOnlyList<ImportIssue> Issues)
{
    internal static readonly string[] AreaHeader = ["code", "kind", "parent", "name_zh", "name_en", "short_name", "aliases", "tile_column", "tile_row"];
    internal static readonly string[] ThemeHeader = ["code", "name_zh", "name_en"];
    internal static readonly string[] IndicatorHeader =
        ["code", "name_zh", "name_en", "theme", "unit", "unit_en", "decimals", "additive", "more_is_better", "definition_zh", "definition_en", "aliases"];

    internal static readonly string[] BreakdownHeader = ["code", "name_zh", "name_en", "dimension", "parent", "exhaustive", "aliases"];
    internal static readonly string[] SourceHeader =
        ["code", "publisher", "headline", "author", "published", "published_how_zh", "published_how_en", "page", "url", "language"];

    /// <summary>Reads areas.csv, themes.csv, indicators.csv, breakdowns.csv and sources.csv.</summary>
    public static async Task<ReferenceTables> ReadAsync(string folder, CancellationToken cancellation = default)
    {
        var issues = new List<ImportIssue>();
        var areas = await ReadAsync("areas.csv", AreaHeader, ReadArea, (entries, log) => WithParents(entries, area => area.Code, area => area.Parent, log));
        var themes = await ReadAsync("themes.csv", ThemeHeader, ReadTheme, Values);
        var indicators = await ReadAsync("indicators.csv", IndicatorHeader, ReadIndicator, (entries, log) => WithThemes(entries, themes, log));
        var breakdowns = await ReadAsync("breakdowns.csv", BreakdownHeader, ReadBreakdown, (entries, log) => WithParents(entries, breakdown => breakdown.Code, breakdown => breakdown.Parent, log));
        var sources = await ReadAsync("sources.csv", SourceHeader, ReadSource, Values);

        var catalog = new Catalog(areas, themes, indicators, breakdowns, sources);
        return new(catalog, [.. issues, .. AmbiguousNames(catalog)]);

        async Task<IReadOnlyList<T>> ReadAsync<T>(
            string name, string[] header, Func<ReferenceRow, T> read, Func<IReadOnlyList<ReferenceTable.Entry<T>>, IssueLog, IReadOnlyList<T>> check)
        {
            var log = new IssueLog(name);
            var file = await DataFolder.TryReadAsync(Path.Combine(folder, name), log, cancellation);
            var values = file is not null && ReferenceTable.Read(file, header, log) is { } table ? check(table.Entries(read), log) : [];
            issues.AddRange(log.Issues);
            return values;
        }
    }

    private static Area ReadArea(ReferenceRow row)
    {
        var (column, line) = (row.NumberOrNull("tile_column"), row.NumberOrNull("tile_row"));
        if (column is null != line is null)
            row.Invalid(column is null ? "tile_column" : "tile_row", new("两个位置都填或都不填", "both tile positions or neither"));

        return new(
            row.Text("code"),
            row.OneOf("kind", Codes.AreaKind),
            row.TextOrNull("parent"),
            row.Both("name_zh", "name_en"),
            row.Required("short_name"),
            row.List("aliases"),
            column is { } c && line is { } r ? new TilePosition(c, r) : null);
    }

    private static Theme ReadTheme(ReferenceRow row) => new(row.Text("code"), row.Both("name_zh", "name_en"));

    private static Indicator ReadIndicator(ReferenceRow row)
    {
        row.Required("decimals");
        return new(
            row.Text("code"),
            row.Both("name_zh", "name_en"),
            row.Required("theme"),
            new(row.Required("unit"), row.Required("unit_en")),
            row.NumberOrNull("decimals") ?? 0,
            row.YesNo("additive"),
            row.YesNoOrNull("more_is_better"),
            row.Both("definition_zh", "definition_en"),
            row.List("aliases"));
    }

    private static Breakdown ReadBreakdown(ReferenceRow row)
    {
        var isTotal = row.Text("code") == Breakdown.Total;
        if (isTotal && !row["parent"].IsEmpty)
            row.Invalid("parent", new("总数没有上级", "nothing: the total has no parent"));
        return new(
            row.Text("code"),
            row.Both("name_zh", "name_en"),
            isTotal ? row.Text("dimension") : row.Required("dimension"),
            isTotal ? null : row.Required("parent"),
            row.YesNo("exhaustive"),
            row.List("aliases"));
    }

    private static Source ReadSource(ReferenceRow row)
    {
        if (!Edtf.TryParse(row.Text("published"), out var published))
            row.Invalid("published", new("EDTF 日期，如 2020-03-21~", "a date in EDTF such as 2020-03-21~"));
        return new(
            row.Text("code"),
            row.Required("publisher"),
            row.Required("headline"),
            row.Text("author"),
            published!,
            new(row.Text("published_how_zh"), row.Text("published_how_en")),
            row.Text("page"),
            row.Text("url"),
            row.Text("language"));
    }

    private static IReadOnlyList<T> Values<T>(IReadOnlyList<ReferenceTable.Entry<T>> entries, IssueLog log) => [.. entries.Select(entry => entry.Value)];

    private static IReadOnlyList<Indicator> WithThemes(IReadOnlyList<ReferenceTable.Entry<Indicator>> entries, IReadOnlyList<Theme> themes, IssueLog log)
    {
        var known = themes.Select(theme => theme.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => !known.Contains(entry.Value.Theme)))
            log.Add(IssueKind.UnknownReference, new(string.Join("、", known), string.Join(", ", known)), entry.Row["theme"]);
        return [.. entries.Select(entry => entry.Value).Where(indicator => known.Contains(indicator.Theme))];
    }

    /// <summary>Leaves out what hangs on a parent that is not there, or on itself; keeps the order of the file.</summary>
    private static IReadOnlyList<T> WithParents<T>(IReadOnlyList<ReferenceTable.Entry<T>> entries, Func<T, string> code, Func<T, string?> parent, IssueLog log)
    {
        var rooted = new HashSet<string>(StringComparer.Ordinal);
        while (entries.Any(entry => IsRooted(entry.Value) && rooted.Add(code(entry.Value))))
        {
            // Each round adds at least one entry whose parent is rooted already.
        }

        foreach (var entry in entries.Where(entry => !rooted.Contains(code(entry.Value))))
            log.Add(IssueKind.UnknownReference, new("表中另一行的代码，且不绕回自身", "the code of another row that does not lead back here"), entry.Row["parent"]);
        return [.. entries.Select(entry => entry.Value).Where(value => rooted.Contains(code(value)))];

        bool IsRooted(T value) => parent(value) is not { } above || rooted.Contains(above);
    }

    private static IEnumerable<ImportIssue> AmbiguousNames(Catalog catalog)
    {
        var names = new ReferenceNames(catalog);
        return
        [
            .. Ambiguous(names.Areas, "areas.csv", area => area.Code),
            .. Ambiguous(names.Indicators, "indicators.csv", indicator => indicator.Code),
            .. Ambiguous(names.Breakdowns, "breakdowns.csv", breakdown => breakdown.Code),
        ];
    }

    private static IEnumerable<ImportIssue> Ambiguous<T>(NameIndex<T> index, string file, Func<T, string> code)
        where T : notnull
    {
        var log = new IssueLog(file);
        foreach (var (name, entries) in index.Ambiguous)
            log.Add(IssueKind.AmbiguousName, new($"只指一处；现指 {string.Join("、", entries.Select(code))}", $"one meaning; it means {string.Join(", ", entries.Select(code))}"), name);
        return log.Issues;
    }
}
