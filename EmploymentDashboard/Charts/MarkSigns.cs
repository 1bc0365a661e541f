namespace EmploymentDashboard.Charts;

/// <summary>The small signs at a mark whose figure another source contradicts, or whose source has corrected itself.</summary>
internal static class MarkSigns
{
    /// <summary>Crossed equals sign about the origin.</summary>
    public const string Conflict = "M-4-2H4M-4 2H4M2-5L-2 5";

    /// <summary>Pencil about the origin.</summary>
    public const string Revised = "M-4 4L-3 1L2-4L4-2L-1 3ZM-3 1L-1 3";

    /// <summary>Room in px for one sign and the gap after it.</summary>
    private const double Room = 12;

    public static bool HasSigns(this Mark mark) => mark.IsConflict || mark.IsRevised;

    /// <summary>Room in px for the signs of a mark; 0 where it has none.</summary>
    public static double SignRoom(this Mark mark) => Paths(mark).Count * Room;

    /// <summary>Writes the signs side by side; nothing where the mark has none.</summary>
    /// <param name="x">Where the signs begin, as a fraction of the drawing's width.</param>
    /// <param name="dx">Further to the right, in px.</param>
    /// <param name="y">Middle of the signs, in px.</param>
    public static MarkupWriter Signs(this MarkupWriter writer, Mark mark, double x, double dx, double y)
    {
        if (!mark.HasSigns())
            return writer;

        writer.Open("svg", "flags").WithShare("x", x).With("y", y);
        WritePaths(writer, mark, dx + (Room / 2));
        return writer.Close();
    }

    /// <summary>The same with its middle at the place.</summary>
    public static MarkupWriter CentredSigns(this MarkupWriter writer, Mark mark, double x, double y) =>
        writer.Signs(mark, x, -mark.SignRoom() / 2, y);

    /// <summary>Writes the signs at a place within a drawing that has a view box.</summary>
    public static void WritePaths(MarkupWriter writer, Mark mark, double x, double y = 0, double scale = 1)
    {
        foreach (var path in Paths(mark))
        {
            writer.Open("path", "flag").With("transform", FormattableString.Invariant($"translate({x:0.##} {y:0.##}) scale({scale})")).With("d", path).Close();
            x += Room * scale;
        }
    }

    /// <summary>Writes the signs into a line of HTML.</summary>
    public static void WriteInline(MarkupWriter writer, Mark mark)
    {
        foreach (var path in Paths(mark))
            writer.Open("svg", "flags").With("viewBox", "-5 -5 10 10").With("aria-hidden", "true").Open("path", "flag").With("d", path).Close().Close();
    }

    private static List<string> Paths(Mark mark)
    {
        var paths = new List<string>();
        if (mark.IsConflict)
            paths.Add(Conflict);
        if (mark.IsRevised)
            paths.Add(Revised);
        return paths;
    }
}
