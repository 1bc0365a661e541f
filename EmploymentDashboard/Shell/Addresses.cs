using System.Globalization;

namespace EmploymentDashboard.Shell;

/// <summary>Addresses of the pages. The address carries the whole view, so that a reload, the back button or a colleague gives the same.</summary>
public static class Addresses
{
    public static string Explorer(string indicator) => $"/explore?indicator={Uri.EscapeDataString(indicator)}";

    public static string Area(string code) => $"/areas/{Uri.EscapeDataString(code)}";

    /// <summary>Areas side by side; without any, the choice of them.</summary>
    public static string Compare(IEnumerable<string> areas) =>
        string.Join(',', areas.Select(Uri.EscapeDataString)) is { Length: > 0 } codes ? $"/areas/compare?areas={codes}" : "/areas/compare";

    public static string Source(string code) => $"/sources/{Uri.EscapeDataString(code)}";

    /// <summary>What fits these words; the empty page where there are none.</summary>
    public static string Search(string? words = null) => string.IsNullOrWhiteSpace(words) ? "/search" : $"/search?q={Uri.EscapeDataString(words)}";

    /// <summary>What the search box offers for <c>?q=</c>, as a piece of a page.</summary>
    public const string SearchOptions = "/search/options";

    /// <summary>What changed since a moment; since the last batch where none is given.</summary>
    public static string News(DateTimeOffset? since = null) =>
        since is { } moment ? $"/news?since={moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}" : "/news";

    public const string Batches = "/batches";

    public const string Backups = "/backups";

    public static string Batch(long id) => $"{Batches}/{id}";

    /// <summary>The file of a batch, byte for byte as it came in.</summary>
    public static string BatchOriginal(long id) => Batch(id) + "/original";

    public static string BatchRejected(long id) => Batch(id) + "/rejected";

    /// <summary>The same address with a figure's details open.</summary>
    public static string WithFigure(string address, long figure) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}figure={figure}";

    /// <summary>A number as an address gives it; null where it is none, so that a mistyped link still opens.</summary>
    public static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
