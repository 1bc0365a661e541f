using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>A part of a bulletin that can be left out. Footnotes and sources cannot: marks in the text lead to them.</summary>
public enum BulletinSection
{
    Summary,
    Headlines,
    Themes,
    Charts,
    Targets,
    Reference,
    Areas,
    Coverage,
}

public static class BulletinSections
{
    public static readonly CodeList<BulletinSection> Codes = new(
        ("summary", BulletinSection.Summary),
        ("headlines", BulletinSection.Headlines),
        ("themes", BulletinSection.Themes),
        ("charts", BulletinSection.Charts),
        ("targets", BulletinSection.Targets),
        ("reference", BulletinSection.Reference),
        ("areas", BulletinSection.Areas),
        ("coverage", BulletinSection.Coverage));

    public static IReadOnlyList<BulletinSection> All { get; } = Enum.GetValues<BulletinSection>();

    public static Bilingual Name(this BulletinSection section) => section switch
    {
        BulletinSection.Summary => new("文字概况", "Written summary"),
        BulletinSection.Headlines => new("主要数字", "Headline figures"),
        BulletinSection.Themes => new("各主题的表", "Tables by theme"),
        BulletinSection.Charts => new("图", "Charts"),
        BulletinSection.Targets => new("目标", "Targets"),
        BulletinSection.Reference => new("可参考的其他期间", "Other periods for reference"),
        BulletinSection.Areas => new("分地区", "Pages by area"),
        BulletinSection.Coverage => new("数字覆盖", "Coverage"),
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };
}

/// <summary>What a bulletin is asked to hold.</summary>
public sealed record BulletinOrder
{
    /// <summary>A month, quarter or year.</summary>
    public required Period Period { get; init; }

    /// <summary>Codes, in the order in which they are shown; empty for all areas with figures of the period.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The moment whose knowledge is printed; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    public bool IsLandscape { get; init; }

    public IReadOnlyList<BulletinSection> Sections { get; init; } = BulletinSections.All;

    public bool Has(BulletinSection section) => Sections.Contains(section);
}
