using System.Net.WebSockets;
using System.Text;

namespace EmploymentDashboard.Tests.Web;

/// <summary>The connection of an open page, in the bytes of its protocol: a browser's script would never send what tests send.</summary>
internal sealed class PageConnection : IDisposable
{
    private const byte AnswerToCall = 3;
    private const byte Closing = 7;

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _received = new byte[16_384];

    public static async Task<PageConnection> OpenAsync(Uri server)
    {
        var page = new PageConnection();
        await page._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await page._socket.SendAsync("""{"protocol":"blazorpack","version":1}"""u8.ToArray().Append((byte)0x1E).ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString((await page.ReceiveAsync())!));
        return page;
    }

    /// <summary>Calls something that the server does not have, which it says, and goes on.</summary>
    /// <param name="size">Of the message, in bytes.</param>
    /// <returns>Whether it was answered, and not the connection closed.</returns>
    public async Task<bool> CallAsync(int size)
    {
        await _socket.SendAsync(Framed(Call(size)), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        while (await ReceiveAsync() is { } message)
        {
            if (KindOf(message) is AnswerToCall or Closing)
                return KindOf(message) == AnswerToCall;
        }

        return false;
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>In MessagePack: an invocation (1) without headers, by the number "1", of "none", with one text.</summary>
    private static byte[] Call(int size)
    {
        byte[] start = [0x95, 1, 0x80, 0xA1, (byte)'1', 0xA4, .. "none"u8, 0x91];
        var length = size - start.Length - 5;
        return [.. start, 0xDB, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, .. Enumerable.Repeat((byte)'a', length)];
    }

    /// <summary>Before each message stands its length, seven bits a byte.</summary>
    private static byte[] Framed(byte[] message)
    {
        var length = new List<byte>();
        for (var rest = message.Length; rest > 0 || length.Count == 0; rest >>= 7)
            length.Add((byte)((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0)));
        return [.. length, .. message];
    }

    /// <summary>After the length and the mark of an array.</summary>
    private static byte KindOf(byte[] framed) => framed.SkipWhile(part => part >= 0x80).ElementAt(2);

    /// <summary>null where the server has closed the connection.</summary>
    private async Task<byte[]?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            var received = await _socket.ReceiveAsync(_received, patience.Token);
            return received.MessageType == WebSocketMessageType.Close ? null : _received[..received.Count];
        }
        catch (WebSocketException)
        {
            // It need not take leave of who sends too much.
            return null;
        }
    }
}
