using System.Runtime.InteropServices;

namespace EmploymentDashboard.Benchmarks;

/// <summary>
/// The published programs that are measured beside each other, gone when disposed. A folder named in BENCHMARK_PROGRAMS keeps them from one part of the
/// measuring to the next.
/// </summary>
internal sealed class Programs : IDisposable
{
    private static readonly string? KeptFolder = Environment.GetEnvironmentVariable("BENCHMARK_PROGRAMS");

    private readonly string _folder = KeptFolder ?? Directory.CreateTempSubdirectory("dashboard-benchmark-").FullName;

    private Programs()
    {
    }

    public string Dashboard => Path.Combine(_folder, "dashboard", "EmploymentDashboard.dll");

    /// <summary>The same compiled ahead for this machine, as the README advises.</summary>
    public string Ahead => Path.Combine(_folder, "ahead", "EmploymentDashboard.dll");

    /// <summary>The .NET template with its counter page.</summary>
    public string Template => Path.Combine(_folder, "counter", "Template.dll");

    /// <summary>One endpoint that answers with one word.</summary>
    public string Bare => Path.Combine(_folder, "bare", "Bare.dll");

    public static async Task<Programs> PublishAsync()
    {
        var programs = new Programs();
        if (!File.Exists(programs.Bare))
            await programs.PublishAllAsync();
        return programs;
    }

    public void Dispose()
    {
        if (KeptFolder is null)
            Directory.Delete(_folder, recursive: true);
    }

    private async Task PublishAllAsync()
    {
        var dashboard = Path.Combine(Checkout.Root, "EmploymentDashboard");
        await Checkout.DotnetAsync("publish", dashboard, "-c", "Release", "-o", Path.GetDirectoryName(Dashboard)!);
        await Checkout.DotnetAsync("publish", dashboard, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-p:PublishReadyToRun=true", "-o", Path.GetDirectoryName(Ahead)!);

        var template = Path.Combine(_folder, "template");
        await Checkout.DotnetAsync("new", "blazor", "--interactivity", "Server", "--no-https", "--no-restore", "-n", "Template", "-o", template);
        await Checkout.DotnetAsync("publish", template, "-c", "Release", "-o", Path.GetDirectoryName(Template)!, "-p:RequiresAspNetWebAssets=false");

        var bare = Path.Combine(_folder, "bare-source");
        await Checkout.DotnetAsync("new", "web", "--no-https", "--no-restore", "-n", "Bare", "-o", bare);
        await File.WriteAllTextAsync(Path.Combine(bare, "Program.cs"), """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", () => "answer");
            app.Run();
            """);
        await Checkout.DotnetAsync("publish", bare, "-c", "Release", "-o", Path.GetDirectoryName(Bare)!);
    }
}
