using System.Text;
using System.Text.Json;
using EmploymentDashboard.Commands;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Commands;

public sealed class InspectionTests
{
    private const string Titled = """
        2023年新增就业情况表,,,
        单位：人,,,
        序号,区县,1月,2月
        1,巴南区,"1,200",约300
        2,长寿区,"80",—
        ,合计,1280,300
        注：2月为快报数,,,

        """;

    static InspectionTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task TitledGbkTable_GoesToOutput_WithoutTitlesTotalsAndNotes()
    {
        var (code, table, found) = await InspectAsync(Encoding.GetEncoding("gb18030").GetBytes(Titled), new() { Layout = new() { Indicator = "jobs_created", Source = "early" } });

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal("序号,区县,1月,2月\r\n1,巴南区,\"1,200\",约300\r\n2,长寿区,80,—\r\n", table);
        Assert.Equal("gb18030", found.GetProperty("encoding").GetString());
        Assert.NotEmpty(found.GetProperty("encodingReason").GetString()!);
        Assert.Equal((",", "\""), (found.GetProperty("delimiter").GetString(), found.GetProperty("quote").GetString()));
        Assert.Equal(("wide_by_month", 4), (found.GetProperty("layout").GetString(), found.GetProperty("figures").GetInt32()));
        var only = Assert.Single(found.GetProperty("tables").EnumerateArray());
        Assert.Equal([1, 2], only.GetProperty("preamble").EnumerateArray().Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal([3], only.GetProperty("headerLines").EnumerateArray().Select(line => line.GetInt32()));
        Assert.Equal(2023, only.GetProperty("year").GetInt32());
        Assert.Equal(
            ["left_out serial", "field area", "figures ", "figures "],
            only.GetProperty("columns").EnumerateArray().Select(column => $"{Text(column, "role")} {Text(column, "field")}{Text(column, "why")}"));
        Assert.Equal(["6 total", "7 note"], found.GetProperty("leftOut").EnumerateArray().Select(row => $"{row.GetProperty("line")} {Text(row, "as")}").Skip(2));
        Assert.Equal((2, 1, 1), (Rows("figures"), Rows("total"), Rows("note")));

        int Rows(string fate) => found.GetProperty("rows").GetProperty(fate).GetInt32();
    }

    [Fact]
    public async Task TwoTables_ArePartedByAnEmptyLine()
    {
        const string first = "区县,指标,期间,数值,来源\n巴南,新增就业,2023-01,5,early\n";
        const string second = "\n区县,指标,2023年1月,2023年2月\n长寿,新增就业,7,8\n";

        var (_, table, found) = await InspectAsync(Encoding.UTF8.GetBytes(first + second));

        Assert.Equal("区县,指标,期间,数值,来源\r\n巴南,新增就业,2023-01,5,early\r\n\r\n区县,指标,2023年1月,2023年2月\r\n长寿,新增就业,7,8\r\n", table);
        Assert.Equal(["long", "wide_by_month"], found.GetProperty("tables").EnumerateArray().Select(each => Text(each, "layout")));
    }

    [Fact]
    public async Task TableOfSomethingElse_GoesToOutputAsItIs()
    {
        var (code, table, found) = await InspectAsync("name;size\n\"a;b\";1\n\n=x;\"2\"\"\"\n"u8.ToArray());

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal("name,size\r\na;b,1\r\n=x,\"2\"\"\"\r\n", table);
        Assert.Equal((";", JsonValueKind.Null), (found.GetProperty("delimiter").GetString(), found.GetProperty("layout").ValueKind));
        Assert.Contains("no_table", found.GetProperty("issues").EnumerateArray().Select(issue => Text(issue, "code")));
    }

    [Fact]
    public async Task RowThatIsNone_IsLeftOutAndCounted()
    {
        var (code, table, found) = await InspectAsync("area,indicator,period,value,source\n500113,jobs_created,2023-01,\"5\"x,early\n500115,jobs_created,2023-01,6,early\n"u8.ToArray());

        Assert.Equal(ExitCodes.Rejected, code);
        Assert.Equal("area,indicator,period,value,source\r\n500115,jobs_created,2023-01,6,early\r\n", table);
        var issue = Assert.Single(found.GetProperty("issues").EnumerateArray());
        Assert.Equal(("stray_quote", "error", 2, 4), (Text(issue, "code"), Text(issue, "level"), issue.GetProperty("line").GetInt32(), issue.GetProperty("column").GetInt32()));
        Assert.Equal(1, found.GetProperty("rows").GetProperty("malformed").GetInt32());
    }

    [Fact]
    public async Task Workbook_IsUnusable()
    {
        var (code, table, found) = await InspectAsync([(byte)'P', (byte)'K', 3, 4, .. new byte[200]]);

        Assert.Equal((ExitCodes.Unusable, ""), (code, table));
        Assert.Equal(64, found.GetProperty("sha256").GetString()!.Length);
        Assert.Equal("error", Text(Assert.Single(found.GetProperty("issues").EnumerateArray()), "level"));
    }

    [Fact]
    public async Task FileThatIsNotThere_IsUnusable()
    {
        using var found = new MemoryStream();
        using var table = new MemoryStream();

        Assert.Equal(ExitCodes.Unusable, await Inspection.RunAsync("no.csv", "/no/such/file", new(), TestCatalog.Create(), table, found, default));

        Assert.Equal("file_unreadable", Text(Assert.Single(JsonDocument.Parse(found.ToArray()).RootElement.GetProperty("issues").EnumerateArray()), "code"));
    }

    private static async Task<(int Code, string Table, JsonElement Found)> InspectAsync(byte[] content, ImportSettings? settings = null)
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "file.csv");
        await File.WriteAllBytesAsync(path, content);
        using var table = new MemoryStream();
        using var found = new MemoryStream();
        var code = await Inspection.RunAsync(path, path, settings ?? new(), TestCatalog.Create(), table, found, default);
        return (code, Encoding.UTF8.GetString(table.ToArray()), JsonDocument.Parse(found.ToArray()).RootElement);
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
}
