using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Handlers;

/// <summary>
/// Every form that is posted × everyone who may send it. It was filled in by an administrator, with the mark against forgery that the page gave, and is
/// sent once that is someone else: a refused form changes nothing in the database.
/// </summary>
public sealed class FormWalkTests : IAsyncLifetime, IDisposable
{
    private const string Password = TestUsers.Password;

    /// <summary>By handler: fills in its form.</summary>
    private static readonly Dictionary<string, Func<FormWalkTests, Sender, Task<Form>>> Forms = new()
    {
        ["PasswordPage.ChangeAsync"] = (walk, sender) => FillInAsync(sender, "/account/password", "password", ("current", Password), ("password", "an old umbrella"), ("repeated", "an old umbrella")),
        ["SecondFactorPage.SetUpAsync"] = (walk, sender) => OfferedAsync(sender),
        ["SecondFactorPage.RenewAsync"] = async (walk, sender) =>
        {
            await SetUpAsync(sender);
            return await FillInAsync(sender, "/account/second-factor", "renew", ("password", Password));
        },
        ["SecondFactorPage.RemoveAsync"] = async (walk, sender) =>
        {
            await SetUpAsync(sender);
            return await FillInAsync(sender, "/account/second-factor", "remove", ("removal-password", Password));
        },
        ["TokensPage.MakeAsync"] = (walk, sender) => FillInAsync(sender, "/account/tokens", "make", ("name", "nightly job"), ("days", "30"), ("upload", "yes")),
        ["TokensPage.RevokeAsync"] = async (walk, sender) =>
        {
            var token = await walk.MakeTokenAsync(sender.User);
            return await FillInAsync(sender, "/account/tokens", "revoke", ("revoked", $"{token}"));
        },
        ["SignInPage.SignInAsync"] = (walk, sender) => FillInAsync(sender, "/account/sign-in", "sign-in", ("name", "keeper"), ("password", "not the password")),
        ["CodePage.SignInAsync"] = async (walk, sender) => new("/account/code", new() { ["_handler"] = "code", ["code"] = "000000", [Mark] = await MarkAsync(sender) }),
        ["SetupPage.CreateAsync"] = async (walk, sender) => new("/setup?token=x", new() { ["_handler"] = "setup", ["name"] = "wang", ["password"] = Password, ["repeated"] = Password, [Mark] = await MarkAsync(sender) }),
    };

    private const string Mark = "__RequestVerificationToken";

    /// <summary>Of pages that are shown again, and why nothing was done.</summary>
    private static readonly string[] Refusals = ["您现在没有这个权限", "您的登录已失效", "没有这个有效的令牌"];

    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;

    public static TheoryData<string> Handlers => [.. Forms.Keys];

    public async Task InitializeAsync()
    {
        _dashboard = await RunningDashboard.StartAsync("--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", Path.Combine(_folder.Path, "nothing"));
        await TestUsers.AddAsync(_dashboard.Services, "keeper", Role.Administrator);
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Form_ThatIsPosted_IsSentHere() => Assert.Equal(
        HandlerTable.Guarded.Keys.Where(handler => PageHandlers.IsPosted(PageHandlers.Found.All[handler])).Order(StringComparer.Ordinal),
        Forms.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Form_SentByAnyone_ActsForWhoMayAndForNobodyElse(string handler)
    {
        var right = HandlerTable.Guarded[handler];
        var wrong = new List<string>();
        // What is one's own is found by one's session alone, and no form names it; a token has a number that another may send.
        foreach (var caller in Caller.All.Where(caller => caller.IsOwner || handler == "TokensPage.RevokeAsync"))
        {
            using var sender = await OpenAsync(caller);
            var form = await Forms[handler](this, sender);
            await BecomeAsync(caller, sender);

            var before = Content();
            var response = await SendAsync(sender, form);
            var after = Content();
            var isChanged = after.Hash != before.Hash;
            var isRefused = response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest || Refusals.Any(words => response.Page.Contains(words, StringComparison.Ordinal));

            var isRight = right.Least is null
                // It notes the attempt, and that is all.
                ? after.Rows.All(table => table.Key is "audit_entry" or "sign_in_failure" or "sqlite_sequence" || table.Value == before.Rows[table.Key]) && response.Status != HttpStatusCode.Found
                : right.Allows(caller) ? isChanged && !isRefused : !isChanged && isRefused;
            if (!isRight)
                wrong.Add($"{caller}: {(int)response.Status}, {(isChanged ? "changed" : "the same")}");
        }

        Assert.Empty(wrong);
    }

    private LogicalContent Content()
    {
        using var connection = _dashboard.Service<DashboardDatabase>().Open();
        return LogicalHash.Of(connection);
    }

    /// <summary>An administrator at a browser; a sign-in page is seen by who has not signed in.</summary>
    private async Task<Sender> OpenAsync(Caller caller)
    {
        var (name, visitor) = ("opener-" + caller.Name.Replace(' ', '-'), _dashboard.Visit());
        await TestUsers.AddAsync(_dashboard.Services, name, Role.Administrator);
        using var response = await visitor.SignInAsync(name, Password);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return new(name, visitor);
    }

    private async Task BecomeAsync(Caller caller, Sender sender)
    {
        await using var scope = _dashboard.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Users>();
        if (caller == Caller.Nobody)
            sender.Visitor.Cookies.Single(cookie => cookie.Name == "dashboard-session").Expired = true;
        else if (caller == Caller.Disabled)
            await ChangeAsync(users.DisableAsync(sender.User, "test"));
        else if (caller == Caller.WithOldPassword)
            await ChangeAsync(users.ResetPasswordAsync(sender.User, "an older umbrella", "test"));
        else if (caller == Caller.SignedOut)
            await SignOutInAnotherTabAsync(sender);
        else
            await ChangeAsync(users.SetRoleAsync(sender.User, caller.Role!.Value, "test"));
        if (!caller.IsOwner)
            await GiveTokensAwayAsync();
    }

    private async Task SignOutInAnotherTabAsync(Sender sender)
    {
        using var tab = _dashboard.Visit();
        tab.TakeCookiesOf(sender.Visitor);
        using var response = await tab.SignOutAsync();
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
    }

    private static async Task ChangeAsync(Task<IdentityResult> change) => Assert.True((await change).Succeeded);

    private async Task<long> MakeTokenAsync(string name)
    {
        var user = _dashboard.Service<UserStore>().All().Single(user => user.Name == name);
        return (await _dashboard.Service<ApiTokens>().MakeAsync(new(user.Id, name, user.Role), "nightly job", [TokenScope.Upload], 90, "test"))!.Token.Id;
    }

    /// <summary>The page shows the form of one's own tokens; the token whose number is sent turns out to be another's.</summary>
    private Task GiveTokensAwayAsync() => _dashboard.Service<DashboardDatabase>().WriteBesideFiguresAsync((connection, transaction) =>
        Dapper.SqlMapper.Execute(connection, "UPDATE api_token SET account_id = (SELECT id FROM account WHERE name = 'keeper') WHERE revoked_at IS NULL", transaction: transaction));

    private static async Task<IDocument> PageAsync(Sender sender, string address) => await new HtmlParser().ParseDocumentAsync(await sender.Visitor.PageAsync(address));

    private static async Task<string> MarkAsync(Sender sender) => (await PageAsync(sender, "/")).QuerySelector($"input[name={Mark}]")!.GetAttribute("value")!;

    private static async Task<Form> FillInAsync(Sender sender, string address, string name, params (string Name, string Value)[] typed) =>
        FillIn(await PageAsync(sender, address), address, name, typed);

    private static Form FillIn(IDocument page, string address, string name, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelector($"form:has(input[name=_handler][value='{name}'])")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var (field, value) in typed)
            fields[field] = value;
        return new(address, fields);
    }

    private static async Task<Form> OfferedAsync(Sender sender)
    {
        const string Address = "/account/second-factor";
        var page = await PageAsync(sender, Address);
        var secret = TestUsers.FromBase32(page.QuerySelector(".secret")!.TextContent);
        return FillIn(page, Address, "set-up", ("code", Totp.CodeOf(secret, Totp.StepAt(DateTimeOffset.UtcNow))), ("password", Password));
    }

    private static async Task SetUpAsync(Sender sender) => Assert.Equal(HttpStatusCode.OK, (await SendAsync(sender, await OfferedAsync(sender))).Status);

    private static async Task<(HttpStatusCode Status, string Page)> SendAsync(Sender sender, Form form)
    {
        using var content = new FormUrlEncodedContent(form.Fields);
        using var response = await sender.Visitor.Client.PostAsync(new Uri(form.Address, UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed record Form(string Address, Dictionary<string, string> Fields);

    private sealed record Sender(string User, Visitor Visitor) : IDisposable
    {
        public void Dispose() => Visitor.Dispose();
    }
}
