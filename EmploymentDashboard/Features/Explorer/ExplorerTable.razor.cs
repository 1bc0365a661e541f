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
        _rows = [.. TableRows.Of(Data)];
        _paging = Paging.Of(_rows.Count, RowsPerPage, Page);
        _page = [.. _rows.Skip((int)_paging.Skip).Take(RowsPerPage)];
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
}
