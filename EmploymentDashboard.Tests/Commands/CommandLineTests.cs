using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Commands;

/// <summary>The built program as scripts use it: exit codes, what goes to standard output and what to standard error.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Header = "area,indicator,period,value,source\n";
    private const string Source = "cqrb-2023-03-06-banan";

    private readonly TestFolder _folder = new();

    static CommandLineTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private string Database => Path.Combine(_folder.Path, "figures.db");

    private string Good => _folder.Write("good.csv", $"{Header}巴南,job_fairs,2023-01,3,{Source}\n长寿,job_fairs,2023-01,1500余,{Source}\n");

    private string Mixed => _folder.Write("mixed.csv", $"{Header}巴南,job_fairs,2023-02,4,{Source}\n巴南驱,job_fairs,2023-02,5,{Source}\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_IntoANewDatabase_BringsTheReferenceTablesAndNoFigureOfItsOwn()
    {
        var import = await RunAsync("import", Good);

        Assert.Equal((0, ""), (import.ExitCode, import.Error));
        Assert.Contains("2 added", import.Output, StringComparison.Ordinal);
        Assert.Contains("Committed as batch 1", import.Output, StringComparison.Ordinal);
        Assert.Equal(["500113", "500115"], (await ExportedAsync()).Select(line => line.Split(',')[0]));

        var again = await RunAsync("import", Good, "--json");
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(("already_loaded", 1), (again.Json.GetProperty("files")[0].GetProperty("outcome").GetString(), again.Json.GetProperty("files")[0].GetProperty("batch").GetInt32()));
    }

    [Fact]
    public async Task Import_OfRowsWithErrors_TakesAllOrNone_OrTheGoodOnesWhereAsked()
    {
        var all = await RunAsync("import", Mixed);
        Assert.Equal(1, all.ExitCode);
        Assert.Contains($"{Mixed}:3:1: unknown_area", all.Output, StringComparison.Ordinal);
        Assert.Empty(await ExportedAsync());

        var good = await RunAsync("import", Mixed, "--good-rows", "--json");
        Assert.Equal(1, good.ExitCode);
        var file = good.Json.GetProperty("files")[0];
        Assert.Equal("committed", file.GetProperty("outcome").GetString());
        Assert.Equal("""{"read":2,"added":1,"changed":0,"unchanged":0,"rejected":1}""", JsonSerializer.Serialize(file.GetProperty("counts")));
        Assert.Equal(("utf-8", ",", "long"), (file.GetProperty("encoding").GetString(), file.GetProperty("delimiter").GetString(), file.GetProperty("layout").GetString()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Mixed))), file.GetProperty("sha256").GetString());
        var issue = Assert.Single(file.GetProperty("issues").EnumerateArray());
        Assert.Equal(
            ("unknown_area", "error", 3, 1, "area", "巴南驱"),
            (issue.GetProperty("code").GetString(), issue.GetProperty("level").GetString(), issue.GetProperty("line").GetInt32(), issue.GetProperty("column").GetInt32(), issue.GetProperty("columnName").GetString(), issue.GetProperty("raw").GetString()));
        Assert.All((string[])["expected", "remedy", "message"], name => Assert.NotEmpty(issue.GetProperty(name).GetString()!));
        Assert.Single(await ExportedAsync());
    }

    [Fact]
    public async Task Import_OfSeveralFiles_GoesOn_AndEndsWithTheWorstCode()
    {
        var import = await RunAsync("import", Path.Combine(_folder.Path, "none.csv"), Mixed, Good, "--json");

        Assert.Equal(2, import.ExitCode);
        Assert.Equal(["unusable", "rejected", "committed"], import.Json.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("outcome").GetString()));
        Assert.Equal(2, import.Json.GetProperty("exitCode").GetInt32());
        Assert.Equal(2, (await ExportedAsync()).Length);
    }

    [Fact]
    public async Task Import_OfAGbkFileFromStandardInput_ReadsItsTitleAndMonths()
    {
        var gbk = Encoding.GetEncoding("gb18030").GetBytes("2023年招聘会场次\n区县,1月,2月\n巴南区,３,约12\n合计,3,12\n");

        var import = await ProgramRun.WithInputAsync(gbk, "import", "-", "--database", Database, "--indicator", "job_fairs", "--source", Source, "--json");

        Assert.Equal((0, "gb18030", "wide_by_month"), (import.ExitCode, import.Json.GetProperty("files")[0].GetProperty("encoding").GetString(), import.Json.GetProperty("files")[0].GetProperty("layout").GetString()));
        Assert.Equal(["500113 2023-01 3 exact", "500113 2023-02 12 about"], (await ExportedAsync()).Select(line => line.Split(',')).Select(cells => $"{cells[0]} {cells[4]} {cells[5]} {cells[7]}"));
    }

    [Fact]
    public async Task Import_WithReadingSetByHand_HoldsToIt()
    {
        var file = _folder.Write("odd.txt", $"区县|数|期\n巴南|3|1月\n巴南区|7|2月\n");

        var import = await RunAsync(
            "import", file, "--delimiter", "pipe", "--column", "1=area", "--column", "2=figures", "--column", "3=period", "--year", "2023", "--indicator", "job_fairs", "--source", Source, "--mend", "2:2=4", "--json");

        Assert.Equal((0, ""), (import.ExitCode, import.Error));
        Assert.Equal(["2023-01 4", "2023-02 7"], (await ExportedAsync()).Select(line => line.Split(',')).Select(cells => $"{cells[4]} {cells[5]}"));
    }

    [Fact]
    public async Task DryRun_ChangesNoByte_AndMakesNoDatabase()
    {
        var first = await RunAsync("import", Good, "--dry-run");
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("2 added", first.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "figures.db*"));

        await RunAsync("import", Good);
        var before = await File.ReadAllBytesAsync(Database);
        var changed = _folder.Write("changed.csv", $"{Header}巴南,job_fairs,2023-01,8,{Source}\n");
        var second = await RunAsync("import", changed, "--dry-run");
        Assert.Contains("500113 job_fairs total flow 2023-01 [cqrb-2023-03-06-banan]: 3 → 8", second.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("import", Mixed, "--dry-run")).ExitCode);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*staged*"));
    }

    [Fact]
    public async Task Undo_AndRedo_TellWhatTheyDo_AndLeaveNoTrace()
    {
        await RunAsync("import", Good);
        var before = await ExportedAsync();
        await RunAsync("import", _folder.Write("later.csv", $"{Header}巴南,job_fairs,2023-01,8,{Source}\n巴南,job_fairs,2023-03,9,{Source}\n"));
        var after = await ExportedAsync();

        var dry = await RunAsync("undo", "2", "--dry-run");
        Assert.Equal(0, dry.ExitCode);
        Assert.Contains("1 removed, 0 restored, 1 replaced", dry.Output, StringComparison.Ordinal);
        Assert.Contains(": 8 → 3", dry.Output, StringComparison.Ordinal);
        Assert.Equal(after, await ExportedAsync());

        var undo = await RunAsync("undo", "2", "--json");
        Assert.Equal((0, "undone"), (undo.ExitCode, undo.Json.GetProperty("outcome").GetString()));
        Assert.Equal(before, await ExportedAsync());
        Assert.Equal((0, "already_undone"), await OutcomeAsync("undo"));
        var batches = await RunAsync("batches", "--json");
        Assert.Equal(["2 undone", "1 committed"], batches.Json.GetProperty("batches").EnumerateArray().Select(batch => $"{batch.GetProperty("batch")} {batch.GetProperty("state")}"));

        Assert.Equal((0, "redone"), await OutcomeAsync("redo"));
        Assert.Equal(after, await ExportedAsync());
        Assert.Equal(2, (await RunAsync("undo", "7")).ExitCode);

        async Task<(int, string?)> OutcomeAsync(string verb)
        {
            var run = await RunAsync(verb, "2", "--json");
            return (run.ExitCode, run.Json.GetProperty("outcome").GetString());
        }
    }

    [Fact]
    public async Task RunningServer_KeepsWritersOut_AndLetsReadersIn()
    {
        await RunAsync("import", Good);
        using var server = new DatabaseLock(Database);
        server.Take();
        server.Announce("http://localhost:5080");

        foreach (var writer in (string[][])[["import", Mixed], ["undo", "1"], ["redo", "1"]])
        {
            var refused = await RunAsync(writer);
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.Contains("http://localhost:5080", refused.Error, StringComparison.Ordinal);
        }

        foreach (var reader in (string[][])[["import", Good, "--dry-run"], ["undo", "1", "--dry-run"], ["inspect", Good], ["batches"], ["export"]])
            Assert.Equal(0, (await RunAsync(reader)).ExitCode);
    }

    [Fact]
    public async Task Export_ToAFile_IsImportedAgainWithoutLoss()
    {
        await RunAsync(["import", .. Directory.GetFiles(Path.Combine(Repository.Data, "figures"), "*.csv").Order(StringComparer.Ordinal)]);
        var exported = Path.Combine(_folder.Path, "exported.csv");
        Assert.Equal((0, ""), await ExitAndOutputAsync("export", "--output", exported));
        var second = Path.Combine(_folder.Path, "second.db");

        Assert.Equal(0, (await ProgramRun.OfAsync("import", exported, "--database", second)).ExitCode);

        Assert.Equal(await File.ReadAllBytesAsync(exported), (await ProgramRun.OfAsync("export", "--database", second)).OutputBytes);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
        Assert.Equal(2, (await RunAsync("export", "--area", "巴南驱")).ExitCode);

        async Task<(int, string)> ExitAndOutputAsync(params string[] arguments)
        {
            var run = await RunAsync(arguments);
            return (run.ExitCode, run.Output);
        }
    }

    [Fact]
    public async Task Figures_AndPeriods_AnswerLineByLine_WithoutADatabase()
    {
        var figures = await ProgramRun.WithInputAsync(Encoding.UTF8.GetBytes("2500余人\n\n10-20万\n"), "figures");
        Assert.Equal((0, ""), (figures.ExitCode, figures.Error));
        Assert.StartsWith("{\"value\":2500,\"bound\":\"more_than\",\"unit\":\"人\"}\n{\"missing\":true}\n{\"error\":\"range\",\"message\":\"", figures.Output, StringComparison.Ordinal);

        var periods = await ProgramRun.WithInputAsync(Encoding.UTF8.GetBytes("3月\n截至2020年2月23日\n\n"), "periods", "--year", "2020");
        Assert.Equal(0, periods.ExitCode);
        Assert.StartsWith("{\"start\":\"2020-03-01\",\"end\":\"2020-03-31\",\"edtf\":\"2020-03\"}\n{\"start\":null,\"end\":\"2020-02-23\",\"edtf\":\"../2020-02-23\"}\n{\"error\":\"", periods.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "x.csv", "--column", "3=nonsense")]
    [InlineData("import", "x.csv", "--layout", "tall")]
    [InlineData("import", "x.csv", "--show", "-1")]
    [InlineData("inspect", "a.csv", "b.csv")]
    [InlineData("periods", "--month", "3")]
    [InlineData("periods", "--year", "1800")]
    [InlineData("undo", "two")]
    [InlineData("export", "--as-of", "yesterday")]
    [InlineData("batches")]
    public async Task Usage_ThatIsWrong_IsSaidOnStandardError(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.OfAsync(arguments[0] == "periods" ? arguments : [.. arguments, "--database", Database]);

    /// <summary>The figures that stand, as lines.</summary>
    private async Task<string[]> ExportedAsync()
    {
        var export = await RunAsync("export");
        Assert.Equal((0, ""), (export.ExitCode, export.Error));
        return export.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
    }
}
