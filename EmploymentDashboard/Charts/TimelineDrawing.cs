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

    /// <summary>Shorter than this part of the axis a span is drawn as a dot, for its bar would be a hair.</summary>
    private const double ShortestBar = 0.02;

    private readonly TimelineChart _chart;
    private readonly string _id;
    private readonly ChartKey _key;
    private readonly TimeAxis _axis;
    private readonly double _labelWidth;
    private readonly double _after;

    public TimelineDrawing(TimelineChart chart, string id, ChartKey key)
    {
        (_chart, _id, _key) = (chart, id, key);
        _axis = TimeAxis.Holding([.. chart.Rows.Select(row => row.Mark.Period)]);
        _labelWidth = RowLabel.Width(chart.Rows.Select(row => (row.Label, row.Detail)));
        _after = chart.Rows.Max(row => ValueWidth(row) + ValueGap - ((1 - Right(row.Mark.Period)) * NarrowPlot));
        _after = Math.Clamp(_after, 12, 190);
    }

    public void Write(MarkupWriter writer)
    {
        var ticks = _axis.Ticks(new(PlotWidth));
        writer.Open("div", "frame").With("style", RowLabel.Style(_labelWidth, _after));
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

    private static double ValueWidth(TimelineRow row) =>
        row.Mark.SignRoom() + TextWidth.Of(Prefix(row.Mark) + (row.Mark.Status == ObsStatus.LowReliability ? "⚠ 存疑 " : "") + Marks.Value(row.Mark, row.Unit), 13.5);

    /// <summary>Bases that are no count of what happened are named at the number.</summary>
    private static string Prefix(Mark mark) =>
        mark.Basis is Basis.Average or Basis.Target or Basis.Limit ? mark.Basis.Name() + " " : "";

    private double PlotWidth(int width) => width - _after - (width < RowLabel.BesideFrom ? 0 : _labelWidth);

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
        writer.Open("text", "value").WithShare("x", end).With("dx", ValueGap + mark.SignRoom()).With("y", Middle + 5);
        if (Prefix(mark) is { Length: > 0 } prefix)
            writer.Open("tspan", mark.Basis == Basis.Average ? "unit" : "aim").Text(prefix).Close();
        writer.Figure(mark, row.Unit).Close();
        WriteWords(writer, $"{mark.Basis.Name()} · {Format.Words(mark.Period)}", left, right);
        writer.Close().Close();
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
            ((1 - left) * plotWidth) + _after >= width ? (left, null)
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
