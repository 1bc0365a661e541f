using System.Text;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>The path of a line that is lifted wherever a month has no figure that can be drawn.</summary>
internal static class LinePath
{
    /// <param name="x">Of a column of the axis.</param>
    /// <param name="y">Of a value.</param>
    public static string Of(IReadOnlyList<YearMonth> months, IReadOnlyDictionary<YearMonth, Mark> cells, Func<int, double> x, Func<decimal, double> y)
    {
        var path = new StringBuilder();
        var isDown = false;
        for (var month = 0; month < months.Count; month++)
        {
            if (At(months, cells, month) is not { } mark)
            {
                isDown = false;
                continue;
            }

            path.Append(isDown ? 'L' : 'M').Append(Format.Invariant(x(month))).Append(' ').Append(Format.Invariant(y(mark.Measured.Value)));
            if (IsAlone(months, cells, month))
                path.Append("h0");
            isDown = true;
        }

        return path.ToString();
    }

    /// <summary>Whether no line leads to or from the point.</summary>
    public static bool IsAlone(IReadOnlyList<YearMonth> months, IReadOnlyDictionary<YearMonth, Mark> cells, int month) =>
        At(months, cells, month - 1) is null && At(months, cells, month + 1) is null;

    /// <summary>Whether the line breaks, between two of its points, at a month that no source speaks of.</summary>
    public static bool HasGap(IReadOnlyList<YearMonth> months, IReadOnlyDictionary<YearMonth, Mark> cells)
    {
        var drawn = Enumerable.Range(0, months.Count).Where(month => At(months, cells, month) is not null).ToList();
        return drawn.Count > 0 && Enumerable.Range(drawn[0], drawn[^1] - drawn[0]).Any(month => !cells.ContainsKey(months[month]));
    }

    /// <summary>The figure of a column that can be drawn; null where there is none.</summary>
    public static Mark? At(IReadOnlyList<YearMonth> months, IReadOnlyDictionary<YearMonth, Mark> cells, int month) =>
        month >= 0 && month < months.Count && cells.TryGetValue(months[month], out var mark) && mark.IsDrawable ? mark : null;
}
