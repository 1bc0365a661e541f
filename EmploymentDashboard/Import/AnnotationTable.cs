using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Annotations as a file of the data folder, <c>annotations.csv</c>. A folder may have none.</summary>
/// <param name="Entries">All rows without an error, each under its code.</param>
/// <param name="Issues">What is wrong with the rest.</param>
public sealed record AnnotationTable(IReadOnlyList<(string Code, AnnotationContent Content)> Entries, IReadOnlyList<ImportIssue> Issues)
{
    public const string FileName = "annotations.csv";

    internal static readonly string[] Header = ["code", "period", "area", "indicator", "theme", "kind", "text_zh", "text_en", "source", "locator"];

    /// <param name="catalog">What the rows may refer to.</param>
    public static async Task<AnnotationTable> ReadAsync(string folder, Catalog catalog, CancellationToken cancellation = default)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return new([], []);

        var log = new IssueLog(FileName);
        var file = await DataFolder.TryReadAsync(path, log, cancellation);
        var entries = file is not null && ReferenceTable.Read(file, Header, log) is { } table ? table.Entries(row => Read(row, catalog)) : [];
        return new([.. entries.Select(entry => entry.Value)], log.Issues);
    }

    private static (string Code, AnnotationContent Content) Read(ReferenceRow row, Catalog catalog)
    {
        if (!Edtf.TryParse(row.Text("period"), out var period))
            row.Invalid("period", new("EDTF 的日、月或区间，如 2020-03、2020-03-20~", "a day, month or interval in EDTF such as 2020-03 or 2020-03-20~"));
        if (!row["indicator"].IsEmpty && !row["theme"].IsEmpty)
            row.Invalid("theme", new("空：指标和主题只写一个", "nothing: give an indicator or a theme, not both"));

        return (row.Text("code"), new()
        {
            Period = period!,
            Area = row.Known("area", code => catalog.TryArea(code, out _), IssueKind.UnknownArea),
            Indicator = row.Known("indicator", code => catalog.TryIndicator(code, out _), IssueKind.UnknownIndicator),
            Theme = row.Known("theme", code => catalog.TryTheme(code, out _), IssueKind.UnknownReference),
            Kind = row.OneOf("kind", AnnotationKinds.Codes),
            Chinese = row.Required("text_zh"),
            English = row.Text("text_en"),
            Source = row.Known("source", code => catalog.TrySource(code, out _), IssueKind.UnknownSource),
            Locator = row.Text("locator"),
        });
    }
}
