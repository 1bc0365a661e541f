using Microsoft.AspNetCore.Identity;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Accounts;

/// <summary>Why Identity refused something, in the reader's language.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), Say("没有成功，请再试一次。", "That did not work. Please try again."));

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), Say("这个用户刚被别人改过；请重新载入后再改。", "Somebody else has just changed this user. Reload and try again."));

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), Say($"用户名「{userName}」已有人用。", $"The user name “{userName}” is taken."));

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), NameRule);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), Say("现在的密码不对。", "The current password is not right."));

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), Say($"密码至少 {length} 个字符。", $"A password has at least {length} characters."));

    public static IdentityError PasswordHoldsName() => Error(nameof(PasswordHoldsName), Say("密码里不能有用户名。", "A password must not hold the user name."));

    public static IdentityError PasswordsDiffer() => Error(nameof(PasswordsDiffer), Say("两次输入的密码不同。", "The two passwords differ."));

    public static IdentityError LastAdministrator() => Error(nameof(LastAdministrator), Say("这是最后一位管理员，不能停用或改为别的角色；请先添加另一位。", "This is the last administrator, who cannot be disabled or given another role. Add another one first."));

    public static IdentityError NoSuchUser(string name) => Error(nameof(NoSuchUser), Say($"没有用户「{name}」。", $"There is no user “{name}”."));

    /// <summary>What is asked of a name, as pages say it.</summary>
    public static string NameRule => Say($"用户名 {UserNameRule.Shortest} 至 {UserNameRule.Longest} 个字符：文字、数字和 . _ - @。", $"User names have {UserNameRule.Shortest} to {UserNameRule.Longest} characters: letters, digits and . _ - @.");

    /// <summary>What is asked of a password, as pages say it.</summary>
    public static string PasswordRule => Say($"密码至少 {Accounts.PasswordRule.Shortest} 个字符，不含用户名；长比复杂更要紧。", $"At least {Accounts.PasswordRule.Shortest} characters, without the user name. Length matters more than odd characters.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
