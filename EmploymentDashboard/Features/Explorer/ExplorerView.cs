using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>The ways in which one selection can be looked at, in the order of their tabs.</summary>
public enum ExplorerView
{
    Lines,
    Columns,
    Timeline,
    Ranking,
    Map,
    Multiples,
    Heat,
    Parts,
    Scatter,
    Targets,
    Table,
}

public static class ExplorerViews
{
    public static Bilingual Name(this ExplorerView view) => view switch
    {
        ExplorerView.Lines => new("折线", "Lines"),
        ExplorerView.Columns => new("柱形", "Columns"),
        ExplorerView.Timeline => new("期间", "Periods"),
        ExplorerView.Ranking => new("排名", "Ranking"),
        ExplorerView.Map => new("地图", "Map"),
        ExplorerView.Multiples => new("分图", "Panels"),
        ExplorerView.Heat => new("热力表", "Heat table"),
        ExplorerView.Parts => new("构成", "Parts"),
        ExplorerView.Scatter => new("散点", "Scatter"),
        ExplorerView.Targets => new("目标", "Targets"),
        ExplorerView.Table => new("表", "Table"),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };
}
