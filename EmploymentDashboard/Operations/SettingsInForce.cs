namespace EmploymentDashboard.Operations;

/// <summary>What the program was told by its settings, for the audit trail: who changes a limit changes what protects the figures.</summary>
public static class SettingsInForce
{
    private const string Hidden = "***";

    /// <summary>Each setting of the program's own sections that was given, whatever gave it. Of secrets only that there is one.</summary>
    public static IReadOnlyDictionary<string, string> Of(IConfiguration configuration, IEnumerable<SettingsSection> sections) => new SortedDictionary<string, string>(
        sections.SelectMany(section => configuration.GetSection(section.Name).AsEnumerable())
            .Where(setting => setting.Value is { Length: > 0 })
            .ToDictionary(setting => setting.Key, setting => IsSecret(setting.Key) ? Hidden : setting.Value!, StringComparer.OrdinalIgnoreCase),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Keys that one has and the other has not, or with another value.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Except(after).Concat(after.Except(before)).Select(setting => setting.Key).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    private static bool IsSecret(string key) => key.EndsWith("Secret", StringComparison.OrdinalIgnoreCase) || key.EndsWith("Password", StringComparison.OrdinalIgnoreCase);
}
