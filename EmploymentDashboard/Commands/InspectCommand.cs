using System.CommandLine;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Shows how a file is understood, without asking what its figures would do.</summary>
internal static class InspectCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Say("CSV 文件；- 为标准输入", "A CSV file; - is standard input") };
        var reading = new ReadingOptions();
        var command = new TaughtCommand(
            "inspect",
            Say(
                """
                看文件读成什么样。标准输出是读出的表：表头一行，其下各行，RFC 4180、UTF-8、CRLF；标题、合计、注释和空行不在其中。
                标准错误是一个 JSON 文档：编码和理由、分隔符、表头所在行、各列的意思、标题里取到的、没读的行、问题和各类行数。
                认不出表头时，输出全部记录。退出码：0 读出，1 有行不成行，2 不是文本表格。
                """,
                """
                Show how a file is read. Standard output is the table: one header record and its rows, RFC 4180, UTF-8, CRLF, without titles, totals, notes and blank rows.
                Standard error is one JSON document: encoding and reason, delimiter, lines of the header, meaning of each column, what was taken from titles, rows left out, issues, and how many rows of each sort there are.
                Where no header is understood, all records are written. Exit codes: 0 read, 1 some rows are none, 2 it is no table in text.
                """),
            "inspect 2020年3月.csv",
            "inspect jobs.txt --encoding gb18030 --delimiter tab > table.csv 2> found.json",
            "inspect wide.csv --header-line 3 --year 2020")
        {
            file,
        };
        reading.AddTo(command);
        // Away from this thread, so that Ctrl+C is heard.
        command.SetAction((parsed, cancellation) => Task.Run(() => RunAsync(parsed, parsed.GetRequiredValue(file), reading.Read(parsed), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string path, ImportSettings settings, CancellationToken cancellation)
    {
        using var received = path == StandardInput ? await ReceivedFile.OfStandardInputAsync(cancellation) : null;
        var catalog = await CatalogAsync(parsed, cancellation);
        await using var table = Console.OpenStandardOutput();
        await using var found = Console.OpenStandardError();
        return await Inspection.RunAsync(path, received?.Path ?? path, settings, catalog, table, found, cancellation);
    }

    /// <summary>The names by which an import would read: those of the database, or of the data folder before there is one.</summary>
    private static async Task<Catalog> CatalogAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = CommandStore.Options(parsed);
        if (ReferenceData.IsAskedFor(parsed) || !File.Exists(options.DatabasePath))
            return (await ReferenceTables.ReadAsync(options.DataPath, cancellation)).Catalog;

        using var database = CommandStore.Open(options);
        using var connection = database.Open();
        return CatalogStore.Read(connection);
    }
}
