using System.Globalization;
using CsvHelper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Writes what figures refer to as the reference files of a data folder, which <see cref="ReferenceTables"/> and <see cref="AnnotationTable"/> read back as it was.</summary>
public static class ReferenceExport
{
    private const char ListSign = '|';

    /// <summary>The files by their names within the folder, each with what writes it.</summary>
    /// <param name="annotations">Those that stand.</param>
    public static IReadOnlyList<(string Name, Action<Stream> Write)> Files(Catalog catalog, IReadOnlyList<Annotation> annotations) =>
    [
        ("areas.csv", target => Write(target, ReferenceTables.AreaHeader, catalog.Areas.Select(area => (string[])
        [
            area.Code, Codes.AreaKind.Write(area.Kind), area.Parent ?? "", area.Name.Zh, area.Name.En, area.ShortName, List(area.Aliases),
            area.Tile is { } tile ? Number(tile.Column) : "", area.Tile is { } place ? Number(place.Row) : "",
        ]))),
        ("themes.csv", target => Write(target, ReferenceTables.ThemeHeader, catalog.Themes.Select(theme => (string[])[theme.Code, theme.Name.Zh, theme.Name.En]))),
        ("indicators.csv", target => Write(target, ReferenceTables.IndicatorHeader, catalog.Indicators.Select(indicator => (string[])
        [
            indicator.Code, indicator.Name.Zh, indicator.Name.En, indicator.Theme, indicator.Unit.Zh, indicator.Unit.En, Number(indicator.Decimals), YesNo(indicator.IsAdditive),
            indicator.MoreIsBetter is { } better ? YesNo(better) : "", indicator.Definition.Zh, indicator.Definition.En, List(indicator.Aliases),
        ]))),
        ("breakdowns.csv", target => Write(target, ReferenceTables.BreakdownHeader, catalog.Breakdowns.Select(breakdown => (string[])
            [breakdown.Code, breakdown.Name.Zh, breakdown.Name.En, breakdown.Dimension, breakdown.Parent ?? "", YesNo(breakdown.IsExhaustive), List(breakdown.Aliases)]))),
        ("sources.csv", target => Write(target, ReferenceTables.SourceHeader, catalog.Sources.Select(source => (string[])
        [
            source.Code, source.Publisher, source.Headline, source.Author, source.Published.Edtf, source.PublishedHow.Zh, source.PublishedHow.En, source.Page, source.Url, source.Language,
        ]))),
        (AnnotationTable.FileName, target => Write(target, AnnotationTable.Header, annotations.Select(annotation => (string[])
        [
            // What someone entered has no code of a file yet.
            annotation.Code ?? string.Create(CultureInfo.InvariantCulture, $"note-{annotation.Id}"), annotation.Content.Period.Edtf, annotation.Content.Area ?? "", annotation.Content.Indicator ?? "",
            annotation.Content.Theme ?? "", AnnotationKinds.Codes.Write(annotation.Content.Kind), annotation.Content.Chinese, annotation.Content.English, annotation.Content.Source ?? "", annotation.Content.Locator,
        ]))),
    ];

    private static void Write(Stream target, string[] header, IEnumerable<string[]> rows)
    {
        using var csv = CsvWriter.Create(target, leaveOpen: true);
        csv.WriteRecord(header);
        foreach (var row in rows)
            csv.WriteRecord([.. row.Select(SpreadsheetText.Escape)]);
    }

    private static string List(IReadOnlyList<string> names) => string.Join(ListSign, names);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string YesNo(bool value) => value ? "yes" : "no";
}
