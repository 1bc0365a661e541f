using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Database;

/// <summary>The figure that stands for its key: of several sources that of the one published last.</summary>
/// <param name="IsConflict">Whether another source gives the key another figure.</param>
/// <param name="Others">What other sources give for the key, the latest first.</param>
public sealed record ShownFigure(Figure Figure, bool IsConflict, IReadOnlyList<Figure> Others)
{
    /// <summary>One figure a key, in the order in which the keys come.</summary>
    public static IReadOnlyList<ShownFigure> Of(IEnumerable<Figure> figures, Catalog catalog) =>
        [.. Conflicts.Resolve(figures, figure => figure.Observation, catalog).Select(key => new ShownFigure(key.Shown, key.IsConflict, key.Others))];
}
