using System.Globalization;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.News;

/// <summary>What the page of changes shows. The address holds all of it, so that a colleague sees the same.</summary>
/// <param name="Since">null for the moment before the last batch.</param>
/// <param name="Area">null for all.</param>
/// <param name="Theme">null for all.</param>
/// <param name="Kind">null for all.</param>
public sealed record NewsView(DateTimeOffset? Since, string? Area = null, string? Theme = null, NewsKind? Kind = null, long Page = 1)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public string Address
    {
        get
        {
            var parts = new List<string>();
            if (Area is not null)
                parts.Add($"area={Uri.EscapeDataString(Area)}");
            if (Theme is not null)
                parts.Add($"theme={Uri.EscapeDataString(Theme)}");
            if (Kind is { } kind)
                parts.Add($"show={NewsKinds.Codes.Write(kind)}");
            if (Page > 1)
                parts.Add($"page={Page}");
            var moment = Addresses.News(Since);
            return parts.Count == 0 ? moment : $"{moment}{(Since is null ? '?' : '&')}{string.Join('&', parts)}";
        }
    }

    /// <summary>The address at the list: whoever turns a page goes on at its top.</summary>
    public string ChangesAddress => Address + "#changes";

    /// <summary>Reads what an address says. What it says wrongly is left out, so that an old or mistyped link still opens.</summary>
    public static NewsView Read(Catalog catalog, string? since, string? area, string? theme, string? show, string? page) => new(
        MomentOf(since),
        catalog.TryArea(area, out var known) ? known.Code : null,
        catalog.Themes.FirstOrDefault(candidate => candidate.Code == theme)?.Code,
        NewsKinds.Codes.TryParse(show, out var kind) ? kind : null,
        Addresses.Number(page) ?? 1);

    /// <summary>The day in China on which the moment lies, as a date field wants it.</summary>
    public static string DayOf(DateTimeOffset moment) => moment.ToOffset(China).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 only. A day begins when it begins in China.</summary>
    private static DateTimeOffset? MomentOf(string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999)
            return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), China);
        return DateTimeOffset.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year is > 1900 and < 9999 ? moment : null;
    }
}
