using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>
/// Draws areas × months as a table in colour classes that scrolls within itself. Cells hold little, for there may be thousands:
/// charts.js makes tips and links of plain ones from what the table says once.
/// </summary>
internal sealed class HeatDrawing
{
    /// <summary>Up to so many months the numbers are seen; past them the colour alone, so that the whole is seen at once.</summary>
    public const int MostNumbered = 24;

    private const double NumberRoom = 46;
    private const double NumberSize = 12;
    private const double DenseCell = 15;
    private const double LabelGap = 8;
    private const double LabelSize = 13;
    private const double WidestLabel = 130;

    private readonly HeatTable _table;
    private readonly string _id;
    private readonly ChartKey _key;
    private readonly ValueClasses _classes;
    private readonly string _hrefStart;
    private bool _hasTabStop;

    public HeatDrawing(HeatTable table, string id, ChartKey key)
    {
        (_table, _id, _key) = (table, id, key);
        var marks = table.Rows.SelectMany(row => row.Cells.Values).ToList();
        _classes = ValueClasses.Of(table.Rows.Where(row => !row.IsApart).SelectMany(row => row.Cells.Values), table.Classing);
        _hrefStart = AddressPrefix.Of([.. marks.Select(mark => mark.Href).OfType<string>()]);
        IsDense = table.Months.Count > MostNumbered;
    }

    private bool IsDense { get; }

    public void Write(MarkupWriter writer)
    {
        var bases = _table.Rows.SelectMany(row => row.Cells.Values).Select(mark => mark.Basis).Distinct().ToList();
        var labelWidth = Math.Ceiling(_table.Rows.Max(row => Math.Min(TextWidth.Of(row.Label, LabelSize), WidestLabel)));
        ScrollHint.Write(writer, labelWidth + LabelGap + (_table.Months.Count * (IsDense ? DenseCell : NumberRoom)), _table.Months[0]);
        writer.Open("div", "scroll to-end");
        writer.Open("table", IsDense ? "heat dense" : "heat").With("style", $"--label:{Format.Invariant(labelWidth)}px").With("role", "grid").With("data-rove", "table")
            .With("aria-label", new Bilingual($"{_table.Caption.Title}，方向键在格间移动", $"{_table.Caption.Title}, arrow keys move between cells"))
            .With("data-from", _table.Months[0].ToString()).With("data-unit", _table.Caption.Unit.ToString())
            .With("data-basis", bases is [var basis] ? (string)basis.Name() : null).With("data-none", CellState.NotReported.Name()).With("data-href", _hrefStart);
        WriteHead(writer);
        WriteRows(writer, [.. _table.Rows.Where(row => !row.IsApart)], title: null);
        WriteRows(writer, [.. _table.Rows.Where(row => row.IsApart)], new Bilingual("与上面的地区重叠，不分级，不相比", "Overlap the areas above: not classed, not compared"));
        writer.Close().Close();
        ClassKey.Write(writer, _classes, _table.Classing, _table.Caption.Unit, _id);
    }

    private void WriteHead(MarkupWriter writer)
    {
        writer.Open("thead").Open("tr").Open("td").With("rowspan", "2").Close();
        foreach (var year in _table.Months.GroupBy(month => month.Year))
        {
            writer.Open("th", "year").With("scope", "colgroup").With("colspan", year.Count().ToString(CultureInfo.InvariantCulture))
                .Open("span").Text(year.Key.ToString(CultureInfo.InvariantCulture)).Close().Close();
        }

        writer.Close().Open("tr");
        foreach (var month in _table.Months)
        {
            var isShown = !IsDense || month.Month % 3 == 1;
            writer.Open("th", isShown ? "month" : "month unseen").With("scope", "col").Text(IsDense ? month.Month.ToString(CultureInfo.InvariantCulture) : MonthAxis.Name(month.Month)).Close();
        }

        writer.Close().Close();
    }

    private void WriteRows(MarkupWriter writer, IReadOnlyList<HeatRow> rows, string? title)
    {
        if (rows.Count == 0)
            return;

        writer.Open("tbody");
        if (title is not null)
            writer.Open("tr").Open("th", "group-title").With("scope", "rowgroup").With("colspan", (_table.Months.Count + 1).ToString(CultureInfo.InvariantCulture)).Open("span").Text(title).Close().Close().Close();
        foreach (var row in rows)
        {
            writer.Open("tr").Open("th").With("scope", "row");
            if (row.Href is null)
                writer.Text(row.Label);
            else
                writer.Open("a").With("href", row.Href).Text(row.Label).Close();
            writer.Close();
            foreach (var month in _table.Months)
                WriteCell(writer, row, month);
            writer.Close();
        }

        writer.Close();
    }

    private void WriteCell(MarkupWriter writer, HeatRow row, YearMonth month)
    {
        var isTabStop = !_hasTabStop && month == _table.Months[^1];
        _hasTabStop |= isTabStop;
        if (!row.Cells.TryGetValue(month, out var mark))
        {
            _key.Add(KeySign.NotReported);
            writer.Open("td").With("tabindex", isTabStop ? "0" : null).Close();
            return;
        }

        var one = mark.IsDrawable && !row.IsApart ? _classes.Find(mark.Measured.Value) : null;
        AddToKey(mark, one, row.IsApart);
        var number = mark.Quantity is { } quantity ? ShortNumber.Fitting(quantity, NumberRoom, NumberSize, _table.Caption.Unit.IsChange) ?? Format.Number(quantity, _table.Caption.Unit) : Marks.AbsenceSign(mark);
        var isShortened = mark.Quantity is { } full && ShortNumber.IsRounded(number, full, _table.Caption.Unit.IsChange);
        _key.AddIf(isShortened && !IsDense, KeySign.Rounded);

        writer.Open("td", Classes(mark, one)).With("tabindex", isTabStop ? "0" : null)
            .With("data-h", mark.Href is { } href ? href[_hrefStart.Length..] : null);
        if (IsPlain(mark))
            writer.With("data-v", isShortened ? Format.Number(mark.Quantity!.Value, _table.Caption.Unit with { IsInFull = true }) : null);
        else
            writer.With("data-tip", Tip(row, month, mark, one)).With("aria-label", Prose.List([Marks.Spoken(mark, _table.Caption.Unit), .. Marks.Notes(mark)]));
        WriteText(writer, mark, number);
        MarkSigns.WriteInline(writer, mark);
        writer.Close();
    }

    /// <summary>Whether the number says all, so that a tip can be made of it and its row and column.</summary>
    private static bool IsPlain(Mark mark) => mark.Quantity is { Bound: Bound.Exact } && !Marks.Notes(mark).Any();

    private static string? Classes(Mark mark, ValueClass? one)
    {
        var classes = string.Join(' ', new[]
        {
            one?.CssClass ?? (mark.IsDrawable ? mark.Quantity!.Value.Value == 0 ? "zero-class" : "apart" : "off"),
            mark.IsDerived ? "derived" : "",
            mark.Status == ObsStatus.LowReliability ? "doubtful" : "",
        }.Where(name => name.Length > 0));
        return classes;
    }

    private string Tip(HeatRow row, YearMonth month, Mark mark, ValueClass? one) => string.Join('\n', [
        Marks.Value(mark, _table.Caption.Unit),
        $"{row.Label} {month}",
        mark.Basis.Name(),
        .. one is null || mark.Quantity!.Value.Bound == Bound.Exact ? [] : new[] { ClassKey.Words(one, mark.Measured) },
        .. Marks.Notes(mark)]);

    /// <summary>The bound in a span of its own, for where cells are small it stands alone.</summary>
    private static void WriteText(MarkupWriter writer, Mark mark, string number)
    {
        if (mark.Status == ObsStatus.LowReliability)
            writer.Open("i").Text("◇").Close();
        var sign = mark.Quantity?.Bound.Sign() ?? "";
        if (sign.Length > 0)
            writer.Open("i").Text(sign).Close();
        if (mark.Quantity is null || number == "0")
            writer.Open("b").Text(number).Close();
        else
            writer.Text(number[sign.Length..]);
    }

    private void AddToKey(Mark mark, ValueClass? one, bool isApart)
    {
        _key.AddOriginOf(mark);
        _key.AddIf(one is { IsBelowZero: true }, KeySign.BelowZero);
        _key.AddIf(mark.Quantity is null, Marks.AbsenceKey(mark));
        _key.AddIf(mark.Status == ObsStatus.LowReliability, KeySign.DoubtfulPoint);
        _key.AddIf(mark.IsDrawable && one is null && !isApart, KeySign.ZeroClass);
        _key.AddIf(mark.IsDrawable && mark.Quantity!.Value.Bound != Bound.Exact, KeySign.BoundSign);
    }
}
