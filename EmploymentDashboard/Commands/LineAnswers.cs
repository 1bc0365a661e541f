using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Unicode;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Commands;

/// <summary>
/// Answers each line of a stream with one line, in order, as soon as it has come: another program may wait for the answer before it asks on.
/// A line ends with LF or CR LF; a last line need not end. What stands in a line is given on as it is.
/// </summary>
internal static class LineAnswers
{
    /// <summary>In bytes. No text that is asked about is as long; a longer line is answered and passed over without being held.</summary>
    public const int LongestLine = 1 << 16;

    private const byte LineFeed = (byte)'\n';

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="answer">What to answer to a line, without a line break.</param>
    public static async Task RunAsync(Stream questions, Stream answers, Func<string, string> answer, CancellationToken cancellation)
    {
        var reader = PipeReader.Create(questions, new(leaveOpen: true));
        var writer = PipeWriter.Create(answers, new(leaveOpen: true));
        var (isFirst, isTooLong) = (true, false);
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (TryTakeLine(ref rest, read.IsCompleted, out var line))
            {
                Write(writer, isTooLong || line.Length > LongestLine ? TooLong() : AnswerTo(line, isFirst, answer));
                (isFirst, isTooLong) = (false, false);
            }

            if (rest.Length > LongestLine)
            {
                isTooLong = true;
                rest = rest.Slice(rest.End);
            }

            reader.AdvanceTo(rest.Start, rest.End);
            await writer.FlushAsync(cancellation);
            if (!read.IsCompleted)
                continue;

            // The file may end in the midst of a line that is passed over.
            if (isTooLong)
                Write(writer, TooLong());
            await writer.FlushAsync(cancellation);
            return;
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf(LineFeed) is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        if (!isLast || rest.IsEmpty)
            return false;

        rest = rest.Slice(rest.End);
        return true;
    }

    private static string AnswerTo(ReadOnlySequence<byte> line, bool isFirst, Func<string, string> answer)
    {
        ReadOnlySpan<byte> bytes = line.ToArray();
        if (isFirst && bytes.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        if (bytes is [.., (byte)'\r'])
            bytes = bytes[..^1];
        return Utf8.IsValid(bytes)
            ? answer(Encoding.UTF8.GetString(bytes))
            : Error("not_utf8", new("这一行不是 UTF-8", "the line is not UTF-8"));
    }

    private static string TooLong() => Error(FigureFault.TextTooLong.Code(), FigureFault.TextTooLong.Message());

    private static string Error(string code, Bilingual message) => JsonLine.Write(json =>
    {
        json.WriteString("error", code);
        json.WriteString("message", message);
    });

    private static void Write(PipeWriter writer, string line)
    {
        Encoding.UTF8.GetBytes(line, writer);
        writer.Write([LineFeed]);
    }
}
