using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>
/// Draws monthly figures as lines. The first six series stand out in colour, named at their ends, each point a mark; the rest
/// are grey, for comparison. A line breaks where no source speaks of a month, and is never drawn across.
/// </summary>
internal sealed class LinesDrawing
{
    public const int Highlighted = 6;

    private readonly MonthlyChart _chart;
    private readonly ChartKey _key;
    private readonly MonthlyFrame _frame;
    private readonly bool _isTabbable;

    public LinesDrawing(MonthlyChart chart, ChartKey key)
    {
        (_chart, _key) = (chart, key);
        _frame = new(chart, key, chart.Series.Take(Highlighted).Select(series => series.Label));
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

        _frame.WriteReferencesAnd(EndLabels(), writer);
        for (var index = 0; index < Math.Min(Highlighted, _chart.Series.Count); index++)
            WritePoints(writer, index);
        MonthlyFrame.Close(writer);
        if (_chart.Series.Count > Highlighted)
            _key.AddSeries("rest-box", new Bilingual($"其余 {_chart.Series.Count - Highlighted} 条", $"The other {_chart.Series.Count - Highlighted}"));
    }

    private Mark? At(MonthlySeries series, int month) => LinePath.At(_chart.Months, series.Cells, month);

    private void WriteLine(MarkupWriter writer, MonthlySeries series, string classes)
    {
        _key.AddIf(LinePath.HasGap(_chart.Months, series.Cells), KeySign.Gap);
        var path = LinePath.Of(_chart.Months, series.Cells, month => _frame.Axis.Centre(month) * 1000, value => _frame.Y(value) - _frame.Top);
        writer.Open("path", classes).With("d", path).With("data-tip", series.Label).Close();
    }

    /// <summary>The names of the lines that stand out, each where its line ends.</summary>
    private List<EndLabel> EndLabels()
    {
        var labels = new List<EndLabel>();
        for (var index = 0; index < Math.Min(Highlighted, _chart.Series.Count); index++)
        {
            var series = _chart.Series[index];
            var last = Enumerable.Range(0, _frame.Axis.Count).LastOrDefault(month => At(series, month) is not null, -1);
            if (last >= 0)
                labels.Add(new(series.Label, FormattableString.Invariant($"s{index + 1}"), _frame.Axis.Centre(last), _frame.Y(At(series, last)!.Measured.Value)));
        }

        return labels;
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
            WritePoint(writer, mark, _frame.Axis.Centre(month), LinePath.IsAlone(_chart.Months, series.Cells, month));
            if (mark.IsDrawable)
                writer.Signs(mark, _frame.Axis.Centre(month), 4, _frame.Y(mark.Measured.Value) - 8);
            else
                writer.Signs(mark, _frame.Axis.Centre(month), 6, mark.Quantity is null ? _frame.Base - 11 : MonthlyFrame.Lane);
            writer.Close();
        }
    }

    /// <summary>On a long axis points show only where they say more than the line: alone, bounded or computed.</summary>
    private void WritePoint(MarkupWriter writer, Mark mark, double x, bool isAlone)
    {
        if (mark.Quantity is not { } quantity)
        {
            _frame.WriteMissing(writer, mark, x, _frame.IsDense || _chart.Series.Count > 1);
            return;
        }

        if (mark.Status == ObsStatus.LowReliability)
        {
            _frame.WriteDoubtful(writer, x, hasGuide: false);
            return;
        }

        var y = _frame.Y(mark.Measured.Value);
        writer.VerticalArrow(x, y, quantity.Bound, isColumn: false);
        var isQuiet = _frame.IsDense && !isAlone && !mark.IsDerived && quantity.Bound == Bound.Exact;
        writer.Open("circle", "point-dot" + (mark.IsDerived ? " hollow" : isQuiet ? " quiet" : "")).WithShare("cx", x).With("cy", y).With("r", _frame.IsDense ? 2.5 : 3.5).Close();
    }
}
