using EmploymentDashboard.Accounts;
using Microsoft.AspNetCore.Components;

namespace EmploymentDashboard.Features.Accounts;

public sealed partial class SetupPage
{
    private IReadOnlyList<string> _problems = [];
    private bool _isDead;

    [CascadingParameter]
    public required HttpContext Http { get; init; }

    [SupplyParameterFromQuery(Name = "token")]
    public string? Token { get; set; }

    [SupplyParameterFromForm(Name = "name")]
    public string? Name { get; set; }

    [SupplyParameterFromForm(Name = "password")]
    public string? Password { get; set; }

    [SupplyParameterFromForm(Name = "repeated")]
    public string? Repeated { get; set; }

    [Inject]
    public required AccountErrors Errors { get; init; }

    [Inject]
    public required SetupLink Link { get; init; }

    [Inject]
    public required Users Users { get; init; }

    [Inject]
    public required PasswordSignIn SignIn { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized()
    {
        if (!Link.Opens(Token))
            SayDead();
    }

    private async Task CreateAsync()
    {
        if (_isDead)
            return;
        if (Password != Repeated)
        {
            _problems = [AccountErrors.PasswordsDiffer().Description];
            return;
        }

        var name = Name?.Trim() ?? "";
        var result = await Link.UseAsync(Token, () => Users.AddAsync(name, Role.Administrator, Password ?? "", name));
        if (result is null)
        {
            SayDead();
        }
        else if (!result.Succeeded)
        {
            _problems = Problems.Of(result);
        }
        else
        {
            var outcome = await SignIn.TryAsync(name, Password ?? "", Http.Connection.RemoteIpAddress?.ToString() ?? "");
            Navigation.NavigateTo(SignInPage.NextAddress(outcome, AccountAddresses.Users) ?? AccountAddresses.SignInPage);
        }
    }

    private void SayDead()
    {
        _isDead = true;
        Http.Response.StatusCode = StatusCodes.Status410Gone;
    }
}
