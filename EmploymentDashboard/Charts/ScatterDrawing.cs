using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Draws two indicators against each other. Bounds are arrows along the axis that they belong to; no line is drawn through the points.</summary>
internal sealed class ScatterDrawing
{
    private const double Top = 16;
    private const double Height = 320;
    private const double Bottom = Top + Height;
    private const double AxisHeight = 22;
    private const double TickSize = 12;
    private const double LabelSize = 12;
    private const double Radius = 4.5;

    private readonly ScatterChart _chart;
    private readonly ChartKey _key;
    private readonly List<ScatterPoint> _drawn;
    private readonly ValueScale _x;
    private readonly ValueScale _y;
    private readonly Dictionary<string, int> _named = [];
    private readonly double _left;
    private readonly double _right;

    public ScatterDrawing(ScatterChart chart, ChartKey key)
    {
        (_chart, _key) = (chart, key);
        _drawn = [.. Drawn(chart)];
        _x = ValueScale.Holding([.. _drawn.Select(point => point.X.Measured.Value)]);
        _y = ValueScale.Holding([.. _drawn.Select(point => point.Y.Measured.Value)]);
        _left = Math.Ceiling(_y.Ticks.Max(tick => TextWidth.Of(Tick(tick, chart.Y), TickSize))) + 10;
        _right = Math.Ceiling(TextWidth.Of(Tick(_x.Max, chart.X), TickSize) / 2) + 4;
    }

    /// <summary>The points of which both figures can be drawn.</summary>
    public static IEnumerable<ScatterPoint> Drawn(ScatterChart chart) => chart.Points.Where(point => point.X.IsDrawable && point.Y.IsDrawable);

    /// <summary>An axis' title with its unit.</summary>
    public static string Title(ScatterAxis axis) => new Bilingual($"{axis.Title}（{axis.Unit}）", $"{axis.Title} ({axis.Unit})");

    public void Write(MarkupWriter writer)
    {
        writer.Open("p", "axis-title").Text("↑ " + Title(_chart.Y)).Close();
        writer.Open("div", "plot").With("style", $"--before:{Format.Invariant(_left)}px;--after:{Format.Invariant(_right)}px");
        writer.Open("svg").With("height", Bottom + AxisHeight);
        WriteAxes(writer);
        var isTabbable = _drawn.Count <= Marks.MostTabStops;
        foreach (var point in _drawn.OrderBy(point => point.IsApart))
            WritePoint(writer, point, isTabbable);
        WriteNames(writer);
        writer.Close().Close();
        writer.Open("p", "axis-title across").Text(Title(_chart.X) + " →").Close();
        WriteUnnamed(writer);
    }

    private static string Tick(decimal value, ScatterAxis axis) => Format.Tick(value, axis.Unit);

    private double X(ScatterPoint point) => _x.Fraction(point.X.Measured.Value);

    private double Y(ScatterPoint point) => Y(point.Y.Measured.Value);

    private double Y(decimal value) => Bottom - (Height * _y.Fraction(value));

    private void WriteAxes(MarkupWriter writer)
    {
        writer.Open("g", "back").With("aria-hidden", "true");
        foreach (var tick in _y.Ticks)
        {
            writer.Open("line", tick == 0 ? "grid-line zero-line" : "grid-line").With("x2", "100%").With("y1", Y(tick)).With("y2", Y(tick)).Close();
            writer.Open("text", "tick-value").With("dx", -8).With("y", Y(tick) + 4).With("text-anchor", "end").Text(Tick(tick, _chart.Y)).Close();
        }

        var ticks = _x.Ticks.ToList();
        var halves = ticks.Where((_, index) => index % 2 == 0).ToList();
        List<decimal>[] candidates = [ticks, halves];
        var chosen = new Fit(PlotWidth).FirstThatFits([.. candidates.Select(set => set.Select(tick => new AxisLabel(_x.Fraction(tick), TextWidth.Of(Tick(tick, _chart.X), TickSize))).ToList())]);
        foreach (var tick in ticks)
        {
            var at = _x.Fraction(tick);
            var tiers = string.Join(' ', Fit.Tiers.Where((_, tier) => candidates[chosen[tier]].Contains(tick)).Select(tier => tier.Class));
            writer.Open("line", tick == 0 ? "grid-line zero-line" : "grid-line").WithShare("x1", at).WithShare("x2", at).With("y1", Top).With("y2", Bottom).Close();
            if (tiers.Length > 0)
                writer.Open("text", "tick tick-value " + tiers).WithShare("x", at).With("y", Bottom + 17).With("text-anchor", "middle").Text(Tick(tick, _chart.X)).Close();
        }

        writer.Close();
    }

    private double PlotWidth(int width) => width - _left - _right;

    private void WritePoint(MarkupWriter writer, ScatterPoint point, bool isTabbable)
    {
        AddToKey(point);
        var href = point.Y.Href ?? point.X.Href;
        writer.Open(href is null ? "g" : "a", "mark scatter-point").With("href", href).With("role", href is null ? "img" : null)
            .With("tabindex", href is not null && !isTabbable ? "-1" : null).With("aria-label", Name(point)).With("data-tip", Tip(point));
        var (x, y) = (X(point), Y(point));
        writer.SidewaysArrow(x, y, point.X.Quantity!.Value.Bound).VerticalArrow(x, y, point.Y.Quantity!.Value.Bound, isColumn: false);
        writer.Open("circle", "scatter-dot" + (point.IsApart ? " apart" : "") + (point.X.IsDerived || point.Y.IsDerived ? " derived" : ""))
            .WithShare("cx", x).With("cy", y).With("r", Radius).Close();
        writer.Signs(Flags(point), x, 4, y - 8);
        writer.Close();
    }

    /// <summary>A mark that carries the signs of both figures.</summary>
    private static Mark Flags(ScatterPoint point) => point.Y with { IsConflict = point.X.IsConflict || point.Y.IsConflict, IsRevised = point.X.IsRevised || point.Y.IsRevised };

    private string Name(ScatterPoint point) => Prose.List([
        point.Label,
        $"{_chart.X.Title} {Marks.Spoken(point.X, _chart.X.Unit)}",
        $"{_chart.Y.Title} {Marks.Spoken(point.Y, _chart.Y.Unit)}",
        .. PeriodsAndNotes(point)]);

    private string Tip(ScatterPoint point) => string.Join('\n', [
        point.Label,
        $"{_chart.Y.Title} {Marks.Value(point.Y, _chart.Y.Unit)}",
        $"{_chart.X.Title} {Marks.Value(point.X, _chart.X.Unit)}",
        .. PeriodsAndNotes(point)]);

    private static IEnumerable<string> PeriodsAndNotes(ScatterPoint point) =>
        new[] { point.Y, point.X }.Select(mark => $"{mark.Basis.Name()} · {Format.Words(mark.Period)}").Concat(Marks.Notes(point.Y)).Concat(Marks.Notes(point.X)).Distinct();

    private void AddToKey(ScatterPoint point)
    {
        _key.AddSignsOf(point.Y);
        _key.AddOriginOf(point.X);
        _key.AddIf(point.IsApart, KeySign.Apart);
        var across = point.X.Quantity!.Value.Bound.Direction();
        _key.AddIf(across == Direction.Up, KeySign.Right);
        _key.AddIf(across == Direction.Down, KeySign.Left);
        _key.AddIf(across == Direction.Either, KeySign.About);
    }

    /// <summary>Names, those of the outermost points first, wherever there is room.</summary>
    private void WriteNames(MarkupWriter writer)
    {
        if (_drawn.Count == 0)
            return;

        var (middleX, middleY) = (_drawn.Average(X), _drawn.Average(Y));
        var byWorth = _drawn.OrderByDescending(point => Math.Pow(X(point) - middleX, 2) + Math.Pow((Y(point) - middleY) / Height, 2)).ToList();
        var named = byWorth.Select(point => new NamedPoint(X(point), Y(point), TextWidth.Of(point.Label, LabelSize), Reach(point))).ToList();
        writer.Open("g", "names").With("aria-hidden", "true");
        foreach (var label in PointLabels.Place(named, PlotWidth, Top, Bottom, _right))
        {
            foreach (var tier in label.Tiers.Split(' '))
                _named[tier] = _named.GetValueOrDefault(tier) + 1;
            var point = named[label.Point];
            var (dx, dy, anchor) = label.Side switch
            {
                LabelSide.Right => (point.Reach.Right + PointLabels.Gap, 4.2, "start"),
                LabelSide.Left => (-point.Reach.Left - PointLabels.Gap, 4.2, "end"),
                LabelSide.Above => (0, -point.Reach.Up - 3.5, "middle"),
                _ => (0, point.Reach.Down + 11.5, "middle"),
            };
            writer.Open("text", "tick point-name " + label.Tiers).WithShare("x", point.At).With("dx", dx).With("y", point.Y + dy).With("text-anchor", anchor).Text(byWorth[label.Point].Label).Close();
        }

        writer.Close();
    }

    /// <summary>Says how many points found no room for their names, at each width.</summary>
    private void WriteUnnamed(MarkupWriter writer)
    {
        foreach (var tiers in Fit.Tiers.Select(tier => tier.Class).GroupBy(tier => _drawn.Count - _named.GetValueOrDefault(tier)).Where(tiers => tiers.Key > 0))
        {
            writer.Open("p", "unit-note tick " + string.Join(' ', tiers)).Text(new Bilingual(
                $"{tiers.Key} 个点写不下名字：指着它看，或看下面的数字表。",
                $"{Prose.Count(tiers.Key, "point")} without room for a name: point at it, or see the table below.")).Close();
        }
    }

    private static Reach Reach(ScatterPoint point)
    {
        var (x, y) = (point.X.Quantity!.Value.Bound.Direction(), point.Y.Quantity!.Value.Bound.Direction());
        double Length(bool hasArrow) => hasArrow ? BoundArrow.Length : Radius + 1;
        var signs = Flags(point).SignRoom();
        return new(
            Length(x is Direction.Down or Direction.Either),
            Math.Max(Length(x is Direction.Up or Direction.Either), signs + 4),
            Math.Max(Length(y is Direction.Up or Direction.Either), signs > 0 ? 13 : 0),
            Length(y == Direction.Down));
    }
}

/// <summary>Arrows from a point along a horizontal axis.</summary>
internal static class ScatterArrows
{
    public const string Right = "M4 0H14M10-4L14 0L10 4";
    public const string Left = "M-4 0H-14M-10-4L-14 0L-10 4";
    private const string Either = "M6-1q2-2.5 4 0t4 0M-14-1q2-2.5 4 0t4 0M6 3q2-2.5 4 0t4 0M-14 3q2-2.5 4 0t4 0";

    public static MarkupWriter SidewaysArrow(this MarkupWriter writer, double x, double y, Bound bound)
    {
        var shape = bound.Direction() switch
        {
            Direction.Up => Right,
            Direction.Down => Left,
            Direction.Either => Either,
            _ => null,
        };
        return shape is null ? writer : writer.Open("svg", "bound").WithShare("x", x).With("y", y).Open("path").With("d", shape).Close().Close();
    }
}
