using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Reading;

/// <summary>
/// A file as records: what was understood of its encoding and dialect, and its rows one by one, as often as needed, in memory
/// that does not grow with the file. It knows no header; whether a row has the right number of cells is for the layout.
/// </summary>
public sealed class CsvText
{
    /// <summary>How much of a broken cell an issue shows.</summary>
    private const int LongestRaw = 80;

    private readonly ImportFile _file;
    private readonly TextEncoding _encoding;
    private readonly DialectFinding _dialect;
    private readonly IssueLog _log;

    /// <summary>The line up to which issues are in the log: rows that are read again raise none twice.</summary>
    private int _reportedLine;

    private CsvText(ImportFile file, EncodingFinding encoding, DialectFinding dialect, IssueLog log)
    {
        (_file, _encoding, _dialect, _log) = (file, encoding.Encoding, dialect, log);
        Reading = new(
            encoding.Name,
            encoding.Reason,
            new(dialect.Format.Delimiter, dialect.Format.Quote, dialect.Format.Escape, Name(dialect.LineEnds), encoding.EndsWithLineBreak),
            dialect.Reason,
            dialect.Confidence);
    }

    public FileReading Reading { get; }

    /// <summary>
    /// Whether the rows that were read ended before the file did, at a quote that is never closed or a line without end: the file is
    /// then refused as a whole, and <see cref="IssueLog"/> says where. Known when <see cref="Rows"/> has come to its end.
    /// </summary>
    public bool IsCut { get; private set; }

    /// <summary>The file as text, or null where it is none or is empty; <paramref name="log"/> says why.</summary>
    public static CsvText? Open(ImportFile file, Vocabulary vocabulary, ReadingSettings settings, IssueLog log)
    {
        if (settings.Problem() is var (value, expected))
        {
            log.Add(IssueKind.SettingUnusable, expected, value);
            return null;
        }

        var byHand = settings.Encoding is { } name ? TextEncoding.Of(name) : null;
        if (EncodingDetector.Find(file, vocabulary, byHand, log) is not { } encoding)
            return null;

        var (sample, isWhole) = Sample(file, encoding.Encoding);
        if (isWhole && sample.AsSpan().Trim("\uFEFF\u001A").IsWhiteSpace())
        {
            log.Add(IssueKind.FileEmpty, new("首行是表头", "a header on the first line"));
            return null;
        }

        if (FileSignature.OfText(sample) is { } what)
        {
            log.Add(IssueKind.FileIsMarkup, new($"文本表格；这是{what.Zh}", $"a table in text; this is {what.En}"));
            return null;
        }

        if (GarbledText.Find(sample, vocabulary) is { } garbled)
        {
            log.Add(IssueKind.TextGarbled, new($"「{garbled.Meant}」", $"“{garbled.Meant}”"), garbled.Seen);
            return null;
        }

        return new(file, encoding, DialectDetector.Find(sample.AsMemory(), isWhole, vocabulary, settings), log);
    }

    /// <summary>
    /// The records from the first to the last; blank lines are records of one empty cell. What breaks the rules is put into the log the first
    /// time that it is read, and its row is marked.
    /// </summary>
    public IEnumerable<CsvRow> Rows()
    {
        using var text = new EncodedText(_file.Open(), _encoding);
        using var records = new RecordReader(text, _dialect.Format);
        if (_dialect.HasHint)
            records.Next();
        while (records.Next())
        {
            var row = Read(records, text);
            _reportedLine = Math.Max(_reportedLine, records.LastLine);
            if (records.Fault is RecordFault.UnclosedQuote or RecordFault.TooLong)
            {
                IsCut = true;
                yield break;
            }

            yield return row;
        }
    }

    private static (string Text, bool IsWhole) Sample(ImportFile file, TextEncoding encoding)
    {
        using var text = new EncodedText(file.Open(), encoding);
        var sample = new char[DialectDetector.SampleLength + CharSource.LeastRoom];
        var length = 0;
        while (text.Read(sample.AsSpan(length)) is var count and > 0)
            length += count;
        return (new(sample, 0, length), length <= DialectDetector.SampleLength);
    }

    private static string Name(LineEnds ends) => ends switch
    {
        LineEnds.None => "",
        LineEnds.Lf => "LF",
        LineEnds.CrLf => "CRLF",
        LineEnds.Cr => "CR",
        _ => "mixed",
    };

    private CsvRow Read(RecordReader records, EncodedText text)
    {
        var fields = new string[records.FieldCount];
        for (var field = 0; field < fields.Length; field++)
            fields[field] = records.GetString(field);

        var isMalformed = Report(records, text);
        return new(records.Line, records.LastLine, fields, records.HasLineBreaks ? FieldLines(records) : null)
        {
            Raw = isMalformed ? records.Raw.ToString() : null,
        };
    }

    private static int[] FieldLines(RecordReader records)
    {
        var lines = new int[records.FieldCount];
        for (var field = 0; field < lines.Length; field++)
            lines[field] = records.LineOf(field);
        return lines;
    }

    /// <summary>Puts what is wrong with the record's characters and quotes into the log, and says whether it is malformed.</summary>
    private bool Report(RecordReader records, EncodedText text)
    {
        var isMalformed = records.Fault != RecordFault.None;
        if (isMalformed)
            Report(records);

        var end = records.Offset + records.Raw.Length;
        while (text.Broken.TryPeek(out var broken) && broken.CharOffset < end)
        {
            text.Broken.Dequeue();
            isMalformed = true;
            var at = (int)(broken.CharOffset - records.Offset);
            Add(records, IssueKind.BrokenBytes, EncodingDetector.BrokenText(_encoding, broken), CellAt(records, at, broken.Hex));
        }

        // The characters are rare, and looking for them is cheap.
        if (records.Raw.IndexOfAny('\0', '\uFFFD') >= 0)
        {
            for (var field = 0; field < records.FieldCount; field++)
                isMalformed |= ReportCharacters(records, field);
        }

        return isMalformed;
    }

    private bool ReportCharacters(RecordReader records, int field)
    {
        var text = records[field];
        var zero = text.IndexOf('\0');
        if (zero >= 0)
            Add(records, IssueKind.ZeroCharacter, new($"没有空字符；第 {zero + 1} 个字符是", $"no zero characters; character {zero + 1} is one"), CellOf(records, field));
        if (text.Contains('\uFFFD'))
            Add(records, IssueKind.CharacterLost, new("原来的文字", "the text as it was"), CellOf(records, field));
        return zero >= 0;
    }

    private void Report(RecordReader records)
    {
        var cell = CellOf(records, records.FaultField);
        switch (records.Fault)
        {
            case RecordFault.StrayQuote:
                Add(records, IssueKind.StrayQuote, new("引号只包住整格", "quotes around whole cells only"), cell);
                break;
            case RecordFault.UnclosedQuote:
                Add(records, IssueKind.UnclosedQuote, new("与此格开头的引号成对的结尾引号", "a quote that closes the one that begins this cell"), cell);
                break;
            case RecordFault.TooLong:
                Add(records, IssueKind.RecordTooLong, new($"一行至多 {RecordReader.MaxLength} 个字符", $"rows of at most {RecordReader.MaxLength} characters"), cell with { Column = 0 });
                break;
        }
    }

    private void Add(RecordReader records, IssueKind kind, Bilingual expected, Cell at)
    {
        if (records.Line <= _reportedLine)
            return;
        if (at.Column == 0)
            _log.Add(kind, expected, at.Line, at.Text);
        else
            _log.Add(kind, expected, at);
    }

    private static Cell CellOf(RecordReader records, int field)
    {
        var text = records[field];
        var end = text.IndexOfAny('\r', '\n');
        var shown = text[..Math.Min(end < 0 ? text.Length : end, LongestRaw)].TrimEnd().ToString();
        return new(shown, records.LineOf(field), field + 1, "");
    }

    /// <summary>The place of a character of the record: its own line, and the field that it stands in.</summary>
    private static Cell CellAt(RecordReader records, int offset, string shown)
    {
        var field = records.FieldCount - 1;
        while (field > 0 && records.OffsetOf(field) > offset)
            field--;
        return new(shown, records.Line + LineBreaks.Count(records.Raw[..offset]), field + 1, "");
    }
}
