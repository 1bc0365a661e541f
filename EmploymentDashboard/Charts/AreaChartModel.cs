using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>How values are grouped into colour classes.</summary>
public enum Classing
{
    /// <summary>As many areas in each class as ties allow.</summary>
    Quantile,

    /// <summary>Classes of one width.</summary>
    EqualInterval,

    /// <summary>Limits where neighbouring values lie far apart (Fisher–Jenks).</summary>
    NaturalBreaks,
}

public static class Classings
{
    public static Bilingual Name(this Classing classing) => classing switch
    {
        Classing.Quantile => new("分位", "Quantiles"),
        Classing.EqualInterval => new("等距", "Equal intervals"),
        Classing.NaturalBreaks => new("自然断点", "Natural breaks"),
        _ => throw new ArgumentOutOfRangeException(nameof(classing), classing, null),
    };
}

/// <summary>One figure an area for one period and basis, on the tile grid, in colour classes.</summary>
public sealed record ValueMap(ChartCaption Caption, IReadOnlyList<MapTile> Tiles, Classing Classing) : ChartModel(Caption)
{
    /// <summary>Numbers that the classes are made of, those of the tiles among them; empty where they are made of the tiles alone.</summary>
    public IReadOnlyList<decimal> ClassedAmong { get; init; } = [];

    /// <summary>A zone counts people of the districts that it overlaps, so it neither shapes the classes nor is in one.</summary>
    public ValueClasses Classes()
    {
        IReadOnlyList<decimal> own = [.. Tiles.Where(tile => tile.Kind != AreaKind.Zone).Select(tile => tile.Mark).OfType<Mark>().Where(mark => mark.IsDrawable).Select(mark => mark.Measured.Value)];
        return ClassedAmong.Count == 0 ? ValueClasses.Of(own, Classing) : ValueClasses.Of(ClassedAmong, Classing).Counting(own);
    }
}

/// <param name="Label">Two or three characters that fit the tile.</param>
/// <param name="Name">The area's name in full.</param>
/// <param name="Kind">A zone is drawn as a rounded tile two columns wide.</param>
/// <param name="Mark">null where no source speaks of the area.</param>
/// <param name="Href">Where the tile leads when it has no figure.</param>
public sealed record MapTile(string Label, string Name, AreaKind Kind, TilePosition Position, Mark? Mark, string? Href = null)
{
    /// <summary>Whether it was not asked for, so that nothing is said of what there is.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>What is said where there is no mark.</summary>
    public Bilingual Absence => IsLeftOut ? new("未选", "Not selected") : CellState.NotReported.Name();
}

/// <summary>Figures of one indicator and basis, areas down and months across, in colour classes.</summary>
/// <param name="Months">The columns, in order and without gaps.</param>
public sealed record HeatTable(ChartCaption Caption, IReadOnlyList<YearMonth> Months, IReadOnlyList<HeatRow> Rows, Classing Classing) : ChartModel(Caption);

/// <param name="IsApart">Whether the row may not be compared with the rest (a zone beside districts, the city beside its parts).</param>
/// <param name="Cells">A month without a cell is one that no source speaks of.</param>
public sealed record HeatRow(string Label, string? Href, bool IsApart, IReadOnlyDictionary<YearMonth, Mark> Cells);

/// <summary>One small panel a series, on one month axis.</summary>
/// <param name="HasFreeScales">Whether each panel has its own value scale, so that heights of two panels mean nothing to one another.</param>
public sealed record SmallMultiples(ChartCaption Caption, IReadOnlyList<YearMonth> Months, IReadOnlyList<MonthlySeries> Panels, bool HasFreeScales) : ChartModel(Caption);

/// <summary>Two indicators against each other, a point an area. It shows that they go together or not, never why.</summary>
public sealed record ScatterChart(ChartCaption Caption, ScatterAxis X, ScatterAxis Y, IReadOnlyList<ScatterPoint> Points) : ChartModel(Caption);

public sealed record ScatterAxis(string Title, Unit Unit);

/// <param name="IsApart">Whether it overlaps the other areas (a zone, the city).</param>
public sealed record ScatterPoint(string Label, Mark X, Mark Y, bool IsApart);
