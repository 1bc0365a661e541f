using System.Globalization;

namespace EmploymentDashboard.Database;

/// <summary>Moments are stored as UTC text of fixed length, <c>2026-11-21T08:02:03.123Z</c>, so that comparing texts compares moments.</summary>
public static class Moment
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>A day as it is stored, <c>2026-11-21</c>.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
