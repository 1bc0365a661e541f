using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Accounts.Providers;

/// <summary>Why someone who comes from the identity provider is not signed in.</summary>
public enum ProviderProblem
{
    /// <summary>The provider does not answer.</summary>
    Unreachable,

    /// <summary>It was cancelled, took too long, or what came back cannot be believed.</summary>
    Refused,

    /// <summary>Nobody has added an account of this name.</summary>
    Unknown,

    /// <summary>There is an account of this name that has a password and is not linked.</summary>
    NotLinked,

    /// <summary>The account of this name is linked with someone else, or this person with another account.</summary>
    LinkedElsewhere,

    Disabled,
}

public static class ProviderProblems
{
    /// <summary>The query parameter of the sign-in page that says which.</summary>
    public const string Parameter = "problem";

    private static readonly CodeList<ProviderProblem> Codes = new(
        ("unreachable", ProviderProblem.Unreachable),
        ("refused", ProviderProblem.Refused),
        ("unknown", ProviderProblem.Unknown),
        ("not-linked", ProviderProblem.NotLinked),
        ("linked-elsewhere", ProviderProblem.LinkedElsewhere),
        ("disabled", ProviderProblem.Disabled));

    /// <summary>The sign-in page, which says what is the matter.</summary>
    public static string Address(this ProviderProblem problem) => $"{AccountAddresses.SignInPage}?{Parameter}={Codes.Write(problem)}";

    /// <summary>null where the code is none.</summary>
    public static Bilingual? Words(string? code, Bilingual provider) => !Codes.TryParse(code, out var problem) ? null : problem switch
    {
        ProviderProblem.Unreachable => new($"{provider.Zh}现在没有回应。请稍后再试，或用本系统的密码登录。", $"There is no answer from {provider.En} right now. Try again later, or sign in with a password of this dashboard."),
        ProviderProblem.Refused => new($"经{provider.Zh}的登录没有完成。请再试一次；若仍不行，请找管理员。", $"The sign-in by {provider.En} was not completed. Try again, and ask an administrator if it fails again."),
        ProviderProblem.Unknown => new("您还没有本系统的账号。请管理员以您的统一用户名添加。", "You have no account of this dashboard yet. Ask an administrator to add one by the same user name."),
        ProviderProblem.NotLinked => new($"本系统已有同名账号，且设有密码。请先用密码登录，再在「修改密码」页与{provider.Zh}关联。", $"There is an account of the same name with a password. Sign in with the password first, then link it with {provider.En} on the page “Change password”."),
        ProviderProblem.LinkedElsewhere => new($"这个账号或您在{provider.Zh}的身份已另有关联。请找管理员。", $"This account, or your identity at {provider.En}, is linked otherwise already. Ask an administrator."),
        ProviderProblem.Disabled => new("这个账号已停用，请找管理员。", "This account is disabled. Ask an administrator."),
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
