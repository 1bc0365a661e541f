using System.Text;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Reading;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import.Reading;

/// <summary>A file read to its end, with what was understood and what was found wrong.</summary>
internal sealed class ReadText
{
    private static readonly Vocabulary Words = Vocabulary.Of(TestCatalog.Create());

    private ReadText(CsvText? text, IssueLog log)
    {
        Text = text;
        Rows = text is null ? [] : [.. text.Rows()];
        Issues = log.Issues;
        Log = log;
    }

    public CsvText? Text { get; }

    public FileReading Reading => Text!.Reading;

    public Dialect Dialect => Reading.Dialect;

    public IReadOnlyList<CsvRow> Rows { get; }

    public IReadOnlyList<ImportIssue> Issues { get; }

    public IssueLog Log { get; }

    /// <summary>Code, line and column of each issue.</summary>
    public IEnumerable<(string Code, int? Line, int? Column)> Places => Issues.Select(issue => (issue.Kind.Code, issue.Line, issue.Column));

    /// <summary>The cells of all rows, one row a line, with ¦ between cells.</summary>
    public IEnumerable<string> Cells => Rows.Select(row => string.Join('¦', row.Fields));

    public static ReadText Of(byte[] bytes, ReadingSettings? settings = null)
    {
        var log = new IssueLog("test.csv");
        return new(CsvText.Open(ImportFile.OfBytes("test.csv", bytes), Words, settings ?? ReadingSettings.Found, log), log);
    }

    public static ReadText Of(string text, ReadingSettings? settings = null) => Of(Encoding.UTF8.GetBytes(text), settings);

    /// <summary>The bytes of a text as programs write them; the name says whether with a byte order mark.</summary>
    public static byte[] Encode(string text, string encoding)
    {
        Encoding coder = encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 BOM" => new UTF8Encoding(true),
            "utf-16le" => new UnicodeEncoding(false, false),
            "utf-16le BOM" => new UnicodeEncoding(false, true),
            "utf-16be" => new UnicodeEncoding(true, false),
            "utf-16be BOM" => new UnicodeEncoding(true, true),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!,
        };
        return [.. coder.GetPreamble(), .. coder.GetBytes(text)];
    }
}
