using System.CommandLine;
using System.Globalization;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>The option by which a command answers from what was known at a moment.</summary>
internal static class MomentOption
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static Option<DateTimeOffset?> Create() => new("--as-of")
    {
        HelpName = "MOMENT",
        Description = Say("那一刻所知的数字：2026-11-21T08:00:00Z，或一天的末了 2026-11-21（北京时间）；默认此刻", "The figures known at a moment: 2026-11-21T08:00:00Z, or the end of a day in China, 2026-11-21; now by default"),
        CustomParser = result =>
        {
            if (Read(result.Tokens[0].Value) is { } moment)
                return moment;

            result.AddError(Say("--as-of 写成 2026-11-21T08:00:00Z 或 2026-11-21。", "--as-of is written 2026-11-21T08:00:00Z or 2026-11-21."));
            return null;
        },
    };

    /// <summary>The end of a day means that the whole day is known.</summary>
    private static DateTimeOffset? Read(string text)
    {
        if (!DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) || moment.Year is 1 or 9999)
            return null;
        return text.Contains('T', StringComparison.Ordinal) ? moment : new DateTimeOffset(moment.DateTime, TimeSpan.FromHours(8)).AddDays(1).AddMilliseconds(-1);
    }
}
