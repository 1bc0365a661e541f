using EmploymentDashboard.Features.Uploads;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Shell;

/// <summary>A page above another one.</summary>
public sealed record Crumb(string Title, string Address)
{
    public static Crumb Areas => new(Bilingual.Say("区县", "Areas"), "/areas");

    public static Crumb Sources => new(Bilingual.Say("来源", "Sources"), "/sources");

    public static Crumb Batches => new(Bilingual.Say("批次", "Batches"), Addresses.Batches);

    public static Crumb Uploads => new(Bilingual.Say("导入", "Import"), UploadAddresses.All);

    /// <summary>The list of areas, and the areas that hold this one; the nation, which holds all, is left out.</summary>
    public static IReadOnlyList<Crumb> Above(Area area, Catalog catalog)
    {
        var holders = new Stack<Crumb>();
        for (var code = area.Parent; catalog.TryArea(code, out var holder); code = holder.Parent)
        {
            if (holder.Kind != AreaKind.Nation)
                holders.Push(new(holder.Name, Addresses.Area(holder.Code)));
        }

        return [Areas, .. holders];
    }

    /// <summary>Indicators, and the theme under which this one is listed: it leads to the search for the theme, which lists them all.</summary>
    public static IReadOnlyList<Crumb> Above(Indicator indicator, Catalog catalog)
    {
        string theme = catalog.Theme(indicator.Theme).Name;
        return [new(Bilingual.Say("指标", "Indicators"), "/explore"), new(theme, Addresses.Search(theme))];
    }
}
