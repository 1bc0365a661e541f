using System.Globalization;
using System.Net;
using System.Net.Sockets;

/// <summary>
/// Runs inside a measured program, which names this assembly in DOTNET_STARTUP_HOOKS and so needs nothing of its own: whoever connects is told the
/// working set, and after a full collection the live heap, both in bytes. The runtime looks for this name outside of any namespace.
/// </summary>
#pragma warning disable MA0047 // The runtime would not find it within one.
internal static class StartupHook
#pragma warning restore MA0047
{
    public const string PortVariable = "BENCHMARK_PROBE_PORT";

    public static void Initialize()
    {
        var listener = new TcpListener(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable(PortVariable)!, CultureInfo.InvariantCulture));
        listener.Start();
        new Thread(() =>
        {
            while (true)
            {
                using var client = listener.AcceptTcpClient();
                using var writer = new StreamWriter(client.GetStream());
                var workingSet = Environment.WorkingSet;
                for (var round = 0; round < 3; round++)
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                }

                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{workingSet} {GC.GetTotalMemory(forceFullCollection: true)}"));
            }
        })
        { IsBackground = true }.Start();
    }
}
