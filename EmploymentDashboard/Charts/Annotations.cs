using System.Globalization;

namespace EmploymentDashboard.Charts;

/// <summary>
/// Numbered flags below the plot, one an annotation, each on a dotted line up through its month. Flags that would touch on a
/// narrow screen hang in rows below one another.
/// </summary>
internal sealed class Annotations
{
    private const double RowHeight = 19;
    private const double Radius = 8;

    private readonly List<(int Number, ChartAnnotation Annotation, double X, int Row)> _flags = [];

    public Annotations(MonthlyChart chart, MonthAxis axis, Fit fit)
    {
        var rows = new List<List<AxisLabel>>();
        foreach (var (number, annotation, column) in Numbered(chart))
        {
            var label = new AxisLabel(axis.Centre(column), 2 * Radius);
            var row = rows.FindIndex(taken => taken.TrueForAll(other => fit.IsClearWhereNarrow(label, other)));
            if (row < 0)
            {
                row = rows.Count;
                rows.Add([]);
            }

            rows[row].Add(label);
            _flags.Add((number, annotation, label.At, row));
        }

        Height = rows.Count * RowHeight;
    }

    /// <summary>Room in px that the flags take below the plot; 0 where there are none.</summary>
    public double Height { get; }

    /// <summary>Writes what each number stands for.</summary>
    public static void WriteList(MarkupWriter writer, MonthlyChart chart)
    {
        var numbered = Numbered(chart).ToList();
        if (numbered.Count == 0)
            return;

        writer.Open("ul", "annotations");
        foreach (var (number, annotation, _) in numbered)
        {
            writer.Open("li").Open("b").Text(number.ToString(CultureInfo.InvariantCulture)).Close()
                .Open("span").Text(annotation.Month + " ");
            if (annotation.Href is null)
                writer.Text(annotation.Text);
            else
                writer.Open("a").With("href", annotation.Href).Text(annotation.Text).Close();
            writer.Close().Close();
        }

        writer.Close();
    }

    /// <param name="top">Of the plot, in px.</param>
    /// <param name="below">Where the flags may begin, in px.</param>
    public void WriteFlags(MarkupWriter writer, double top, double below)
    {
        foreach (var (number, annotation, x, row) in _flags)
        {
            var middle = below + (row * RowHeight) + Radius + 3;
            writer.Open("g", "annotation").With("data-tip", $"{annotation.Month}\n{annotation.Text}");
            writer.Open("line").WithShare("x1", x).WithShare("x2", x).With("y1", top).With("y2", middle - Radius).Close();
            writer.Open("circle").WithShare("cx", x).With("cy", middle).With("r", Radius).Close();
            writer.Open("text").WithShare("x", x).With("y", middle + 4.2).With("text-anchor", "middle").Text(number.ToString(CultureInfo.InvariantCulture)).Close();
            writer.Close();
        }
    }

    /// <summary>Annotations of months on the axis, numbered in the order of time.</summary>
    private static IEnumerable<(int Number, ChartAnnotation Annotation, int Column)> Numbered(MonthlyChart chart)
    {
        var columns = chart.Months.Select((month, column) => (month, column)).ToDictionary(pair => pair.month, pair => pair.column);
        return chart.Annotations
            .Where(annotation => columns.ContainsKey(annotation.Month))
            .OrderBy(annotation => annotation.Month)
            .Select((annotation, index) => (index + 1, annotation, columns[annotation.Month]));
    }
}
