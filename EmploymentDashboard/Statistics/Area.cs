namespace EmploymentDashboard.Statistics;

public enum AreaKind
{
    Nation,
    City,
    District,
    County,

    /// <summary>A functional zone. It has no GB/T 2260 code and overlaps the districts that it was carved from.</summary>
    Zone,

    /// <summary>A town or subdistrict within a district or county.</summary>
    Township,
}

/// <summary>A place that figures speak of.</summary>
/// <param name="Code">GB/T 2260 for nation, city, districts and counties; <c>Z-…</c> for zones and <c>district-…</c> for townships, our own.</param>
/// <param name="Parent">Code of the area that holds this one; null for the nation.</param>
/// <param name="Tile">Position on the tile grid; null where the area is not drawn there.</param>
public sealed record Area(string Code, AreaKind Kind, string? Parent, Bilingual Name, string ShortName, IReadOnlyList<string> Aliases, TilePosition? Tile = null)
{
    private const string CityBefore = "Chongqing ";

    /// <summary>For where there is little room: 巴南, Banan. The first word of an English name is what tells areas apart.</summary>
    public Bilingual Label => new(ShortName, Name.En[(Name.En.StartsWith(CityBefore, StringComparison.Ordinal) ? CityBefore.Length : 0)..].Split(' ', ',')[0]);
}

/// <summary>Column and row on the tile grid, from the top left, counted from 0.</summary>
public readonly record struct TilePosition(int Column, int Row);
