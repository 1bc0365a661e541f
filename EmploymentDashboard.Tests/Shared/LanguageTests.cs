using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Shared;

public sealed class LanguageTests
{
    [Fact]
    public void Language_Disposed_GivesBackTheOneBefore()
    {
        using var outer = Language.English();
        using (Language.Of("de-DE"))
            Assert.Equal("de-DE", CultureInfo.CurrentCulture.Name);

        Assert.Equal(("en-GB", "en-GB"), (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name));
    }

    [Fact]
    public async Task Languages_OfTestsThatRunAtTheSameTime_DoNotDisturbEachOther()
    {
        using var bothAreSet = new Barrier(2);

        var texts = await Task.WhenAll(
            Task.Run(() => Read(Language.Chinese)),
            Task.Run(() => Read(Language.English)));

        Assert.Equal(["当期", "In period"], texts);

        string Read(Func<Language> set)
        {
            using var language = set();
            Assert.True(bothAreSet.SignalAndWait(TimeSpan.FromSeconds(30)));
            return Basis.Flow.Name();
        }
    }
}
