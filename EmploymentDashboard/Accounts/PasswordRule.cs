using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// Length, not the user's own name, and none that are guessed first: common passwords and words of several languages, also with digits for letters, rows
/// of keys, sequences, repetitions and dates, as the library zxcvbn knows them. Rules about kinds of characters are left out: they make passwords harder
/// to remember, not to guess.
/// </summary>
public sealed class PasswordRule : IPasswordValidator<User>
{
    /// <summary>The library's mark for what withstands guessing at a sign-in page, of 0 to 4.</summary>
    private const int Least = 2;

    /// <summary>Letters that are looked at, for the time it takes grows faster than the length.</summary>
    private const int Longest = 64;

    /// <summary>Words that come to mind before this dashboard's page.</summary>
    private static readonly string[] OwnWords =
    [
        .. ((Bilingual[])[new("重庆", "chongqing"), new("就业", "employment"), new("统计", "statistics"), new("看板", "dashboard"), new("密码", "password")]).SelectMany(word => (string[])[word.Zh, word.En]),
        "jiuye", "tongji", "mima",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        // The framework itself refuses what is too short.
        Task.FromResult(password is null || password.Length < manager.Options.Password.RequiredLength ? IdentityResult.Success : Validate(user.Name, password));

    private static IdentityResult Validate(string name, string password)
    {
        if (name.Length > 0 && password.Contains(name, StringComparison.OrdinalIgnoreCase))
            return IdentityResult.Failed(AccountErrors.PasswordHoldsName());

        var begin = password.Length > Longest ? password[..Longest] : password;
        return Zxcvbn.Zxcvbn.MatchPassword(begin, [.. OwnWords, name]).Score < Least ? IdentityResult.Failed(AccountErrors.PasswordIsCommon()) : IdentityResult.Success;
    }
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
