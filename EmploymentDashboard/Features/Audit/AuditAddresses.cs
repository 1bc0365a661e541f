using EmploymentDashboard.Audit;
using Microsoft.AspNetCore.Http.Extensions;

namespace EmploymentDashboard.Features.Audit;

public static class AuditAddresses
{
    public const string Page = "/audit";
    public const string Export = "/audit.csv";

    /// <param name="kind">Code; null for all.</param>
    /// <param name="from">2026-11-22, by China's time; null for the beginning.</param>
    public static string Of(string? kind, string? words, string? from, string? to, long page = 1)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("kind", kind), ("words", words), ("from", from), ("to", to), ("page", page > 1 ? $"{page}" : null) })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return Page + query.ToQueryString();
    }

    /// <summary>What an address asks for; what it says wrongly is left out.</summary>
    internal static AuditFilter Filter(string? kind, string? words, string? from, string? to) => new(
        AuditKinds.Codes.TryParse(kind, out var known) ? known : null,
        words ?? "",
        DayOf(from),
        DayOf(to)?.AddDays(1));

    /// <summary>The first moment of a day in China.</summary>
    private static DateTimeOffset? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)) : null;
}
