using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EmploymentDashboard.Benchmarks.Circuits;

/// <summary>Writes the few kinds of MessagePack values that a browser sends to a circuit.</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public PackWriter Array(int count) => Byte((byte)(0x90 | count));

    public PackWriter EmptyMap() => Byte(0x80);

    public PackWriter Value(object? value) => value switch
    {
        null => Byte(0xC0),
        bool flag => Byte(flag ? (byte)0xC3 : (byte)0xC2),
        long number => Number(number),
        string text => Text(text),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    /// <summary>The message with its length in front, in groups of seven bits.</summary>
    public byte[] ToMessage()
    {
        var message = new List<byte>();
        for (var length = _bytes.WrittenCount; ; length >>= 7)
        {
            message.Add((byte)((length & 0x7F) | (length > 0x7F ? 0x80 : 0)));
            if (length <= 0x7F)
                break;
        }

        return [.. message, .. _bytes.WrittenSpan];
    }

    private PackWriter Number(long number)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = 0xD3;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], number);
        _bytes.Write(bytes);
        return this;
    }

    private PackWriter Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> head = stackalloc byte[5];
        head[0] = 0xDB;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], utf8.Length);
        _bytes.Write(head);
        _bytes.Write(utf8);
        return this;
    }

    private PackWriter Byte(byte value)
    {
        _bytes.Write([value]);
        return this;
    }
}
