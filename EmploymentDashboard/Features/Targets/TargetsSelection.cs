using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Targets;

public enum TargetOrder
{
    /// <summary>By what is missing, as a share of the goal.</summary>
    Share,

    /// <summary>By what is missing, in the indicator's own unit.</summary>
    Distance,

    Area,
}

/// <summary>Which targets the page shows and how, as its address says.</summary>
/// <param name="Year">The year in which they fall due; null for all years.</param>
public sealed record TargetsSelection(int? Year, string? Indicator, string? Area, TargetOrder Order)
{
    public const string Page = "/targets";

    /// <summary>How an address asks for all years; without a year it asks for the latest with results.</summary>
    public const string AllYears = "all";

    public static readonly CodeList<TargetOrder> Orders = new(("share", TargetOrder.Share), ("distance", TargetOrder.Distance), ("area", TargetOrder.Area));

    public string Address
    {
        get
        {
            var address = $"{Page}?year={(Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : AllYears)}";
            if (Indicator is not null)
                address += $"&indicator={Uri.EscapeDataString(Indicator)}";
            if (Area is not null)
                address += $"&area={Uri.EscapeDataString(Area)}";
            return Order == TargetOrder.Share ? address : $"{address}&sort={Orders.Write(Order)}";
        }
    }

    public TargetFilter Filter => new() { Year = Year, Indicator = Indicator, Areas = Area is null ? [] : [Area] };
}
