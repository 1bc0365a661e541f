using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EmploymentDashboard.Benchmarks;

/// <summary>The memory of a measured program.</summary>
/// <param name="WorkingSet">In bytes, as the system counts it, before anything was collected for the sake of measuring.</param>
/// <param name="Heap">In bytes, what is alive after a full collection.</param>
internal sealed record MemoryProbe(double WorkingSet, double Heap)
{
    public static async Task<MemoryProbe> AskAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        using var reader = new StreamReader(client.GetStream());
        var numbers = (await reader.ReadToEndAsync()).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0], numbers[1]);
    }
}
