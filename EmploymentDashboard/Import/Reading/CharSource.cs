using System.Buffers;

namespace EmploymentDashboard.Import.Reading;

/// <summary>Text that is read from its beginning to its end, once.</summary>
internal abstract class CharSource : IDisposable
{
    /// <summary>The fewest characters that a reader must have room for.</summary>
    public const int LeastRoom = 64;

    /// <summary>Writes the next characters and says how many; none only at the end.</summary>
    public abstract int Read(Span<char> destination);

    public abstract void Dispose();
}

/// <summary>Text in memory.</summary>
internal sealed class TextInMemory(ReadOnlyMemory<char> text) : CharSource
{
    private ReadOnlyMemory<char> _left = text;

    public override int Read(Span<char> destination)
    {
        var count = Math.Min(destination.Length, _left.Length);
        _left.Span[..count].CopyTo(destination);
        _left = _left[count..];
        return count;
    }

    public override void Dispose()
    {
        // Holds nothing that must be given back.
    }
}

/// <summary>
/// The text of a stream of bytes, without its byte order mark. A sequence that is no text stands in it as its bytes in
/// hexadecimal, like &lt;C7&gt;, and is put down in <see cref="Broken"/>, so that a reader can tell it from those very characters.
/// </summary>
internal sealed class EncodedText(Stream stream, TextEncoding encoding) : CharSource
{
    private const int BlockSize = 1 << 16;

    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _start;
    private int _end;
    private bool _isStarted;
    private bool _hasEnded;
    private long _byteOffset;
    private long _charOffset;

    /// <summary>What was no text so far, in order; the reader takes out what it has dealt with.</summary>
    public Queue<BrokenBytes> Broken { get; } = new();

    /// <summary>Whether the stream began with the encoding's byte order mark. Known once something was read.</summary>
    public bool HasMark { get; private set; }

    public override int Read(Span<char> destination)
    {
        if (!_isStarted)
            SkipMark();

        var total = 0;
        while (destination.Length - total >= LeastRoom)
        {
            var status = encoding.Decode(_bytes.AsSpan(_start, _end - _start), destination[total..], out var read, out var written);
            Skip(read);
            total += written;
            _charOffset += written;
            if (status == OperationStatus.InvalidData)
                total += WriteBroken(encoding.BrokenLength(_bytes.AsSpan(_start, _end - _start)), destination[total..]);
            else if (status is OperationStatus.Done or OperationStatus.NeedMoreData && !Fill() && _start < _end)
                total += WriteBroken(_end - _start, destination[total..]);
            else if (_hasEnded && _start == _end)
                break;
        }

        return total;
    }

    public override void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        stream.Dispose();
    }

    private void SkipMark()
    {
        _isStarted = true;
        while (_end < encoding.Mark.Length && Fill())
        {
            // A stream may give its first bytes one by one.
        }

        HasMark = _bytes.AsSpan(0, _end).StartsWith(encoding.Mark);
        if (HasMark)
            Skip(encoding.Mark.Length);
    }

    private bool Fill()
    {
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        (_start, _end) = (0, _end - _start);
        var count = _hasEnded ? 0 : stream.Read(_bytes, _end, _bytes.Length - _end);
        _hasEnded = count == 0;
        _end += count;
        return count > 0;
    }

    private int WriteBroken(int length, Span<char> destination)
    {
        var written = 0;
        foreach (var value in _bytes.AsSpan(_start, length))
        {
            $"<{value:X2}>".CopyTo(destination[written..]);
            written += 4;
        }

        Broken.Enqueue(new(_charOffset, _byteOffset, [.. _bytes.AsSpan(_start, length)]));
        Skip(length);
        _charOffset += written;
        return written;
    }

    private void Skip(int bytes)
    {
        _start += bytes;
        _byteOffset += bytes;
    }
}

/// <summary>Bytes that are no text in the encoding of their file.</summary>
/// <param name="CharOffset">Where they stand in the text, in characters from 0.</param>
/// <param name="ByteOffset">Where they stand in the file, in bytes from 0.</param>
internal sealed record BrokenBytes(long CharOffset, long ByteOffset, byte[] Bytes)
{
    /// <summary>0xC7 0xF8.</summary>
    public string Hex => string.Join(' ', Bytes.Select(value => $"0x{value:X2}"));
}
