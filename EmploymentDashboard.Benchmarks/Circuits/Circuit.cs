using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Channels;

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
    private readonly List<Control> _controls = [];
    private Task _work = Task.CompletedTask;
    private TaskCompletionSource? _navigated;
    private TaskCompletionSource? _drawn;
    private long _interop = -1;
    private int _calls;

    private Circuit(Uri origin) => _origin = origin;

    /// <summary>The controls of the first drawing. Their handlers stay the same as long as the page is open.</summary>
    public IReadOnlyList<Control> Controls => _controls;

    /// <summary>Bytes of drawings received.</summary>
    public long Received { get; private set; }

    public static async Task<Circuit> OpenAsync(HttpClient client, string address)
    {
        var uri = new Uri(address);
        var circuit = new Circuit(new(uri.GetLeftPart(UriPartial.Authority) + "/"));
        var page = await client.GetStringAsync(uri);
        await circuit.StartAsync(uri, page);
        return circuit;
    }

    /// <summary>Chooses a value of a list on the page; done when the page of the new address has been drawn.</summary>
    public async Task ChooseAsync(Control control, string value)
    {
        _navigated = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Dispatch(control, "change", new JsonObject { ["value"] = value });
        await _navigated.Task.WaitAsync(Patience);
    }

    /// <summary>Presses a button; done when the next drawing has come.</summary>
    public async Task ClickAsync(Control control)
    {
        _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Dispatch(control, "click", new JsonObject { ["type"] = "click", ["detail"] = 1 });
        await _drawn.Task.WaitAsync(Patience);
    }

    /// <summary>Goes away as a closed tab does: the connection ends, and the circuit is told nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        _outgoing.Writer.TryComplete();
        _socket.Abort();
        await _work.ContinueWith(_ => { }, TaskScheduler.Default);
        _socket.Dispose();
    }

    private async Task StartAsync(Uri uri, string page)
    {
        await _socket.ConnectAsync(new UriBuilder(_origin) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await _socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await ReceiveAsync();
        _work = Task.WhenAll(SendAllAsync(), ReceiveAllAsync());

        await CallAsync("StartCircuit", _origin.ToString(), uri.ToString(), "[]", "");
        var operations = new JsonArray();
        foreach (var marker in Markers().Matches(page).Select(match => JsonNode.Parse(match.Groups["json"].Value)!).Where(marker => marker["type"] is not null))
            operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
        var batch = new JsonObject { ["batchId"] = 1, ["operations"] = operations };
        Send("UpdateRootComponents", null, batch.ToJsonString(), State().Match(page).Groups["state"].Value);
        await _firstDrawn.Task.WaitAsync(Patience);
    }

    private void Dispatch(Control control, string type, JsonObject details)
    {
        var happened = new JsonObject { ["eventHandlerId"] = control.Handler, ["eventName"] = type, ["eventFieldInfo"] = null };
        Send("BeginInvokeDotNetFromJS", null, Number(), null, "DispatchEventAsync", _interop, new JsonArray(happened, details).ToJsonString());
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
                Answer((long)arguments[0]!, (string)arguments[1]!, (string?)arguments[2]);
                break;
            case "JS.Error":
                throw new InvalidOperationException($"The circuit failed: {arguments[0]}");
        }
    }

    private void TakeDrawing(long number, ReadOnlyMemory<byte> drawing)
    {
        Received += drawing.Length;
        if (!_firstDrawn.Task.IsCompleted)
            _controls.AddRange(RenderedBatch.Controls(drawing.Span));
        Send("OnRenderCompleted", null, number, null);
        if (_controls.Count > 0)
            _firstDrawn.TrySetResult();
        _drawn?.TrySetResult();
    }

    private void Answer(long handle, string function, string? arguments)
    {
        if (function.EndsWith("attachWebRendererInterop", StringComparison.Ordinal))
            _interop = JsonNode.Parse(arguments!)![1]!["__dotNetObject"]!.GetValue<long>();
        if (handle != 0)
            Send("EndInvokeJSFromDotNet", null, handle, true, new JsonArray(handle, true, null).ToJsonString());
        if (function.EndsWith("navigateTo", StringComparison.Ordinal))
            _ = ArriveAsync(new Uri(_origin, JsonNode.Parse(arguments!)![0]!.GetValue<string>()));
    }

    /// <summary>As the browser does once the address bar shows the new address. What is drawn for it comes before the answer.</summary>
    private async Task ArriveAsync(Uri address)
    {
        await CallAsync("OnLocationChanged", address.ToString(), null, false);
        _navigated?.TrySetResult();
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex State();
}
