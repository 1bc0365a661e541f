using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Draws spans along a time axis, a row each. Lengths are time; the value stands in words beside the bar.</summary>
internal sealed class TimelineDrawing
{
    private const double RowHeight = 54;
    private const double BarTop = 13;
    private const double BarHeight = 12;
    private const double Middle = BarTop + (BarHeight / 2);
    private const double NarrowPlot = 220;
    private const double ValueGap = 11;

    /// <summary>Where a value is longer than this, on a phone all stand over their bars rather than behind them.</summary>
    private const double LongValue = 150;

    private const double WidestValue = 260;

    /// <summary>Room behind the bars on a phone where values stand over them, in px; charts.css repeats it.</summary>
    private const double LongAfter = 16;

    private const double ClearOfArrow = 8;

    /// <summary>Shorter than this part of the axis a span is drawn as a dot, for its bar would be a hair.</summary>
    private const double ShortestBar = 0.02;

    private readonly TimelineChart _chart;
    private readonly string _id;
    private readonly ChartKey _key;
    private readonly TimeAxis _axis;
    private readonly double _labelWidth;
    private readonly double _after;
    private readonly bool _isLong;

    public TimelineDrawing(TimelineChart chart, string id, ChartKey key)
    {
        (_chart, _id, _key) = (chart, id, key);
        _axis = TimeAxis.Holding([.. chart.Rows.Select(row => row.Mark.Period)]);
        _labelWidth = RowLabel.Width(chart.Rows.Select(row => (row.Label, row.Detail)));
        var after = chart.Rows.Max(row => ValueWidth(row) + ValueGap - ((1 - Right(row.Mark.Period)) * NarrowPlot));
        _isLong = after > LongValue;
        _after = Math.Clamp(after, 12, WidestValue);
    }

    public void Write(MarkupWriter writer)
    {
        var ticks = _axis.Ticks(new(PlotWidth));
        writer.Open("div", _isLong ? "frame long" : "frame").With("style", RowLabel.Style(_labelWidth, _after));
        writer.Open("svg", "grid").With("aria-hidden", "true");
        foreach (var tick in ticks)
            writer.Open("line", "tick " + tick.Tiers).WithShare("x1", tick.At).WithShare("x2", tick.At).With("y2", "100%").Close();
        writer.Close();

        foreach (var row in _chart.Rows)
            WriteRow(writer, row);

        writer.Open("svg", "axis").With("height", 22).With("aria-hidden", "true");
        foreach (var tick in ticks)
        {
            writer.Open("text", $"tick {tick.Tiers}{(tick.IsYear ? " year" : "")}").WithShare("x", tick.At).With("y", 16)
                .With("text-anchor", tick.At < 0.03 ? "start" : tick.At > 0.97 ? "end" : "middle").Text(tick.Label).Close();
        }

        writer.Close().Close();
    }

    /// <summary>Whether any span is long enough on the axis to be a bar, and not a point.</summary>
    public static bool HasBars(IReadOnlyList<TimelineRow> rows)
    {
        if (rows.Count == 0)
            return false;

        var axis = TimeAxis.Holding([.. rows.Select(row => row.Mark.Period)]);
        return rows.Any(row => row.Mark.Basis != Basis.Stock && (row.Mark.Period is not { Start: { } start, End: { } end } || axis.Evening(end) - axis.Morning(start) >= ShortestBar));
    }

    private static double ValueWidth(TimelineRow row) =>
        row.Mark.SignRoom() + TextWidth.Of(Prefix(row.Mark) + (row.Mark.Status == ObsStatus.LowReliability ? Marks.Doubt : "") + Marks.Value(row.Mark, row.Unit), 13.5);

    /// <summary>Bases that are no count of what happened are named at the number.</summary>
    private static string Prefix(Mark mark) =>
        mark.Basis is Basis.Average or Basis.Target or Basis.Limit ? mark.Basis.Name() + " " : "";

    private double PlotWidth(int width) => width - (width < RowLabel.BesideFrom ? AfterWhereNarrow : _after + _labelWidth);

    private double AfterWhereNarrow => _isLong ? LongAfter : _after;

    private double Left(Period period) => period.Start is { } start ? _axis.Morning(start) : 0;

    private double Right(Period period) => period.End is { } end ? _axis.Evening(end) : 1;

    private void WriteRow(MarkupWriter writer, TimelineRow row)
    {
        var mark = row.Mark;
        var (left, right) = (Left(mark.Period), Right(mark.Period));
        _key.AddSignsOf(mark);

        writer.OpenWordedMark("row", Prose.List([row.Label, row.Detail]), mark, row.Unit, isHtml: true);
        RowLabel.Write(writer, row.Label, row.Detail);
        writer.Open("svg", "row-plot").With("height", RowHeight).With("aria-hidden", "true");
        var end = WriteSpan(writer, mark, left, right);
        if (mark.IsDrawable)
            writer.VerticalArrow(end, BarTop + 1, mark.Quantity!.Value.Bound, isColumn: true);

        writer.Signs(mark, end, ValueGap - 2, Middle + 1);
        writer.Open("text", _isLong ? "value tick m l" : "value").WithShare("x", end).With("dx", ValueGap + mark.SignRoom()).With("y", Middle + 5);
        WriteValue(writer, row);
        if (_isLong)
        {
            writer.Open("text", "value tick n").With("x", "100%").With("dx", mark.Quantity?.Bound is null or Bound.Exact ? LongAfter : -ClearOfArrow).With("y", BarTop - 4).With("text-anchor", "end");
            WriteValue(writer, row);
        }

        WriteWords(writer, $"{mark.Basis.Name()} · {Format.Words(mark.Period)}", left, right);
        writer.Close().Close();
    }

    private static void WriteValue(MarkupWriter writer, TimelineRow row)
    {
        if (Prefix(row.Mark) is { Length: > 0 } prefix)
            writer.Open("tspan", row.Mark.Basis == Basis.Average ? "unit" : "aim").Text(prefix).Close();
        writer.Figure(row.Mark, row.Unit).Close();
    }

    /// <returns>Where the shape ends: the value follows there.</returns>
    private double WriteSpan(MarkupWriter writer, Mark mark, double left, double right)
    {
        if (!mark.IsDrawable)
        {
            _key.AddIf(mark.Status == ObsStatus.LowReliability, KeySign.Doubtful);
            writer.Open("rect", "bar doubtful").WithShare("x", left).With("y", BarTop).WithShare("width", Math.Max(right - left, ShortestBar)).With("height", BarHeight).Close();
            return Math.Max(right, left + ShortestBar);
        }

        switch (mark.Basis)
        {
            case Basis.Target:
                _key.Add(KeySign.Target);
                writer.Open("line", "aim-line").WithShare("x1", left).WithShare("x2", right).With("y1", Middle).With("y2", Middle).Close();
                writer.Shape("target", right, "M0-7L7 0L0 7L-7 0Z");
                return right;
            case Basis.Limit:
                _key.Add(KeySign.Limit);
                writer.Open("line", "limit").WithShare("x1", left).WithShare("x2", right).With("y1", Middle).With("y2", Middle).Close();
                if (mark.Period.Start is not null)
                    writer.Shape("limit", left, "M0-7V7");
                writer.Shape("limit", right, "M0-7V7");
                return right;
            case Basis.Stock:
                writer.Dot(right, Middle, mark.IsDerived);
                return right;
            default:
                return right - left < ShortestBar ? WriteShortSpan(writer, mark, left, right) : WriteBar(writer, mark, left, right);
        }
    }

    private static double WriteShortSpan(MarkupWriter writer, Mark mark, double left, double right)
    {
        var middle = (left + right) / 2;
        writer.Dot(middle, Middle, mark.IsDerived || mark.Basis == Basis.Average);
        return middle;
    }

    private double WriteBar(MarkupWriter writer, Mark mark, double left, double right)
    {
        var period = mark.Period;
        var classes = "bar" + (mark.Basis == Basis.Average ? " average" : "") + (mark.IsDerived ? " derived" : "");
        _key.AddIf(mark.Basis == Basis.Average, KeySign.Average);
        _key.AddIf(period.Start is null, KeySign.OpenStart);
        _key.AddIf(period.End is null, KeySign.OpenEnd);
        writer.Open("rect", classes).WithShare("x", left).With("y", BarTop).WithShare("width", right - left).With("height", BarHeight)
            .With("fill", period.Start is null ? $"url(#{_id}-fade)" : period.End is null ? $"url(#{_id}-fade-out)" : null).Close();

        _key.AddIf(period.StartIsInferred || (period.End is not null && period.EndIsInferred), KeySign.InferredEnd);
        if (period.StartIsInferred)
            writer.Cap(left, isInferred: true);
        if (period.End is not null)
            writer.Cap(right, period.EndIsInferred);
        return right;
    }

    /// <summary>Below the bar: from its start where there is room, else up to its end, else from the left. Each tier has its own room.</summary>
    private void WriteWords(MarkupWriter writer, string words, double left, double right)
    {
        var width = TextWidth.Of(words, 12);
        foreach (var place in Fit.Tiers.GroupBy(tier => Place(PlotWidth(tier.Width)), tier => tier.Class))
        {
            writer.Open("text", "words" + (place.Count() == Fit.Tiers.Count ? "" : " tick " + string.Join(' ', place)))
                .WithShare("x", place.Key.X).With("y", BarTop + BarHeight + 18).With("text-anchor", place.Key.Anchor).Text(words).Close();
        }

        (double X, string? Anchor) Place(double plotWidth) =>
            ((1 - left) * plotWidth) + (plotWidth < RowLabel.BesideFrom ? AfterWhereNarrow : _after) >= width ? (left, null)
            : right * plotWidth >= width ? (right, "end")
            : (0, null);
    }
}

/// <summary>Small shapes at a place of a row.</summary>
internal static class RowShapes
{
    private const double Middle = 19;

    public static MarkupWriter Shape(this MarkupWriter writer, string classes, double x, string path) =>
        writer.Open("svg").WithShare("x", x).With("y", Middle).Open("path", classes).With("d", path).Close().Close();

    public static MarkupWriter Cap(this MarkupWriter writer, double x, bool isInferred) =>
        writer.Open("line", isInferred ? "cap inferred" : "cap").WithShare("x1", x).WithShare("x2", x).With("y1", 9).With("y2", 29).Close();

    public static MarkupWriter Dot(this MarkupWriter writer, double x, double y, bool isHollow) =>
        writer.Open("circle", isHollow ? "dot hollow" : "dot").WithShare("cx", x).With("cy", y).With("r", 6).Close();
}
