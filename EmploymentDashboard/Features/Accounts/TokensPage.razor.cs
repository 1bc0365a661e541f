using System.Globalization;
using EmploymentDashboard.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Accounts;

/// <summary>A form that is posted: what was made stands in the one answer and in no address, and no open page keeps it.</summary>
public sealed partial class TokensPage
{
    private IReadOnlyList<ApiToken> _tokens = [];
    private IReadOnlyList<string> _problems = [];
    private MadeToken? _made;
    private ApiToken? _revoked;
    private bool _isAdministrator;

    [CascadingParameter]
    public required HttpContext Http { get; init; }

    [SupplyParameterFromForm(Name = "name")]
    public string? Name { get; set; }

    [SupplyParameterFromForm(Name = "days")]
    public string? Days { get; set; }

    [SupplyParameterFromForm(Name = "upload")]
    public string? MayUpload { get; set; }

    [SupplyParameterFromForm(Name = "commit")]
    public string? MayCommit { get; set; }

    [SupplyParameterFromForm(Name = "revoked")]
    public string? Revoked { get; set; }

    [Inject]
    public required ApiTokens Tokens { get; init; }

    [Inject]
    public required Permissions Permissions { get; init; }

    [Inject]
    public required IOptions<AccountOptions> Options { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string Client => Http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>What is ticked: sending files in, until someone chose otherwise.</summary>
    private IReadOnlyList<TokenScope> Wanted =>
    [
        .. MayUpload is not null || Days is null ? [TokenScope.Upload] : Array.Empty<TokenScope>(),
        .. MayCommit is not null ? [TokenScope.Commit] : Array.Empty<TokenScope>(),
    ];

    protected override void OnInitialized() => Show();

    private void Show()
    {
        if (Permissions.Find(Http.User, Role.Analyst) is not { } user)
            return;

        _isAdministrator = user.Role == Role.Administrator;
        _tokens = Tokens.All(_isAdministrator ? null : user);
    }

    private async Task MakeAsync()
    {
        if (Asker() is not { } owner)
            return;

        var (name, days) = (Name?.Trim() ?? "", int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);
        _problems = [.. ApiTokens.Problems(name, Wanted, days).Select(problem => (string)problem)];
        if (_problems.Count > 0)
            return;

        _made = await Tokens.MakeAsync(owner, name, Wanted, days!.Value, Client);
        if (_made is null)
            _problems = [Say($"一个人最多有 {ApiTokens.MostAlive} 个有效的令牌；请先撤销不用的。", $"A person may have {ApiTokens.MostAlive} valid tokens at most; revoke those that are not used first.")];
        else
            (Name, Days, MayUpload, MayCommit) = (null, null, null, null);
        Show();
    }

    private async Task RevokeAsync()
    {
        if (Asker() is not { } user)
            return;

        if (long.TryParse(Revoked, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            _revoked = await Tokens.RevokeAsync(id, user.Name, user.Role == Role.Administrator ? null : user, Client);
        if (_revoked is null)
            _problems = [Say("没有这个有效的令牌；也许刚被撤销。", "There is no such valid token; it may just have been revoked.")];
        Show();
    }

    /// <summary>Who asks, if still permitted.</summary>
    private SignedInUser? Asker()
    {
        var user = Permissions.Find(Http.User, Role.Analyst);
        if (user is null)
            _problems = [Say("您现在没有这个权限，什么也没有改。", "You may not do this now; nothing was changed.")];
        return user;
    }
}
