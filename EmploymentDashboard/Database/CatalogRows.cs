using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Database;

/// <summary>The rows of the reference tables as SQL gives them.</summary>
internal static class CatalogRows
{
    private const char Separator = '|';

    public static string Join(IReadOnlyList<string> names) => string.Join(Separator, names);

    public static string[] Split(string names) => names.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class AreaRow
{
    public required string Code { get; init; }

    public required string Kind { get; init; }

    public required string? Parent { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string ShortName { get; init; }

    public required string Aliases { get; init; }

    public required long? TileColumn { get; init; }

    public required long? TileRow { get; init; }

    public Area ToArea() => new(
        Code,
        Codes.AreaKind.Parse(Kind),
        Parent,
        new(NameZh, NameEn),
        ShortName,
        CatalogRows.Split(Aliases),
        TileColumn is { } column && TileRow is { } row ? new TilePosition((int)column, (int)row) : null);
}

internal sealed class ThemeRow
{
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public Theme ToTheme() => new(Code, new(NameZh, NameEn));
}

internal sealed class IndicatorRow
{
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string Theme { get; init; }

    public required string UnitZh { get; init; }

    public required string UnitEn { get; init; }

    public required long Decimals { get; init; }

    public required long Additive { get; init; }

    public required long? MoreIsBetter { get; init; }

    public required string DefinitionZh { get; init; }

    public required string DefinitionEn { get; init; }

    public required string Aliases { get; init; }

    public Indicator ToIndicator() => new(
        Code,
        new(NameZh, NameEn),
        Theme,
        new(UnitZh, UnitEn),
        (int)Decimals,
        Additive != 0,
        MoreIsBetter is { } better ? better != 0 : null,
        new(DefinitionZh, DefinitionEn),
        CatalogRows.Split(Aliases));
}

internal sealed class BreakdownRow
{
    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string Dimension { get; init; }

    public required string? Parent { get; init; }

    public required long Exhaustive { get; init; }

    public required string Aliases { get; init; }

    public Breakdown ToBreakdown() => new(Code, new(NameZh, NameEn), Dimension, Parent, Exhaustive != 0, CatalogRows.Split(Aliases));
}

internal sealed class SourceRow
{
    public required string Code { get; init; }

    public required string Publisher { get; init; }

    public required string Headline { get; init; }

    public required string Author { get; init; }

    public required string Published { get; init; }

    public required string PublishedHowZh { get; init; }

    public required string PublishedHowEn { get; init; }

    public required string Page { get; init; }

    public required string Url { get; init; }

    public required string Language { get; init; }

    public Source ToSource() => new(Code, Publisher, Headline, Author, Period.Parse(Published), new(PublishedHowZh, PublishedHowEn), Page, Url, Language);
}
