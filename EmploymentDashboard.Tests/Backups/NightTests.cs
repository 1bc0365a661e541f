using System.Globalization;
using EmploymentDashboard.Backups;

namespace EmploymentDashboard.Tests.Backups;

public sealed class NightTests
{
    /// <summary>All in China's time.</summary>
    [Theory]
    [InlineData("2026-11-22 01:00", "2026-11-21 03:00", "2026-11-22 03:00")]
    [InlineData("2026-11-22 03:00", "2026-11-22 03:00", "2026-11-23 03:00")]
    [InlineData("2026-11-22 12:00", "2026-11-22 03:00", "2026-11-23 03:00")]
    [InlineData("2026-11-22 12:00", "2026-11-21 03:00", "2026-11-22 12:10")]
    [InlineData("2026-11-22 12:00", null, "2026-11-22 12:10")]
    [InlineData("2026-11-22 02:55", null, "2026-11-22 03:00")]
    [InlineData("2026-11-30 23:59", "2026-11-30 12:00", "2026-12-01 03:00")]
    public void Night_IsTheNextHour_OrSoonWhereOneWasMissed(string now, string? last, string night) =>
        Assert.Equal(Parse(night), StoreKeeper.NextNight(Parse(now), last is null ? null : Parse(last), hour: 3));

    private static DateTimeOffset Parse(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
