using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Database;

public enum AnnotationKind
{
    /// <summary>A measure or event that a source dates.</summary>
    Policy,

    /// <summary>What an analyst has to say about the figures.</summary>
    Note,
}

public static class AnnotationKinds
{
    public static readonly CodeList<AnnotationKind> Codes = new(("policy", AnnotationKind.Policy), ("note", AnnotationKind.Note));

    public static Bilingual Name(this AnnotationKind kind) => kind switch
    {
        AnnotationKind.Policy => new("政策与事件", "Policy or event"),
        AnnotationKind.Note => new("说明", "Note"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>What an annotation says.</summary>
public sealed record AnnotationContent
{
    /// <summary>When it was: a day, a month, or from one to another.</summary>
    public required Period Period { get; init; }

    /// <summary>Code of the area; null for everywhere.</summary>
    public string? Area { get; init; }

    /// <summary>Code of the indicator; null where it is about a theme or about all figures.</summary>
    public string? Indicator { get; init; }

    /// <summary>Code of the theme; null where it is about one indicator or about all figures.</summary>
    public string? Theme { get; init; }

    public required AnnotationKind Kind { get; init; }

    public required string Chinese { get; init; }

    /// <summary>May be empty; readers of English are then shown the Chinese.</summary>
    public string English { get; init; } = "";

    /// <summary>Code of the source; null for what has none but its author.</summary>
    public string? Source { get; init; }

    /// <summary>Where in the source it stands.</summary>
    public string Locator { get; init; } = "";

    public Bilingual Text => new(Chinese, English.Length > 0 ? English : Chinese);

    /// <summary>The first month of its period, or the last where the start is open.</summary>
    public YearMonth FirstMonth => YearMonth.Of(Period.Start ?? Period.End!.Value);

    public YearMonth LastMonth => YearMonth.Of(Period.End ?? Period.Start!.Value);

    /// <summary>Whether both say the same to the letter. Periods are equal by their days, yet 2020-02 and 2020-02~ are two statements.</summary>
    public bool IsSameAs(AnnotationContent other) => this == other && Period.Edtf == other.Period.Edtf;
}

/// <summary>An annotation as stored.</summary>
/// <param name="Id">Never changes and is never used again.</param>
/// <param name="Code">Of the data folder's file; null for what someone entered.</param>
/// <param name="Replaces">The annotation that this one took the place of; null where there is none.</param>
public sealed record Annotation(long Id, string? Code, AnnotationContent Content, long? Replaces, string MadeBy, DateTimeOffset MadeAt, string? WithdrawnBy, DateTimeOffset? WithdrawnAt)
{
    public bool Stands => WithdrawnAt is null;
}
