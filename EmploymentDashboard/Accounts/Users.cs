using EmploymentDashboard.Audit;
using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Accounts;

/// <summary>What administrators do with users, on the page and on the command line. A refusal is a result that says why. "by" is who says so.</summary>
public sealed class Users(UserManager<User> manager, UserStore store, SecondFactorStore secondFactors, TimeProvider clock)
{
    /// <summary>By name.</summary>
    public IReadOnlyList<User> All() => store.All();

    public Task<User?> FindAsync(string name) => manager.FindByNameAsync(name);

    /// <param name="password">null for who signs in by the identity provider only, and is known there by the same name.</param>
    public Task<IdentityResult> AddAsync(string name, Role role, string? password, string by)
    {
        var user = new User { Name = name, Role = role, CreatedAt = clock.GetUtcNow(), Cause = new(AuditKind.UserAdded, by, name, Roles.Codes.Write(role)) };
        return password is null ? manager.CreateAsync(user) : manager.CreateAsync(user, password);
    }

    /// <summary>Parts the user from the person at the identity provider, and ends the sessions.</summary>
    public Task<IdentityResult> UnlinkAsync(string name, string by) => ChangeAsync(name, user =>
    {
        user.Cause = new(AuditKind.IdentityUnlinked, by, user.Name);
        return manager.UpdateSecurityStampAsync(user);
    });

    /// <summary>Open pages of the user go on with the new role.</summary>
    public Task<IdentityResult> SetRoleAsync(string name, Role role, string by) => ChangeAsync(name, user =>
    {
        user.Cause = new(AuditKind.RoleChanged, by, user.Name, $"{Roles.Codes.Write(user.Role)} > {Roles.Codes.Write(role)}");
        user.Role = role;
        return manager.UpdateAsync(user);
    });

    /// <summary>Ends the user's sessions and allows no new one.</summary>
    public Task<IdentityResult> DisableAsync(string name, string by) => ChangeAsync(name, user =>
    {
        user.Cause = new(AuditKind.UserDisabled, by, user.Name);
        user.DisabledAt ??= clock.GetUtcNow();
        return manager.UpdateSecurityStampAsync(user);
    });

    /// <summary>Lets the user sign in again, and unlocks the name.</summary>
    public Task<IdentityResult> EnableAsync(string name, string by) => ChangeAsync(name, user =>
    {
        user.Cause = new(AuditKind.UserEnabled, by, user.Name);
        user.DisabledAt = null;
        return manager.UpdateAsync(user);
    });

    /// <summary>Gives the user another password without asking for the old one, ends the sessions that began with it, and unlocks the name.</summary>
    public Task<IdentityResult> ResetPasswordAsync(string name, string password, string by) => ChangeAsync(name, async user =>
    {
        foreach (var rule in manager.PasswordValidators)
        {
            if (await rule.ValidateAsync(manager, user, password) is { Succeeded: false } refusal)
                return refusal;
        }

        user.Cause = new(AuditKind.PasswordReset, by, user.Name);
        user.PasswordHash = manager.PasswordHasher.HashPassword(user, password);
        return await manager.UpdateSecurityStampAsync(user);
    });

    /// <summary>Lets the user sign in with the password alone, or where a second factor is required set up another one; ends the sessions and unlocks the name.</summary>
    public Task<IdentityResult> RemoveSecondFactorAsync(string name, string by) => ChangeAsync(name, async user =>
        !user.HasSecondFactor ? IdentityResult.Failed(AccountErrors.NoSecondFactor(user.Name))
        : await secondFactors.RemoveAsync(user, by) ? IdentityResult.Success
        : IdentityResult.Failed(manager.ErrorDescriber.ConcurrencyFailure()));

    private async Task<IdentityResult> ChangeAsync(string name, Func<User, Task<IdentityResult>> change) =>
        await FindAsync(name) is { } user ? await change(user) : IdentityResult.Failed(AccountErrors.NoSuchUser(name));
}
