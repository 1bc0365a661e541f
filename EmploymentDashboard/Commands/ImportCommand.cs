using System.CommandLine;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Shell;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Takes files in, by the same way as the page: read, check, compare, and commit each as a batch of its own.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = Say("CSV 文件，可多个；- 为标准输入；.zip 为 export 写的全部数据", "CSV files; - is standard input; .zip is all data as export writes it") };
        var dryRun = new Option<bool>("--dry-run") { Description = Say("只说会怎样，不动数据；服务器运行时也可用", "Say what would change and change nothing; works beside a running server") };
        var goodRows = new Option<bool>("--good-rows") { Description = Say("有错的行不收，其余照收；默认有一处错就整个文件不收", "Take the good rows of a file that has errors; by default it is all rows or none") };
        var (show, json, reading) = (ReadingOptions.Show(), CommandJson.Option(), new ReadingOptions());
        var command = new TaughtCommand(
            "import",
            Say(
                """
                导入文件。每个文件先读、先查、先与现有的比较，再整个写入，成为一个批次，可用 undo 撤销。相同的文件再来一次，什么都不变。
                数据库还没有时，用数据文件夹的地区、指标、来源等表新建；已有时，给出 --data 才按它更新这些表。
                退出码：0 完成，1 有行未收，2 文件或数据库用不了。多个文件依次进行，取最坏的一个。
                """,
                """
                Import files. Each is read, checked and compared with what stands, and then taken in as a whole: a batch that undo takes back. The same file again changes nothing.
                A database that is not there yet is made with the areas, indicators, sources and so on of the data folder; in one that is, those are brought up to date only if --data is given.
                Exit codes: 0 done, 1 rows were rejected, 2 a file or the database cannot be used. Several files go one after the other, and the worst code counts.
                """),
            "import jobs.csv --dry-run",
            "import 2020年3月.csv --source cqrb-2020-03-21-jobs",
            "import *.csv --good-rows --json > report.json",
            "import data.zip")
        {
            files,
            dryRun,
            goodRows,
            show,
            json,
        };
        reading.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var isDryRun = parsed.GetValue(dryRun);
            var settings = reading.Read(parsed);
            using var report = ImportReport.Of(parsed.GetValue(json), parsed.GetValue(show), parsed.InvocationConfiguration);
            // Away from this thread, so that Ctrl+C is heard.
            return await Task.Run(
                () => isDryRun
                    ? DryRunAsync(parsed, RunAsync)
                    : CommandHost.WriteAsync(parsed, async services =>
                    {
                        var database = services.GetRequiredService<DashboardDatabase>();
                        await ReferenceData.EnsureAsync(database, services.GetRequiredService<IOptions<DashboardOptions>>().Value.DataPath, ReferenceData.IsAskedFor(parsed), parsed.InvocationConfiguration.Error, cancellation);
                        return await RunAsync(database);
                    }),
                cancellation);

            Task<int> RunAsync(DashboardDatabase database)
            {
                var import = new FileImport(database, settings, isDryRun, parsed.GetValue(goodRows));
                return ImportAllAsync(parsed.GetRequiredValue(files), import, new(database, TimeProvider.System), report, parsed.InvocationConfiguration.Error, cancellation);
            }
        });
        return command;
    }

    private static async Task<int> ImportAllAsync(string[] files, FileImport import, DataFolder folder, ImportReport report, TextWriter error, CancellationToken cancellation)
    {
        var worst = ExitCodes.Done;
        report.Begin(import.IsDryRun);
        foreach (var file in files)
        {
            if (file.EndsWith(DataArchive.Extension, StringComparison.OrdinalIgnoreCase))
                await ImportArchiveAsync(file);
            else
                await ImportFileAsync(file);
        }

        report.End(worst);
        return worst;

        async Task ImportFileAsync(string file)
        {
            using var result = await import.RunAsync(file, cancellation);
            report.Add(result);
            worst = Math.Max(worst, result.ExitCode);
        }

        // What its figures refer to comes first, and is all known once they are read.
        async Task ImportArchiveAsync(string file)
        {
            if (import.IsDryRun)
            {
                await error.WriteLineAsync(Say($"{Terminal.Plain(file)}：全部数据的压缩包不能试运行，因为地区、指标等表要先更新。", $"{Terminal.Plain(file)}: an archive of all data cannot be tried in a dry run, for areas, indicators and so on must be brought up to date first."));
                worst = ExitCodes.Unusable;
                return;
            }

            var unpacked = Directory.CreateTempSubdirectory("employment-dashboard-");
            try
            {
                await DataArchive.ExtractAsync(file, unpacked.FullName, cancellation);
                foreach (var issue in await folder.LoadReferencesAsync(unpacked.FullName, cancellation))
                {
                    await error.WriteLineAsync(Terminal.Plain(issue.Describe()));
                    worst = Math.Max(worst, issue.IsError ? ExitCodes.Rejected : ExitCodes.Done);
                }

                foreach (var figures in DataFolder.FigureFiles(unpacked.FullName))
                    await ImportFileAsync(figures);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync($"{Terminal.Plain(file)}{Say("：", ": ")}{Terminal.Plain(exception.Message)}");
                worst = ExitCodes.Unusable;
            }
            finally
            {
                unpacked.Delete(recursive: true);
            }
        }
    }

    /// <summary>Against the database as it is; where there is none, against an empty one that goes again.</summary>
    private static async Task<int> DryRunAsync(ParseResult parsed, Func<DashboardDatabase, Task<int>> run)
    {
        var options = CommandStore.Options(parsed);
        if (File.Exists(options.DatabasePath))
        {
            if (ReferenceData.IsAskedFor(parsed))
                await parsed.InvocationConfiguration.Error.WriteLineAsync(Say("试运行不更新地区、指标等表：按数据库里已有的读。", "A dry run does not bring areas, indicators and so on up to date: it reads by those in the database."));
            using var store = CommandStore.Open(options);
            return await run(store);
        }

        var folder = Directory.CreateTempSubdirectory("employment-dashboard-");
        try
        {
            using var empty = new DashboardDatabase(Path.Combine(folder.FullName, "empty.db"));
            await new Migrator(empty, TimeProvider.System).MigrateAsync();
            await ReferenceData.EnsureAsync(empty, options.DataPath, isAskedFor: false, parsed.InvocationConfiguration.Error, CancellationToken.None);
            return await run(empty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
