using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>The amber arrow that says on which side of a mark the true figure lies.</summary>
public static class BoundArrow
{
    /// <summary>Room in px that an arrow takes beside its mark.</summary>
    public const double Length = 16;

    /// <summary>Draws it along a vertical scale. The arrow of an upper bound comes down on the mark where it would lie on a column.</summary>
    /// <param name="y">Of the mark, in px.</param>
    /// <param name="hangs">Whether the column ends below zero, so that the arrow stands under it.</param>
    public static MarkupWriter VerticalArrow(this MarkupWriter writer, double x, double y, Bound bound, bool isColumn, bool hangs = false)
    {
        var shape = bound.Direction() switch
        {
            Direction.Up when hangs => "M0 14V4M-4 8L0 4L4 8",
            Direction.Down when hangs => "M0 4V14M-4 10L0 14L4 10",
            Direction.Either when hangs => "M-5 8q2.5-3 5 0t5 0M-5 12q2.5-3 5 0t5 0",
            Direction.Up => "M0-4V-14M-4-10L0-14L4-10",
            Direction.Down => isColumn ? "M0-14V-4M-4-8L0-4L4-8" : "M0 4V14M-4 10L0 14L4 10",
            Direction.Either => "M-5-6q2.5-3 5 0t5 0M-5-10q2.5-3 5 0t5 0",
            _ => null,
        };
        return writer.Arrow(x, y, shape);
    }

    /// <summary>Draws it along a horizontal scale, right of the mark.</summary>
    /// <param name="y">Of the mark's middle, in px.</param>
    public static MarkupWriter HorizontalArrow(this MarkupWriter writer, double x, double y, Bound bound)
    {
        var shape = bound.Direction() switch
        {
            Direction.Up => "M2 0H13M9-4L13 0L9 4",
            Direction.Down => "M14 0H3M7-4L3 0L7 4",
            Direction.Either => "M3-2q2.5-3 5 0t5 0M3 3q2.5-3 5 0t5 0",
            _ => null,
        };
        return writer.Arrow(x, y, shape);
    }

    private static MarkupWriter Arrow(this MarkupWriter writer, double x, double y, string? shape) =>
        shape is null ? writer : writer.Open("svg", "bound").WithShare("x", x).With("y", y).Open("path").With("d", shape).Close().Close();
}
