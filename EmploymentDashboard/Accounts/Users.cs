using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Accounts;

/// <summary>What administrators do with users, on the page and on the command line. A refusal is a result that says why.</summary>
public sealed class Users(UserManager<User> manager, UserStore store, TimeProvider clock)
{
    /// <summary>By name.</summary>
    public IReadOnlyList<User> All() => store.All();

    public Task<User?> FindAsync(string name) => manager.FindByNameAsync(name);

    public Task<IdentityResult> AddAsync(string name, Role role, string password) =>
        manager.CreateAsync(new User { Name = name, Role = role, CreatedAt = clock.GetUtcNow() }, password);

    /// <summary>Open pages of the user go on with the new role.</summary>
    public Task<IdentityResult> SetRoleAsync(string name, Role role) => ChangeAsync(name, user =>
    {
        user.Role = role;
        return manager.UpdateAsync(user);
    });

    /// <summary>Ends the user's sessions and allows no new one.</summary>
    public Task<IdentityResult> DisableAsync(string name) => ChangeAsync(name, user =>
    {
        user.DisabledAt ??= clock.GetUtcNow();
        return manager.UpdateSecurityStampAsync(user);
    });

    public Task<IdentityResult> EnableAsync(string name) => ChangeAsync(name, user =>
    {
        user.DisabledAt = null;
        return manager.UpdateAsync(user);
    });

    /// <summary>Gives the user another password without asking for the old one, and ends the sessions that began with it.</summary>
    public Task<IdentityResult> ResetPasswordAsync(string name, string password) => ChangeAsync(name, async user =>
    {
        foreach (var rule in manager.PasswordValidators)
        {
            if (await rule.ValidateAsync(manager, user, password) is { Succeeded: false } refusal)
                return refusal;
        }

        user.PasswordHash = manager.PasswordHasher.HashPassword(user, password);
        return await manager.UpdateSecurityStampAsync(user);
    });

    private async Task<IdentityResult> ChangeAsync(string name, Func<User, Task<IdentityResult>> change) =>
        await FindAsync(name) is { } user ? await change(user) : IdentityResult.Failed(AccountErrors.NoSuchUser(name));
}
