using System.Diagnostics.CodeAnalysis;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Cells to an observation: names are looked up, texts parsed, defaults filled in. A row with an error gives none.</summary>
public sealed class ObservationReader(Catalog catalog, IssueLog log)
{
    private readonly ReferenceNames _names = new(catalog);
    private readonly Dictionary<SeriesKey, SeriesKey> _series = [];
    private readonly Memo<PeriodReading> _periods = new(text => PeriodParser.Read(text, PeriodContext.None));
    private SeriesKey? _last;

    public ImportedFigure? Read(RawFigure raw)
    {
        var errorsBefore = log.ErrorCount;
        var area = Named(raw[FigureField.Area], _names.Areas, IssueKind.UnknownArea, new("已知的地区", "a known area"));
        var indicator = Named(raw[FigureField.Indicator], _names.Indicators, IssueKind.UnknownIndicator, new("已知的指标", "a known indicator"));
        var breakdown = BreakdownOf(raw[FigureField.Breakdown]);
        var basis = Listed(raw[FigureField.Basis], ReferenceNames.Bases, Codes.Basis, IssueKind.UnknownBasis, Basis.Flow);
        var source = SourceOf(raw[FigureField.Source]);
        var period = PeriodOf(raw[FigureField.Period]);
        var status = raw[FigureField.Status].IsEmpty
            ? (ObsStatus?)null
            : Listed(raw[FigureField.Status], ReferenceNames.Statuses, Codes.Status, IssueKind.UnknownStatus, ObsStatus.Normal);
        var figure = indicator is null ? default : FigureOf(raw, indicator.Unit, status);
        if (log.ErrorCount > errorsBefore)
            return null;

        return new(
            new()
            {
                Series = Shared(new(area!.Code, indicator!.Code, breakdown!, basis!.Value)),
                Period = period!,
                Quantity = figure.Quantity,
                Status = figure.Status,
                Source = source!,
                AsPrinted = SpreadsheetText.Unescape(raw[FigureField.AsPrinted].Text),
                Locator = SpreadsheetText.Unescape(raw[FigureField.Locator].Text),
                Note = SpreadsheetText.Unescape(raw[FigureField.Note].Text),
            },
            raw);
    }

    /// <summary>One object for each series, however many rows it has.</summary>
    private SeriesKey Shared(SeriesKey series)
    {
        // Rows of one series mostly follow each other.
        if (_last == series)
            return _last;

        if (!_series.TryGetValue(series, out _last))
            _series.Add(series, _last = series);
        return _last;
    }

    private T? Named<T>(Cell cell, NameIndex<T> index, IssueKind kind, Bilingual expected)
        where T : class
    {
        if (index.TryFind(SpreadsheetText.Unescape(cell.Text), out var entry))
            return entry;

        log.Add(kind, WithNearest(expected, index.Nearest(cell.Text)), cell);
        return null;
    }

    private static Bilingual WithNearest(Bilingual expected, IReadOnlyList<string> nearest) => nearest.Count == 0
        ? expected
        : new($"{expected.Zh}；相近的有 {string.Join("、", nearest)}", $"{expected.En}; nearest: {string.Join(", ", nearest)}");

    private T? Listed<T>(Cell cell, NameIndex<T> index, CodeList<T> codes, IssueKind kind, T ifEmpty)
        where T : struct, Enum
    {
        if (cell.IsEmpty)
            return ifEmpty;
        if (index.TryFind(cell.Text, out var value))
            return value;

        log.Add(kind, new(string.Join("、", codes.All), string.Join(", ", codes.All)), cell);
        return null;
    }

    private string? BreakdownOf(Cell cell)
    {
        if (cell.IsEmpty)
            return Breakdown.Total;
        return Named(cell, _names.Breakdowns, IssueKind.UnknownBreakdown, new("已知的分项，或留空", "a known breakdown, or nothing"))?.Code;
    }

    private string? SourceOf(Cell cell) => Named(cell, _names.Sources, IssueKind.UnknownSource, new("来源的代码", "the code of a source"))?.Code;

    private Period? PeriodOf(Cell cell)
    {
        switch (_periods.Of(cell.Text))
        {
            case PeriodReading.Read { Period: var period }:
                return period;
            case PeriodReading.Unreadable { Fault: var fault }:
                log.Add(IssueKind.PeriodUnreadable, new($"带年份的年、月、日、季度或起止月份；{fault.Message().Zh}", $"a year, quarter, month, day or span of months, with its year; {fault.Message().En}"), cell);
                break;
        }

        return null;
    }

    private (Quantity? Quantity, ObsStatus Status) FigureOf(RawFigure raw, Unit unit, ObsStatus? status)
    {
        var value = raw[FigureField.Value];
        switch (FigureParser.Read(value.Text))
        {
            case FigureReading.Unreadable { Fault: var fault }:
                log.Add(IssueKind.NotANumber, new($"一个确定的数；{fault.Message().Zh}", $"one certain number; {fault.Message().En}"), value);
                break;
            case FigureReading.Missing { IsMarked: var isMarked }:
                if (status is { } given ? !given.IsMissing() : !isMarked)
                    log.Add(IssueKind.ValueWithoutNumber, new("一个数，或缺数的标记", "a number, or a mark that it is missing"), value);
                CheckPrinted(raw, null, 1);
                return (null, status ?? ObsStatus.Missing);
            case FigureReading.Number number:
                if (status?.IsMissing() == true)
                    log.Add(IssueKind.NumberWithMissingStatus, new("没有数值", "no number"), value);
                if (FactorOf(raw, number, unit) is { } factor && BoundOf(raw, number, out var bound))
                {
                    var quantity = new Quantity(number.Quantity.Value * factor, bound);
                    CheckPrinted(raw, quantity, factor);
                    return (quantity, status ?? ObsStatus.Normal);
                }

                break;
        }

        return default;
    }

    /// <summary>By what the number must be multiplied to be in the indicator's unit. A multiplier counts once: in the number or in the unit column.</summary>
    private decimal? FactorOf(RawFigure raw, FigureReading.Number number, Unit unit)
    {
        var cell = raw[FigureField.Unit];
        var factor = cell.IsEmpty ? 1 : UnitConversion.Factor(cell.Text, unit);
        var expected = new Bilingual($"单位 {unit.Zh}，或其万、亿倍", $"the unit {unit.Zh} ({unit.En}), or 万 or 亿 of it");
        if (factor is null)
        {
            log.Add(IssueKind.UnitMismatch, expected, cell);
            return null;
        }

        var isOfIndicator = number.Unit.Length == 0 || UnitConversion.IsSame(number.Unit, unit);
        var isCountedTwice = factor != 1 && (number.IsScaled || number.Unit.Length > 0);
        if (isOfIndicator && !isCountedTwice)
            return factor;

        log.Add(
            IssueKind.UnitMismatch,
            isCountedTwice ? new("数值和单位列里只有一处写万、亿和单位", "万, 亿 and the unit in one place only, value or unit column") : expected,
            raw[FigureField.Value]);
        return null;
    }

    private bool BoundOf(RawFigure raw, FigureReading.Number number, [NotNullWhen(true)] out Bound bound)
    {
        bound = number.Quantity.Bound;
        var cell = raw[FigureField.Bound];
        if (cell.IsEmpty)
            return true;
        if (Listed(cell, ReferenceNames.Bounds, Codes.Bound, IssueKind.UnknownBound, Bound.Exact) is not { } given)
            return false;
        if (bound != Bound.Exact && bound != given)
        {
            log.Add(IssueKind.BoundDisagrees, new(Codes.Bound.Write(bound), Codes.Bound.Write(bound)), cell);
            return false;
        }

        bound = given;
        return true;
    }

    /// <summary>Reads the printed fragment for itself. Under a table head in 万元 it may be printed in that unit too.</summary>
    private void CheckPrinted(RawFigure raw, Quantity? quantity, decimal factor)
    {
        var cell = raw[FigureField.AsPrinted];
        if (cell.IsEmpty)
            return;

        switch (FigureParser.Read(SpreadsheetText.Unescape(cell.Text)))
        {
            case FigureReading.Unreadable { Fault: var fault }:
                log.Add(IssueKind.PrintedUnreadable, new($"含一个数的片段；{fault.Message().Zh}", $"a fragment with one number; {fault.Message().En}"), cell);
                break;
            case FigureReading.Missing when quantity is not null:
                log.Add(IssueKind.PrintedDisagrees, new(Format.Full(quantity.Value), Format.Full(quantity.Value)), cell);
                break;
            case FigureReading.Number { Quantity: var printed, IsScaled: var isScaled }:
                var isInTableUnit = !isScaled && printed * factor == quantity;
                if (printed != quantity && !isInTableUnit)
                {
                    var expected = quantity is { } known ? Format.Full(known) : "—";
                    log.Add(IssueKind.PrintedDisagrees, new($"与数值相同：{expected}", $"the same as the value: {expected}"), cell);
                }

                break;
        }
    }
}
