using System.Globalization;

namespace EmploymentDashboard.Tests.Shared;

/// <summary>
/// Pins the reader's language, and with it the culture, until disposed. Both flow with the test's own execution context,
/// so tests that run beside it keep theirs.
/// </summary>
public sealed class Language : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    private Language(string name) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

    public static Language Chinese() => new("zh-CN");

    public static Language English() => new("en-GB");

    /// <summary>By the name of a culture, such as one that writes a comma before decimals.</summary>
    public static Language Of(string name) => new(name);

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _uiCulture;
    }
}
