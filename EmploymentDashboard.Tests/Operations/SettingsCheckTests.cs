using EmploymentDashboard.Accounts;
using EmploymentDashboard.Accounts.Providers;
using EmploymentDashboard.Operations;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Tests.Commands;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Web;
using Microsoft.Extensions.Configuration;

namespace EmploymentDashboard.Tests.Operations;

/// <summary>A setting that is wrong is said at the start, in the words of its mistake.</summary>
public sealed class SettingsCheckTests
{
    private static readonly SettingsSection[] Sections =
    [
        new("Dashboard", typeof(DashboardOptions)), new("Proxy", typeof(ProxyOptions)), new("Https", typeof(HttpsOptions)), new("Limits", typeof(LimitOptions)),
        new("Log", typeof(LogOptions)), new("Monitoring", typeof(MonitoringOptions)), new("Keys", typeof(KeyOptions)), new("IdentityProvider", typeof(IdentityProviderOptions)),
        new("Accounts", typeof(AccountOptions)),
    ];

    [Theory]
    [InlineData("Dashboard:UploadLimit", "abc", "「abc」应为数字")]
    [InlineData("Dashboard:UploadLimit", "", "「」应为数字")]
    [InlineData("Dashboard:UploadLimit", "99999999999", "「99999999999」应为数字")]
    [InlineData("Dashboard:UploadLimit", "0", "「0」不在 1 到 10000 之间")]
    [InlineData("Dashboard:UplaodLimit", "50", "没有这个设置；是「UploadLimit」吗？")]
    [InlineData("Dashboard:Colour", "red", "没有这个设置；有的是：Database、Data、UploadLimit、FrameAncestors、Demo")]
    [InlineData("Dashboard:Demo", "yes", "「yes」应为 true 或 false")]
    [InlineData("Dashboard:Database", " ", "不能为空")]
    [InlineData("Dashboard:Database", "a\r\nb", "含有控制字符")]
    [InlineData("Dashboard:FrameAncestors", "*; script-src *", "写成 *、'self'")]
    [InlineData("Proxy:Known", "10.0.0.1, proxy", "「proxy」不是地址或网段")]
    [InlineData("Https:Port", "70000", "「70000」不在 1 到 65535 之间")]
    [InlineData("Limits:OpenPages", "-1", "「-1」不在 1 到 1000000 之间")]
    [InlineData("Log:KeptDays", "0", "「0」不在 1 到 3650 之间")]
    [InlineData("Monitoring:Allowed", "everyone", "「everyone」不是地址或网段")]
    [InlineData("Keys:Certificate", "/nowhere/keys.pfx", "没有文件「/nowhere/keys.pfx」")]
    [InlineData("Keys:Certificate", "EmploymentDashboard.dll", "打不开")]
    [InlineData("IdentityProvider:ClientId", "dashboard", "缺少提供者的地址", "IdentityProvider:Authority")]
    [InlineData("IdentityProvider:Newcomers", "Boss", "「Boss」应为 Reader、Analyst、Publisher、Administrator 之一")]
    [InlineData("Accounts:SecondFactor", "always", "「always」应为 Off、Optional、Required 之一")]
    [InlineData("Accounts:SecondFactor", "7", "「7」应为 Off、Optional、Required 之一")]
    [InlineData("Accounts:SecondFactor", "", "「」应为 Off、Optional、Required 之一")]
    [InlineData("Accounts:PasswordLength", "7", "「7」不在 8 到 128 之间")]
    [InlineData("Accounts:PasswordLength", "129", "「129」不在 8 到 128 之间")]
    [InlineData("Dashbord:Database", "a.db", "没有这一组设置；是「Dashboard」吗？", "Dashbord")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true", "会相信任何人自报的地址", "ASPNETCORE_FORWARDEDHEADERS_ENABLED")]
    public void Mistake_IsSaidWithItsKey(string key, string value, string words, string? said = null)
    {
        var mistake = Assert.Single(Check((key, value)));
        Assert.StartsWith($"设置 {said ?? key}：", mistake, StringComparison.Ordinal);
        Assert.Contains(words, mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dashboard:database", "a.db")]
    [InlineData("DASHBOARD:UPLOADLIMIT", "10")]
    [InlineData("Proxy:Known", "")]
    [InlineData("Accounts:SecondFactor", "required")]
    [InlineData("Logging:LogLevel:Default", "Debug")]
    [InlineData("Kestrel:Endpoints:Https:Url", "https://*:443")]
    [InlineData("PATH", "/usr/bin")]
    [InlineData("Elsewhere:Key", "x")]
    public void WhatIsRight_OrIsOthers_IsNoMistake(string key, string value) => Assert.Empty(Check((key, value)));

    /// <summary>Of a provider that is used: its address, and what else goes with it.</summary>
    [Theory]
    [InlineData("https://id.example.org", "openid profile", "Reader")]
    [InlineData("https://id.example.org/realms/bureau", "openid", "Analyst")]
    [InlineData("http://127.0.0.1:8080", "openid profile", "")]
    [InlineData("http://id.example.org", "openid profile", "Reader", "应为 https:// 开头的地址")]
    [InlineData("id.example.org", "openid profile", "Reader", "应为 https:// 开头的地址")]
    [InlineData("https://id.example.org", "profile", "Reader", "应含 openid")]
    [InlineData("https://id.example.org", "openid", "Publisher", "只能是 reader 或 analyst")]
    public void IdentityProvider_IsChecked(string authority, string scopes, string newcomers, string? mistake = null)
    {
        List<(string, string)> settings = [("IdentityProvider:Authority", authority), ("IdentityProvider:ClientId", "a"), ("IdentityProvider:ClientSecret", "b"), ("IdentityProvider:Scopes", scopes)];
        if (newcomers.Length > 0)
            settings.Add(("IdentityProvider:Newcomers", newcomers));
        var mistakes = Check([.. settings]);
        if (mistake is null)
            Assert.Empty(mistakes);
        else
            Assert.Contains(mistake, Assert.Single(mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_AreSaidAllAtOnce() =>
        Assert.Equal(3, Check(("Limits:Uploads", "many"), ("Log:Kept", "3"), ("Proxy:Known", "here")).Count);

    /// <summary>The program does not start, and its exit code says so.</summary>
    [Fact]
    public async Task Program_WithMistakes_EndsWithALineForEach()
    {
        using var folder = new TestFolder();
        var run = await ProgramRun.OfAsync("--database", Path.Combine(folder.Path, "a.db"), "--urls", "http://127.0.0.1:0", "--Dashboard:UploadLimits", "5", "--Limits:Uploads", "many");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            ["Setting Dashboard:UploadLimits: there is no such setting; did you mean “UploadLimit”?", "Setting Limits:Uploads: “many” should be a number"],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.False(File.Exists(Path.Combine(folder.Path, "a.db")));
    }

    private static IReadOnlyList<string> Check(params (string Key, string Value)[] settings) => SettingsCheck.Run(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build(), Sections);
}
