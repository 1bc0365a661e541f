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

    /// <summary>Adds a user of this name.</summary>
    public static async Task AddAsync(IServiceProvider services, string name, Role role)
    {
        await using var scope = services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<Users>().AddAsync(name, role, Password, "test")).Succeeded);
    }

    /// <summary>Gives a user a second factor, none of whose codes was used.</summary>
    public static async Task<(byte[] Secret, IReadOnlyList<string> RecoveryCodes)> SetSecondFactorAsync(IServiceProvider services, string name)
    {
        await using var scope = services.CreateAsyncScope();
        var user = (await scope.ServiceProvider.GetRequiredService<Users>().FindAsync(name))!;
        var secret = Totp.NewSecret();
        return (secret, (await services.GetRequiredService<SecondFactors>().SetAsync(user, secret, step: 0, ""))!);
    }

    /// <summary>A secret as a page writes it, as an app reads it.</summary>
    public static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Where(char.IsLetterOrDigit).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(bits => bits.Length == 8).Select(bits => Convert.ToByte(new string(bits), 2))];
    }
}
