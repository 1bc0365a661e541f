using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>What columns and lines have in common: the value scale, the month axis and the lines of targets and caps.</summary>
internal sealed class MonthlyFrame
{
    public const double Height = 220;
    /// <summary>Middle of the lane of doubtful figures, in px.</summary>
    public const double Lane = UnitLine + 8;

    private const double UnitLine = 26;
    private const double DoubtLane = 24;
    private const double AxisHeight = 42;

    private readonly MonthlyChart _chart;
    private readonly ChartKey _key;
    private readonly double _left;
    private readonly double _right;
    private readonly Fit _fit;

    /// <param name="right">Room in px for labels right of the plot.</param>
    public MonthlyFrame(MonthlyChart chart, ChartKey key, double right)
    {
        (_chart, _key, _right) = (chart, key, right);
        var marks = chart.Series.SelectMany(series => series.Cells.Values).ToList();
        HasLane = marks.Exists(mark => mark.Status == ObsStatus.LowReliability);
        Top = UnitLine + (HasLane ? DoubtLane : 0);
        Scale = ValueScale.Covering([.. marks.Concat(chart.Lines.Select(line => line.Mark)).Where(mark => mark.IsDrawable).Select(mark => mark.Quantity!.Value.Value)]);
        Axis = new(chart.Months);
        _left = Math.Ceiling(Scale.Ticks.Max(tick => TextWidth.Of(TickText(tick), 12))) + 10;
        _fit = new(width => width - _left - _right);
    }

    /// <summary>Whether there are doubtful figures, which have a lane of their own above the scale.</summary>
    public bool HasLane { get; }

    /// <summary>Of the plot, in px from the drawing's top.</summary>
    public double Top { get; }

    public double Base => Y(0);

    public double Bottom => Top + Height;


    public ValueScale Scale { get; }

    public MonthAxis Axis { get; }

    public Fit Fit => _fit;

    public double Y(decimal value) => Top + (Height * (1 - Scale.Fraction(value)));

    /// <summary>Begins the drawing and draws what lies behind the data.</summary>
    public void Open(MarkupWriter writer)
    {
        writer.Open("div", "plot").With("style", $"--before:{Format.Invariant(_left)}px;--after:{Format.Invariant(_right)}px");
        writer.Open("svg").With("height", Bottom + AxisHeight);
        writer.Open("g", "back").With("aria-hidden", "true");
        writer.Open("text", "unit-line").With("dx", -_left).With("y", 12).Text(new Bilingual($"单位：{_chart.Caption.Unit}", $"Unit: {_chart.Caption.Unit}")).Close();
        foreach (var tick in Scale.Ticks)
        {
            writer.Open("line", tick == 0 ? "grid-line zero-line" : "grid-line").With("x2", "100%").With("y1", Y(tick)).With("y2", Y(tick)).Close();
            writer.Open("text", "tick-value").With("dx", -8).With("y", Y(tick) + 4).With("text-anchor", "end").Text(TickText(tick)).Close();
        }

        foreach (var tick in Axis.MonthTicks(_fit))
            writer.Open("text", "tick " + tick.Tiers).WithShare("x", tick.At).With("y", Bottom + 17).With("text-anchor", "middle").Text(tick.Label).Close();
        foreach (var tick in Axis.YearTicks(_fit))
        {
            writer.Open("line", "tick year-line " + tick.Tiers).WithShare("x1", tick.At).WithShare("x2", tick.At).With("y1", Bottom + 24).With("y2", Bottom + 38).Close();
            writer.Open("text", "tick year " + tick.Tiers).WithShare("x", tick.At).With("dx", 5).With("y", Bottom + 36).Text(tick.Label).Close();
        }

        if (HasLane)
            writer.Open("line", "lane").With("x2", "100%").With("y1", Top - 8).With("y2", Top - 8).Close();
        writer.Close();
    }

    /// <summary>Draws targets and caps over the data and ends the drawing.</summary>
    public void Close(MarkupWriter writer)
    {
        var spans = _chart.Lines.Where(line => line.Mark.IsDrawable).Select(line => (Line: line, Span: Span(line.Mark.Period))).Where(pair => pair.Span is not null).ToList();
        var heights = Spread.Apart([.. spans.Select(pair => Y(pair.Line.Mark.Quantity!.Value.Value) - 6)], 16, Top + 6, Bottom - 4);
        foreach (var ((line, span), labelY) in spans.Zip(heights))
            WriteLine(writer, line, span!.Value.From, span.Value.To, labelY);
        writer.Close().Close();
    }

    private string TickText(decimal tick) => Format.Tick(tick) + (_chart.Caption.Unit.Zh == "%" ? "%" : "");

    /// <summary>The months that a target or cap speaks of, as fractions of the axis; null where none is shown.</summary>
    private (double From, double To)? Span(Period period)
    {
        var inside = Enumerable.Range(0, _chart.Months.Count).Where(index => period.Overlaps(Period.OfMonth(_chart.Months[index]))).ToList();
        return inside.Count == 0 ? null : (Axis.Left(inside[0]), Axis.Left(inside[^1] + 1));
    }

    private void WriteLine(MarkupWriter writer, ReferenceLine line, double from, double to, double labelY)
    {
        var mark = line.Mark;
        var y = Y(mark.Quantity!.Value.Value);
        _key.AddIf(mark.Quantity.Value.Bound.Direction() == Direction.Up, KeySign.Up);
        _key.AddIf(mark.Quantity.Value.Bound.Direction() == Direction.Down, KeySign.Down);
        writer.OpenMark("reference", line.Label, mark, _chart.Caption.Unit);
        writer.Open("line", mark.Basis == Basis.Target ? "aim-line" : "limit").WithShare("x1", from).WithShare("x2", to).With("y1", y).With("y2", y).Close();
        if (mark.Basis == Basis.Target)
            writer.Open("svg").WithShare("x", to).With("y", y).Open("path", "target").With("d", "M0-6L6 0L0 6L-6 0Z").Close().Close();

        var text = line.Label + " " + Marks.Value(mark, _chart.Caption.Unit);
        var endsAtRight = to > 0.5;
        writer.Open("text", "aim").WithShare("x", endsAtRight ? to : from).With("dx", endsAtRight ? -8 : 4).With("y", labelY).With("text-anchor", endsAtRight ? "end" : null).Text(text).Close();
        writer.Close();
    }
}
