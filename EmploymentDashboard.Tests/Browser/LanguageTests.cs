using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Languages;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Every page speaks one language, and says so where it quotes another.</summary>
public sealed class LanguageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    /// <summary>Pages of those who have signed in.</summary>
    private static readonly (string Address, Role Role)[] Closed =
    [
        ("/upload", Role.Analyst),
        ("/annotations", Role.Analyst),
        ("/account/password", Role.Analyst),
        ("/account/tokens", Role.Analyst),
        ("/account/second-factor", Role.Analyst),
        ("/account/users", Role.Administrator),
        ("/audit", Role.Administrator),
        ("/backups", Role.Administrator),
    ];

    private static readonly string[] Open = [.. PagesTests.Addresses.Select<object[], string>(row => (string)row[0]), "/account/sign-in", "/account/code", "/account/denied", "/nowhere"];

    [Fact]
    public async Task EnglishPages_HaveNoChineseThatIsNotMarkedAsSuch() =>
        Findings.AssertNone(await FindAsync(inEnglish: true, SourceWords.IsChinese));

    [Fact]
    public async Task ChinesePages_HaveNoEnglishSentenceThatIsNotMarkedAsSuch() =>
        Findings.AssertNone(await FindAsync(inEnglish: false, ShownWords.IsEnglishSentence));

    private async Task<IReadOnlyList<string>> FindAsync(bool inEnglish, Func<string, bool> isForeign)
    {
        var findings = new List<string>();
        var reader = await dashboard.OpenAsync("/account/denied", inEnglish: inEnglish);
        foreach (var address in Open)
            await AddAsync(reader, address);
        await reader.Context.CloseAsync();
        foreach (var role in Closed.Select(page => page.Role).Distinct())
        {
            var user = await dashboard.OpenSignedInAsync(role, "/account/password", inEnglish: inEnglish);
            foreach (var (address, _) in Closed.Where(page => page.Role == role))
                await AddAsync(user, address);
            await user.Context.CloseAsync();
        }

        return findings;

        async Task AddAsync(IPage page, string address)
        {
            var html = await (await page.APIRequest.GetAsync(dashboard.Address + address)).TextAsync();
            findings.AddRange(ShownWords.InPageLanguage(html).Where(text => isForeign(text.Words)).Select(text => $"{address}: {text.Where}: {text.Words}").Distinct());
        }
    }
}
