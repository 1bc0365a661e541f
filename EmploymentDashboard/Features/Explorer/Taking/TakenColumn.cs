using System.Globalization;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer.Taking;

/// <summary>A column of a file of figures.</summary>
/// <param name="Width">In characters of a spreadsheet's font.</param>
/// <param name="Text">What stands in it; of the column of numbers only the sign and digits as people write them.</param>
public sealed record TakenColumn(Bilingual Head, int Width, Func<TakenFigure, string> Text)
{
    /// <summary>Whether it holds the numbers themselves.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The columns of a file; each row names its sources and the view, so that rows copied elsewhere still do.</summary>
    public static IReadOnlyList<TakenColumn> All(TakenView view)
    {
        var catalog = view.Catalog;
        return
        [
            new(new("地区", "Area"), 14, figure => catalog.Area(figure.Series.Area).Name),
            new(new("指标", "Indicator"), 18, figure => catalog.Indicator(figure.Series.Indicator).Name),
            new(new("分项", "Category"), 12, figure => catalog.Breakdown(figure.Series.Breakdown) is { IsTotal: false } breakdown ? breakdown.Name : ""),
            new(new("口径", "Basis"), 10, figure => figure.Series.Basis.Name()),
            new(new("期间", "Period"), 20, figure => Format.Words(figure.Period)),
            new(new("界限", "Bound"), 9, figure => figure.Quantity is { Bound: not Bound.Exact } quantity ? quantity.Bound.Name() : ""),
            new(new("数值", "Figure"), 14, figure => figure.Quantity?.Value.ToString(CultureInfo.InvariantCulture) ?? "") { IsNumber = true },
            new(new("单位", "Unit"), 9, figure => figure.Unit.ToString()),
            new(new("状态", "State"), 12, figure => figure.State),
            new(new("推算", "Computed"), 14, figure => figure.HowComputed),
            new(new("由何算得", "Computed from"), 24, figure => figure.IsComputed ? Join(figure.Stored.Select(input => Words(input, catalog))) : ""),
            new(new("原文", "As printed"), 24, figure => figure.IsComputed ? "" : figure.Stored[0].Observation.AsPrinted),
            new(new("来源", "Source"), 50, figure => Join(Sources(figure).Select(code => Citation.Of(catalog.Source(code))))),
            new(new("版面位置", "Place in the source"), 18, figure => figure.IsComputed ? "" : figure.Stored[0].Observation.Locator),
            new(new("说明", "Note"), 30, figure => figure.IsComputed ? "" : figure.Stored[0].Observation.Note),
            new(new("另有来源", "Other sources"), 24, figure => Join(figure.Others.Select(other => $"{Words(other, catalog)} {catalog.Source(other.Observation.Source).Headline}"))),
            new(new("批次与行", "Batch and line"), 12, figure => Join(figure.Stored.Select(stored => string.Create(CultureInfo.InvariantCulture, $"#{stored.BatchId}:{stored.Line}")))),
            new(new("地区代码", "Area code"), 10, figure => figure.Series.Area),
            new(new("指标代码", "Indicator code"), 22, figure => figure.Series.Indicator),
            new(new("分项代码", "Category code"), 12, figure => figure.Series.Breakdown),
            new(new("口径代码", "Basis code"), 10, figure => Codes.Basis.Write(figure.Series.Basis)),
            new(new("期间代码", "Period code"), 18, figure => figure.Period.Edtf),
            new(new("界限代码", "Bound code"), 10, figure => figure.Quantity is { } quantity ? Codes.Bound.Write(quantity.Bound) : ""),
            new(new("图表", "View"), 24, _ => view.Title),
            new(new("数据截至", "As known at"), 20, _ => Format.Words(view.KnownAt)),
            new(new("网址", "Address"), 40, _ => view.Address),
        ];
    }

    private static IEnumerable<string> Sources(TakenFigure figure) => figure.Stored.Select(stored => stored.Observation.Source).Distinct();

    private static string Words(Figure figure, Catalog catalog) =>
        $"{catalog.Area(figure.Observation.Series.Area).Name} {Format.Words(figure.Observation.Period)} {(figure.Observation.Quantity is { } quantity ? Format.WithUnit(quantity, catalog.Indicator(figure.Observation.Series.Indicator).Unit) : figure.Observation.Status.Name())}";

    private static string Join(IEnumerable<string> parts) => string.Join(new Bilingual("；", "; "), parts);
}
