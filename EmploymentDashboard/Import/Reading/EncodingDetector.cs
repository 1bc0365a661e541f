using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Reading;

/// <summary>The encoding of a file, and why it is that.</summary>
internal sealed record EncodingFinding(TextEncoding Encoding, bool HasMark, Bilingual Reason, bool EndsWithLineBreak)
{
    /// <summary>As it is stored with a batch.</summary>
    public string Name => HasMark && Encoding == TextEncoding.Utf8 ? "utf-8 BOM" : Encoding.Name;
}

/// <summary>
/// Finds the encoding of a file: by its byte order mark, by the zeros of UTF-16, by which of UTF-8 and GB 18030 its bytes are valid in,
/// and where that leaves two by which of them gives known words.
/// </summary>
internal static class EncodingDetector
{
    /// <summary>So many bytes that are no text spoil their rows only; a file with more is read in the wrong encoding, or is no text.</summary>
    private const int MostBroken = 100;

    /// <summary>And there must be so many characters beyond ASCII for each of them.</summary>
    private const int LeastSoundForEachBroken = 20;

    private const int MostReported = 10;

    /// <summary>Where fewer of the characters than this are ordinary Chinese, text that no known word confirms is taken for another encoding.</summary>
    private const double LeastOrdinary = 0.6;

    /// <summary>The encoding, or null where the file cannot be read as text; <paramref name="log"/> says why.</summary>
    /// <param name="byHand">The encoding to hold to; null to find it.</param>
    public static EncodingFinding? Find(ImportFile file, Vocabulary vocabulary, TextEncoding? byHand, IssueLog log)
    {
        var survey = FileSurvey.Of(file);
        if (FileSignature.OfBytes(survey.Head) is var (kind, what))
        {
            log.Add(kind, Expected(what));
            return null;
        }

        var marked = Array.Find([.. TextEncoding.All], encoding => survey.Head.AsSpan().StartsWith(encoding.Mark));
        if (byHand is not null)
            return OfGiven(file, byHand, byHand == marked, new("按指定的编码", "set by hand"), survey, log);
        if (marked is not null)
            return OfGiven(file, marked, hasMark: true, new("字节顺序标记", "byte order mark"), survey, log);
        if (WithoutMark(survey.Head) is { } utf16)
            return OfGiven(file, utf16, hasMark: false, new("每个字符两字节，没有字节顺序标记", "two bytes a character, without a byte order mark"), survey, log);

        if (IsBinary(survey.Head))
        {
            log.Add(IssueKind.FileNotText, Expected(new("二进制文件", "a binary file")));
            return null;
        }

        if (survey.IsAscii)
            return new(TextEncoding.Utf8, false, new("只有 ASCII 字符，各种编码都一样", "only ASCII, the same in every encoding"), EndsWithLineBreak(survey, TextEncoding.Utf8));
        return Decide(file, survey, vocabulary, log);
    }

    private static EncodingFinding? OfGiven(ImportFile file, TextEncoding encoding, bool hasMark, Bilingual reason, FileSurvey survey, IssueLog log)
    {
        var broken = CountBroken(file, encoding);
        // A file of ten broken bytes in a thousand characters has rows worth keeping; in UTF-16 each character counts.
        if (broken == 0 || (broken <= MostBroken && broken * LeastSoundForEachBroken <= file.Length))
            return new(encoding, hasMark, reason, EndsWithLineBreak(survey, encoding));

        ReportBroken(file, encoding, log);
        return null;
    }

    private static EncodingFinding? Decide(ImportFile file, FileSurvey survey, Vocabulary vocabulary, IssueLog log)
    {
        var utf8 = Candidate.Of(TextEncoding.Utf8, survey.Evidence, vocabulary);
        var gb18030 = Candidate.Of(TextEncoding.Gb18030, survey.Evidence, vocabulary);
        var brokenInUtf8 = CountBroken(file, TextEncoding.Utf8);
        if (brokenInUtf8 == 0)
        {
            if (IsLikelier(gb18030, utf8) && CountBroken(file, TextEncoding.Gb18030) == 0)
                return Found(TextEncoding.Gb18030, gb18030.Hits > utf8.Hits
                    ? new("UTF-8 和 GB18030 都读得通，按认识的名称定", "valid in UTF-8 and GB18030; the known names decide")
                    : new("UTF-8 和 GB18030 都读得通，只有后者是中文", "valid in UTF-8 and GB18030; only the latter gives Chinese"));
            return Found(TextEncoding.Utf8, new("全文是有效的 UTF-8", "valid UTF-8"));
        }

        var brokenInGb18030 = CountBroken(file, TextEncoding.Gb18030);
        if (IsTolerable(utf8, brokenInUtf8) && utf8.Hits > gb18030.Hits)
            return Found(TextEncoding.Utf8, new($"UTF-8，有 {brokenInUtf8} 处坏字节", $"UTF-8 with broken bytes in {brokenInUtf8} places"));
        if (brokenInGb18030 == 0 && (gb18030.Hits > 0 || gb18030.Ordinary >= LeastOrdinary))
            return Found(TextEncoding.Gb18030, gb18030.Hits > 0
                ? new("不是 UTF-8，是有效的 GB18030", "not UTF-8, but valid GB18030")
                : new("不是 UTF-8，是有效的 GB18030，但没有认识的名称可以印证", "not UTF-8, but valid GB18030; no known name confirms it"));
        if (brokenInGb18030 > 0 && IsTolerable(gb18030, brokenInGb18030))
            return Found(TextEncoding.Gb18030, new($"GB18030，有 {brokenInGb18030} 处坏字节", $"GB18030 with broken bytes in {brokenInGb18030} places"));

        if (brokenInGb18030 == 0)
            log.Add(IssueKind.EncodingUnknown, Expected(new("别的编码的文字，如 Big5", "text in another encoding, such as Big5 or Shift JIS")));
        else
            ReportBroken(file, gb18030.Hits > utf8.Hits || brokenInGb18030 * 2 < brokenInUtf8 ? TextEncoding.Gb18030 : TextEncoding.Utf8, log);
        return null;

        EncodingFinding Found(TextEncoding encoding, Bilingual reason) => new(encoding, false, reason, EndsWithLineBreak(survey, encoding));
    }

    /// <summary>Whether what is valid UTF-8 is GB 18030 all the same: it gives more known words, or Chinese where UTF-8 gives none.</summary>
    private static bool IsLikelier(Candidate gb18030, Candidate utf8)
    {
        if (gb18030.Broken > 0 || gb18030.Hits != utf8.Hits)
            return gb18030.Broken == 0 && gb18030.Hits > utf8.Hits;

        // A lone Chinese character beside Latin letters is an accent or a sign like ² in UTF-8; Chinese words have two and more.
        return utf8.Ordinary == 0 && gb18030.Ordinary >= 0.9 && gb18030.InWords >= 0.8;
    }

    private static bool IsTolerable(Candidate candidate, int broken) =>
        broken <= MostBroken && candidate.Hits > 0 && broken * LeastSoundForEachBroken <= candidate.NonAscii;

    private static Bilingual Expected(Bilingual what) => new($"文本表格；这是{what.Zh}", $"a table in text; this is {what.En}");

    /// <summary>UTF-16 without a mark: the high bytes of line ends, digits and delimiters are zero, and only on one side.</summary>
    private static TextEncoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        // Characters like 一 (U+4E00) have a zero on the other side.
        var units = head.Length / sizeof(char);
        if (Math.Max(even, odd) * 10 < Math.Max(units, 1) || Math.Min(even, odd) * 4 > Math.Max(even, odd))
            return null;

        var encoding = odd > even ? TextEncoding.Utf16LittleEndian : TextEncoding.Utf16BigEndian;
        var text = Decode(encoding, head[..(units * sizeof(char))].ToArray()).Text;
        return text.Count(character => IsOrdinary(character) || (char.IsAscii(character) && !char.IsControl(character)) || character is '\t' or '\r' or '\n') * 10 >= text.Length * 9 ? encoding : null;
    }

    /// <summary>Text has no control characters but white space; a few zeros or strange bytes are for their rows to report.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var (zeros, controls) = (0, 0);
        foreach (var value in head)
        {
            if (value == 0)
                zeros++;
            else if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x01 or 0x1A or 0x1F))
                controls++;
        }

        return controls * 50 > head.Length || zeros * 3 > head.Length;
    }

    private static bool EndsWithLineBreak(FileSurvey survey, TextEncoding encoding)
    {
        using var text = new EncodedText(new MemoryStream(survey.Tail, writable: false), encoding);
        Span<char> tail = stackalloc char[2 * CharSource.LeastRoom];
        var end = tail[..text.Read(tail)].TrimEnd('\u001A');
        return end is [.., '\r' or '\n'];
    }

    /// <summary>In how many places the bytes are no text; counting stops soon after <see cref="MostBroken"/>.</summary>
    private static int CountBroken(ImportFile file, TextEncoding encoding) => Broken(file, encoding, MostBroken).Count;

    private static void ReportBroken(ImportFile file, TextEncoding encoding, IssueLog log)
    {
        foreach (var (broken, line) in Broken(file, encoding, MostReported).Take(MostReported))
            log.Add(IssueKind.BrokenBytes, BrokenText(encoding, broken), line, broken.Hex);
    }

    /// <summary>What is expected where a byte is broken.</summary>
    public static Bilingual BrokenText(TextEncoding encoding, BrokenBytes broken) =>
        new($"{encoding.Name} 文字；第 {broken.ByteOffset} 字节（从 0 起）不是", $"text in {encoding.Name}; byte {broken.ByteOffset}, counted from 0, is none");

    private static List<(BrokenBytes Broken, int Line)> Broken(ImportFile file, TextEncoding encoding, int most)
    {
        using var text = new EncodedText(file.Open(), encoding);
        var found = new List<(BrokenBytes, int)>();
        var block = new char[1 << 16];
        var (line, offset, isWithinEnd) = (1, 0L, false);
        while (found.Count <= most && text.Read(block) is var count and > 0)
        {
            // A line feed that ends the line of the carriage return before it.
            var from = isWithinEnd && block[0] == '\n' ? 1 : 0;
            isWithinEnd = block[count - 1] == '\r';
            while (text.Broken.TryDequeue(out var broken))
            {
                var at = (int)(broken.CharOffset - offset);
                line += LineBreaks.Count(block.AsSpan(from, at - from));
                from = at;
                found.Add((broken, line));
            }

            line += LineBreaks.Count(block.AsSpan(from, count - from));
            offset += count;
        }

        return found;
    }

    /// <summary>What an encoding makes of the lines with more than ASCII.</summary>
    /// <param name="Hits">How often a known word shows.</param>
    /// <param name="Ordinary">The share of ordinary Chinese characters and signs among those beyond ASCII.</param>
    /// <param name="InWords">The share of Chinese characters that stand beside another.</param>
    private sealed record Candidate(int Broken, int Hits, int NonAscii, double Ordinary, double InWords)
    {
        public static Candidate Of(TextEncoding encoding, byte[] evidence, Vocabulary vocabulary)
        {
            var (text, broken) = Decode(encoding, evidence);
            var (nonAscii, ordinary, chinese, inWords) = (0, 0, 0, 0);
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsAscii(text[i]))
                    continue;

                nonAscii++;
                ordinary += IsOrdinary(text[i]) ? 1 : 0;
                if (!Vocabulary.IsChinese(text[i]))
                    continue;
                chinese++;
                inWords += (i > 0 && Vocabulary.IsChinese(text[i - 1])) || (i + 1 < text.Length && Vocabulary.IsChinese(text[i + 1])) ? 1 : 0;
            }

            return new(broken, vocabulary.Hits(text), nonAscii, Share(ordinary, nonAscii), Share(inWords, chinese));
        }

        private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
    }

    /// <summary>Chinese characters in use, and the punctuation and full-width forms of Chinese text.</summary>
    private static bool IsOrdinary(char character) =>
        Gb18030Encoding.IsCommon(character) || character is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF5E') or '—' or '…' or '“' or '”' or '·';

    /// <summary>Bytes as text, and in how many places they are none.</summary>
    internal static (string Text, int Broken) Decode(TextEncoding encoding, byte[] bytes)
    {
        using var source = new EncodedText(new MemoryStream(bytes, writable: false), encoding);
        var text = new char[(4 * bytes.Length) + CharSource.LeastRoom];
        var length = 0;
        while (source.Read(text.AsSpan(length)) is var count and > 0)
            length += count;
        return (new(text, 0, length), source.Broken.Count);
    }
}
