using EmploymentDashboard.Accounts;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Accounts;

/// <summary>Sets up, shows and removes the second factor of who is signed in, or on the way to it where one is required.</summary>
public sealed partial class SecondFactorPage
{
    private IReadOnlyList<string> _problems = [];
    private IReadOnlyList<string> _codes = [];
    private User? _user;
    private bool _isOnTheWay;
    private SecondFactorState? _state;
    private byte[]? _secret;
    private string? _offer;
    private string? _done;

    [CascadingParameter]
    public required HttpContext Http { get; init; }

    [SupplyParameterFromQuery(Name = AccountAddresses.ReturnParameter)]
    public string? Back { get; set; }

    /// <summary>Given, whatever it says, where another app is to take the place of the one there is.</summary>
    [SupplyParameterFromQuery(Name = "again")]
    public string? Again { get; set; }

    [SupplyParameterFromForm(Name = "offer")]
    public string? OfferSent { get; set; }

    [SupplyParameterFromForm(Name = "code")]
    public string? Code { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    public string? Password { get; set; }

    [SupplyParameterFromForm(Name = "removal-password")]
    public string? RemovalPassword { get; set; }

    [Inject]
    public required Permissions Permissions { get; init; }

    [Inject]
    public required SecondStep Step { get; init; }

    [Inject]
    public required SecondFactors Factors { get; init; }

    [Inject]
    public required SecondFactorStore Store { get; init; }

    [Inject]
    public required SignInLimit Limit { get; init; }

    [Inject]
    public required UserManager<User> Manager { get; init; }

    [Inject]
    public required IOptions<AccountOptions> Options { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Client => Http.Connection.RemoteIpAddress?.ToString() ?? "";

    private string Address => Totp.Address(Say("重庆区县就业统计", "Chongqing district employment"), _user!.Name, _secret);

    /// <summary>In groups of four, as people read them aloud.</summary>
    private string Secret => string.Join(' ', Totp.Base32(_secret).Chunk(4).Select(group => new string(group)));

    protected override async Task OnInitializedAsync()
    {
        // Secrets and codes are kept nowhere.
        Http.Response.Headers.CacheControl = "no-store";
        if (Options.Value.SecondFactor == SecondFactorUse.Off)
            return;

        var signedIn = Permissions.Find(Http.User);
        _isOnTheWay = signedIn is null;
        _user = signedIn is null ? await Step.FindAsync() : await Manager.FindByNameAsync(signedIn.Name);
        if (_user is null)
            return;
        if (_isOnTheWay && _user.HasSecondFactor)
        {
            Navigation.NavigateTo(AccountAddresses.Returning(AccountAddresses.Code, LocalAddress.OrHome(Back)));
            return;
        }

        _state = Store.Find(_user);
        if (_state is null || Again is not null)
            Offer(Factors.Offered(_user, OfferSent) ?? Totp.NewSecret());
    }

    private void Offer(byte[] secret) => (_secret, _offer) = (secret, Factors.Offer(_user!, secret));

    private async Task SetUpAsync()
    {
        if (_user is not { } user || _secret is not { } secret)
            return;
        if (Factors.Confirms(secret, Code ?? "") is not { } step)
            _problems = [Say("验证码不对。请用刚扫描的账号现在显示的数字。", "The code is not right. Enter what the account that you just scanned shows now.")];
        else if (_isOnTheWay || await KnowsPasswordAsync(user, Password))
            await ShowAsync(user, await Factors.SetAsync(user, secret, step, Client), new("两步验证已设置。您在别处的登录已结束。", "The second factor is set. Your sessions on other devices have ended."));
    }

    private async Task RenewAsync()
    {
        if (_user is { } user && await KnowsPasswordAsync(user, Password))
            await ShowAsync(user, await Factors.RenewCodesAsync(user, Client), new("恢复码已更换，旧的全部作废。", "The recovery codes were renewed; none of the old ones is good any more."));
    }

    private async Task RemoveAsync()
    {
        if (_user is not { } user || Options.Value.SecondFactor == SecondFactorUse.Required || !await KnowsPasswordAsync(user, RemovalPassword))
            return;

        if (await Store.RemoveAsync(user, user.Name, Client))
        {
            await Step.RenewAsync(user);
            _done = Say("两步验证已解除。要再用，请重新设置。", "The second factor was removed. To use one again, set it up anew.");
            Offer(Totp.NewSecret());
        }
        else
        {
            _problems = [Manager.ErrorDescriber.ConcurrencyFailure().Description];
        }
    }

    /// <summary>Shows the recovery codes, once, and goes on with a session of after the change.</summary>
    private async Task ShowAsync(User user, IReadOnlyList<string>? codes, Bilingual done)
    {
        if (codes is null)
        {
            _problems = [Say("没有成功：账号刚有变动，或这台服务器读不出您的两步验证。请重新载入；还不行，就解除后重新设置。", "That did not work: the account has just been changed, or this server cannot read your second factor. Reload; if that does not help, remove it and set it up again.")];
            return;
        }

        (_codes, _done) = (codes, done);
        if (_isOnTheWay)
            await Step.FinishAsync(user, Client);
        else
            await Step.RenewAsync(user);
    }

    /// <summary>A session that someone left open is not enough to change what protects the account.</summary>
    private async Task<bool> KnowsPasswordAsync(User user, string? password)
    {
        if (!Limit.Allows(Client, user.Name))
        {
            Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            _problems = [SignInPage.TooMany];
            return false;
        }

        if (await Manager.CheckPasswordAsync(user, password ?? ""))
            return true;

        _problems = [Manager.ErrorDescriber.PasswordMismatch().Description];
        return false;
    }
}
