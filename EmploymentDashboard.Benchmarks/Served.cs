using System.Diagnostics;
using System.Globalization;

namespace EmploymentDashboard.Benchmarks;

/// <summary>A published web program that runs until it is disposed.</summary>
internal sealed class Served : IAsyncDisposable
{
    private const int ProbeOffset = 100;

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

    /// <summary>Where the memory of the program can be asked for.</summary>
    public int ProbePort { get; private init; }

    public Task<MemoryProbe> MemoryAsync() => MemoryProbe.AskAsync(ProbePort);

    public static Task<Served> StartAsync(string assembly, int port, params string[] arguments) => StartAsync(assembly, port, isProbed: false, arguments);

    /// <param name="isProbed">Whether its memory will be asked for; such a program starts a little later.</param>
    public static async Task<Served> StartAsync(string assembly, int port, bool isProbed, params string[] arguments)
    {
        var address = $"http://127.0.0.1:{port}";
        var start = Stopwatch.StartNew();
        var info = new ProcessStartInfo("dotnet", [assembly, "--urls", address, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        if (isProbed)
        {
            info.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Served).Assembly.Location;
            info.Environment[StartupHook.PortVariable] = (port + ProbeOffset).ToString(CultureInfo.InvariantCulture);
        }

        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();

        using var client = new HttpClient();
        while (!await AnswersAsync(client, address))
        {
            if (process.HasExited || start.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException($"{assembly} did not answer on {address}.");
            await Task.Delay(5);
        }

        return new(process, address, start.Elapsed) { ProbePort = port + ProbeOffset };
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
