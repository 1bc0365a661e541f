using System.Text;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Reading;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import.Reading;

/// <summary>What holds of any table and of any bytes.</summary>
public sealed class ReadingProperties
{
    private static readonly string[] Encodings = ["utf-8", "utf-8 BOM", "utf-16le BOM", "utf-16be BOM", "GB18030"];
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    private static Gen<string> AnyCell { get; } =
        Gen.Elements("a1,;|\t\"'\\ \r\n“”区县，；=:^<>\u3000\uFEFFé𠮷".EnumerateRunes().Select(rune => rune.ToString()).ToArray()).ArrayOf().Select(string.Concat);

    private static Gen<string[][]> AnyTable { get; } =
        from columns in Gen.Choose(2, 5)
        from rows in Gen.Choose(1, 6)
        from table in AnyCell.ArrayOf(columns).ArrayOf(rows)
        select table;

    [Fact]
    public void AnyTable_WrittenInAGivenDialect_IsReadBackCellForCell()
    {
        var dialects = Gen.Elements<(string Delimiter, char Quote, char? Escape)>(
            [(",", '"', null), (";", '"', null), ("\t", '"', null), ("|", '\'', null), ("||", '"', null), ("，", '“', null), (" ", '"', null), (",", '"', '\\'), (";", '\'', '\\'), ("::", '"', null), ("\u0001", '"', null)]);
        var files =
            from table in AnyTable
            from dialect in dialects
            from encoding in Gen.Elements(Encodings)
            from end in Gen.Elements(LineEnds)
            select (table, dialect, encoding, end);

        Check.QuickThrowOnFailure(Prop.ForAll(files.ToArbitrary(), file =>
        {
            var (table, (delimiter, quote, escape), encoding, end) = file;
            var bytes = ReadText.Encode(Write(table, delimiter, quote, escape, end), encoding);
            var read = ReadText.Of(bytes, new() { Encoding = encoding.Replace(" BOM", "", StringComparison.Ordinal), Delimiter = delimiter, Quote = quote.ToString(), Escape = escape?.ToString() ?? "" });
            // A table of nothing but blanks is an empty file, and one that begins like JSON is refused as such.
            return read.Text is null
                ? read.Issues[0].Kind == IssueKind.FileEmpty || read.Issues[0].Kind == IssueKind.FileIsMarkup
                : read.Issues.Count == 0 && read.Rows.Select(row => row.Fields).SequenceEqual(table.Select(row => row.Select(Trim).ToArray()), Comparer);
        }));
    }

    [Fact]
    public void TableOfFigures_InAnyDialect_IsFoundAndReadBack()
    {
        var rows =
            from area in Gen.Elements("巴南区", "长寿区", "重庆高新区", "Banan District")
            from indicator in Gen.Elements("新增就业", "失业率", "贷款")
            from period in Gen.Elements("2020年3月", "2020-03", "2021年1-9月")
            from value in Gen.Elements("1234", "1,234", "3.2万", "1500余", "", "—", "5.5%")
            from note in Gen.Frequency((3, Gen.Constant("")), (1, Gen.Constant("含临时岗位")), (1, AnyCell))
            select new[] { area, indicator, period, value, note };
        var files =
            from count in Gen.Choose(3, 30)
            from body in rows.ArrayOf(count)
            from delimiter in Gen.Elements(",", ";", "\t", "|", "||", "，")
            from encoding in Gen.Elements(Encodings)
            from end in Gen.Elements(LineEnds)
            select (body, delimiter, encoding, end);

        Check.QuickThrowOnFailure(Prop.ForAll(files.ToArbitrary(), file =>
        {
            string[][] table = [["区县", "指标", "期间", "数值", "备注"], .. file.body];
            var read = ReadText.Of(ReadText.Encode(Write(table, file.delimiter, '"', null, file.end), file.encoding));
            return (read.Dialect.Delimiter == file.delimiter && read.Issues.Count == 0 && read.Rows.Select(row => row.Fields).SequenceEqual(table.Select(row => row.Select(Trim).ToArray()), Comparer))
                .Label($"{read.Reading} {string.Join('\n', read.Cells)}");
        }));
    }

    [Fact]
    public void AnyBytes_AreReadOrRefusedWithAReason() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements<byte>([.. ",;|\t\"'\n\r\0\\<="u8, 0x1A, .. "ab12"u8, 0xC7, 0xF8, 0xE5, 0x8C, 0xBA, 0xEF, 0xBF, 0xBD, 0xFF, 0xFE, 0x80, 0x30, 0x81]).ArrayOf().ToArbitrary(),
        bytes => Holds(bytes)));

    /// <summary>Real files and some in other encodings, with bytes changed, put in, taken out and cut off.</summary>
    [Fact]
    public void MutatedFiles_LoseNoLineAndNoLetter()
    {
        var random = new Random(20_200_323);
        var files = Directory.EnumerateFiles(Repository.Data, "*.csv", SearchOption.AllDirectories).Select(File.ReadAllBytes).Select(bytes => bytes[..Math.Min(bytes.Length, 20_000)])
            .SelectMany(bytes => new[] { bytes, ReadText.Encode(Encoding.UTF8.GetString(bytes).Replace("\uFFFD", "", StringComparison.Ordinal), "GB18030"), ReadText.Encode(Encoding.UTF8.GetString(bytes), "utf-16le BOM") })
            .ToList();
        for (var round = 0; round < 400; round++)
        {
            var bytes = files[random.Next(files.Count)].ToList();
            for (var change = random.Next(1, 12); change > 0; change--)
                Mutate(bytes, random);
            Assert.True(Holds([.. bytes]), $"round {round}");
        }
    }

    private static void Mutate(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        byte[] telling = [.. "\"\",;\t\n\r\0\\'"u8, 0xFF, 0x80, 0xE5];
        var value = random.Next(2) == 0 ? telling[random.Next(telling.Length)] : (byte)random.Next(256);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = value;
                break;
            case 1:
                bytes.Insert(at, value);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 6), bytes.Count - at));
                break;
            default:
                bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 300)).ToArray());
                break;
        }

        if (bytes.Count == 0)
            bytes.Add(value);
    }

    /// <summary>No replacement character that was not there, each line in one record, each letter in a cell; a refused file has a reason.</summary>
    private static bool Holds(byte[] bytes)
    {
        var read = ReadText.Of(bytes);
        if (read.Text is null)
            return read.Log.ErrorCount > 0;

        var text = Decode(bytes, read.Reading.Encoding).TrimEnd('\u001A');
        var hadReplacement = text.Contains('\uFFFD', StringComparison.Ordinal);
        var first = read.Rows.Count > 0 && read.Rows[0].Line == 2 ? 2 : 1;
        var next = first;
        foreach (var row in read.Rows)
        {
            if (row.Line != next || (row.FieldLines is { } lines && lines.Any(line => line < row.Line || line > row.LastLine)))
                return false;
            next = row.LastLine + 1;
        }

        if (!hadReplacement && read.Rows.Any(row => row.Fields.Any(field => field.Contains('\uFFFD', StringComparison.Ordinal))))
            return false;
        if (read.Text.IsCut)
            return read.Log.ErrorCount > 0 && read.Issues.Any(issue => issue.Line == next || issue.Line > next);
        if (read.Issues.Any(issue => issue.IsError) != read.Rows.Any(row => row.IsMalformed))
            return false;

        var lineCount = LineBreaks.Count(text) + (text.EndsWith('\n') || text.EndsWith('\r') || text.Length == 0 ? 0 : 1);
        return next == lineCount + 1 && (first == 2 || Letters(text) == read.Rows.Sum(row => row.Fields.Sum(Letters)));
    }

    private static string Decode(byte[] bytes, string encoding)
    {
        var coding = TextEncoding.Of(encoding)!;
        return EncodingDetector.Decode(coding, bytes).Text;
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    private static string Trim(string cell) => cell.Trim().Trim('\uFEFF') is var once && once.Length == cell.Length ? cell : Trim(once);

    private static string Write(string[][] table, string delimiter, char quote, char? escape, string end)
    {
        var (close, text) = (quote == '“' ? '”' : quote, new StringBuilder());
        foreach (var row in table)
            text.AppendJoin(delimiter, row.Select(Quoted)).Append(end);
        return text.ToString();

        string Quoted(string cell)
        {
            if (cell.Length > 0 && cell.All(character => char.IsLetterOrDigit(character) && !char.IsSurrogate(character)))
                return cell;
            if (cell.Length == 0 && delimiter != " ")
                return cell;
            var inner = escape is { } sign
                ? cell.Replace($"{sign}", $"{sign}{sign}", StringComparison.Ordinal).Replace($"{close}", $"{sign}{close}", StringComparison.Ordinal)
                : cell.Replace($"{close}", $"{close}{close}", StringComparison.Ordinal);
            return $"{quote}{inner}{close}";
        }
    }

    private static EqualityComparer<IReadOnlyList<string>> Comparer { get; } = EqualityComparer<IReadOnlyList<string>>.Create((left, right) => left!.SequenceEqual(right!), row => row.Count);
}
