using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>
/// Draws a small panel a series, side by side. Only the latest figure, and figures that carry a sign, are marks of their own: a
/// line of sixty months in a panel two fingers wide has no room for more. The others are told and opened by charts.js, month by
/// month as the pointer comes to them, from what the panels say.
/// </summary>
internal sealed class SmallMultiplesDrawing
{
    /// <summary>Few panels have the width for more height.</summary>
    private const int Few = 6;

    private const double LowHeight = 64;
    private const double TallHeight = 110;
    private const double DoubtLane = 14;
    private const double ClearOfLatest = 16;
    private const double AxisHeight = 18;
    private const double LabelSize = 12;
    private const double WidestValue = 58;
    private const double DateHeight = 14;

    private readonly SmallMultiples _chart;
    private readonly ChartKey _key;
    private readonly MonthAxis _axis;
    private readonly ValueScale _common;
    private readonly string _hrefStart;
    private readonly double _after;
    private readonly double _height;
    private readonly double _top;
    private readonly double _base;
    private readonly bool _isTabbable;

    public SmallMultiplesDrawing(SmallMultiples chart, ChartKey key)
    {
        (_chart, _key, _axis) = (chart, key, new(chart.Months));
        _common = Scale(chart.Panels);
        _hrefStart = AddressPrefix.Of([.. chart.Panels.SelectMany(panel => panel.Cells.Values).Select(mark => mark.Href).OfType<string>()]);
        _top = 18 + (chart.Panels.Any(panel => panel.Cells.Values.Any(mark => mark.Status == ObsStatus.LowReliability)) ? DoubtLane : 0);
        _height = chart.Panels.Count <= Few ? TallHeight : LowHeight;
        _base = _top + _height;
        _after = Math.Ceiling(chart.Panels.Select(EndWidth).DefaultIfEmpty().Max()) + 10;
        _isTabbable = chart.Panels.Sum(panel => Signed(panel).Count()) <= Marks.MostTabStops;
    }

    public void Write(MarkupWriter writer)
    {
        if (_chart.HasFreeScales)
            writer.Open("p", "warning").Text(new Bilingual("各图刻度不同：图与图之间，高低不能相比", "Each panel has its own scale: heights of different panels cannot be compared")).Close();
        else
            writer.Open("p", "unit-note").Text(new Bilingual($"单位：{_chart.Caption.Unit}；各图刻度相同", $"Unit: {_chart.Caption.Unit}; one scale for all panels")).Close();
        var bases = _chart.Panels.SelectMany(panel => panel.Cells.Values).Select(mark => mark.Basis).Distinct().ToList();
        writer.Open("div", _chart.Panels.Count <= Few ? "panels few" : "panels").With("style", $"--after:{Format.Invariant(_after)}px")
            .With("data-from", _chart.Months[0].ToString()).With("data-unit", Format.UnitSuffix(_chart.Caption.Unit))
            .With("data-basis", bases is [var basis] ? (string)basis.Name() : null).With("data-href", _hrefStart);
        foreach (var panel in _chart.Panels)
            WritePanel(writer, panel, _chart.HasFreeScales ? Scale([panel]) : _common);
        writer.Close();
    }

    private static ValueScale Scale(IEnumerable<MonthlySeries> panels) => ValueScale.Covering(
        [.. panels.SelectMany(panel => panel.Cells.Values).Where(mark => mark.IsDrawable).Select(mark => mark.Measured.Value)]);

    private string Percent => _chart.Caption.Unit.Zh == "%" ? "%" : "";

    private string Short(Mark mark) =>
        (ShortNumber.Fitting(mark.Quantity!.Value, WidestValue, LabelSize, _chart.Caption.Unit.IsChange) ?? Format.Number(mark.Quantity!.Value, _chart.Caption.Unit)) + Percent;

    private double EndWidth(MonthlySeries panel) => LastDrawn(panel) is not { } month ? 0
        : Math.Max(TextWidth.Of(Short(Latest(panel)!), LabelSize) + Latest(panel)!.SignRoom(), TextWidth.Of(DateOf(month), LabelSize));

    /// <summary>The month of a latest figure that is older than the axis' end; empty where it stands there.</summary>
    private string DateOf(int month) => month == _axis.Count - 1 ? "" : _chart.Months[month].ToString();

    private Mark? Latest(MonthlySeries panel) => LastDrawn(panel) is { } month ? panel.Cells[_chart.Months[month]] : null;

    private int? LastDrawn(MonthlySeries panel)
    {
        var last = Enumerable.Range(0, _axis.Count).LastOrDefault(month => LinePath.At(_chart.Months, panel.Cells, month) is not null, -1);
        return last < 0 ? null : last;
    }

    /// <summary>Columns whose figures are marks: the latest, and all that say more than their place on the line.</summary>
    private IEnumerable<int> Signed(MonthlySeries panel) => Enumerable.Range(0, _axis.Count).Where(month =>
        panel.Cells.TryGetValue(_chart.Months[month], out var mark)
        && mark.Obstacle == Obstacle.None
        && (month == LastDrawn(panel) || !mark.IsDrawable || mark.IsDerived || mark.HasSigns() || mark.Quantity!.Value.Bound != Bound.Exact));

    private void WritePanel(MarkupWriter writer, MonthlySeries panel, ValueScale scale)
    {
        double Y(decimal value) => _base - (_height * scale.Fraction(value));

        _key.AddIf(panel.Cells.Values.Any(mark => mark.Obstacle != Obstacle.None), KeySign.NotComputedGap);
        _key.AddIf(LinePath.HasGap(_chart.Months, panel.Cells), KeySign.Gap);
        writer.Open("div", "panel").Open("h3").Text(panel.Label).Close();
        writer.Open("svg").With("height", _base + AxisHeight).With("data-cells", string.Join(' ', _chart.Months.Select(month => CellOf(panel, month))));
        if (LastDrawn(panel) is not null)
            WriteScale(writer, panel, scale, Y);
        WriteMonths(writer);
        writer.Open("svg", "lines").With("y", _top).With("width", "100%").With("height", _height).With("viewBox", $"0 0 1000 {Format.Invariant(_height)}").With("preserveAspectRatio", "none")
            .Open("path", "line s1").With("d", LinePath.Of(_chart.Months, panel.Cells, month => _axis.Centre(month) * 1000, value => Y(value) - _top)).Close().Close();
        foreach (var month in Signed(panel))
            WriteMark(writer, panel, month, Y);
        if (LastDrawn(panel) is not { } last)
            writer.Open("text", "none-drawn").With("y", _top + (_height / 2)).Text(panel.Cells.Count == 0 ? CellState.NotReported.Name() : new Bilingual("没有可画的数字", "No figure to draw")).Close();
        else
            WriteLatest(writer, panel.Cells[_chart.Months[last]], last, Y);
        writer.Close().Close();
    }

    /// <summary>What is told of a month that has no mark of its own: the number in full, and the end of its address.</summary>
    private string CellOf(MonthlySeries panel, YearMonth month) => panel.Cells.TryGetValue(month, out var mark) && mark is { IsDrawable: true, Href: { } href }
        ? $"{Format.Number(mark.Quantity!.Value, _chart.Caption.Unit with { IsInFull = true })}|{href[_hrefStart.Length..]}"
        : "-";

    private void WriteScale(MarkupWriter writer, MonthlySeries panel, ValueScale scale, Func<decimal, double> y)
    {
        writer.Open("g", "back").With("aria-hidden", "true");
        foreach (var tick in new[] { scale.Max, 0, scale.Min }.Distinct())
            writer.Open("line", tick == 0 ? "grid-line zero-line" : "grid-line").With("x2", "100%").With("y1", y(tick)).With("y2", y(tick)).Close();
        writer.Open("text", "tick-value").With("y", 12).Text(Format.Tick(scale.Max, _chart.Caption.Unit) + (Percent.Length == 0 && _chart.HasFreeScales ? " " + _chart.Caption.Unit : "")).Close();
        if (scale.Min < 0 && y(scale.Min) - y(Latest(panel)!.Measured.Value) > ClearOfLatest + (DateOf(LastDrawn(panel)!.Value).Length == 0 ? 0 : DateHeight))
            writer.Open("text", "tick-value").With("x", "100%").With("dx", 5).With("y", y(scale.Min) + 4).Text(Format.Tick(scale.Min, _chart.Caption.Unit)).Close();
        writer.Close();
    }

    /// <summary>The two ends of the axis: years where it is longer than one.</summary>
    private void WriteMonths(MarkupWriter writer)
    {
        var (first, last) = (_chart.Months[0], _chart.Months[^1]);
        writer.Open("g", "back").With("aria-hidden", "true");
        var byYear = _chart.Months.Count > 12;
        writer.Open("text", "tick-value").With("y", _base + 14).Text(byYear ? FormattableString.Invariant($"{first.Year}") : first.ToString()).Close();
        if (first != last)
            writer.Open("text", "tick-value").With("x", "100%").With("y", _base + 14).With("text-anchor", "end").Text(byYear ? FormattableString.Invariant($"{last.Year}") : MonthAxis.Name(last.Month)).Close();
        writer.Close();
    }

    private void WriteMark(MarkupWriter writer, MonthlySeries panel, int month, Func<decimal, double> y)
    {
        var mark = panel.Cells[_chart.Months[month]];
        var x = _axis.Centre(month);
        _key.AddSignsOf(mark);
        writer.OpenMark("point s1", panel.Label, mark, _chart.Caption.Unit, _isTabbable || month == LastDrawn(panel));
        if (mark.Status == ObsStatus.LowReliability)
        {
            _key.Add(KeySign.DoubtfulPoint);
            writer.Open("svg").WithShare("x", x).With("y", _top - 7).Open("path", "doubtful-point").With("d", "M0-4L4 0L0 4L-4 0Z").Close().Close();
            writer.Signs(mark, x, 4, _top - 7);
        }
        else if (mark.Quantity is not { } quantity)
        {
            _key.Add(KeySign.MissingCross);
            writer.Open("svg").WithShare("x", x).With("y", _base + 4).Open("path", "missing-cross").With("d", "M-3-3L3 3M-3 3L3-3").Close().Close();
            writer.Signs(mark, x, 4, _base - 6);
        }
        else
        {
            writer.VerticalArrow(x, y(mark.Measured.Value), quantity.Bound, isColumn: false);
            writer.Open("circle", "point-dot" + (mark.IsDerived ? " hollow" : "")).WithShare("cx", x).With("cy", y(mark.Measured.Value)).With("r", 2.5).Close();
            if (month != LastDrawn(panel))
                writer.CentredSigns(mark, x, y(mark.Measured.Value) - (quantity.Bound == Bound.Exact ? 9 : 22));
        }

        writer.Close();
    }

    /// <summary>The latest figure at the line's end; where the line ends early, the way there is dotted and the month named.</summary>
    private void WriteLatest(MarkupWriter writer, Mark mark, int month, Func<decimal, double> y)
    {
        var x = _axis.Centre(month);
        var middle = y(mark.Measured.Value);
        _key.AddIf(ShortNumber.IsRounded(Short(mark)[..^Percent.Length], mark.Quantity!.Value, _chart.Caption.Unit.IsChange), KeySign.Rounded);
        writer.Open("line", "leader").WithShare("x1", x).With("x2", "100%").With("y1", middle).With("y2", middle).Close();
        var line = Math.Clamp(middle + 4.5, _top + 4, _base);
        writer.Open("text", "end s1").With("aria-hidden", "true").With("x", "100%").With("dx", 6).With("y", line).Text(Short(mark)).Close();
        if (DateOf(month) is { Length: > 0 } date)
            writer.Open("text", "tick-value").With("aria-hidden", "true").With("x", "100%").With("dx", 6).With("y", line + DateHeight > _base ? line - DateHeight : line + DateHeight).Text(date).Close();
        writer.Signs(mark, 1, 8 + TextWidth.Of(Short(mark), LabelSize), Math.Clamp(middle, _top, _base - 4));
    }
}
