using EmploymentDashboard.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Shell;

/// <summary>Users that tests sign in as.</summary>
internal static class TestUsers
{
    public const string Password = "spring rain 2023";

    /// <summary>What the user of a role is called.</summary>
    public static string NameOf(Role role) => $"test-{Roles.Codes.Write(role)}";

    /// <summary>Adds the user of a role where there is none yet.</summary>
    public static async Task<string> AddAsync(IServiceProvider services, Role role)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Users>();
        if (await users.FindAsync(NameOf(role)) is null)
            Assert.True((await users.AddAsync(NameOf(role), role, Password, "test")).Succeeded);
        return NameOf(role);
    }

    /// <summary>A token of the user of a role.</summary>
    public static async Task<MadeToken> MakeTokenAsync(IServiceProvider services, Role role, params TokenScope[] scopes)
    {
        var name = await AddAsync(services, role);
        var user = services.GetRequiredService<UserStore>().All().Single(user => user.Name == name);
        return (await services.GetRequiredService<ApiTokens>().MakeAsync(new(user.Id, name, role), "nightly job", scopes, 90, "test"))!;
    }
}
