using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Accounts;

/// <summary>Why Identity refused something, in the reader's language.</summary>
public sealed class AccountErrors(IOptions<AccountOptions> options) : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), Say("没有成功，请再试一次。", "That did not work. Please try again."));

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), Say("这个用户刚被别人改过；请重新载入后再改。", "Somebody else has just changed this user. Reload and try again."));

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), Say($"用户名「{userName}」已有人用。", $"The user name “{userName}” is taken."));

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), NameRule);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), Say("现在的密码不对。", "The current password is not right."));

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), Say($"密码至少 {length} 个字符。", $"A password has at least {length} characters."));

    public static IdentityError PasswordHoldsName() => Error(nameof(PasswordHoldsName), Say("密码里不能有用户名。", "A password must not hold the user name."));

    public static IdentityError PasswordIsCommon() => Error(nameof(PasswordIsCommon), Say("这个密码太容易被猜中：是常见的密码、键盘顺序、重复或日期。几个不相干的词连起来就好。", "This password is among the first that are guessed: a common one, a row of keys, a repetition or a date. Several words that have nothing to do with one another are better."));

    public static IdentityError PasswordsDiffer() => Error(nameof(PasswordsDiffer), Say("两次输入的密码不同。", "The two passwords differ."));

    public static IdentityError LastAdministrator() => Error(nameof(LastAdministrator), Say("这是最后一位管理员，不能停用或改为别的角色；请先添加另一位。", "This is the last administrator, who cannot be disabled or given another role. Add another one first."));

    public static IdentityError NoSuchUser(string name) => Error(nameof(NoSuchUser), Say($"没有用户「{name}」。", $"There is no user “{name}”."));

    public static IdentityError NoSecondFactor(string name) => Error(nameof(NoSecondFactor), Say($"用户「{name}」没有设置两步验证。", $"The user “{name}” has no second factor."));

    /// <summary>What is asked of a name, as pages say it.</summary>
    public static string NameRule => Say($"用户名 {UserNameRule.Shortest} 至 {UserNameRule.Longest} 个字符：文字、数字和 . _ - @。", $"User names have {UserNameRule.Shortest} to {UserNameRule.Longest} characters: letters, digits and . _ - @.");

    /// <summary>What is asked of a password, as pages say it.</summary>
    public string PasswordRule => Say($"密码至少 {options.Value.PasswordLength} 个字符，不含用户名，不是常见的密码；长比复杂更要紧。", $"At least {options.Value.PasswordLength} characters, without the user name, and none of the common ones. Length matters more than odd characters.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
