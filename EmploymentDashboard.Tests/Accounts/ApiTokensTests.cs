using System.Text;
using Dapper;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;

namespace EmploymentDashboard.Tests.Accounts;

public sealed class ApiTokensTests : IAsyncLifetime, IDisposable
{
    private AccountStore _accounts = null!;
    private SignedInUser _zhang = null!;
    private SignedInUser _li = null!;

    /// <summary>Name, whether anything is to be permitted, days, and how many things are wrong.</summary>
    public static TheoryData<string, bool, int?, int> Wishes => new()
    {
        { "nightly job", true, 90, 0 },
        { "每晚上传", true, 1, 0 },
        { "<b>x</b>", true, ApiTokens.MostDays, 0 },
        { "", true, 90, 1 },
        { new('x', ApiTokens.LongestName + 1), true, 90, 1 },
        { "two\nlines", true, 90, 1 },
        { "x", false, 90, 1 },
        { "x", true, 0, 1 },
        { "x", true, ApiTokens.MostDays + 1, 1 },
        { "x", true, null, 1 },
        { "", false, null, 3 },
    };

    public async Task InitializeAsync()
    {
        _accounts = await AccountStore.CreateAsync();
        var (zhang, li) = (await _accounts.AddAsync("zhang", Role.Analyst), await _accounts.AddAsync("li", Role.Administrator));
        (_zhang, _li) = (new(zhang.Id, zhang.Name, zhang.Role), new(li.Id, li.Name, li.Role));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _accounts.Dispose();

    [Theory]
    [MemberData(nameof(Wishes))]
    public void Wish_IsHeldToTheRules(string name, bool mayUpload, int? days, int problems) =>
        Assert.Equal(problems, ApiTokens.Problems(name, mayUpload ? [TokenScope.Upload] : [], days).Count);

    [Theory]
    [InlineData("cqed_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_0", true)]
    [InlineData("cqed_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_", false)]
    [InlineData("cqed_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_00", false)]
    [InlineData("CQED_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_0", false)]
    [InlineData("cqed_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+/0", false)]
    [InlineData("cqed_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA一A", false)]
    [InlineData("", false)]
    public void Text_IsATokenByItsForm(string text, bool isToken) => Assert.Equal(isToken, ApiTokens.IsWellFormed(text));

    [Fact]
    public async Task Token_IsKnownByWhatItShows_WhichIsKeptNowhere()
    {
        var made = await MakeAsync(_zhang);
        Assert.True(ApiTokens.IsWellFormed(made.PlainText));
        var (holder, refusal) = _accounts.Tokens.Find(made.PlainText);
        Assert.Null(refusal);
        Assert.Equal((made.Token.Id, "zhang", _zhang.Id), (holder!.Token.Id, holder.Token.Owner, holder.AccountId));
        Assert.Equal([TokenScope.Upload, TokenScope.Commit], holder.Token.Scopes);
        Assert.NotEqual(made.PlainText, (await MakeAsync(_zhang)).PlainText);

        using (var connection = _accounts.File.Database.Open())
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var file = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_accounts.File.Database.Path));
        Assert.Contains(made.Token.Prefix, file, StringComparison.Ordinal);
        Assert.DoesNotContain(made.PlainText[..20], file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_OpensNothing_OnceRevokedExpiredOrWithItsOwnerDisabled()
    {
        var (revoked, late, orphan) = (await MakeAsync(_zhang), await MakeAsync(_zhang, days: 1), await MakeAsync(_zhang, days: 9));
        Assert.Equal(TokenRefusal.Unknown, Refusal("cqed_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_0"));
        await _accounts.Tokens.RevokeAsync(revoked.Token.Id, "zhang");
        Assert.Equal(TokenRefusal.Revoked, Refusal(revoked.PlainText));

        Assert.Null(Refusal(late.PlainText));
        _accounts.File.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(TokenRefusal.Expired, Refusal(late.PlainText));

        await _accounts.Users.DisableAsync("zhang", "test");
        Assert.Equal(TokenRefusal.OwnerDisabled, Refusal(orphan.PlainText));

        TokenRefusal? Refusal(string plainText) => _accounts.Tokens.Find(plainText).Refusal;
    }

    [Fact]
    public async Task Revoking_IsForTheOwnToken_OrForAnyone_AndOnce()
    {
        var made = await MakeAsync(_zhang);
        Assert.Null(await _accounts.Tokens.RevokeAsync(made.Token.Id, "li", _li));
        Assert.Null(_accounts.Tokens.Find(made.PlainText).Refusal);
        Assert.Equal(made.Token.Id, (await _accounts.Tokens.RevokeAsync(made.Token.Id, "li"))!.Id);
        Assert.Null(await _accounts.Tokens.RevokeAsync(made.Token.Id, "zhang", _zhang));

        var kept = _accounts.Trail.Entries(new()).Where(entry => entry.Event.Kind is AuditKind.TokenMade or AuditKind.TokenRevoked).Select(entry => (entry.Event.Kind, entry.Event.Actor, entry.Event.Subject));
        Assert.Equal([(AuditKind.TokenRevoked, "li", made.Token.Label), (AuditKind.TokenMade, "zhang", made.Token.Label)], kept);
        Assert.DoesNotContain(_accounts.Trail.Entries(new()), entry => $"{entry.Event}".Contains(made.PlainText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_IsOneOwnersOrEveryones()
    {
        var (own, other) = (await MakeAsync(_zhang), await MakeAsync(_li));
        Assert.Equal([own.Token.Id], _accounts.Tokens.All(_zhang).Select(token => token.Id));
        Assert.Equal([other.Token.Id, own.Token.Id], _accounts.Tokens.All().Select(token => token.Id));
    }

    [Fact]
    public async Task OnePerson_HasNoMoreAliveThanThereMayBe()
    {
        for (var made = 0; made < ApiTokens.MostAlive; made++)
            await MakeAsync(_zhang);
        Assert.Null(await _accounts.Tokens.MakeAsync(_zhang, "one more", [TokenScope.Upload], 90, ""));
        await MakeAsync(_li);
        await _accounts.Tokens.RevokeAsync(_accounts.Tokens.All(_zhang)[0].Id, "zhang");
        await MakeAsync(_zhang);
    }

    [Fact]
    public async Task Use_IsNotedOnceAMinute_AndLeavesTheFigures()
    {
        var made = await MakeAsync(_zhang);
        var (version, writings) = (_accounts.File.Database.Version, _accounts.File.Database.Writings);
        var first = _accounts.File.Clock.Now;
        _accounts.Tokens.NoteUse(made.Token);
        Assert.Equal(first, await UsedAsync(first));

        _accounts.File.Clock.Now += TimeSpan.FromSeconds(59);
        _accounts.Tokens.NoteUse(made.Token);
        _accounts.File.Clock.Now += TimeSpan.FromSeconds(1);
        _accounts.Tokens.NoteUse(made.Token);
        Assert.Equal(first.AddMinutes(1), await UsedAsync(first.AddMinutes(1)));
        Assert.Equal((version, writings + 2), (_accounts.File.Database.Version, _accounts.File.Database.Writings));

        async Task<DateTimeOffset?> UsedAsync(DateTimeOffset expected)
        {
            for (var wait = 0; wait < 200 && _accounts.Tokens.All()[0].LastUsedAt != expected; wait++)
                await Task.Delay(25);
            return _accounts.Tokens.All()[0].LastUsedAt;
        }
    }

    private async Task<MadeToken> MakeAsync(SignedInUser owner, int days = 90) =>
        (await _accounts.Tokens.MakeAsync(owner, "nightly job", [TokenScope.Upload, TokenScope.Commit], days, "10.0.0.1"))!;
}
