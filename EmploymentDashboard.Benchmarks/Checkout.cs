using System.Diagnostics;

namespace EmploymentDashboard.Benchmarks;

/// <summary>The sources this was built from, and the SDK that publishes them.</summary>
internal static class Checkout
{
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmploymentDashboard.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("Run from a checkout.");
        }
    }

    public static async Task DotnetAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
    }
}
