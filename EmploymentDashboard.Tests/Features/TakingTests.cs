using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using EmploymentDashboard.Features.Annotations;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Explorer.Taking;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Xunit.Abstractions;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace EmploymentDashboard.Tests.Features;

/// <summary>What is taken away of a view is what it shows, with bounds, bases, periods and sources.</summary>
public sealed class TakingTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 1, 2, 3, TimeSpan.Zero);

    private readonly Language _language = Language.Chinese();
    private FilledDatabase _store = null!;

    /// <summary>Addresses over <see cref="Rows"/>, and what stands in the columns area, period, bound, figure and unit of each row.</summary>
    public static TheoryData<string, string[]> Views => new()
    {
        { "view=table&order=value", ["长寿区 2023-01  7 人", "巴南区 2023-01 大于 10 人", "巴南区 2023-02 约 1200 人", "巴南区 2023 不少于 5000 人", "长寿区 2023-02   人"] },
        { "view=ranking&month=2023-01", ["巴南区 2023-01 大于 10 人", "长寿区 2023-01  7 人"] },
        { "view=map&month=2023-01", ["巴南区 2023-01 大于 10 人", "长寿区 2023-01  7 人"] },
        { "view=heat", ["巴南区 2023-01 大于 10 人", "巴南区 2023-02 约 1200 人", "长寿区 2023-01  7 人", "长寿区 2023-02   人"] },
        // One area's target stands across its columns.
        { "view=columns&areas=500113&basis=flow", ["巴南区 2023-01 大于 10 人", "巴南区 2023-02 约 1200 人"] },
        { "view=table&areas=500113&basis=flow&scale=wan&order=value", ["巴南区 2023-01 大于 0.0010 万人", "巴南区 2023-02 约 0.1200 万人"] },
        { "view=targets", ["巴南区 2023 不少于 5000 人"] },
        { "view=lines&areas=Z-GXQ", [] },
    };

    private static string[] Rows =>
    [
        "500113 jobs_created total flow 2023-01 10余", "500113 jobs_created total flow 2023-02 约1200 A early 约1200人", "500115 jobs_created total flow 2023-01 7",
        "500115 jobs_created total flow 2023-02 — O", "500113 jobs_created total target 2023 5000以上",
    ];

    public async Task InitializeAsync() => _store = await FilledDatabase.CreateAsync(Rows);

    public Task DisposeAsync()
    {
        _store.Dispose();
        _language.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Csv_OfAView_HoldsItsFiguresWithTheirBounds(string query, string[] expected)
    {
        var rows = Read(TakenCsv.Write(View(query)));
        foreach (var row in rows)
            output.WriteLine(string.Join(' ', row["地区"], row["期间"], row["界限"], row["数值"], row["单位"]));
        Assert.Equal(expected, rows.Select(row => string.Join(' ', row["地区"], row["期间"], row["界限"], row["数值"], row["单位"])));
    }

    [Fact]
    public void Csv_InEachRow_SaysWhereTheFigureIsFromAndOfWhichMomentItIs()
    {
        var row = Read(TakenCsv.Write(View("view=table&areas=500113&from=2023-02&basis=flow")))[0];
        Assert.Equal("约1200人", row["原文"]);
        Assert.Equal("#1:3", row["批次与行"]);
        Assert.Equal("2026-11-22 09:02", row["数据截至"]);
        Assert.Equal("http://here/explore?indicator=jobs_created&areas=500113&from=2023-02&basis=flow&view=table", row["网址"]);
        Assert.Contains("[N]", row["来源"], StringComparison.Ordinal);
        Assert.Equal(("500113", "jobs_created", "total", "flow", "2023-02", "about"), (row["地区代码"], row["指标代码"], row["分项代码"], row["口径代码"], row["期间代码"], row["界限代码"]));
    }

    [Fact]
    public async Task Csv_OfComputedFigures_NamesThoseBehindThem_OrWhyThereIsNone()
    {
        await _store.TakeInAsync("500000 jobs_created total flow 2023-01 10", "500000 jobs_created total flow 2023-02 15余");
        var rows = Read(TakenCsv.Write(View("view=table&areas=500000&transform=pop_change&order=period")));
        Assert.Equal(("算不出：没有上一期的数字", ""), (rows[0]["状态"], rows[0]["数值"]));
        Assert.Equal(("大于", "5"), (rows[1]["界限"], rows[1]["数值"]));
        Assert.Equal("重庆市 2023-02 >15 人；重庆市 2023-01 10 人", rows[1]["由何算得"]);
        Assert.Equal("环比增减", rows[1]["推算"]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("@sum", "'@sum")]
    [InlineData("文字", "文字")]
    public async Task Csv_WithTextThatASpreadsheetWouldRun_IsEscaped(string note, string written)
    {
        await _store.TakeInAsync($"500113 jobs_created total flow 2023-03 5 A early 5 {note}");
        Assert.Equal(written, Read(TakenCsv.Write(View("view=table&from=2023-03&basis=flow")))[0]["说明"]);
    }

    [Fact]
    public void Csv_BeginsWithTheMarkByWhichExcelKnowsUtf8() =>
        Assert.Equal(Encoding.UTF8.GetPreamble(), TakenCsv.Write(View("view=table"))[..3]);

    [Fact]
    public void Workbook_OfEveryView_IsValidAndHoldsTheSameFiguresAsTheCsv()
    {
        foreach (var query in Views.Select(view => (string)view[0]))
        {
            var view = View(query);
            using var file = SpreadsheetDocument.Open(new MemoryStream(TakenWorkbook.Write(view, Now)), isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(file).Select(error => $"{query}: {error.Description}"));

            var csv = Read(TakenCsv.Write(view));
            var sheet = Sheet(file, "数据");
            Assert.Equal(csv.Count, sheet.Count - 1);
            var value = sheet[0].FindIndex(cell => cell.Text == "数值");
            Assert.Equal(csv.Select(row => row["数值"]), sheet.Skip(1).Select(row => row[value].Text));
            Assert.All(sheet.Skip(1).Where(row => row[value].Text.Length > 0), row => Assert.True(row[value].IsNumber, "A number is written as text."));
        }
    }

    /// <summary>The cell is a number, and what it shows has the bound before it.</summary>
    [Fact]
    public void Workbook_ShowsBoundsByTheFormatOfTheNumber()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(TakenWorkbook.Write(View("view=table&order=value"), Now)), isEditable: false);
        var sheet = Sheet(file, "数据");
        var value = sheet[0].FindIndex(cell => cell.Text == "数值");
        Assert.Equal(["#,##0", "\">\"#,##0", "\"≈\"#,##0", "\"≥\"#,##0", ""], sheet.Skip(1).Select(row => row[value].Format));
    }

    [Fact]
    public void Workbook_HasANotesSheet_WithTitleMomentBoundsAndSources()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(TakenWorkbook.Write(View("view=heat"), Now)), isEditable: false);
        var notes = Sheet(file, "说明").ToLookup(row => row[0].Text, row => row[1].Text);
        Assert.Equal("新增就业", notes["标题"].Single());
        Assert.Equal("2026-11-22 09:02（北京时间）", notes["数据截至"].Single());
        Assert.Equal(["> 大于", "≈ 约"], notes["界限"]);
        Assert.Equal(2, notes["来源"].Count());
        Assert.Contains("2023-02", notes["图表说明"].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void View_OfAnotherMoment_SaysThatMoment()
    {
        var view = View("view=table&asof=2023-05-01T00:00:00Z");
        Assert.Equal(new(2023, 5, 1, 0, 0, 0, TimeSpan.Zero), view.KnownAt);
        Assert.Equal("重庆区县就业统计. 新增就业，表[DB/OL]. (2023-05-01)[2026-11-22]. http://here/explore?indicator=jobs_created&view=table&asof=2023-05-01T00:00:00.000Z.", view.Cited(Now));
    }

    private TakenView View(string query)
    {
        var screens = new ExplorerScreens(_store.Database, new(_store.Database), new AnnotationQuery(_store.Database, _store.Catalogs));
        var selection = screens.Read(_store.Catalog, QueryHelpers.ParseQuery("indicator=jobs_created&" + query))!;
        return new TakenViews(screens, new TargetQuery(_store.Database), _store.Catalogs, _store.Clock).Of(screens.Show(_store.Catalog, selection), "http://here", Now);
    }

    private static List<Dictionary<string, string>> Read(byte[] csv)
    {
        var log = new IssueLog("taken.csv");
        var table = CsvFileReader.Read(ImportFile.OfBytes("taken.csv", csv), log)!;
        Assert.Empty(log.Issues);
        return [.. table.Rows.Select(row => table.Header.Fields.Zip(row.Fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static List<List<(string Text, bool IsNumber, string Format)>> Sheet(SpreadsheetDocument file, string name)
    {
        var workbook = file.WorkbookPart!;
        var part = (WorksheetPart)workbook.GetPartById(workbook.Workbook.Descendants<Sheet>().First(sheet => sheet.Name == name).Id!);
        var styles = workbook.WorkbookStylesPart!.Stylesheet;
        var formats = styles.NumberingFormats!.Elements<NumberingFormat>().ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!);
        var cells = styles.CellFormats!.Elements<CellFormat>().ToList();
        return [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell =>
            (cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "",
            cell.DataType is null && decimal.TryParse(cell.CellValue?.Text, CultureInfo.InvariantCulture, out _),
            formats.GetValueOrDefault(cells[(int)cell.StyleIndex!.Value].NumberFormatId?.Value ?? 0, ""))).ToList())];
    }
}
