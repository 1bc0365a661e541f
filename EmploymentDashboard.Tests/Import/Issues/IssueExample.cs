using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import.Issues;

/// <summary>A smallest file that raises an issue, for the document of issues: what it shows is what is run.</summary>
/// <param name="Text">
/// The file. &lt;C7&gt; is the byte of that value and &lt;数 × 9&gt; the text so many times; all else is text in the encoding.
/// </param>
/// <param name="Places">Line and column of each issue of the kind that it must raise.</param>
internal sealed partial record IssueExample(IssueKind Kind, string Text, params (int? Line, int? Column)[] Places)
{
    /// <summary>The source that all examples are imported with, as someone chooses it on the upload page.</summary>
    public const string Source = "cqrb-2023-03-06-banan";

    /// <summary>A file that was taken in before; empty for none.</summary>
    public string Before { get; init; } = "";

    /// <summary>Issues about whole rows that come with these; it may raise no others.</summary>
    public IReadOnlyList<(IssueKind Kind, int Line)> Also { get; init; } = [];

    /// <summary>The encoding that the file is saved in.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>The reference table that the file stands for; empty for a file of figures.</summary>
    public string Table { get; init; } = "";

    public ImportSettings Settings { get; init; } = new() { Layout = new() { Source = Source } };

    /// <summary>What one cannot see in the file.</summary>
    public Bilingual? Remark { get; init; }

    public string FileName => Table.Length > 0 ? Table : "example.csv";

    public async Task<IReadOnlyList<ImportIssue>> RunAsync() => Table.Length > 0 ? await RunTableAsync() : await RunFiguresAsync();

    private async Task<IReadOnlyList<ImportIssue>> RunFiguresAsync()
    {
        using var store = await TestDatabase.CreateAsync((await ReferenceTables.ReadAsync(Repository.Data)).Catalog);
        var run = new ImportRun(store.Database, store.Clock);
        if (Before.Length > 0)
        {
            using var before = run.Prepare(ImportFile.OfBytes("before.csv", Bytes(Before)), Settings);
            Assert.Empty(before.Issues());
            await run.CommitAsync(before, "test", goodRowsOnly: false);
        }

        using var preview = run.Prepare(ImportFile.OfBytes(FileName, Bytes(Text)), Settings);
        return preview.Issues();
    }

    /// <summary>The project's data folder with this table in place of its own; an empty text takes the table away.</summary>
    private async Task<IReadOnlyList<ImportIssue>> RunTableAsync()
    {
        using var folder = new TestFolder();
        foreach (var path in Directory.EnumerateFiles(Repository.Data, "*.csv"))
            File.Copy(path, Path.Combine(folder.Path, Path.GetFileName(path)));
        if (Text.Length > 0)
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, Table), Bytes(Text));
        else
            File.Delete(Path.Combine(folder.Path, Table));
        return [.. (await ReferenceTables.ReadAsync(folder.Path)).Issues
            .Select(issue => issue with { Raw = issue.Raw.Replace(folder.Path, "data", StringComparison.Ordinal), Expected = new(Short(issue.Expected.Zh), Short(issue.Expected.En)) })];

        string Short(string text) => text.Replace(folder.Path, "data", StringComparison.Ordinal);
    }

    private byte[] Bytes(string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(Encoding) ?? System.Text.Encoding.GetEncoding(Encoding);
        var repeated = Repeated().Replace(text, match => string.Concat(Enumerable.Repeat(match.Groups["text"].Value, int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture))));
        var bytes = new List<byte>();
        var at = 0;
        foreach (Match match in Byte().Matches(repeated))
        {
            bytes.AddRange(encoding.GetBytes(repeated[at..match.Index]));
            bytes.Add(Convert.ToByte(match.Groups["hex"].Value, 16));
            at = match.Index + match.Length;
        }

        bytes.AddRange(encoding.GetBytes(repeated[at..]));
        return [.. bytes];
    }

    [GeneratedRegex("<(?<hex>[0-9A-F]{2})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Byte();

    [GeneratedRegex("<(?<text>[^<>]+) × (?<times>[0-9]+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeated();
}
