using System.Text;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>A line the size of a word, beside the number that it leads to. It shows the course; the number, its bound and its month stand beside it.</summary>
public static class Sparkline
{
    private const double Width = 96;
    private const double Height = 26;
    private const double Margin = 3;

    /// <param name="months">In order; months left out break the line.</param>
    public static string Markup(IReadOnlyList<(YearMonth Month, Mark Mark)> months)
    {
        var drawn = months.Where(month => month.Mark.IsDrawable).ToList();
        var writer = new MarkupWriter();
        writer.Open("svg", "sparkline").With("viewBox", $"0 0 {Format.Invariant(Width)} {Format.Invariant(Height)}").With("width", Width).With("height", Height).With("aria-hidden", "true");
        if (drawn.Count > 0)
        {
            // From zero: a line cut off below makes every course look steep.
            var (low, high) = (Math.Min(0, drawn.Min(month => Value(month.Mark))), Math.Max(0, drawn.Max(month => Value(month.Mark))));
            var span = high == low ? 1 : high - low;
            var length = Math.Max(1, drawn[^1].Month - drawn[0].Month);
            double X(YearMonth month) => Margin + ((Width - (2 * Margin)) * (month - drawn[0].Month) / length);
            double Y(Mark mark) => Height - Margin - ((Height - (2 * Margin)) * (double)((Value(mark) - low) / span));

            var path = new StringBuilder();
            for (var i = 0; i < drawn.Count; i++)
            {
                var follows = i > 0 && drawn[i].Month - drawn[i - 1].Month == 1;
                path.Append(follows ? 'L' : 'M').Append(Format.Invariant(X(drawn[i].Month))).Append(' ').Append(Format.Invariant(Y(drawn[i].Mark)));
            }

            writer.Open("path", "course").With("d", path.ToString()).Close();
            writer.Open("circle", "end").With("cx", X(drawn[^1].Month)).With("cy", Y(drawn[^1].Mark)).With("r", 2.5).Close();
        }

        return writer.Close().ToString();
    }

    private static decimal Value(Mark mark) => mark.Measured.Value;
}
