using EmploymentDashboard.Accounts;
using EmploymentDashboard.Accounts.Providers;
using EmploymentDashboard.Audit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Accounts;

public sealed partial class PasswordPage
{
    private IReadOnlyList<string> _problems = [];
    private string _done = "";
    private int _tokens;
    private bool _hasPassword = true;
    private SignedInUser? _user;

    [CascadingParameter]
    public required HttpContext Http { get; init; }

    [SupplyParameterFromForm(Name = "current")]
    public string? Current { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    public string? Password { get; set; }

    [SupplyParameterFromForm(Name = "repeated")]
    public string? Repeated { get; set; }

    /// <summary>Whether those of programs are revoked with it.</summary>
    [SupplyParameterFromForm(Name = "tokens")]
    public string? Tokens { get; set; }

    [Inject]
    public required ApiTokens ApiTokens { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required AccountErrors Errors { get; init; }

    [Inject]
    public required Permissions Permissions { get; init; }

    [Inject]
    public required SignInLimit Limit { get; init; }

    [Inject]
    public required UserManager<User> Manager { get; init; }

    [Inject]
    public required SecondStep Step { get; init; }

    [Inject]
    public required IOptions<IdentityProviderOptions> Provider { get; init; }

    [Inject]
    public required ProviderAccounts Accounts { get; init; }

    [Inject]
    public required ProviderSignIn SignIn { get; init; }

    protected override void OnInitialized()
    {
        _user = Permissions.Find(Http.User);
        _hasPassword = _user is null || Accounts.HasPassword(_user.Id);
        _tokens = _user is null ? 0 : Alive(_user).Count;
    }

    private async Task ChangeAsync()
    {
        if (Permissions.Find(Http.User) is not { } signedIn || await Manager.FindByNameAsync(signedIn.Name) is not { } user)
        {
            _problems = [Say("您的登录已失效，请重新登录。", "Your session has ended. Please sign in again.")];
            return;
        }

        if (Password != Repeated)
        {
            _problems = [AccountErrors.PasswordsDiffer().Description];
            return;
        }

        // The current password must not be guessed here either.
        if (!Limit.Allows(Http.Connection.RemoteIpAddress?.ToString() ?? "", user.Name))
        {
            Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            _problems = [SignInPage.TooMany];
            return;
        }

        var client = Http.Connection.RemoteIpAddress?.ToString() ?? "";
        user.Cause = new(AuditKind.PasswordChanged, user.Name, user.Name, Client: client);
        var result = await Manager.ChangePasswordAsync(user, Current ?? "", Password ?? "");
        _problems = Problems.Of(result);
        if (!result.Succeeded)
            return;

        _done = Say("密码已修改。", "The password was changed.");
        await Step.RenewAsync(user);
        if (Tokens == "revoke")
            await RevokeTokensAsync(signedIn, client);
    }

    private async Task RevokeTokensAsync(SignedInUser owner, string client)
    {
        foreach (var token in Alive(owner))
            await ApiTokens.RevokeAsync(token.Id, owner.Name, owner, client);
        _tokens = 0;
        _done = Say("密码已修改，接口令牌已全部撤销。", "The password was changed, and all API tokens are revoked.");
    }

    private List<ApiToken> Alive(SignedInUser owner) => [.. ApiTokens.All(owner).Where(token => token.IsAlive(Clock.GetUtcNow()))];
}
