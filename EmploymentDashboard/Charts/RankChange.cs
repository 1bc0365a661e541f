using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>How a row's rank differs from that of the period before, as far as both are certain.</summary>
/// <param name="Now">null for a row that is not ranked.</param>
/// <param name="Before">null where the row had no rank.</param>
/// <param name="BeforeIsReported">Whether there was a figure before, or a source that called it missing.</param>
public sealed record RankChange(RankRange? Now, RankRange? Before, bool BeforeIsReported)
{
    /// <summary>Places gained, negative for lost; null where that is not known.</summary>
    public int? Places => Now is { IsCertain: true } now && Before is { IsCertain: true } before ? before.First - now.First : null;

    /// <summary>Whether the row is ranked now and no source spoke of it before.</summary>
    public bool IsNew => Now is not null && !BeforeIsReported;

    /// <summary>▲2, ▼1, –, 新, ?; empty for a row that is not ranked.</summary>
    public string Sign => this switch
    {
        { Now: null } => "",
        { IsNew: true } => new Bilingual("新", "new"),
        { Places: > 0 and var up } => FormattableString.Invariant($"▲{up}"),
        { Places: < 0 and var down } => FormattableString.Invariant($"▼{-down}"),
        { Places: 0 } => "–",
        _ => "?",
    };

    /// <summary>The same as a clause, with the reason where the change is not known.</summary>
    public string Words => this switch
    {
        { Now: null } => "",
        { IsNew: true } => new Bilingual("上期没有来源提及", "no source spoke of it the period before"),
        { Before: null } => new Bilingual("升降不能定：上期缺或存疑", "change of rank not known: the figure before is missing or doubtful"),
        { Places: > 0 and var up } => new Bilingual($"上期第 {Before} 名，升 {up} 位", $"rank {Before} before, up {up}"),
        { Places: < 0 and var down } => new Bilingual($"上期第 {Before} 名，降 {-down} 位", $"rank {Before} before, down {-down}"),
        { Places: 0 } => new Bilingual($"上期第 {Before} 名，不变", $"rank {Before} before, unchanged"),
        _ => new Bilingual($"升降不能定：上期第 {Before} 名，界限使名次不能定", $"change of rank not known: rank {Before} before, and bounds leave a rank open"),
    };
}
