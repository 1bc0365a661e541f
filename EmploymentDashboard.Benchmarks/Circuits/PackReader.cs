using System.Buffers.Binary;
using System.Text;

namespace EmploymentDashboard.Benchmarks.Circuits;

/// <summary>Reads MessagePack: numbers as <see cref="long"/>, binary as <see cref="ReadOnlyMemory{T}"/>, arrays and maps as lists.</summary>
internal sealed class PackReader(ReadOnlyMemory<byte> bytes)
{
    private int _at;

    public object? Read()
    {
        var kind = bytes.Span[_at++];
        return kind switch
        {
            <= 0x7F => (long)kind,
            <= 0x8F => List((kind & 0x0F) * 2),
            <= 0x9F => List(kind & 0x0F),
            <= 0xBF => Text(kind & 0x1F),
            0xC0 => null,
            0xC2 => false,
            0xC3 => true,
            0xC4 => Binary((int)Unsigned(1)),
            0xC5 => Binary((int)Unsigned(2)),
            0xC6 => Binary((int)Unsigned(4)),
            0xCC => Unsigned(1),
            0xCD => Unsigned(2),
            0xCE => Unsigned(4),
            0xCF => Unsigned(8),
            0xD0 => (long)(sbyte)Unsigned(1),
            0xD1 => (long)(short)Unsigned(2),
            0xD2 => (long)(int)Unsigned(4),
            0xD3 => Unsigned(8),
            0xD9 => Text((int)Unsigned(1)),
            0xDA => Text((int)Unsigned(2)),
            0xDB => Text((int)Unsigned(4)),
            0xDC => List((int)Unsigned(2)),
            0xDD => List((int)Unsigned(4)),
            0xDE => List((int)Unsigned(2) * 2),
            >= 0xE0 => (long)(sbyte)kind,
            _ => throw new InvalidDataException($"MessagePack kind {kind} is not used by circuits."),
        };
    }

    private List<object?> List(int count)
    {
        var items = new List<object?>(count);
        for (var i = 0; i < count; i++)
            items.Add(Read());
        return items;
    }

    private string Text(int length) => Encoding.UTF8.GetString(Binary(length).Span);

    private ReadOnlyMemory<byte> Binary(int length)
    {
        _at += length;
        return bytes[(_at - length).._at];
    }

    private long Unsigned(int length)
    {
        var span = bytes.Span.Slice(_at, length);
        _at += length;
        return length switch
        {
            1 => span[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(span),
            4 => BinaryPrimitives.ReadUInt32BigEndian(span),
            _ => BinaryPrimitives.ReadInt64BigEndian(span),
        };
    }
}
