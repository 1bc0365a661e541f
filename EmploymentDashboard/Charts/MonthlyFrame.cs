using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>What columns and lines have in common: the value scale, the month axis, the lines of targets and caps, and the labels right of the plot.</summary>
internal sealed class MonthlyFrame
{
    public const double Height = 220;

    /// <summary>Middle of the lane of doubtful figures, in px.</summary>
    public const double Lane = UnitLine + 8;

    /// <summary>From so many months on marks are drawn smaller, for a phone gives each but a few px.</summary>
    private const int Dense = 24;

    private const double UnitLine = 26;
    private const double DoubtLane = 24;
    private const double AxisHeight = 42;
    private const double LabelSize = 13;
    private const double WidestLabel = 130;

    /// <summary>Room in px before the number of an earlier target, for that of the column before it.</summary>
    private const double PastGap = 22;

    private readonly MonthlyChart _chart;
    private readonly ChartKey _key;
    private readonly List<(ReferenceLine Line, double From, double To)> _references;
    private readonly Annotations _annotations;
    private readonly double _signHeight;
    private readonly double _left;
    private readonly double _right;

    /// <param name="endLabels">Names that will stand right of the plot.</param>
    public MonthlyFrame(MonthlyChart chart, ChartKey key, IEnumerable<string> endLabels)
    {
        (_chart, _key) = (chart, key);
        var marks = chart.Series.SelectMany(series => series.Cells.Values).ToList();
        HasLane = marks.Exists(mark => mark.Status == ObsStatus.LowReliability);
        Top = UnitLine + (HasLane ? DoubtLane : 0);
        Axis = new(chart.Months);
        _references = [.. chart.Lines.Where(line => line.Mark.IsDrawable).Select(Place).OfType<(ReferenceLine, double, double)>()];
        Scale = ValueScale.Covering([.. marks.Concat(_references.Select(reference => reference.Line.Mark)).Where(mark => mark.IsDrawable).Select(mark => mark.Measured.Value)]);

        var beside = endLabels.Concat(_references.Where(ReachesEnd).SelectMany(reference => new[] { reference.Line.Label, Marks.Value(reference.Line.Mark, chart.Caption.Unit) })).ToList();
        _right = beside.Count == 0 ? 12 : Math.Ceiling(Math.Min(beside.Max(text => TextWidth.Of(text, LabelSize)), WidestLabel)) + 16;
        _left = Math.Ceiling(Scale.Ticks.Max(tick => TextWidth.Of(TickText(tick), 12))) + 10;
        Fit = new(width => width - _left - _right);
        _signHeight = chart.Style == MonthlyStyle.Columns && marks.Exists(mark => mark.HasSigns()) ? 14 : 0;
        _annotations = new(chart, Axis, Fit);
    }

    /// <summary>Whether there are doubtful figures, which have a lane of their own above the scale.</summary>
    public bool HasLane { get; }

    /// <summary>Whether targets or caps are named right of the plot, so that nothing else may reach there.</summary>
    public bool HasNamesBeside => _references.Exists(ReachesEnd);

    public bool IsDense => Axis.Count > Dense;

    /// <summary>Of the plot, in px from the drawing's top.</summary>
    public double Top { get; }

    public double Base => Y(0);

    public double Bottom => Top + Height;

    /// <summary>Middle of the signs below columns, in px. There they are clear of the numbers above.</summary>
    public double SignRow => Bottom + 8;

    public ValueScale Scale { get; }

    public MonthAxis Axis { get; }

    public Fit Fit { get; }

    /// <summary>Where the labels of the month axis begin, in px.</summary>
    private double AxisTop => Bottom + _signHeight + _annotations.Height;

    private bool IsPercent => _chart.Caption.Unit.Zh == "%";

    public double Y(decimal value) => Top + (Height * (1 - Scale.Fraction(value)));

    /// <summary>Begins the drawing and draws what lies behind the data.</summary>
    public void Open(MarkupWriter writer)
    {
        writer.Open("div", IsDense ? "plot dense" : "plot").With("style", $"--before:{Format.Invariant(_left)}px;--after:{Format.Invariant(_right)}px");
        writer.Open("svg").With("height", AxisTop + AxisHeight);
        writer.Open("g", "back").With("aria-hidden", "true");
        if (!IsPercent)
            writer.Open("text", "unit-line").With("dx", -_left).With("y", 12).Text(new Bilingual($"单位：{_chart.Caption.Unit}", $"Unit: {_chart.Caption.Unit}")).Close();
        foreach (var tick in Scale.Ticks)
        {
            writer.Open("line", tick == 0 ? "grid-line zero-line" : "grid-line").With("x2", "100%").With("y1", Y(tick)).With("y2", Y(tick)).Close();
            writer.Open("text", "tick-value").With("dx", -8).With("y", Y(tick) + 4).With("text-anchor", "end").Text(TickText(tick)).Close();
        }

        foreach (var tick in Axis.MonthTicks(Fit))
            writer.Open("text", "tick " + tick.Tiers).WithShare("x", tick.At).With("y", AxisTop + 17).With("text-anchor", "middle").Text(tick.Label).Close();
        foreach (var tick in Axis.YearTicks(Fit))
        {
            writer.Open("line", "tick year-line " + tick.Tiers).WithShare("x1", tick.At).WithShare("x2", tick.At).With("y1", AxisTop + 24).With("y2", AxisTop + 38).Close();
            writer.Open("text", "tick year " + tick.Tiers).WithShare("x", tick.At).With("dx", 5).With("y", AxisTop + 36).Text(tick.Label).Close();
        }

        if (HasLane)
            writer.Open("line", "lane").With("x2", "100%").With("y1", Top - 8).With("y2", Top - 8).Close();
        _annotations.WriteFlags(writer, Top, Bottom + _signHeight);
        writer.Close();
    }

    /// <summary>Draws targets and caps over the data, and all labels right of the plot clear of one another.</summary>
    public void WriteReferencesAnd(IReadOnlyList<EndLabel> ends, MarkupWriter writer)
    {
        var named = _references.Where(ReachesEnd).ToList();
        var wished = named.Select(reference => (Y(reference.Line.Mark.Measured.Value), 32.0)).Concat(ends.Select(end => (end.Y, 17.0))).ToList();
        var middles = Spread.Apart(wished, Top - 8, Bottom + 8);
        foreach (var (line, from, to) in _references.Except(named))
            WritePastReference(writer, line, from, to);
        foreach (var ((line, from, to), middle) in named.Zip(middles))
            WriteReference(writer, line, from, to, middle);
        foreach (var (end, middle) in ends.Zip(middles.Skip(named.Count)))
        {
            writer.Open("g").With("aria-hidden", "true");
            WriteLeader(writer, end.X, end.Y, middle);
            writer.Open("text", "end " + end.Classes).With("x", "100%").With("dx", 12).With("y", middle + 4.5).Text(end.Text).Close().Close();
        }
    }

    public static void Close(MarkupWriter writer) => writer.Close().Close();

    /// <summary>A doubtful figure: hollow, above the scale, for its value is not to be believed.</summary>
    /// <param name="hasGuide">Whether a dotted line leads down to its month.</param>
    public void WriteDoubtful(MarkupWriter writer, double x, bool hasGuide)
    {
        _key.Add(KeySign.DoubtfulPoint);
        if (hasGuide)
            writer.Open("line", "leader").WithShare("x1", x).WithShare("x2", x).With("y1", Lane + 8).With("y2", Base).Close();
        writer.Open("svg").WithShare("x", x).With("y", Lane).Open("path", "doubtful-point").With("d", IsDense ? "M0-4L4 0L0 4L-4 0Z" : "M0-6L6 0L0 6L-6 0Z").Close().Close();
    }

    /// <summary>A figure that its source reports as missing: the word where there is room, a cross where months stand close. A dot where one could not be computed.</summary>
    public void WriteMissing(MarkupWriter writer, Mark mark, double x, bool isCrowded)
    {
        if (mark.Obstacle != Obstacle.None)
        {
            _key.Add(KeySign.NotComputed);
            writer.Open("circle", "not-computed").WithShare("cx", x).With("cy", Bottom + 4).With("r", 1.5).Close();
            return;
        }

        _key.Add(isCrowded ? KeySign.MissingCross : KeySign.Missing);
        if (isCrowded)
            writer.Open("svg").WithShare("x", x).With("y", Bottom + 4).Open("path", "missing-cross").With("d", "M-3-3L3 3M-3 3L3-3").Close().Close();
        else
            writer.Open("text", "missing").WithShare("x", x).With("y", Base - 6).With("text-anchor", "middle").Text(new Bilingual("缺", "–")).Close();
    }

    private static void WriteLeader(MarkupWriter writer, double x, double y, double labelMiddle)
    {
        writer.Open("line", "leader").WithShare("x1", x).With("x2", "100%").With("y1", y).With("y2", y).Close();
        writer.Open("svg").With("x", "100%").Open("path", "leader").With("d", $"M0 {Format.Invariant(y)}L9 {Format.Invariant(labelMiddle)}").Close().Close();
    }

    private string TickText(decimal tick) => Format.Tick(tick, _chart.Caption.Unit);

    /// <summary>The months that a target or cap speaks of, as fractions of the axis; null where none of them is shown.</summary>
    private (ReferenceLine Line, double From, double To)? Place(ReferenceLine line)
    {
        var inside = Enumerable.Range(0, _chart.Months.Count).Where(index => line.Mark.Period.Overlaps(Period.OfMonth(_chart.Months[index]))).ToList();
        return inside.Count == 0 ? null : (line, Axis.Left(inside[0]), Axis.Left(inside[^1] + 1));
    }

    private static bool ReachesEnd((ReferenceLine Line, double From, double To) reference) => reference.To >= 1;

    /// <summary>A target or cap of earlier months: five of them right of the plot would be a list, so each has its number over its own line, where that is long enough.</summary>
    private void WritePastReference(MarkupWriter writer, ReferenceLine line, double from, double to)
    {
        var text = Format.Number(line.Mark.Quantity!.Value, _chart.Caption.Unit);
        var tiers = Fit.WhereAllFit([(TextWidth.Of(text, LabelSize) + PastGap + 8, to - from)]);
        writer.OpenWordedMark("reference", line.Label, line.Mark, _chart.Caption.Unit);
        WriteReferenceLine(writer, line.Mark, from, to);
        if (tiers.Length > 0)
            writer.Open("text", "tick aim " + tiers).With("aria-hidden", "true").WithShare("x", from).With("dx", PastGap).With("y", Y(line.Mark.Measured.Value) - 5).Text(text).Close();
        writer.Close();
        if (line.Mark.Basis == Basis.Target)
            _key.Add(KeySign.Target);
        else
            _key.Add(KeySign.Limit);
    }

    private void WriteReferenceLine(MarkupWriter writer, Mark mark, double from, double to)
    {
        var y = Y(mark.Measured.Value);
        var isTarget = mark.Basis == Basis.Target;
        writer.Open("line", isTarget ? "aim-line" : "limit").WithShare("x1", from).WithShare("x2", to).With("y1", y).With("y2", y).Close();
        if (isTarget)
            writer.Open("svg").WithShare("x", to).With("y", y).Open("path", "target").With("d", "M0-6L6 0L0 6L-6 0Z").Close().Close();
    }

    private void WriteReference(MarkupWriter writer, ReferenceLine line, double from, double to, double middle)
    {
        var mark = line.Mark;
        writer.OpenWordedMark("reference", line.Label, mark, _chart.Caption.Unit);
        WriteLeader(writer, to, Y(mark.Measured.Value), middle);
        WriteReferenceLine(writer, mark, from, to);

        writer.Open("text", "aim").With("aria-hidden", "true").With("x", "100%").With("dx", 12).With("y", middle - 3).Text(line.Label)
            .Open("tspan", "aim-value").With("x", "100%").With("dx", 12).With("dy", 15).Text(Marks.Value(mark, _chart.Caption.Unit)).Close()
            .Close();
        writer.Close();
    }
}

/// <summary>The name of a line at its end.</summary>
/// <param name="X">Where the line ends, as a fraction of the axis.</param>
/// <param name="Y">In px.</param>
internal sealed record EndLabel(string Text, string Classes, double X, double Y);
