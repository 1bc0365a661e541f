using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace EmploymentDashboard.Import.Reading;

/// <summary>
/// An encoding that files are read in, by blocks and strictly: what is no text in it is said to be so and never replaced.
/// The framework's decoders either throw away where in a block the fault lies or carry hidden state from block to block.
/// </summary>
internal abstract class TextEncoding
{
    public static TextEncoding Utf8 { get; } = new Utf8Encoding();

    public static TextEncoding Utf16LittleEndian { get; } = new Utf16Encoding(isLittleEndian: true);

    public static TextEncoding Utf16BigEndian { get; } = new Utf16Encoding(isLittleEndian: false);

    public static TextEncoding Gb18030 { get; } = new Gb18030Encoding();

    public static IReadOnlyList<TextEncoding> All { get; } = [Utf8, Gb18030, Utf16LittleEndian, Utf16BigEndian];

    public abstract string Name { get; }

    /// <summary>The byte order mark.</summary>
    public abstract ReadOnlySpan<byte> Mark { get; }

    /// <summary>The bytes of a line feed.</summary>
    public virtual ReadOnlySpan<byte> LineFeed => "\n"u8;

    /// <summary>The encoding of this name, in any case; null for one that is not supported.</summary>
    public static TextEncoding? Of(string name) => name.ToUpperInvariant() switch
    {
        "UTF-8" or "UTF8" or "UTF-8 BOM" => Utf8,
        "GB18030" or "GBK" or "GB2312" => Gb18030,
        "UTF-16LE" => Utf16LittleEndian,
        "UTF-16BE" => Utf16BigEndian,
        _ => null,
    };

    /// <summary>
    /// Decodes as far as it goes. <see cref="OperationStatus.InvalidData"/>: the next bytes are no text, see <see cref="BrokenLength"/>;
    /// <see cref="OperationStatus.NeedMoreData"/>: the bytes end within a character; <see cref="OperationStatus.DestinationTooSmall"/>: there is no more room.
    /// </summary>
    public abstract OperationStatus Decode(ReadOnlySpan<byte> source, Span<char> destination, out int read, out int written);

    /// <summary>How many bytes belong to the broken sequence that <paramref name="source"/> begins with; at least one.</summary>
    public abstract int BrokenLength(ReadOnlySpan<byte> source);

    private sealed class Utf8Encoding : TextEncoding
    {
        public override string Name => "utf-8";

        public override ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

        public override OperationStatus Decode(ReadOnlySpan<byte> source, Span<char> destination, out int read, out int written) =>
            System.Text.Unicode.Utf8.ToUtf16(source, destination, out read, out written, replaceInvalidSequences: false, isFinalBlock: false);

        public override int BrokenLength(ReadOnlySpan<byte> source)
        {
            _ = Rune.DecodeFromUtf8(source, out _, out var length);
            return length;
        }
    }

    private sealed class Utf16Encoding(bool isLittleEndian) : TextEncoding
    {
        public override string Name => isLittleEndian ? "utf-16le" : "utf-16be";

        public override ReadOnlySpan<byte> Mark => isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF];

        public override ReadOnlySpan<byte> LineFeed => isLittleEndian ? "\n\0"u8 : "\0\n"u8;

        public override OperationStatus Decode(ReadOnlySpan<byte> source, Span<char> destination, out int read, out int written)
        {
            var units = Math.Min(source.Length / sizeof(char), destination.Length);
            var text = destination[..units];
            source[..(units * sizeof(char))].CopyTo(MemoryMarshal.AsBytes(text));
            if (isLittleEndian != BitConverter.IsLittleEndian)
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<char, ushort>(text), MemoryMarshal.Cast<char, ushort>(text));

            written = PairedLength(text);
            read = written * sizeof(char);
            if (written == units)
                return source.Length > read ? Rest(source.Length - read) : OperationStatus.Done;
            if (written < units - 1 || char.IsLowSurrogate(text[written]))
                return OperationStatus.InvalidData;
            return Rest(source.Length - read - sizeof(char));
        }

        public override int BrokenLength(ReadOnlySpan<byte> source) => Math.Min(sizeof(char), source.Length);

        /// <summary>Why decoding stopped with so many bytes left behind what was taken.</summary>
        private static OperationStatus Rest(int bytes) => bytes < sizeof(char) ? OperationStatus.NeedMoreData : OperationStatus.DestinationTooSmall;

        /// <summary>How far each high surrogate is followed by a low one.</summary>
        private static int PairedLength(ReadOnlySpan<char> text)
        {
            var at = 0;
            while (text[at..].IndexOfAnyInRange('\uD800', '\uDFFF') is var next and >= 0)
            {
                at += next;
                if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                    return at;
                at += 2;
            }

            return text.Length;
        }
    }
}
