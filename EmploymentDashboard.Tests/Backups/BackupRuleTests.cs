using System.Globalization;
using EmploymentDashboard.Backups;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Backups;

public sealed class BackupRuleTests
{
    private static readonly BackupRule Usual = new(7, 4, 12);

    /// <summary>Backups at these moments of UTC, the ones with a question mark not verified; and which of them may go.</summary>
    [Theory]
    [InlineData(1, 0, 0, "2026-11-01T19 2026-11-02T19 2026-11-03T19", "2026-11-01T19 2026-11-02T19")]
    [InlineData(2, 0, 0, "2026-11-01T19 2026-11-02T02 2026-11-02T19", "2026-11-01T19")]
    [InlineData(2, 0, 0, "2026-11-01T15 2026-11-01T17 2026-11-03T19", "2026-11-01T15")]
    [InlineData(0, 0, 0, "2026-11-01T19 2026-11-02T19", "2026-11-01T19")]
    [InlineData(0, 2, 0, "2026-11-14T10 2026-11-15T10 2026-11-16T10 2026-11-17T10", "2026-11-14T10 2026-11-16T10")]
    [InlineData(0, 0, 2, "2026-09-30T10 2026-10-31T10 2026-10-31T17 2026-11-02T10", "2026-09-30T10 2026-10-31T17")]
    [InlineData(0, 2, 0, "2026-12-31T10 2027-01-02T10 2027-01-04T10", "2026-12-31T10")]
    [InlineData(7, 4, 12, "2020-01-01T10 2026-11-02T10", "")]
    [InlineData(2, 0, 0, "2026-11-01T19? 2026-11-02T19 2026-11-03T19? 2026-11-04T19", "2026-11-01T19? 2026-11-03T19?")]
    [InlineData(1, 0, 0, "2026-11-02T19 2026-11-03T19?", "")]
    [InlineData(1, 0, 0, "2026-11-02T19? 2026-11-03T19?", "")]
    [InlineData(7, 4, 12, "", "")]
    public void Rule_LetsGo_WhatHoldsNoDayWeekOrMonth(int daily, int weekly, int monthly, string backups, string superfluous) =>
        Assert.Equal(Parse(superfluous).Select(backup => backup.Path), new BackupRule(daily, weekly, monthly).Superfluous(Parse(backups)).Select(backup => backup.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void NightlyBackupsOfTwoYears_LeaveSevenDaysFourWeeksAndTwelveMonths()
    {
        var kept = new List<Backup>();
        for (var night = new DateTimeOffset(2025, 1, 1, 3, 0, 0, TimeSpan.FromHours(8)); night.Year < 2027; night = night.AddDays(1))
        {
            kept.Add(Of(night, isVerified: true));
            foreach (var superfluous in Usual.Superfluous(kept))
                kept.Remove(superfluous);
        }

        var days = kept.Select(backup => backup.MadeAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(
            ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-13", "2026-12-20", "2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"],
            days);
    }

    [Fact]
    public void NewestVerified_NeverGoes_AndWhatIsNotVerifiedPushesNothingOut()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var backup = Gen.Choose(0, 500 * 24).SelectMany(hours => Gen.Elements(true, true, false).Select(isVerified => Of(start.AddHours(hours), isVerified)));
        var rule = Gen.Choose(0, 9).SelectMany(daily => Gen.Choose(0, 5).SelectMany(weekly => Gen.Choose(0, 13).Select(monthly => new BackupRule(daily, weekly, monthly))));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(backup.ListOf().ToArbitrary(), rule.ToArbitrary(), (generated, of) =>
        {
            var backups = generated.DistinctBy(one => one.Path).ToList();
            var gone = of.Superfluous(backups);
            var verified = backups.Where(one => one.IsVerified).ToList();
            return (verified.Count == 0 || !gone.Contains(verified.MaxBy(one => one.MadeAt)))
                && (backups.Count == 0 || gone.Count < backups.Count)
                && of.Superfluous(verified).Order(ByPath).SequenceEqual(gone.Where(one => one.IsVerified).Order(ByPath))
                && of.Superfluous([.. backups.Except(gone)]).Count == 0;
        }));
    }

    private static Comparer<Backup> ByPath => Comparer<Backup>.Create((first, second) => string.CompareOrdinal(first.Path, second.Path));

    private static IEnumerable<Backup> Parse(string backups) =>
        backups.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => Of(DateTimeOffset.ParseExact(text.TrimEnd('?'), "yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), !text.EndsWith('?')) with { Path = text });

    private static Backup Of(DateTimeOffset moment, bool isVerified) => new(
        Backup.NameOf("dashboard.db", moment),
        moment,
        100,
        isVerified ? new() { MadeAt = moment, Reason = BackupReason.Nightly, SchemaVersion = 1, Size = 100, Sha256 = "", LogicalHash = "", Rows = new Dictionary<string, long>() } : null);
}
