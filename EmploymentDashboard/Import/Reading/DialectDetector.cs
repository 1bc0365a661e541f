using System.Globalization;
using System.Text.RegularExpressions;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Reading;

/// <summary>What splits the text, and why.</summary>
/// <param name="HasHint">Whether the first line is Excel's sep=; and no record.</param>
internal sealed record DialectFinding(RecordFormat Format, LineEnds LineEnds, bool HasHint, Bilingual Reason, double Confidence);

/// <summary>
/// Finds the dialect from the beginning of a text. Each one that may be meant splits it; the best gives most cells in records of one length,
/// whatever titles stand above and notes below, and cells that look like numbers, periods and known names.
/// </summary>
internal static partial class DialectDetector
{
    /// <summary>In characters: some hundred records.</summary>
    public const int SampleLength = 1 << 16;

    private const int MostRecords = 1000;

    /// <summary>Below this nothing splits the text, and each line is one cell.</summary>
    private const double LeastScore = 0.12;

    /// <summary>How much better than with straight quotes or none the cells must look before a rarer dialect is believed.</summary>
    private const double ClearlyBetter = 1.05;

    private const string Comma = ",";
    private const string Space = " ";

    /// <summary>With how much each counts: what is ordinary in sentences must show itself clearly to be a delimiter.</summary>
    private static readonly (string Delimiter, double Weight)[] Delimiters =
    [
        (Comma, 1), ("\t", 1), (";", 1), ("|", 1), ("||", 1), ("::", 1), ("|@|", 1), ("\u0001", 1), ("\u001F", 1), ("^", 0.9), ("，", 0.7), ("；", 0.7), (Space, 0.4),
    ];

    /// <param name="sample">The beginning of the text, up to <see cref="SampleLength"/>.</param>
    /// <param name="isWhole">Whether that is all of it; otherwise its last record may be cut and is not looked at.</param>
    public static DialectFinding Find(ReadOnlyMemory<char> sample, bool isWhole, Vocabulary vocabulary, ReadingSettings settings)
    {
        var hint = Hint().Match(sample[..Math.Min(sample.Length, 64)].ToString());
        var body = hint.Success ? sample[hint.Length..] : sample;
        var given = settings.Delimiter ?? (hint.Success ? hint.Groups["delimiter"].Value : null);
        var weigher = new Weigher(body, isWhole, vocabulary);

        var ranked = (given is null ? Candidates(body.ToString()) : [(given, 1)])
            .Select(candidate => (candidate.Delimiter, Weight: weigher.BestOf(candidate.Delimiter), Prior: candidate.Weight))
            .Select(candidate => (candidate.Delimiter, candidate.Weight, Score: candidate.Weight.Score * candidate.Prior))
            .Where(candidate => candidate.Delimiter != Space || given is not null || candidate.Weight.IsClearlyATable)
            .OrderByDescending(candidate => candidate.Score)
            .ToList();

        var isFound = ranked.Count > 0 && (given is not null || ranked[0].Score >= LeastScore);
        var delimiter = isFound ? ranked[0].Delimiter : Comma;
        var (quote, escape) = weigher.Quoting(delimiter, settings);
        var format = new RecordFormat(delimiter, quote, escape == quote ? null : escape);
        var weight = weigher.Of(format);
        var second = ranked.Count > 1 ? ranked[1].Score : 0;
        return new(
            format,
            weight.LineEnds,
            hint.Success,
            Reason(settings.Delimiter, hint.Success, isFound, delimiter, weight),
            given is not null ? 1 : isFound ? Math.Clamp(1 - (second / ranked[0].Score), 0, 1) : 0);
    }

    /// <summary>A delimiter's name for people.</summary>
    public static Bilingual Name(string delimiter) => delimiter switch
    {
        Comma => new("逗号", "comma"),
        ";" => new("分号", "semicolon"),
        "\t" => new("制表符", "tab"),
        "|" => new("竖线", "vertical bar"),
        "，" => new("全角逗号", "full-width comma"),
        "；" => new("全角分号", "full-width semicolon"),
        Space => new("空格", "spaces"),
        [< ' '] => new($"控制字符 {(int)delimiter[0]}", $"control character {(int)delimiter[0]}"),
        _ => new($"「{delimiter}」", $"“{delimiter}”"),
    };

    private static Bilingual Reason(string? byHand, bool hasHint, bool isFound, string delimiter, Weight weight)
    {
        var name = Name(delimiter);
        if (byHand is not null)
            return new($"按指定的{name.Zh}分列", $"split at the {name.En}, as set by hand");
        if (hasHint)
            return new($"首行 sep= 指明分隔符为{name.Zh}", $"the first line, sep=, names the {name.En}");
        if (!isFound)
            return new("没有分隔符能把多行分成同样的格数", "no delimiter splits several lines into the same number of cells");

        var share = weight.Share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
        return new($"按{name.Zh}分列，{share} 的格子在 {weight.Columns} 列的行里", $"split at the {name.En}, {share} of the cells stand in rows of {weight.Columns}");
    }

    /// <summary>The delimiters that occur; not | where it only ever stands in ||.</summary>
    private static IEnumerable<(string Delimiter, double Weight)> Candidates(string text)
    {
        var counts = Delimiters.ToDictionary(candidate => candidate.Delimiter, candidate => text.AsSpan().Count(candidate.Delimiter));
        return Delimiters.Where(candidate => counts[candidate.Delimiter] > 0 && !Delimiters.Any(longer =>
            longer.Delimiter.Length > candidate.Delimiter.Length &&
            counts[longer.Delimiter] * longer.Delimiter.AsSpan().Count(candidate.Delimiter) is > 0 and var within &&
            within == counts[candidate.Delimiter]));
    }

    /// <summary>Excel's way to name the delimiter: a first line of its own.</summary>
    [GeneratedRegex("""\A"?sep=(?<delimiter>[^\r\n]{1,16}?)"?(?:\r\n|\r|\n|\z)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hint();

    /// <summary>What a dialect makes of the sample.</summary>
    /// <param name="Share">The part of all cells that stands in records of the commonest length, from 0 to 1.</param>
    /// <param name="Columns">That length; 1 where no record has more cells.</param>
    /// <param name="Rows">How many records have it.</param>
    /// <param name="Data">How many of their cells look like numbers, periods or known names.</param>
    private sealed record Weight(double Score, double Share, int Columns, int Rows, int Data, int Records, int Strays, int Quoted, bool IsUnclosed, LineEnds LineEnds)
    {
        public bool HasFaults => Strays > 0 || IsUnclosed;

        /// <summary>Sentences have spaces too. Nearly all lines are alike, and each holds a number or a known name.</summary>
        public bool IsClearlyATable => Share >= 0.8 && Rows >= 2 && Data >= Rows;
    }

    private sealed class Weigher(ReadOnlyMemory<char> sample, bool isWhole, Vocabulary vocabulary)
    {
        private readonly Dictionary<RecordFormat, Weight> _weights = [];
        private readonly string _text = sample.ToString();

        /// <summary>The best that this delimiter makes of the sample with any quoting.</summary>
        public Weight BestOf(string delimiter)
        {
            var straight = Of(new(delimiter));
            return Alternatives(delimiter, straight).Select(Of).Append(straight).MaxBy(weight => weight.Score)!;
        }

        /// <summary>Quote and escape for this delimiter. Straight quotes, unless they do not fit and others do.</summary>
        public (char? Quote, char? Escape) Quoting(string delimiter, ReadingSettings settings)
        {
            var (isQuoteGiven, isEscapeGiven) = (settings.Quote is not null, settings.Escape is not null);
            char? givenQuote = settings.Quote is [var q] ? q : null, givenEscape = settings.Escape is [var e] ? e : null;
            var straight = Of(new(delimiter));
            var found = Alternatives(delimiter, straight)
                .Where(format => !isQuoteGiven || format.Quote == givenQuote)
                .Where(format => !isEscapeGiven || format.Escape == givenEscape)
                .Where(format => IsBetter(format, straight))
                .MaxBy(format => Of(format).Score) ?? new(delimiter);
            return (isQuoteGiven ? givenQuote : found.Quote, isEscapeGiven ? givenEscape : found.Escape);
        }

        public Weight Of(RecordFormat format)
        {
            if (_weights.TryGetValue(format, out var known))
                return known;
            return _weights[format] = Weigh(format);
        }

        /// <summary>What could be meant instead of straight quotes, by the characters that occur.</summary>
        private IEnumerable<RecordFormat> Alternatives(string delimiter, Weight straight)
        {
            if (_text.Contains("\\\"", StringComparison.Ordinal) || _text.Contains("\\" + delimiter, StringComparison.Ordinal))
                yield return new(delimiter, '"', '\\');
            if (_text.Contains('\'', StringComparison.Ordinal))
                yield return new(delimiter, '\'');
            if (_text.Contains("\\'", StringComparison.Ordinal))
                yield return new(delimiter, '\'', '\\');
            if (_text.Contains('“', StringComparison.Ordinal))
                yield return new(delimiter, '“');
            if (straight.HasFaults)
                yield return new(delimiter, null);
        }

        private bool IsBetter(RecordFormat format, Weight straight)
        {
            var weight = Of(format);
            return format switch
            {
                // Quotes that stand in cells and around none: ordinary text. One that is never closed is for people to mend.
                { Quote: null } => straight is { Strays: > 0, Quoted: 0, IsUnclosed: false } && (format.Delimiter == "\t" || straight.Strays * 10 >= straight.Records),
                { Quote: '"' } => weight is { Strays: 0, IsUnclosed: false } && (straight.HasFaults || weight.Score > straight.Score * ClearlyBetter),
                _ => weight is { Strays: 0, IsUnclosed: false, Quoted: > 0 } && straight.Quoted == 0 && weight.Score > straight.Score * ClearlyBetter,
            };
        }

        private Weight Weigh(RecordFormat format)
        {
            using var records = new RecordReader(new TextInMemory(sample), format);
            var byLength = new Dictionary<int, Rows>();
            var (count, strays, quoted, isUnclosed, offset) = (0, 0, 0, false, 0L);
            while (count < MostRecords && records.Next())
            {
                // The sample may end within this record.
                if (!isWhole && count > 0 && records.Offset + records.Raw.Length >= sample.Length - 1)
                    break;
                if (records.Fault is RecordFault.UnclosedQuote or RecordFault.TooLong)
                {
                    isUnclosed = records.Fault == RecordFault.UnclosedQuote;
                    offset = records.Offset;
                    break;
                }

                if (records.Raw.IsWhiteSpace())
                    continue;
                count++;
                strays += records.Fault == RecordFault.StrayQuote ? 1 : 0;
                quoted += Add(byLength, records);
            }

            var commonest = byLength.Where(rows => rows.Key > 1).OrderByDescending(rows => rows.Key * rows.Value.Count).FirstOrDefault();
            if (commonest.Value is not { } common)
                return new(0, 0, 1, 0, 0, count, strays, quoted, isUnclosed, records.LineEnds);

            var (columns, cells) = (commonest.Key, byLength.Sum(rows => rows.Key * rows.Value.Count));
            var share = (double)(columns * common.Count) / cells;
            var looks = common.Cells == 0 ? CellLook.Text : common.Look / common.Cells;
            var tidy = 1 - ((double)strays / count);
            var read = isUnclosed ? (double)offset / sample.Length : 1;
            var score = share * looks * tidy * tidy * read * (columns - 1) / columns;
            return new(score, share, columns, common.Count, common.Data, count, strays, quoted, isUnclosed, records.LineEnds);
        }

        /// <summary>Counts the record among those of its length, and says how many of its cells were quoted.</summary>
        private int Add(Dictionary<int, Rows> byLength, RecordReader records)
        {
            if (!byLength.TryGetValue(records.FieldCount, out var rows))
                rows = byLength[records.FieldCount] = new();

            rows.Count++;
            var quoted = 0;
            for (var field = 0; field < records.FieldCount; field++)
            {
                quoted += records.IsQuoted(field) ? 1 : 0;
                if (records[field] is { Length: > 0 } cell)
                    rows.Add(CellLook.Of(cell, records.IsQuoted(field), vocabulary));
            }

            return quoted;
        }

        /// <summary>The records of one length.</summary>
        private sealed class Rows
        {
            public int Count { get; set; }

            /// <summary>Cells that are not empty.</summary>
            public int Cells { get; private set; }

            public int Data { get; private set; }

            public double Look { get; private set; }

            public void Add(double look)
            {
                Cells++;
                Look += look;
                Data += look == CellLook.Data ? 1 : 0;
            }
        }
    }
}
