using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Draws monthly figures as columns from 0; several series side by side within each month.</summary>
internal sealed class ColumnsDrawing
{
    private const double ValueSize = 12;

    /// <summary>What of a month's band its columns take.</summary>
    private const double ColumnShare = 0.76;

    private readonly MonthlyChart _chart;
    private readonly string _id;
    private readonly ChartKey _key;
    private readonly MonthlyFrame _frame;
    private readonly bool _isTabbable;

    public ColumnsDrawing(MonthlyChart chart, string id, ChartKey key)
    {
        (_chart, _id, _key) = (chart, id, key);
        _frame = new(chart, key, []);
        _isTabbable = chart.Series.Sum(series => series.Cells.Count) <= Marks.MostTabStops;
    }

    public void Write(MarkupWriter writer)
    {
        _frame.Open(writer);
        for (var series = 0; series < _chart.Series.Count; series++)
        {
            WriteUnreported(writer, series);
            WriteSeries(writer, series);
            if (_chart.Series.Count > 1)
                _key.AddSeries($"bar {Shade(series)}", _chart.Series[series].Label);
        }

        _frame.WriteReferencesAnd([], writer);
        if (_chart.Series.Count == 1)
            WriteValues(writer, _chart.Series[0]);
        MonthlyFrame.Close(writer);
    }

    /// <summary>Shades of one blue, which differ in print too.</summary>
    private static string Shade(int series) => FormattableString.Invariant($"part-{(series % 5) + 1}");

    /// <summary>The room of a series within a month's band, as fractions of the axis.</summary>
    private (double Left, double Width) Room(int month, int series)
    {
        var band = 1.0 / _frame.Axis.Count;
        var width = band * ColumnShare / _chart.Series.Count;
        return (_frame.Axis.Left(month) + (band * (1 - ColumnShare) / 2) + (series * width), width);
    }

    /// <summary>One hatched field for each run of months that no source speaks of.</summary>
    private void WriteUnreported(MarkupWriter writer, int series)
    {
        foreach (var (first, last) in Runs(month => !_chart.Series[series].Cells.ContainsKey(_chart.Months[month])))
        {
            _key.Add(KeySign.NotReported);
            var isAlone = _chart.Series.Count == 1;
            var left = isAlone ? _frame.Axis.Left(first) : Room(first, series).Left;
            var right = isAlone ? _frame.Axis.Left(last + 1) : Room(last, series).Left + Room(last, series).Width;
            foreach (var (from, to) in isAlone ? [(left, right)] : Enumerable.Range(first, last - first + 1).Select(month => (Room(month, series).Left, Room(month, series).Left + Room(month, series).Width)))
            {
                writer.Open("rect", "hatched").WithShare("x", from).With("y", _frame.Top).WithShare("width", to - from).With("height", MonthlyFrame.Height)
                    .With("fill", $"url(#{_id}-hatch)").With("data-tip", Words(series, first, last)).Close();
            }
        }
    }

    private string Words(int series, int first, int last)
    {
        var months = first == last ? _chart.Months[first].ToString() : $"{_chart.Months[first]} – {_chart.Months[last]}";
        return string.Join('\n', [CellState.NotReported.Name(), _chart.Series[series].Label, months]);
    }

    private IEnumerable<(int First, int Last)> Runs(Func<int, bool> holds)
    {
        for (var month = 0; month < _frame.Axis.Count; month++)
        {
            if (!holds(month))
                continue;

            var first = month;
            while (month + 1 < _frame.Axis.Count && holds(month + 1))
                month++;
            yield return (first, month);
        }
    }

    private void WriteSeries(MarkupWriter writer, int series)
    {
        for (var month = 0; month < _frame.Axis.Count; month++)
        {
            if (!_chart.Series[series].Cells.TryGetValue(_chart.Months[month], out var mark))
                continue;

            _key.AddSignsOf(mark);
            var (left, width) = Room(month, series);
            writer.OpenMark("column", _chart.Series[series].Label, mark, _chart.Caption.Unit, _isTabbable);
            writer.Open("rect", "hit").WithShare("x", left).With("y", _frame.Top).WithShare("width", width).With("height", MonthlyFrame.Height).Close();
            WriteColumn(writer, mark, left, width, series);
            writer.CentredSigns(mark, left + (width / 2), _frame.SignRow);
            writer.Close();
        }
    }

    private void WriteColumn(MarkupWriter writer, Mark mark, double left, double width, int series)
    {
        var centre = left + (width / 2);
        if (mark.Quantity is not { } quantity)
        {
            _frame.WriteMissing(writer, mark, centre, _frame.IsDense || _chart.Series.Count > 1);
            return;
        }

        if (mark.Status == ObsStatus.LowReliability)
        {
            _frame.WriteDoubtful(writer, centre, hasGuide: true);
            return;
        }

        var y = _frame.Y(mark.Measured.Value);
        var isUpper = quantity.Bound.IsUpperOnly();
        _key.AddIf(isUpper, KeySign.UpperOnly);
        var colour = _chart.Series.Count == 1 ? "" : " " + Shade(series);
        if (quantity.Value == 0)
            writer.Open("line", "zero-mark").WithShare("x1", left).WithShare("x2", left + width).With("y1", y).With("y2", y).Close();
        writer.Open("rect", $"bar{colour}{(isUpper ? " upper" : "")}{(mark.IsDerived ? " derived" : "")}")
            .WithShare("x", left).With("y", Math.Min(y, _frame.Base)).WithShare("width", width).With("height", Math.Abs(_frame.Base - y))
            .With("fill", isUpper ? $"url(#{_id}-lines)" : null).Close();
        writer.VerticalArrow(centre, y, quantity.Bound, isColumn: true, hangs: mark.Measured.Value < 0);
    }

    /// <summary>Numbers at the columns' ends, as many as fit without lying on another column: the last, the extremes and every zero before the rest.</summary>
    private void WriteValues(MarkupWriter writer, MonthlySeries series)
    {
        var columns = Enumerable.Range(0, _frame.Axis.Count)
            .Where(month => series.Cells.TryGetValue(_chart.Months[month], out var mark) && mark.IsDrawable)
            .Select(month => (Month: month, Mark: series.Cells[_chart.Months[month]]))
            .ToList();
        if (columns.Count == 0)
            return;

        var (low, high) = (columns.Min(column => column.Mark.Measured.Value), columns.Max(column => column.Mark.Measured.Value));
        var byWorth = columns
            .OrderByDescending(column => column.Mark.Measured.Value == 0)
            .ThenByDescending(column => column == columns[^1])
            .ThenByDescending(column => column.Mark.Measured.Value == high)
            .ThenByDescending(column => column.Mark.Measured.Value == low)
            .ToList();
        var widths = byWorth.ConvertAll(column => TextWidth.Of(Format.Number(column.Mark.Quantity!.Value, _chart.Caption.Unit), ValueSize));
        var tiers = _frame.Fit.InOrder(
            [.. byWorth.Zip(widths, (column, width) => IsAtEdge(column.Month) ? new AxisLabel(1, width, Anchor: 1) : new AxisLabel(_frame.Axis.Centre(column.Month), width))],
            (index, plotWidth) => byWorth[index].Mark.Measured.Value == 0 || IsClear(byWorth[index].Month, byWorth[index].Mark, widths[index] / plotWidth));

        writer.Open("g", "values").With("aria-hidden", "true");
        foreach (var ((month, mark), classes) in byWorth.Zip(tiers))
        {
            if (classes.Length > 0)
                writer.Open("text", "tick value " + classes).WithShare("x", IsAtEdge(month) ? 1 : _frame.Axis.Centre(month)).With("y", ValueLine(mark)).With("text-anchor", IsAtEdge(month) ? "end" : "middle").Figure(mark, _chart.Caption.Unit, hasUnit: false).Close();
        }

        writer.Close();

        bool IsClear(int month, Mark mark, double share)
        {
            var centre = IsAtEdge(month) ? 1 - (share / 2) : _frame.Axis.Centre(month);
            return !columns.Exists(other => other.Month != month && Math.Abs(_frame.Axis.Centre(other.Month) - centre) < (share / 2) + (ColumnShare / 2 / _frame.Axis.Count) && Crosses(other.Mark, ValueLine(mark)));
        }
    }

    /// <summary>Whether a number has to end where the plot does.</summary>
    private bool IsAtEdge(int month) => month == _frame.Axis.Count - 1 && _frame.HasNamesBeside;

    /// <summary>The baseline of a column's number, in px: above its end, or under it where it hangs below zero.</summary>
    private double ValueLine(Mark mark)
    {
        var (y, arrow) = (_frame.Y(mark.Measured.Value), mark.Quantity!.Value.Bound == Bound.Exact ? 0 : BoundArrow.Length - 3);
        return mark.Measured.Value < 0 ? y + 13 + arrow : y - 6 - arrow;
    }

    /// <summary>Whether a column reaches into the line of a number.</summary>
    private bool Crosses(Mark column, double baseline)
    {
        var y = _frame.Y(column.Measured.Value);
        return Math.Min(y, _frame.Base) < baseline - 1 && Math.Max(y, _frame.Base) > baseline - ValueSize + 3;
    }
}
