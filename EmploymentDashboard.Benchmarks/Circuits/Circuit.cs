using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using System.Web;

namespace EmploymentDashboard.Benchmarks.Circuits;

/// <summary>A reader without a browser: it opens a page, starts the page's circuit, takes what is drawn, and uses the controls.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private const long CompletionKind = 3;
    private const long InvocationKind = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly Uri _origin;
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?>> _awaited = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _firstDrawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyDictionary<string, IReadOnlyList<string>> _lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
    private Task _work = Task.CompletedTask;
    private Uri _address;
    private int _calls;

    private Circuit(Uri address)
    {
        _address = address;
        _origin = new(address.GetLeftPart(UriPartial.Authority) + "/");
    }

    /// <summary>Bytes of drawings received.</summary>
    public long Received { get; private set; }

    public static async Task<Circuit> OpenAsync(HttpClient client, string address)
    {
        var circuit = new Circuit(new(address));
        await circuit.StartAsync(await client.GetStringAsync(address));
        return circuit;
    }

    /// <summary>The values that a list of the page offered when it was opened.</summary>
    public IReadOnlyList<string> Values(string list) => _lists[list];

    /// <summary>Chooses a value of a list, as the page's script does: by the address. Done when the page has been drawn for it.</summary>
    public async Task ChooseAsync(string list, string value)
    {
        var query = HttpUtility.ParseQueryString(_address.Query);
        query[list] = value;
        _address = new(_address, $"?{query}");
        // What is drawn for an address comes before the answer.
        await CallAsync("OnLocationChanged", _address.ToString(), null, false);
    }

    /// <summary>Goes away as a closed tab does: the connection ends, and the circuit is told nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        _outgoing.Writer.TryComplete();
        _socket.Abort();
        await _work.ContinueWith(_ => { }, TaskScheduler.Default);
        _socket.Dispose();
    }

    private async Task StartAsync(string page)
    {
        _lists = PageLists.Of(page);
        await _socket.ConnectAsync(new UriBuilder(_origin) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await _socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await ReceiveAsync();
        _work = Task.WhenAll(SendAllAsync(), ReceiveAllAsync());

        await CallAsync("StartCircuit", _origin.ToString(), _address.ToString(), "[]", "");
        var operations = new JsonArray();
        foreach (var marker in Markers().Matches(page).Select(match => JsonNode.Parse(match.Groups["json"].Value)!).Where(marker => marker["type"] is not null))
            operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
        var batch = new JsonObject { ["batchId"] = 1, ["operations"] = operations };
        Send("UpdateRootComponents", null, batch.ToJsonString(), State().Match(page).Groups["state"].Value);
        await _firstDrawn.Task.WaitAsync(Patience);
    }

    private string Number() => Interlocked.Increment(ref _calls).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<object?> CallAsync(string method, params object?[] arguments)
    {
        var number = Number();
        var answer = _awaited[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(method, number, arguments);
        return await answer.Task.WaitAsync(Patience);
    }

    private void Send(string method, string? call, params object?[] arguments)
    {
        var message = new PackWriter().Array(5).Value(InvocationKind).EmptyMap().Value(call).Value(method).Array(arguments.Length);
        foreach (var argument in arguments)
            message.Value(argument);
        _outgoing.Writer.TryWrite(message.ToMessage());
    }

    private async Task SendAllAsync()
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync())
            await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
    }

    private async Task ReceiveAllAsync()
    {
        while (_socket.State == WebSocketState.Open)
        {
            var bytes = await ReceiveAsync();
            for (var at = 0; at < bytes.Length;)
            {
                var (length, shift) = (0, 0);
                byte part;
                do
                {
                    part = bytes[at++];
                    length |= (part & 0x7F) << shift;
                    shift += 7;
                }
                while (part > 0x7F);
                Take((List<object?>)new PackReader(bytes.AsMemory(at, length)).Read()!);
                at += length;
            }
        }
    }

    private async Task<byte[]> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 14];
        ValueWebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            message.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);
        return message.ToArray();
    }

    private void Take(List<object?> message)
    {
        if (message[0] is CompletionKind && message[2] is string call && _awaited.TryRemove(call, out var answer))
            answer.TrySetResult(message.ElementAtOrDefault(4));
        if (message[0] is not InvocationKind)
            return;

        var arguments = (List<object?>)message[4]!;
        switch (message[3])
        {
            case "JS.RenderBatch":
                TakeDrawing((long)arguments[0]!, (ReadOnlyMemory<byte>)arguments[1]!);
                break;
            case "JS.BeginInvokeJS":
                Answer((long)arguments[0]!);
                break;
            case "JS.Error":
                throw new InvalidOperationException($"The circuit failed: {arguments[0]}");
        }
    }

    private void TakeDrawing(long number, ReadOnlyMemory<byte> drawing)
    {
        Received += drawing.Length;
        Send("OnRenderCompleted", null, number, null);
        _firstDrawn.TrySetResult();
    }

    private void Answer(long handle)
    {
        if (handle != 0)
            Send("EndInvokeJSFromDotNet", null, handle, true, new JsonArray(handle, true, null).ToJsonString());
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex State();
}
