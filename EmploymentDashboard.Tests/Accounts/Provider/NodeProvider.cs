using System.Diagnostics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Accounts.Provider;

/// <summary>A real OpenID provider, node-oidc-provider, as a process on this machine. Whoever signs in as "name/2" is another person of the same name.</summary>
internal sealed class NodeProvider : IAsyncDisposable
{
    public const string ClientId = "employment-dashboard";
    public const string ClientSecret = "of no secret place";

    private readonly Process _process;

    private NodeProvider(Process process, string issuer) => (_process, Issuer) = (process, issuer);

    public string Issuer { get; }

    /// <summary>What a dashboard is started with that uses it.</summary>
    public string[] Settings => ["--IdentityProvider:Authority", Issuer, "--IdentityProvider:ClientId", ClientId, "--IdentityProvider:ClientSecret", ClientSecret];

    private static string Folder => Path.Combine(Repository.Root, "EmploymentDashboard.Tests", "Accounts", "Provider");

    public static async Task<NodeProvider> StartAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider")))
            await InstallAsync();
        var process = Start("node", "provider.mjs", "http://127.0.0.1/account/provider/return", ClientId, ClientSecret);
        _ = process.StandardError.ReadToEndAsync();
        return await process.StandardOutput.ReadLineAsync() is { Length: > 0 } issuer
            ? new(process, issuer)
            : throw new InvalidOperationException("The provider did not start; run node provider.mjs by hand to see why.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task InstallAsync()
    {
        using var install = Start("npm", "ci");
        var output = install.StandardOutput.ReadToEndAsync();
        var errors = await install.StandardError.ReadToEndAsync();
        await install.WaitForExitAsync();
        if (install.ExitCode != 0)
            throw new InvalidOperationException($"npm ci in {Folder} failed: {errors}{await output}");
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
