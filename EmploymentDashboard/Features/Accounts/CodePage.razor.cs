using EmploymentDashboard.Accounts;
using EmploymentDashboard.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Accounts;

public sealed partial class CodePage
{
    private IReadOnlyList<string> _problems = [];
    private bool _isOnTheWay;

    [CascadingParameter]
    public required HttpContext Http { get; init; }

    [SupplyParameterFromQuery(Name = AccountAddresses.ReturnParameter)]
    public string? Back { get; set; }

    [SupplyParameterFromForm(Name = "code")]
    public string? Code { get; set; }

    [Inject]
    public required SecondStep Step { get; init; }

    [Inject]
    public required IOptions<AccountOptions> Options { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string SignInAddress => AccountAddresses.Returning(AccountAddresses.SignInPage, LocalAddress.OrHome(Back));

    protected override async Task OnInitializedAsync()
    {
        var user = await Step.FindAsync();
        // The form must be there for what it sends to be heard.
        _isOnTheWay = user is not null || HttpMethods.IsPost(Http.Request.Method);
        if (user is { HasSecondFactor: false })
            Navigation.NavigateTo(AccountAddresses.Returning(AccountAddresses.SecondFactor, LocalAddress.OrHome(Back)));
    }

    private async Task SignInAsync()
    {
        var outcome = await Step.TryAsync(Code ?? "", Http.Connection.RemoteIpAddress?.ToString() ?? "");
        if (outcome is SignInOutcome.TooMany or SignInOutcome.LockedOut)
            Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        _isOnTheWay = outcome != SignInOutcome.TooLate;
        if (outcome == SignInOutcome.SignedIn)
            Navigation.NavigateTo(LocalAddress.OrHome(Back));
        else
            _problems = [Describe(outcome)];
    }

    private string Describe(SignInOutcome refusal) => refusal switch
    {
        SignInOutcome.Refused => Say("验证码不对，或已经用过。", "The code is not right, or was used before."),
        SignInOutcome.TooLate => Say("时间过了，或您的账号刚有变动。", "That took too long, or your account has just been changed."),
        SignInOutcome.TooMany => SignInPage.TooMany,
        SignInOutcome.LockedOut => SignInPage.LockedOut(Options.Value),
        SignInOutcome.Unreadable => Say("这台服务器没有当时的密钥，读不出您的两步验证。请找管理员解除，然后重新设置。", "This server does not have the keys of then and cannot read your second factor. Ask an administrator to remove it, then set it up again."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
