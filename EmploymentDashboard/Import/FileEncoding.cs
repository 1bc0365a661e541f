using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace EmploymentDashboard.Import;

/// <summary>The first stage: which bytes are text. Strict, so that no broken byte becomes a replacement character unseen.</summary>
internal static class FileEncoding
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text as UTF-8 bytes without byte order mark, and the encoding's name; null and an issue where the file is not UTF-8.</summary>
    public static (ReadOnlyMemory<byte> Utf8, string Name)? Decode(ReadOnlyMemory<byte> content, IssueLog log)
    {
        var hasMark = content.Span.StartsWith(ByteOrderMark);
        if (!Utf8.IsValid(content.Span))
        {
            var offset = FirstBrokenByte(content.Span);
            log.Add(
                IssueKind.FileNotUtf8,
                new($"UTF-8；第 {offset} 字节（从 0 起）不是", $"UTF-8; byte {offset}, counted from 0, is not"),
                1 + content.Span[..offset].Count((byte)'\n'),
                $"0x{content.Span[offset]:X2}");
            return null;
        }

        return (hasMark ? content[ByteOrderMark.Length..] : content, hasMark ? "utf-8 BOM" : "utf-8");
    }

    private static int FirstBrokenByte(ReadOnlySpan<byte> content)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(content[offset..], out _, out var length) == OperationStatus.Done)
            offset += length;
        return offset;
    }
}
