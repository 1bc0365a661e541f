using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.WebUtilities;

namespace EmploymentDashboard.Features.Bulletins;

/// <summary>Which bulletin is drawn up, as addresses say it.</summary>
public sealed record BulletinSelection
{
    public required BulletinOrder Order { get; init; }

    /// <summary>What the address asks for and is not known; empty where all of it is.</summary>
    public IReadOnlyList<string> Misread { get; init; } = [];

    /// <summary>The page that draws it up.</summary>
    public string Address => BulletinAddresses.All + Query();

    /// <summary>Its pages as a draft.</summary>
    /// <param name="format">html, pdf or docx.</param>
    public string DraftAddress(string language, string format = "html") => QueryHelpers.AddQueryString($"{BulletinAddresses.Draft}.{format}{Query()}", "lang", language);

    /// <summary>Reads what an address asks for; what it does not say, or says wrong, is the latest month, all areas and all sections.</summary>
    /// <param name="latest">The latest month with results; null where there is none.</param>
    public static BulletinSelection? Read(string? period, string? areas, string? without, string? paper, Catalog catalog, Period? latest)
    {
        var misread = new List<string>();
        if (!BulletinPeriods.TryParse(period, out var of))
        {
            if (!string.IsNullOrEmpty(period))
                misread.Add(period);
            if ((of = latest) is null)
                return null;
        }

        var asked = (areas ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = asked.Where(code => catalog.TryArea(code, out _)).ToHashSet(StringComparer.Ordinal);
        misread.AddRange(asked.Where(code => !known.Contains(code)));
        var left = (without ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(code => BulletinSections.Codes.TryParse(code, out var section) ? section : default(BulletinSection?))
            .OfType<BulletinSection>();
        return new()
        {
            Misread = misread,
            Order = new()
            {
                Period = of,
                // In the order of the catalogue, so that the same areas are the same order however they were picked.
                Areas = [.. catalog.Areas.Select(area => area.Code).Where(known.Contains)],
                Sections = [.. BulletinSections.All.Except(left)],
                IsLandscape = paper == "landscape",
            },
        };
    }

    private string Query()
    {
        var left = BulletinSections.All.Except(Order.Sections).Select(BulletinSections.Codes.Write).ToList();
        return QueryHelpers.AddQueryString("", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["period"] = Order.Period.Edtf,
            ["areas"] = Order.Areas.Count > 0 ? string.Join(',', Order.Areas) : null,
            ["without"] = left.Count > 0 ? string.Join(',', left) : null,
            ["paper"] = Order.IsLandscape ? "landscape" : null,
        });
    }
}
