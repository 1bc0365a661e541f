using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Accounts;

public enum SignInOutcome
{
    SignedIn,

    /// <summary>No such name or another password: which of them is not told, neither in words nor by the time it takes.</summary>
    Refused,

    /// <summary>Told only to who knew the password.</summary>
    Disabled,

    /// <summary>Too many attempts within a minute.</summary>
    TooMany,
}

/// <summary>Signs in with name and password, and gives the response its cookie.</summary>
public sealed class PasswordSignIn(UserManager<User> users, SignInManager<User> sessions, SignInLimit limit, AbsentUser absent)
{
    /// <param name="client">The network address the attempt came from.</param>
    public async Task<SignInOutcome> TryAsync(string name, string password, string client)
    {
        if (!limit.Allows(client, name))
            return SignInOutcome.TooMany;
        if (await users.FindByNameAsync(name) is not { } user)
        {
            absent.Refuse(password);
            return SignInOutcome.Refused;
        }

        if (!await users.CheckPasswordAsync(user, password))
            return SignInOutcome.Refused;
        if (user.DisabledAt is not null)
            return SignInOutcome.Disabled;

        await sessions.SignInAsync(user, isPersistent: false);
        return SignInOutcome.SignedIn;
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
