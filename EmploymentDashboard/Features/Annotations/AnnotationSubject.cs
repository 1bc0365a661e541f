using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Annotations;

/// <summary>What an annotation is about: one indicator, a theme, or all figures where neither is set.</summary>
public readonly record struct AnnotationSubject(string? Indicator, string? Theme)
{
    private const string IndicatorPrefix = "indicator:";
    private const string ThemePrefix = "theme:";

    public static AnnotationSubject Of(AnnotationContent content) => new(content.Indicator, content.Theme);

    /// <summary>Reads what <see cref="ToString"/> wrote; anything else, and a code that is not known, is all figures.</summary>
    public static AnnotationSubject Read(string? text, Catalog catalog)
    {
        if (text?.StartsWith(IndicatorPrefix, StringComparison.Ordinal) == true && catalog.TryIndicator(text[IndicatorPrefix.Length..], out var indicator))
            return new(indicator.Code, null);
        if (text?.StartsWith(ThemePrefix, StringComparison.Ordinal) == true && catalog.TryTheme(text[ThemePrefix.Length..], out var theme))
            return new(null, theme.Code);
        return default;
    }

    /// <summary>Whether what is said about this concerns the other: it is the same, or one holds the other, or one is about all figures.</summary>
    public bool Concerns(AnnotationSubject other, Catalog catalog)
    {
        if (this == default || other == default || this == other)
            return true;
        return (Indicator is null || other.Indicator is null) && ThemeOf(catalog) == other.ThemeOf(catalog);
    }

    /// <summary>As addresses and forms write it: indicator:code, theme:code, or nothing.</summary>
    public override string ToString() => this switch
    {
        { Indicator: { } indicator } => IndicatorPrefix + indicator,
        { Theme: { } theme } => ThemePrefix + theme,
        _ => "",
    };

    private string? ThemeOf(Catalog catalog) => Indicator is { } indicator ? catalog.Indicator(indicator).Theme : Theme;
}
