using CsvHelper;

namespace EmploymentDashboard.Import;

/// <summary>Bytes to a table. Every cell keeps its line and column; rows that do not fit the header are reported and left out.</summary>
public static class CsvFileReader
{
    /// <summary>Longest row in bytes. Real ones have a few hundred; what is longer is an unclosed quote or no table at all.</summary>
    public const int MaxRecordSize = 1 << 20;

    private const char Delimiter = ',';

    /// <summary>The table, or null where the file as a whole cannot be used; <paramref name="log"/> says why.</summary>
    public static CsvTable? Read(ImportFile file, IssueLog log)
    {
        if (FileEncoding.Decode(file.ReadAll(), log) is not var (utf8, encoding))
            return null;

        var records = new RecordReader(utf8, log);
        try
        {
            if (records.Next() is not { } header)
            {
                if (!records.HasUnclosedQuote)
                    log.Add(IssueKind.FileEmpty, new("首行是表头", "a header on the first line"));
                return null;
            }

            var rows = new List<CsvRow>();
            var rejected = 0;
            while (records.Next() is { } row)
            {
                if (row.IsBlank)
                    continue;
                if (records.IsMalformed)
                {
                    rejected++;
                }
                else if (row.Fields.Count != header.Fields.Count)
                {
                    log.Add(IssueKind.RaggedRow, new($"{header.Fields.Count} 格，此行有 {row.Fields.Count} 格", $"{header.Fields.Count} cells; this row has {row.Fields.Count}"), row.Line, string.Join(Delimiter, row.Fields));
                    rejected++;
                }
                else
                {
                    rows.Add(row);
                }
            }

            return records.HasUnclosedQuote
                ? null
                : new() { FileName = file.Name, Encoding = encoding, Delimiter = Delimiter, Header = header, Rows = rows, RejectedRows = rejected };
        }
        catch (CsvFormatException tooLong)
        {
            log.Add(IssueKind.RecordTooLong, new($"一行至多 {MaxRecordSize} 字节", $"rows of at most {MaxRecordSize} bytes"), (int)tooLong.LineNumber);
            return null;
        }
        finally
        {
            records.Dispose();
        }
    }

    /// <summary>The records of a file one by one, with CsvHelper's findings put into issues.</summary>
    private sealed class RecordReader : IDisposable
    {
        private readonly IssueLog _log;
        private readonly CsvReader _reader;

        public RecordReader(ReadOnlyMemory<byte> utf8, IssueLog log)
        {
            _log = log;
            // As a stream, because only then does CsvHelper hold to MaxRecordSize.
            _reader = CsvReader.Create(new MemoryStream(utf8.ToArray(), writable: false), new()
            {
                Separator = Delimiter,
                HasHeader = false,
                TrackLineNumbers = true,
                MaxRecordSize = MaxRecordSize,
                MalformedData = CsvMalformedDataHandling.Recover,
                OnMalformedRecord = Report,
                PoolStrings = true,
            });
        }

        /// <summary>Whether the current record breaks the rules of quoting. It is reported then.</summary>
        public bool IsMalformed { get; private set; }

        /// <summary>Whether a quote was found that is never closed. What follows it cannot be told from what it encloses.</summary>
        public bool HasUnclosedQuote { get; private set; }

        public CsvRow? Next()
        {
            IsMalformed = false;
            if (!_reader.Read())
                return null;
            if (!HasUnclosedQuote)
                return CurrentRow();

            ReportUnclosedQuote(CurrentRow());
            return null;
        }

        public void Dispose() => _reader.Dispose();

        private CsvRow CurrentRow()
        {
            var line = (int)_reader.LineNumber;
            var fields = new string[_reader.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = _reader.GetString(i).Trim();

            var breaks = LineBreaks(_reader.RawRecord);
            return new(line, line + breaks, fields, breaks == 0 ? null : FieldLines(line));
        }

        private int[] FieldLines(int line)
        {
            var lines = new int[_reader.FieldCount];
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] = line;
                line += LineBreaks(_reader.GetRawSpan(i));
            }

            return lines;
        }

        private static int LineBreaks(ReadOnlySpan<byte> bytes) => bytes.Count((byte)'\n');

        private void Report(CsvMalformedRecord record)
        {
            IsMalformed = true;
            if (record.Reason == CsvMalformedReason.UnterminatedQuote)
                HasUnclosedQuote = true;
            else
                _log.Add(IssueKind.StrayQuote, new("引号只包住整格", "quotes around whole cells only"), (int)record.LineNumber, record.RawRecord);
        }

        /// <summary>The cell that is never closed is the last one that was read.</summary>
        private void ReportUnclosedQuote(CsvRow row)
        {
            var last = row.Fields.Count - 1;
            var start = row.Fields[last].Split('\n')[0].TrimEnd();
            _log.Add(IssueKind.UnclosedQuote, new("与此格开头的引号成对的结尾引号", "a quote that closes the one that begins this cell"), new Cell(start, row.LineOf(last), last + 1, ""));
        }
    }
}
