using System.Globalization;

namespace EmploymentDashboard.Backups;

/// <summary>
/// Which backups are kept: the last of each of so many days, weeks and months that have one, in China's time. Days without a backup count for nothing, so
/// that a server that stood still for a year finds what it had.
/// </summary>
public sealed record BackupRule(int Daily, int Weekly, int Monthly)
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>
    /// What may go. The newest that was verified never goes. One that was not verified takes no other's place, and goes once a newer one was verified.
    /// </summary>
    public IReadOnlyList<Backup> Superfluous(IEnumerable<Backup> backups)
    {
        var all = backups.OrderByDescending(backup => backup.MadeAt).ThenByDescending(backup => backup.Path, StringComparer.Ordinal).ToList();
        var verified = all.Where(backup => backup.IsVerified).ToList();
        var newest = verified.FirstOrDefault() ?? all.FirstOrDefault();
        HashSet<Backup> kept = [.. LastOfEach(verified, Day, Daily), .. LastOfEach(verified, Week, Weekly), .. LastOfEach(verified, Month, Monthly)];
        return [.. all.Where(backup => backup != newest && !kept.Contains(backup) && (backup.IsVerified || (newest!.IsVerified && backup.MadeAt <= newest.MadeAt)))];
    }

    /// <param name="newestFirst">In this order.</param>
    private static IEnumerable<Backup> LastOfEach(IEnumerable<Backup> newestFirst, Func<DateTime, string> period, int most) =>
        newestFirst.GroupBy(backup => period(backup.MadeAt.ToOffset(ChinaOffset).DateTime)).Take(most).Select(group => group.First());

    private static string Day(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Week(DateTime moment) => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(moment)}-{ISOWeek.GetWeekOfYear(moment)}");

    private static string Month(DateTime moment) => moment.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
