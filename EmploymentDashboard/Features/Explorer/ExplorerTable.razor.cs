using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;

namespace EmploymentDashboard.Features.Explorer;

public sealed partial class ExplorerTable : ComponentBase
{
    private const int RowsPerPage = 200;

    private ExplorerSelection _selection = null!;
    private Unit _printedUnit = null!;
    private decimal _factor;
    private IReadOnlyList<ExplorerFigure> _page = [];
    private Paging _paging = null!;
    private Computation _total;
    private Unit _unit = null!;
    private int _counted;
    private int _uncounted;

    /// <summary>Asked once each time that the table is drawn.</summary>
    [Parameter, EditorRequired]
    public required Func<ExplorerScreen> Screen { get; set; }

    /// <summary>The page asked for, counted from 1.</summary>
    [Parameter]
    public long? Page { get; set; }

    /// <summary>The figure whose details are open.</summary>
    [Parameter]
    public long? Selected { get; set; }

    [Inject]
    public required Catalog Catalog { get; init; }

    protected override void OnParametersSet()
    {
        var data = Screen().Data;
        (_selection, _printedUnit, _factor) = (data.Selection, data.Indicator.Unit, data.Measure.Factor(data.Scale));
        // Figures of a column line up; what a source prints keeps the digits that it has.
        _unit = data.Measure.Shown(data.Scale) with { Places = _selection.Transform != default && _factor == 1 ? data.Measure.Decimals : 0 };
        List<ExplorerFigure> rows = [.. TableRows.Of(data)];
        _paging = Paging.Of(rows.Count, RowsPerPage, Page);
        _page = [.. rows.Skip((int)_paging.Skip).Take(RowsPerPage)];
        _total = Total(data);
        _uncounted = rows.Count(figure => figure.Point.Obstacle != Obstacle.None);
        _counted = rows.Count - _uncounted;
    }

    /// <summary>What is computed is no part of a sum; nor is anything where one of the figures is not there.</summary>
    private static Computation Total(ExplorerData data)
    {
        if (data.Selection.Transform != Transform.None)
            return Obstacle.NotAdditive;
        return data.NotComputed is [var first, ..] ? first.Reason : new Aggregation(data.Catalog).Sum([.. data.Figures.Select(figure => figure.Observation)]);
    }

    private Observation Shown(ExplorerFigure figure) => figure.Observation with
    {
        Quantity = figure.Observation.Quantity is { } quantity ? quantity * _factor : null,
    };
}
