using System.Text;
using Dapper;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Tests.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace EmploymentDashboard.Tests.Accounts;

public sealed class SecondFactorsTests : IAsyncLifetime, IDisposable
{
    private readonly Language _language = Language.Chinese();
    private readonly byte[] _secret = Totp.NewSecret();
    private readonly EphemeralDataProtectionProvider _keys = new();
    private AccountStore _accounts = null!;
    private User _user = null!;
    private IReadOnlyList<string> _codes = [];

    private SecondFactorStore Store => new(_accounts.File.Database, _accounts.File.Clock);

    private SecondFactors Factors => new(Store, _keys, _accounts.File.Clock);

    /// <summary>What the app shows now.</summary>
    private string Shown => Totp.CodeOf(_secret, Totp.StepAt(_accounts.File.Clock.Now));

    public async Task InitializeAsync()
    {
        _accounts = await AccountStore.CreateAsync();
        _user = await _accounts.AddAsync("zhang", Role.Analyst);
        _codes = (await Factors.SetAsync(_user, _secret, Factors.Confirms(_secret, Shown)!.Value, "10.0.0.1"))!;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _accounts.Dispose();
        _language.Dispose();
    }

    /// <summary>Each question is asked of new objects, as after a restart.</summary>
    [Fact]
    public async Task Code_IsTakenOnce()
    {
        // It confirmed the setting up.
        Assert.Equal(CodeOutcome.Wrong, await Factors.TryAsync(_user, Shown, ""));
        _accounts.File.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(CodeOutcome.Right, await Factors.TryAsync(_user, Shown, ""));
        Assert.Equal(CodeOutcome.Wrong, await Factors.TryAsync(_user, Shown, ""));
        _accounts.File.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(CodeOutcome.Right, await Factors.TryAsync(_user, Shown, ""));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Code_GivenByManyAtOnce_LetsInOne(bool isRecoveryCode)
    {
        _accounts.File.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = isRecoveryCode ? _codes[3] : Shown;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Factors.TryAsync(_user, code, ""))));
        Assert.Single(outcomes, outcome => outcome == CodeOutcome.Right);
        Assert.Equal(19, outcomes.Count(outcome => outcome == CodeOutcome.Wrong));
    }

    /// <summary>With a space as apps show it, and with the wide digits of a Chinese keyboard.</summary>
    [Theory]
    [InlineData(0, "")]
    [InlineData(0, " ")]
    [InlineData('０' - '0', "")]
    [InlineData('０' - '0', "\u3000")]
    public void Code_AsPeopleTypeIt_IsRead(int width, string space)
    {
        var typed = string.Concat(Shown.Select(digit => (char)(digit + width)));
        Assert.NotNull(Factors.Confirms(_secret, $" {typed[..3]}{space}{typed[3..]}"));
    }

    [Fact]
    public async Task RecoveryCode_HoweverTyped_IsTakenOnceAndCounted()
    {
        Assert.Equal(10, _codes.Distinct().Count());
        Assert.All(_codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", code));
        Assert.Equal(CodeOutcome.Right, await Factors.TryAsync(_user, _codes[0], "10.0.0.1"));
        Assert.Equal(CodeOutcome.Wrong, await Factors.TryAsync(_user, _codes[0], ""));
        Assert.Equal(CodeOutcome.Right, await Factors.TryAsync(_user, $" {_codes[1].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()} ", ""));
        Assert.Equal(CodeOutcome.Right, await Factors.TryAsync(_user, _codes[2].Replace('0', 'O').Replace('1', 'l'), ""));
        Assert.Equal(CodeOutcome.Right, await Factors.TryAsync(_user, string.Concat(_codes[3].Select(letter => (char)(letter - '!' + '！'))), ""));
        Assert.Equal(6, Store.Find(_user)!.CodesLeft);
        Assert.Equal(["6", "7", "8", "9"], _accounts.Trail.Entries(new(AuditKind.RecoveryCodeUsed)).Select(entry => entry.Event.Detail));
        Assert.Equal("10.0.0.1", _accounts.Trail.Entries(new(AuditKind.RecoveryCodeUsed))[^1].Event.Client);
    }

    [Fact]
    public async Task RecoveryCodes_MadeAnew_EndThoseOfBefore()
    {
        var before = _user.SecurityStamp;
        var codes = (await Factors.RenewCodesAsync(_user, ""))!;
        Assert.NotEqual(before, (await _accounts.Users.FindAsync("zhang"))!.SecurityStamp);
        Assert.Equal(CodeOutcome.Wrong, await Factors.TryAsync(_user, _codes[0], ""));
        Assert.Equal(CodeOutcome.Right, await Factors.TryAsync(_user, codes[0], ""));
        Assert.Equal(9, Store.Find(_user)!.CodesLeft);
    }

    /// <summary>Whoever has a copy of the file alone has neither the secret nor a code.</summary>
    [Fact]
    public void Database_HoldsNeitherSecretNorCodes()
    {
        var file = _accounts.File.Database.Path;
        var bytes = Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*").SelectMany(ReadShared).ToArray();
        Assert.True(bytes.AsSpan().IndexOf("second_factor"u8) >= 0);
        Assert.True(bytes.AsSpan().IndexOf(_secret) < 0);
        Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Totp.Base32(_secret))) < 0);
        Assert.All(_codes, code => Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(code)) < 0 && bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(code.Replace("-", "", StringComparison.Ordinal))) < 0));
    }

    [Fact]
    public async Task Secret_UnderOtherKeys_IsUnreadableAndCanBeRemoved()
    {
        var moved = new SecondFactors(Store, new EphemeralDataProtectionProvider(), _accounts.File.Clock);
        _accounts.File.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(CodeOutcome.Unreadable, await moved.TryAsync(_user, Shown, ""));
        Assert.Equal(CodeOutcome.Unreadable, await moved.TryAsync(_user, _codes[0], ""));
        Assert.Null(await moved.RenewCodesAsync(_user, ""));
        Assert.True((await _accounts.Users.RemoveSecondFactorAsync("zhang", "li")).Succeeded);
        Assert.Null(Store.Find(_user));
        Assert.Equal(["NoSecondFactor"], (await _accounts.Users.RemoveSecondFactorAsync("zhang", "li")).Errors.Select(error => error.Code));
    }

    /// <summary>Whoever can write to the database cannot give someone else's row a secret that they know.</summary>
    [Fact]
    public async Task Secret_MovedToAnotherUser_IsUnreadable()
    {
        var other = await _accounts.AddAsync("wang", Role.Administrator);
        using (var connection = _accounts.File.Database.Open())
            connection.Execute("PRAGMA foreign_keys = OFF; UPDATE second_factor SET account_id = @Id", new { other.Id });

        _accounts.File.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(CodeOutcome.Unreadable, await Factors.TryAsync(other, Shown, ""));
    }

    [Fact]
    public async Task Removal_EndsSessionsUnlocksTheNameAndIsWrittenDown()
    {
        for (var i = 0; i < 5; i++)
            await _accounts.Lockout.CountAsync("ZHANG", "10.0.0.1", AuditKind.SecondFactorFailed);
        Assert.NotNull(_accounts.Lockout.Remaining("ZHANG"));

        Assert.True((await _accounts.Users.RemoveSecondFactorAsync("zhang", "li")).Succeeded);
        Assert.Null(_accounts.Lockout.Remaining("ZHANG"));
        var after = (await _accounts.Users.FindAsync("zhang"))!;
        Assert.NotEqual(_user.SecurityStamp, after.SecurityStamp);
        Assert.False(after.HasSecondFactor);
        Assert.Equal(CodeOutcome.Wrong, await Factors.TryAsync(_user, _codes[0], ""));
        Assert.Equal(
            ["user_added test zhang", "second_factor_set zhang zhang", "second_factor_failed ZHANG ", "locked_out ZHANG ", "second_factor_removed li zhang"],
            _accounts.Trail.Entries(new()).Reverse().Select(entry => $"{AuditKinds.Codes.Write(entry.Event.Kind)} {entry.Event.Actor} {entry.Event.Subject}").Distinct());
    }

    /// <summary>Else whoever talks an administrator into a new password would need nothing more.</summary>
    [Fact]
    public async Task Password_ResetByAnAdministrator_LeavesIt()
    {
        Assert.True((await _accounts.Users.ResetPasswordAsync("zhang", "an old umbrella", "li")).Succeeded);
        Assert.True((await _accounts.Users.FindAsync("zhang"))!.HasSecondFactor);
        Assert.Equal(CodeOutcome.Right, await Factors.TryAsync((await _accounts.Users.FindAsync("zhang"))!, _codes[0], ""));
    }

    /// <summary>Of two who set up at once with the same sign-in, the later one does not replace what the first has just set.</summary>
    [Fact]
    public async Task Setting_OfAUserChangedMeanwhile_IsRefused()
    {
        var user = await _accounts.AddAsync("wang", Role.Analyst);
        var same = (await _accounts.Users.FindAsync("wang"))!;
        Assert.NotNull(await Factors.SetAsync(user, _secret, 1, ""));
        Assert.Null(await Factors.SetAsync(same, Totp.NewSecret(), 1, ""));
        Assert.True((await _accounts.Users.DisableAsync("wang", "test")).Succeeded);
        Assert.Null(await Factors.SetAsync(user, Totp.NewSecret(), 1, ""));
        Assert.False(await Store.RemoveAsync(user, "wang"));
    }

    [Fact]
    public async Task Offer_IsForItsUserUntilSomethingChanges()
    {
        var offer = Factors.Offer(_user, _secret);
        Assert.Equal(_secret, Factors.Offered(_user, offer));
        Assert.Null(Factors.Offered(_user, null));
        Assert.Null(Factors.Offered(_user, ""));
        Assert.Null(Factors.Offered(_user, "<script>"));
        Assert.Null(Factors.Offered(_user, offer[..^4] + "AAAA"));
        Assert.Null(Factors.Offered(await _accounts.AddAsync("wang", Role.Analyst), offer));
        await _accounts.Users.ResetPasswordAsync("zhang", "an old umbrella", "li");
        Assert.Null(Factors.Offered((await _accounts.Users.FindAsync("zhang"))!, offer));
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        return memory.ToArray();
    }
}
