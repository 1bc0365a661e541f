using System.Text;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>
/// Draws monthly figures as lines. The first six series stand out in colour, named at their ends, each point a mark; the rest
/// are grey, for comparison. A line breaks where no source speaks of a month, and is never drawn across.
/// </summary>
internal sealed class LinesDrawing
{
    public const int Highlighted = 6;
    private const double LabelSize = 13;
    private const double LabelDistance = 16;

    private readonly MonthlyChart _chart;
    private readonly ChartKey _key;
    private readonly MonthlyFrame _frame;
    private readonly bool _isTabbable;

    public LinesDrawing(MonthlyChart chart, ChartKey key)
    {
        (_chart, _key) = (chart, key);
        var longest = chart.Series.Take(Highlighted).Max(series => TextWidth.Of(series.Label, LabelSize));
        _frame = new(chart, key, right: Math.Ceiling(Math.Min(longest, 130)) + 16);
        _isTabbable = chart.Series.Take(Highlighted).Sum(series => series.Cells.Count) <= Marks.MostTabStops;
    }

    public void Write(MarkupWriter writer)
    {
        _frame.Open(writer);
        var height = Format.Invariant(MonthlyFrame.Height);
        writer.Open("svg", "lines").With("y", _frame.Top).With("width", "100%").With("height", height).With("viewBox", $"0 0 1000 {height}").With("preserveAspectRatio", "none");
        foreach (var series in _chart.Series.Skip(Highlighted))
            WriteLine(writer, series, "line rest");
        for (var index = Math.Min(Highlighted, _chart.Series.Count) - 1; index >= 0; index--)
            WriteLine(writer, _chart.Series[index], $"line s{index + 1}");
        writer.Close();

        WriteEndLabels(writer);
        for (var index = 0; index < Math.Min(Highlighted, _chart.Series.Count); index++)
            WritePoints(writer, index);
        _frame.Close(writer);
        if (_chart.Series.Count > Highlighted)
            _key.AddSeries("rest-box", new Bilingual($"其余 {_chart.Series.Count - Highlighted} 条", $"The other {_chart.Series.Count - Highlighted}"));
    }

    private Mark? At(MonthlySeries series, int month) =>
        series.Cells.TryGetValue(_chart.Months[month], out var mark) && mark.IsDrawable ? mark : null;

    /// <summary>One path, lifted wherever a month has no figure that can be drawn.</summary>
    private void WriteLine(MarkupWriter writer, MonthlySeries series, string classes)
    {
        var path = new StringBuilder();
        var isDown = false;
        for (var month = 0; month < _frame.Axis.Count; month++)
        {
            if (At(series, month) is not { Quantity: { } quantity })
            {
                _key.AddIf(isDown && !series.Cells.ContainsKey(_chart.Months[month]) && HasLater(series, month), KeySign.Gap);
                isDown = false;
                continue;
            }

            var isAlone = !isDown && (month + 1 == _frame.Axis.Count || At(series, month + 1) is null);
            path.Append(isDown ? 'L' : 'M').Append(Format.Invariant(_frame.Axis.Centre(month) * 1000)).Append(' ').Append(Format.Invariant(_frame.Y(quantity.Value) - _frame.Top));
            if (isAlone)
                path.Append("h0");
            isDown = true;
        }

        writer.Open("path", classes).With("d", path.ToString()).With("data-tip", series.Label).Close();
    }

    private bool HasLater(MonthlySeries series, int month) =>
        Enumerable.Range(month, _frame.Axis.Count - month).Any(later => At(series, later) is not null);

    /// <summary>Names right of the plot, moved apart where lines end close together, with a fine line to the end each belongs to.</summary>
    private void WriteEndLabels(MarkupWriter writer)
    {
        var ends = _chart.Series.Take(Highlighted)
            .Select((series, index) => (Series: series, Index: index, Month: Enumerable.Range(0, _frame.Axis.Count).LastOrDefault(month => At(series, month) is not null, -1)))
            .Where(end => end.Month >= 0)
            .Select(end => (end.Series.Label, end.Index, X: _frame.Axis.Centre(end.Month), Y: _frame.Y(At(end.Series, end.Month)!.Quantity!.Value.Value)))
            .ToList();
        var heights = Spread.Apart([.. ends.Select(end => end.Y)], LabelDistance, _frame.Top, _frame.Bottom);

        writer.Open("g", "ends").With("aria-hidden", "true");
        foreach (var ((label, index, x, y), height) in ends.Zip(heights))
        {
            writer.Open("line", "leader").WithShare("x1", x).With("x2", "100%").With("y1", y).With("y2", y).Close();
            writer.Open("svg").With("x", "100%").Open("path", "leader").With("d", $"M0 {Format.Invariant(y)}L9 {Format.Invariant(height)}").Close().Close();
            writer.Open("text", $"end s{index + 1}").With("x", "100%").With("dx", 12).With("y", height + 4.5).Text(label).Close();
        }

        writer.Close();
    }

    private void WritePoints(MarkupWriter writer, int index)
    {
        var series = _chart.Series[index];
        var last = series.Cells.Count == 0 ? default : series.Cells.Keys.Max();
        for (var month = 0; month < _frame.Axis.Count; month++)
        {
            if (!series.Cells.TryGetValue(_chart.Months[month], out var mark))
                continue;

            _key.AddSignsOf(mark);
            writer.OpenMark($"point s{index + 1}", series.Label, mark, _chart.Caption.Unit, _isTabbable || _chart.Months[month] == last);
            WritePoint(writer, mark, _frame.Axis.Centre(month));
            writer.Close();
        }
    }

    private void WritePoint(MarkupWriter writer, Mark mark, double x)
    {
        if (mark.Quantity is not { } quantity)
        {
            _key.Add(KeySign.Missing);
            writer.Open("text", "missing").WithShare("x", x).With("y", _frame.Base - 6).With("text-anchor", "middle").Text(new Bilingual("缺", "–")).Close();
            return;
        }

        if (mark.Status == ObsStatus.LowReliability)
        {
            writer.Open("svg").WithShare("x", x).With("y", MonthlyFrame.Lane).Open("path", "bar doubtful").With("d", "M0-6L6 0L0 6L-6 0Z").Close().Close();
            return;
        }

        var y = _frame.Y(quantity.Value);
        writer.VerticalArrow(x, y, quantity.Bound, isColumn: false);
        writer.Open("circle", "point-dot" + (mark.IsDerived ? " hollow" : "")).WithShare("cx", x).With("cy", y).With("r", _frame.Axis.Count > 36 ? 2.5 : 3.5).Close();
    }
}
