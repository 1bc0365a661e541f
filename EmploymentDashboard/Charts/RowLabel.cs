using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Labels of rows: beside the plot where the container is wide, above it on a phone.</summary>
internal static class RowLabel
{
    /// <summary>Container width in px from which labels stand beside the plot. charts.css repeats it.</summary>
    public const int BesideFrom = 480;

    /// <summary>Room in px for the longest label and its detail; longer ones wrap.</summary>
    public static double Width(IEnumerable<(string Label, string Detail)> labels, double most = 170) =>
        Math.Clamp(labels.Max(label => Math.Max(TextWidth.Of(label.Label, 13.5), TextWidth.Of(label.Detail, 12))) + 14, 40, most);

    public static string Style(double labelWidth, double after) =>
        string.Create(CultureInfo.InvariantCulture, $"--label:{Format.Invariant(Math.Ceiling(labelWidth))}px;--after:{Format.Invariant(Math.Ceiling(after))}px");

    /// <summary>Writes the label that is seen; what is heard is the name of the mark around it.</summary>
    public static void Write(MarkupWriter writer, string label, string detail)
    {
        writer.Open("span", "row-label").With("aria-hidden", "true").Open("b").Text(label).Close();
        if (detail.Length > 0)
            writer.Open("small").Text(detail).Close();
        writer.Close();
    }
}
