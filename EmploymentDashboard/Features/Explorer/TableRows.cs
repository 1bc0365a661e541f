namespace EmploymentDashboard.Features.Explorer;

/// <summary>The rows of the table, in the order asked for.</summary>
internal static class TableRows
{
    /// <summary>All figures, or only those that could not be computed; the latest first where no order is asked for.</summary>
    public static IEnumerable<ExplorerFigure> Of(ExplorerData data)
    {
        var rows = data.Selection.IsOfObstacles ? data.ObstaclesIn(data.Selection.Month) : data.Figures;
        if (data.Selection.Order is not { } order)
            return rows.OrderByDescending(figure => figure.Period.End ?? DateOnly.MaxValue);

        return order.Column switch
        {
            TableColumn.Area => By(figure => Rank(data.Catalog.Areas, area => area.Code == figure.Series.Area)),
            TableColumn.Category => By(figure => Rank(data.Catalog.Breakdowns, breakdown => breakdown.Code == figure.Series.Breakdown)),
            TableColumn.Basis => By(figure => (int)figure.Series.Basis),
            TableColumn.Period => By(figure => figure.Period.End ?? DateOnly.MaxValue),
            // Without a number they stand last whichever way the rest is sorted.
            TableColumn.Value => order.IsDescending
                ? rows.OrderByDescending(figure => figure.Point.Size ?? decimal.MinValue)
                : rows.OrderBy(figure => figure.Point.Size ?? decimal.MaxValue),
            _ => throw new InvalidOperationException($"Nothing sorts by {order.Column}."),
        };

        IEnumerable<ExplorerFigure> By<T>(Func<ExplorerFigure, T> key) => order.IsDescending ? rows.OrderByDescending(key) : rows.OrderBy(key);
    }

    private static int Rank<T>(IReadOnlyList<T> all, Func<T, bool> isIt) => all.TakeWhile(item => !isIt(item)).Count();
}
