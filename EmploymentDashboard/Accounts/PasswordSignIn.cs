using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Accounts;

public enum SignInOutcome
{
    SignedIn,

    /// <summary>The password was right; a code of the second factor is asked for next.</summary>
    CodeNeeded,

    /// <summary>The password was right; a second factor must be set up first.</summary>
    SetUpNeeded,

    /// <summary>No such name or another password: which of them is not told, neither in words nor by the time it takes.</summary>
    Refused,

    /// <summary>Told only to who knew the password.</summary>
    Disabled,

    /// <summary>Too many attempts within a minute.</summary>
    TooMany,

    /// <summary>Too many failures in a row, of a name that may or may not be a user's.</summary>
    LockedOut,

    /// <summary>Of a code: the password was given too long ago, or the user was changed since.</summary>
    TooLate,

    /// <summary>Of a code: <see cref="CodeOutcome.Unreadable"/>.</summary>
    Unreadable,
}

/// <summary>Signs in with name and password, and gives the response its cookie, or that of the <see cref="SecondStep"/>.</summary>
public sealed class PasswordSignIn(UserManager<User> users, SecondStep next, SignInLimit limit, SignInLockout lockout, AbsentUser absent)
{
    /// <param name="client">The network address the attempt came from.</param>
    public async Task<SignInOutcome> TryAsync(string name, string password, string client)
    {
        if (!limit.Allows(client, name))
            return SignInOutcome.TooMany;
        // No name is longer, and what stands for one in the trail need not be.
        var normalized = users.NormalizeName(name.Length > UserNameRule.Longest ? name[..UserNameRule.Longest] : name) ?? "";
        if (lockout.Remaining(normalized) is not null)
            return SignInOutcome.LockedOut;

        var user = await users.FindByNameAsync(name);
        // Nor by the time it takes: an account without a password signs in by the identity provider.
        if (user is not { PasswordHash.Length: > 0 })
            absent.Refuse(password);
        if (user is null || !await users.CheckPasswordAsync(user, password))
            return await lockout.CountAsync(normalized, client) ? SignInOutcome.LockedOut : SignInOutcome.Refused;
        return user.DisabledAt is null ? await next.GoOnAsync(user, client) : SignInOutcome.Disabled;
    }
}

/// <summary>Stands in for users that there are not, so that a wrong name takes as long as a wrong password.</summary>
public sealed class AbsentUser(IPasswordHasher<User> hasher)
{
    private readonly User _user = new() { Name = "", Role = Role.Reader, CreatedAt = default };
    private readonly string _hash = hasher.HashPassword(new() { Name = "", Role = Role.Reader, CreatedAt = default }, Guid.NewGuid().ToString());

    /// <summary>Compares with a password that nobody knows.</summary>
    public void Refuse(string password) => hasher.VerifyHashedPassword(_user, _hash, password);
}
