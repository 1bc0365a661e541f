using EmploymentDashboard.Accounts;
using EmploymentDashboard.Accounts.Providers;
using EmploymentDashboard.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Accounts;

public sealed partial class SignInPage
{
    private IReadOnlyList<string> _problems = [];

    [CascadingParameter]
    public required HttpContext Http { get; init; }

    [SupplyParameterFromQuery(Name = AccountAddresses.ReturnParameter)]
    public string? Back { get; set; }

    [SupplyParameterFromQuery(Name = ProviderProblems.Parameter)]
    public string? Problem { get; set; }

    [SupplyParameterFromForm(Name = "name")]
    public string? Name { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    public string? Password { get; set; }

    [Inject]
    public required PasswordSignIn SignIn { get; init; }

    [Inject]
    public required IOptions<AccountOptions> Options { get; init; }

    [Inject]
    public required IOptions<IdentityProviderOptions> Provider { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    internal static string TooMany => Say("试得太频繁了，请一分钟后再试。", "Too many attempts. Please wait a minute.");

    private string ToProvider => $"{AccountAddresses.Provider}?{AccountAddresses.ReturnParameter}={Uri.EscapeDataString(LocalAddress.OrHome(Back))}";

    protected override void OnInitialized()
    {
        if (ProviderProblems.Words(Problem, Provider.Value.Label) is { } words)
            _problems = [words];
    }

    private async Task SignInAsync()
    {
        var outcome = await SignIn.TryAsync(Name?.Trim() ?? "", Password ?? "", Http.Connection.RemoteIpAddress?.ToString() ?? "");
        if (outcome is SignInOutcome.TooMany or SignInOutcome.LockedOut)
            Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (NextAddress(outcome, LocalAddress.OrHome(Back)) is { } next)
            Navigation.NavigateTo(next);
        else
            _problems = [Describe(outcome)];
    }

    /// <summary>Where someone whose password was right is led to; null for who goes nowhere.</summary>
    internal static string? NextAddress(SignInOutcome outcome, string back) => outcome switch
    {
        SignInOutcome.SignedIn => back,
        SignInOutcome.CodeNeeded => AccountAddresses.Returning(AccountAddresses.Code, back),
        SignInOutcome.SetUpNeeded => back.StartsWith(AccountAddresses.SecondFactor, StringComparison.Ordinal) ? back : AccountAddresses.Returning(AccountAddresses.SecondFactor, back),
        _ => null,
    };

    internal static string LockedOut(AccountOptions options) =>
        Say($"错的次数太多，这个用户名已锁定 {options.LockoutMinutes} 分钟。请过后再试，或找管理员重设密码。", $"Too many failures: this user name is locked for {options.LockoutMinutes} minutes. Try later, or ask an administrator to reset the password.");

    private string Describe(SignInOutcome refusal) => refusal switch
    {
        SignInOutcome.Refused => Say("用户名或密码不对。", "The user name or the password is not right."),
        SignInOutcome.Disabled => Say("这个账号已停用，请找管理员。", "This account is disabled. Ask an administrator."),
        SignInOutcome.TooMany => TooMany,
        SignInOutcome.LockedOut => LockedOut(Options.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
