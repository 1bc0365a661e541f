using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Accounts;

/// <summary>Length, and not the user's own name. Rules about kinds of characters are left out: they make passwords harder to remember, not to guess.</summary>
public sealed class PasswordRule : IPasswordValidator<User>
{
    public const int Shortest = 10;

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(password is not null && user.Name.Length > 0 && password.Contains(user.Name, StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Failed(AccountErrors.PasswordHoldsName())
            : IdentityResult.Success);
}

/// <summary>Names of people in any script, that look the same in a log, a table and an address.</summary>
public sealed class UserNameRule(AccountErrors errors) : IUserValidator<User>
{
    public const int Shortest = 2;
    public const int Longest = 40;

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user) =>
        Task.FromResult(user.Name.Length is >= Shortest and <= Longest && user.Name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@')
            ? IdentityResult.Success
            : IdentityResult.Failed(errors.InvalidUserName(user.Name)));
}
