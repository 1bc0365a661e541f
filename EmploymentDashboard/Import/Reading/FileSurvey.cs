using System.Text;

namespace EmploymentDashboard.Import.Reading;

/// <summary>What the bytes of a file say before anyone knows their encoding, found in one pass.</summary>
internal sealed class FileSurvey
{
    /// <summary>How much of a file's beginning is looked at for what kind of file it is.</summary>
    private const int HeadLength = 1 << 16;

    private const int BlockSize = 1 << 18;
    private const int MostEvidence = 1 << 16;

    private readonly List<byte> _evidence = [];

    private FileSurvey()
    {
    }

    /// <summary>The first bytes, up to 64 KiB.</summary>
    public byte[] Head { get; private set; } = [];

    /// <summary>The last bytes, up to eight.</summary>
    public byte[] Tail { get; private set; } = [];

    public bool IsAscii { get; private set; } = true;

    /// <summary>The first lines with bytes beyond ASCII, up to 64 KiB: what an encoding is told by. In a big file they may stand anywhere.</summary>
    public byte[] Evidence => [.. _evidence];

    public static FileSurvey Of(ImportFile file)
    {
        using var stream = file.Open();
        var survey = new FileSurvey();
        var block = new byte[BlockSize];
        var isFirst = true;
        while (stream.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false) is var count and > 0)
        {
            survey.Add(block.AsSpan(0, count), isFirst, isLast: count < BlockSize);
            isFirst = false;
        }

        return survey;
    }

    private void Add(ReadOnlySpan<byte> block, bool isFirst, bool isLast)
    {
        if (isFirst)
            Head = block[..Math.Min(HeadLength, block.Length)].ToArray();
        Tail = [.. Tail.Concat(block[Math.Max(0, block.Length - 8)..].ToArray()).TakeLast(8)];
        if (Ascii.IsValid(block))
            return;

        IsAscii = false;
        if (_evidence.Count < MostEvidence)
            Collect(block, isFirst, isLast);
    }

    /// <summary>Takes the whole lines of the block that hold more than ASCII; a line that goes beyond the block could be cut within a character.</summary>
    private void Collect(ReadOnlySpan<byte> block, bool isFirst, bool isLast)
    {
        var start = 0;
        while (start < block.Length && _evidence.Count < MostEvidence)
        {
            var next = block[start..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
                return;

            var lineStart = block[..(start + next)].LastIndexOfAny((byte)'\r', (byte)'\n');
            var length = block[(start + next)..].IndexOfAny((byte)'\r', (byte)'\n');
            var end = length < 0 ? block.Length : start + next + length;
            if ((lineStart >= 0 || isFirst) && (length >= 0 || isLast))
            {
                _evidence.AddRange(block[(lineStart + 1)..end]);
                _evidence.Add((byte)'\n');
            }

            start = end;
        }
    }
}
