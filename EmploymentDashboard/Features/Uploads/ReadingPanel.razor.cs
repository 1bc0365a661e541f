using System.Globalization;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Reading;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Uploads;

public sealed partial class ReadingPanel : ComponentBase
{
    /// <summary>Stands for "no such character" in a list of choices, where the empty value means that it is found.</summary>
    private const string None = "none";

    private const int MostLeftOut = 50;
    private const int MostExamples = 3;

    private IReadOnlyList<TableColumn> _columns = [];

    [Parameter, EditorRequired]
    public required ImportPreview Preview { get; set; }

    /// <summary>What is set by hand, already with what is just being read.</summary>
    [Parameter, EditorRequired]
    public required ImportSettings Settings { get; set; }

    [Parameter]
    public EventCallback<ImportSettings> Changed { get; set; }

    [Inject]
    public required CatalogCache Catalogs { get; init; }

    /// <summary>As it is now: a source may be entered while the page is open.</summary>
    private Catalog Catalog => Catalogs.Current;

    private static IReadOnlyList<(string, string)> Encodings => [.. ReadingSettings.EncodingNames.Select(name => (name, name))];

    private static IReadOnlyList<(string, string)> Delimiters => [.. ((string[])[",", ";", "\t", "|", " "]).Select(delimiter => (delimiter, (string)BatchWords.Delimiter(delimiter)))];

    private static IReadOnlyList<(string, string)> Quotes => [("\"", "\""), ("'", "'"), ("“", "“ ”"), (None, Say("无", "none"))];

    private static IReadOnlyList<(string, string)> Escapes => [("\\", "\\"), (None, Say("无", "none"))];

    private static IReadOnlyList<(string, string)> Kinds => [.. Enum.GetValues<LayoutKind>().Select(kind => (kind.Code(), (string)BatchWords.Layout(kind.Code())))];

    private static IReadOnlyList<(string Value, string Text)> YesNo => [("yes", Say("是", "yes")), ("no", Say("否", "no"))];

    private static IReadOnlyList<(string, string)> Bases => [.. Enum.GetValues<Basis>().Select(basis => (Codes.Basis.Write(basis), (string)basis.Name()))];

    private static IReadOnlyList<(string Value, string Text)> Meanings => ColumnWords.Choices();

    private IReadOnlyList<(string, string)> Areas => [.. Catalog.Areas.Select(area => (area.Code, (string)area.Name))];

    private IReadOnlyList<(string, string)> Indicators => [.. Catalog.Indicators.Select(indicator => (indicator.Code, (string)indicator.Name))];

    private IReadOnlyList<(string, string)> Breakdowns => [.. Catalog.Breakdowns.Select(breakdown => (breakdown.Code, (string)breakdown.Name))];

    private IReadOnlyList<(string, string)> Sources => [.. Catalog.Sources.Select(source => (source.Code, source.Headline))];

    private ReadingSettings Reading => Settings.Reading ?? ReadingSettings.Found;

    private LayoutSettings Layout => Settings.Layout ?? LayoutSettings.None;

    /// <summary>Whether neither the table nor a person says where the figures come from, so that none could be taken.</summary>
    private bool LacksSource => Layout.Source is null && Preview.Layout is { } layout
        && !layout.Defaults.ContainsKey(FigureField.Source) && !layout.Columns.Any(column => column.Meaning.IsField(FigureField.Source));

    private string FillDownFound => Preview.Layout switch
    {
        null => "",
        { FillDown: [] } => Say("否", "no"),
        { FillDown: var columns } => Say($"是，第 {string.Join("、", columns)} 列", $"yes, in column {string.Join(", ", columns)}"),
    };

    protected override void OnParametersSet() => _columns = Preview.Layout?.Columns ?? Unknown();

    /// <summary>Where no table was found, the columns of the widest record, so that they can be named by hand.</summary>
    private IReadOnlyList<TableColumn> Unknown() =>
        [.. Enumerable.Range(1, Preview.Sample.Select(row => row.Fields.Count).DefaultIfEmpty().Max()).Select(column => new TableColumn(column, "", 1, ColumnMeaning.NotRead(LeftOutColumn.Unknown)))];

    private static LayoutKind? KindOf(string? code) => code is null ? null : Enum.GetValues<LayoutKind>().First(kind => kind.Code() == code);

    private static int? Number(string? text) => (int?)Addresses.Number(text);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string Words, int Count)> Fates(TableAccount account) =>
        Enum.GetValues<RowFate>().Where(fate => fate is not (RowFate.Figures or RowFate.Header or RowFate.Blank) && account[fate] > 0).Select(fate => ((string)fate.Name(), account[fate]));

    private string Default(FigureField field) => Preview.Layout?.Defaults.TryGetValue(field, out var cell) == true && cell.Line > 0
        ? Say($"{cell.Text}（第 {cell.Line} 行）", $"{cell.Text} (line {cell.Line})")
        : "";

    private bool IsHeader(CsvRow row) => Preview.Layout?.HeaderLines.Contains(row.Line) == true;

    private bool IsAbove(CsvRow row) => Preview.Layout is { } layout && row.Line < layout.HeaderLines[0];

    private IEnumerable<string> Examples(TableColumn column) => Preview.Sample
        .Where(row => Preview.Layout is null || row.Line > Preview.Layout.HeaderLines[^1])
        .Select(row => column.Column <= row.Fields.Count ? row.Fields[column.Column - 1].Trim() : "")
        .Where(text => text.Length > 0)
        .Distinct()
        .Take(MostExamples);

    private Task SetReading(ReadingSettings reading) => Changed.InvokeAsync(Settings with { Reading = reading });

    private Task SetLayout(LayoutSettings layout) => Changed.InvokeAsync(Settings with { Layout = layout });

    private Task SetColumn(TableColumn column, ColumnMeaning? meaning)
    {
        var columns = Layout.Columns.ToDictionary();
        if (meaning is null)
            columns.Remove(column.Column);
        else
            columns[column.Column] = meaning;
        return SetLayout(Layout with { Columns = columns });
    }
}
