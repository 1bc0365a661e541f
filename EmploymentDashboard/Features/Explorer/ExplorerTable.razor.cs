using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;

namespace EmploymentDashboard.Features.Explorer;

public sealed partial class ExplorerTable : ComponentBase
{
    private const int RowsPerPage = 200;

    private IReadOnlyList<ExplorerFigure> _rows = [];
    private IReadOnlyList<ExplorerFigure> _page = [];
    private Paging _paging = null!;
    private Computation _total;
    private Unit _unit = null!;
    private int _counted;
    private int _uncounted;

    [Parameter, EditorRequired]
    public required ExplorerData Data { get; set; }

    /// <summary>The page asked for, counted from 1.</summary>
    [Parameter]
    public long? Page { get; set; }

    /// <summary>The figure whose details are open.</summary>
    [Parameter]
    public long? Selected { get; set; }

    private ExplorerSelection Selection => Data.Selection;

    protected override void OnParametersSet()
    {
        // Figures of a column line up; what a source prints keeps the digits that it has.
        _unit = Data.Measure.Shown(Data.Scale) with { Places = Selection.Transform != default && Data.Measure.Factor(Data.Scale) == 1 ? Data.Measure.Decimals : 0 };
        _rows = Selection.IsOfObstacles ? [.. Data.ObstaclesIn(Selection.Month)] : Data.Figures;
        _paging = Paging.Of(_rows.Count, RowsPerPage, Page);
        _page = [.. Sorted().Skip((int)_paging.Skip).Take(RowsPerPage)];
        _total = Total();
        _uncounted = _rows.Count(figure => figure.Point.Obstacle != Obstacle.None);
        _counted = _rows.Count - _uncounted;
    }

    /// <summary>What is computed is no part of a sum; nor is anything where one of the figures is not there.</summary>
    private Computation Total()
    {
        if (Selection.Transform != Transform.None)
            return Obstacle.NotAdditive;
        return Data.NotComputed is [var first, ..] ? first.Reason : new Aggregation(Data.Catalog).Sum([.. Data.Figures.Select(figure => figure.Observation)]);
    }

    private Observation Shown(ExplorerFigure figure) => figure.Observation with
    {
        Quantity = figure.Observation.Quantity is { } quantity ? quantity * Data.Measure.Factor(Data.Scale) : null,
    };

    private IEnumerable<ExplorerFigure> Sorted()
    {
        if (Selection.Order is not { } order)
            return _rows.OrderByDescending(figure => figure.Period.End ?? DateOnly.MaxValue);

        return order.Column switch
        {
            TableColumn.Area => By(figure => Rank(Data.Catalog.Areas, area => area.Code == figure.Series.Area)),
            TableColumn.Category => By(figure => Rank(Data.Catalog.Breakdowns, breakdown => breakdown.Code == figure.Series.Breakdown)),
            TableColumn.Basis => By(figure => (int)figure.Series.Basis),
            TableColumn.Period => By(figure => figure.Period.End ?? DateOnly.MaxValue),
            // Without a number they stand last whichever way the rest is sorted.
            TableColumn.Value => order.IsDescending
                ? _rows.OrderByDescending(figure => figure.Point.Size ?? decimal.MinValue)
                : _rows.OrderBy(figure => figure.Point.Size ?? decimal.MaxValue),
            _ => throw new InvalidOperationException($"Nothing sorts by {order.Column}."),
        };

        IEnumerable<ExplorerFigure> By<T>(Func<ExplorerFigure, T> key) => order.IsDescending ? _rows.OrderByDescending(key) : _rows.OrderBy(key);
    }

    private static int Rank<T>(IReadOnlyList<T> all, Func<T, bool> isIt) => all.TakeWhile(item => !isIt(item)).Count();
}
