using EmploymentDashboard.Accounts;
using EmploymentDashboard.Accounts.Providers;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Accounts;

public sealed partial class UsersPage
{
    private IReadOnlyList<User> _users = [];
    private IReadOnlyList<string> _problems = [];
    private string? _done;
    private string? _resetting;
    private string _resetPassword = "";
    private string _newName = "";
    private string _newPassword = "";
    private Role _newRole = Role.Analyst;

    /// <summary>Grows with every refusal, so that a list that shows a refused role is drawn anew.</summary>
    private int _revision;

    [Inject]
    public required AccountErrors Errors { get; init; }

    [Inject]
    public required Users Users { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required IOptions<IdentityProviderOptions> Provider { get; init; }

    protected override void OnInitialized() => _users = Users.All();

    private async Task AddAsync()
    {
        var name = _newName.Trim();
        if (await ActAsync(by => Users.AddAsync(name, _newRole, _newPassword.Length == 0 && Provider.Value.IsUsed ? null : _newPassword, by), new($"已添加 {name}。", $"{name} was added.")))
            (_newName, _newPassword, _newRole) = ("", "", Role.Analyst);
    }

    private Task SetRoleAsync(User user, ChangeEventArgs change) =>
        Roles.Codes.TryParse(change.Value as string, out var role)
            ? ActAsync(by => Users.SetRoleAsync(user.Name, role, by), new($"{user.Name} 现在是{role.Name().Zh}。", $"{user.Name} is now {role.Name().En.ToLowerInvariant()}."))
            : Task.CompletedTask;

    private Task<bool> DisableAsync(User user) => ActAsync(by => Users.DisableAsync(user.Name, by), new($"已停用 {user.Name}。", $"{user.Name} was disabled."));

    private Task<bool> EnableAsync(User user) => ActAsync(by => Users.EnableAsync(user.Name, by), new($"已启用 {user.Name}。", $"{user.Name} may sign in again."));

    private Task<bool> RemoveSecondFactorAsync(User user) =>
        ActAsync(by => Users.RemoveSecondFactorAsync(user.Name, by), new($"已解除 {user.Name} 的两步验证。", $"The second factor of {user.Name} was removed."));

    private async Task ResetPasswordAsync(User user)
    {
        if (await ActAsync(by => Users.ResetPasswordAsync(user.Name, _resetPassword, by), new($"已重设 {user.Name} 的密码。", $"The password of {user.Name} was reset.")))
            ToggleReset(user);
    }

    private void ToggleReset(User user)
    {
        _resetting = _resetting == user.Name ? null : user.Name;
        _resetPassword = "";
    }

    /// <summary>Whose button it is, for who hears the page and not sees the row.</summary>
    private static string Of(User user) => Say($"：{user.Name}", $": {user.Name}");

    private async Task<bool> ActAsync(Func<string, Task<IdentityResult>> act, Bilingual done)
    {
        (_done, _problems) = (null, []);
        if (await CurrentUser.AsAsync(Role.Administrator) is not { } administrator)
        {
            _problems = [Say("您已不是管理员，没有改动。", "You are not an administrator any more. Nothing was changed.")];
            _revision++;
            return false;
        }

        var result = await act(administrator.Name);
        _users = Users.All();
        if (result.Succeeded)
        {
            _done = done;
            return true;
        }

        _problems = Problems.Of(result);
        _revision++;
        return false;
    }
}
