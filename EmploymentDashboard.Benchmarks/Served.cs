using System.Diagnostics;

namespace EmploymentDashboard.Benchmarks;

/// <summary>A published web program that runs until it is disposed.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly Process _process;

    private Served(Process process, string address, TimeSpan startTime)
    {
        _process = process;
        Address = address;
        StartTime = startTime;
    }

    public string Address { get; }

    /// <summary>From the start of the process to the first page.</summary>
    public TimeSpan StartTime { get; }

    public static async Task<Served> StartAsync(string assembly, int port, params string[] arguments)
    {
        var address = $"http://127.0.0.1:{port}";
        var start = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "--urls", address, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();

        using var client = new HttpClient();
        while (!await AnswersAsync(client, address))
        {
            if (process.HasExited || start.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException($"{assembly} did not answer on {address}.");
            await Task.Delay(20);
        }

        return new(process, address, start.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string address)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(address));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
