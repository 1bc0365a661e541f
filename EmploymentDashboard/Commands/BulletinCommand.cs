using System.CommandLine;
using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Writes bulletins as HTML or PDF, issues them and gives issued ones out again.</summary>
internal static class BulletinCommand
{
    public static Command Create() => new TaughtCommand(
        "bulletin",
        Say("月报、季报和年报：打印、发布、重印、更正。", "Monthly, quarterly and yearly bulletins: print, issue, print again, correct."),
        "bulletin print 2023-01 --area 巴南 --output banan.pdf",
        "bulletin issue 2023-01 --area 巴南",
        "bulletin reprint 2023-01-500113 --output banan.pdf")
    {
        CreatePrint(),
        CreateIssue(),
        CreateCorrect(),
        CreateReprint(),
        CreateList(),
    };

    private static TaughtCommand CreatePrint()
    {
        var (period, areas, landscape, sections) = (PeriodArgument(), AreaOption(), LandscapeOption(), SectionOption());
        var (output, language, chromium) = (OutputOption(), LanguageOption(), ChromiumOption());
        var each = new Option<bool>("--each") { Description = Say("每个地区一份，--output 为文件夹，文件名为地区代码", "One file an area: --output is a folder, files are named by area code") };
        var html = new Option<bool>("--html") { Description = Say("与 --each 一起用：写 HTML 而不是 PDF", "With --each: write HTML instead of PDF") };
        var asOf = MomentOption.Create();
        var command = new TaughtCommand(
            "print",
            Say("写一份草稿：.html 自成一体，用浏览器打开即可打印；.pdf 用本机的 Chromium 一族浏览器，带书签和页码；.docx 供 Word 或 WPS 修改，图也由该浏览器画。", "Write a draft: .html is complete in itself and prints from any browser; .pdf needs a browser of the Chromium family here and has bookmarks and page numbers; .docx is for Word or WPS to work on, its charts drawn by that browser."),
            "bulletin print 2023-01 --area 巴南 --output banan.pdf",
            "bulletin print 2020-02 --output city.html --lang en",
            "bulletin print 2024-12 --each --output bulletins")
        {
            period, areas, output, language, landscape, sections, asOf, each, html, chromium,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = CommandStore.Options(parsed);
            using var database = CommandStore.Open(options);
            var error = parsed.InvocationConfiguration.Error;
            if (OrderOf(parsed, database, period, areas, landscape, sections, error) is not { } order)
                return ExitCodes.Unusable;

            order = order with { AsOf = parsed.GetValue(asOf) };
            var (desk, catalog) = Open(parsed, database);
            var spoken = parsed.GetRequiredValue(language);
            if (!parsed.GetValue(each) && parsed.GetRequiredValue(output).EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
            {
                var browser = Chromium.Find(ChromiumOf(parsed.GetValue(chromium)));
                if (browser is null && order.Has(BulletinSection.Charts))
                    await error.WriteLineAsync(Say("没有找到 Chromium、Chrome 或 Edge，文档里没有图。", "No Chromium, Chrome or Edge was found, so the document has no charts."));
                var document = await desk.DraftDocxAsync(order, catalog, IsSynthetic(catalog), spoken, browser, cancellation);
                await OutputFile.ReplaceAsync(parsed.GetRequiredValue(output), unfinished => File.WriteAllBytesAsync(unfinished, document, cancellation));
                return ExitCodes.Done;
            }

            if (!parsed.GetValue(each))
                return await WriteAsync(parsed.GetRequiredValue(output), desk.Draft(order, catalog, IsSynthetic(catalog), spoken), parsed.GetValue(chromium), parsed, cancellation);

            var codes = order.Areas.Count > 0 ? order.Areas : [.. BulletinCells.Of(order, new BulletinQuery(database).Figures(order), catalog).Areas.Select(area => area.Area.Code)];
            var folder = Directory.CreateDirectory(parsed.GetRequiredValue(output)).FullName;
            for (var index = 0; index < codes.Count; index++)
            {
                await error.WriteLineAsync($"{index + 1}/{codes.Count} {catalog.Area(codes[index]).Name}");
                var file = Path.Combine(folder, codes[index] + (parsed.GetValue(html) ? ".html" : ".pdf"));
                if (await WriteAsync(file, desk.Draft(order with { Areas = [codes[index]] }, catalog, IsSynthetic(catalog), spoken), parsed.GetValue(chromium), parsed, cancellation) is not ExitCodes.Done and var failed)
                    return failed;
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static TaughtCommand CreateIssue()
    {
        var (period, areas, landscape, sections) = (PeriodArgument(), AreaOption(), LandscapeOption(), SectionOption());
        var command = new TaughtCommand(
            "issue",
            Say("发布：锁定此刻所知的数字，中英文各一版，给出编号。发布过的永不改动，只能更正。", "Issue: locks the figures known now, in Chinese and English, and gives it a number. What was issued is never changed, only corrected."),
            "bulletin issue 2023-01 --area 巴南",
            "bulletin issue 2020-02")
        {
            period, areas, landscape, sections,
        };
        command.SetAction((parsed, _) => CommandHost.WriteAsync(parsed, async services =>
        {
            var database = services.GetRequiredService<DashboardDatabase>();
            if (OrderOf(parsed, database, period, areas, landscape, sections, parsed.InvocationConfiguration.Error) is not { } order)
                return ExitCodes.Unusable;

            var (desk, catalog) = Open(parsed, database);
            return Tell(await desk.IssueAsync(order, catalog, IsSynthetic(catalog), CommandUser.Name), parsed);
        }));
        return command;
    }

    private static TaughtCommand CreateCorrect()
    {
        var number = NumberArgument();
        var command = new TaughtCommand("correct", Say("发布更正版：列出发布以后变了的数字，旧 → 新。", "Issue a corrected edition that lists the figures changed since, old and new."), "bulletin correct 2023-01-500113") { number };
        command.SetAction((parsed, _) => CommandHost.WriteAsync(parsed, async services =>
        {
            var (desk, catalog) = Open(parsed, services.GetRequiredService<DashboardDatabase>());
            return desk.Find(parsed.GetRequiredValue(number)) is { } bulletin
                ? Tell(await desk.CorrectAsync(bulletin, catalog, IsSynthetic(catalog), CommandUser.Name), parsed)
                : Unknown(parsed, number);
        }));
        return command;
    }

    private static TaughtCommand CreateReprint()
    {
        var (number, output, language, chromium) = (NumberArgument(), OutputOption(), LanguageOption(), ChromiumOption());
        var command = new TaughtCommand("reprint", Say("按原样重印发布过的一期；只有打印日期不同。", "Print an issued bulletin again as it was; only the date of print differs."), "bulletin reprint 2023-01-500113 --output banan.pdf") { number, output, language, chromium };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var database = CommandStore.Open(CommandStore.Options(parsed));
            var (desk, _) = Open(parsed, database);
            return desk.Find(parsed.GetRequiredValue(number)) is { } bulletin
                ? await WriteAsync(parsed.GetRequiredValue(output), desk.Edition(bulletin, parsed.GetRequiredValue(language)).Html, parsed.GetValue(chromium), parsed, cancellation)
                : Unknown(parsed, number);
        });
        return command;
    }

    private static TaughtCommand CreateList()
    {
        var command = new TaughtCommand("list", Say("列出发布过的各期：编号、期间、发布时间、发布人、被哪一号更正。", "List what was issued: number, period, when, by whom, and which number corrected it."), "bulletin list");
        command.SetAction((parsed, _) =>
        {
            using var database = CommandStore.Open(CommandStore.Options(parsed));
            foreach (var issued in Open(parsed, database).Desk.Issued())
                parsed.InvocationConfiguration.Output.WriteLine(string.Join('\t', issued.Number, issued.Order.Period.Edtf, Format.Words(issued.IssuedAt), Terminal.Plain(issued.IssuedBy), issued.CorrectedBy ?? ""));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static (BulletinDesk Desk, Catalog Catalog) Open(ParseResult parsed, DashboardDatabase database)
    {
        using var connection = database.Open();
        var settings = new BulletinOptions();
        CommandStore.Configuration().GetSection("Bulletin").Bind(settings);
        return (new(database, new(database), Options.Create(settings), TimeProvider.System), CatalogStore.Read(connection));
    }

    /// <summary>A database of generated figures has one source, which says so.</summary>
    private static bool IsSynthetic(Catalog catalog) => catalog.Sources is [{ IsSynthetic: true }];

    private static BulletinOrder? OrderOf(ParseResult parsed, DashboardDatabase database, Argument<string> period, Option<string[]> areas, Option<bool> landscape, Option<string[]> sections, TextWriter error)
    {
        if (!BulletinPeriods.TryParse(parsed.GetValue(period), out var of))
        {
            error.WriteLine(Say($"「{Terminal.Plain(parsed.GetValue(period)!)}」不是月、季或年：写成 2023-01、2023-Q1 或 2023。", $"“{Terminal.Plain(parsed.GetValue(period)!)}” is no month, quarter or year: write 2023-01, 2023-Q1 or 2023."));
            return null;
        }

        using var connection = database.Open();
        var catalog = CatalogStore.Read(connection);
        if (NamedReferences.AreaCodes(parsed.GetValue(areas) ?? [], new(catalog), error) is not { } codes)
            return null;

        var left = (parsed.GetValue(sections) ?? []).Select(BulletinSections.Codes.Parse).ToList();
        return new() { Period = of, Areas = codes, IsLandscape = parsed.GetValue(landscape), Sections = [.. BulletinSections.All.Except(left)] };
    }

    private static async Task<int> WriteAsync(string path, string html, string? chromium, ParseResult parsed, CancellationToken cancellation)
    {
        if (!path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(Say($"写不了「{Terminal.Plain(path)}」：文件名须以 .pdf 或 .html 结尾，草稿还可以是 .docx。", $"“{Terminal.Plain(path)}” cannot be written: a name ends in .pdf or .html, or for a draft in .docx."));
            return ExitCodes.Unusable;
        }

        if (!path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            await OutputFile.ReplaceAsync(path, unfinished => File.WriteAllTextAsync(unfinished, html, cancellation));
            return ExitCodes.Done;
        }

        var named = ChromiumOf(chromium);
        if (Chromium.Find(named) is not { } browser)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(named.Length > 0
                ? Say($"没有浏览器 {named}。", $"There is no browser {named}.")
                : Say("这台机器上没有找到 Chromium、Chrome 或 Edge，写不了 PDF。可用 --chromium 指明，或写 .html 再用任何浏览器打印。", "No Chromium, Chrome or Edge was found here to write PDF. Name one with --chromium, or write .html and print that from any browser."));
            return ExitCodes.Unusable;
        }

        await browser.PrintAsync(html, path, cancellation);
        return ExitCodes.Done;
    }

    private static string ChromiumOf(string? option) => option ?? CommandStore.Configuration()["Bulletin:Chromium"] ?? "";

    private static int Tell(IssueOutcome outcome, ParseResult parsed)
    {
        if (outcome.Number is not { } number)
        {
            parsed.InvocationConfiguration.Error.WriteLine(outcome.Refusal);
            return ExitCodes.Rejected;
        }

        parsed.InvocationConfiguration.Output.WriteLine(number);
        return ExitCodes.Done;
    }

    private static int Unknown(ParseResult parsed, Argument<string> number)
    {
        parsed.InvocationConfiguration.Error.WriteLine(Say($"没有第 {Terminal.Plain(parsed.GetRequiredValue(number))} 号；bulletin list 列出全部。", $"There is no No. {Terminal.Plain(parsed.GetRequiredValue(number))}; bulletin list names them all."));
        return ExitCodes.Unusable;
    }

    private static Argument<string> PeriodArgument() => new("PERIOD") { Description = Say("2023-01、2023-Q1 或 2023", "2023-01, 2023-Q1 or 2023") };

    private static Argument<string> NumberArgument() => new("NUMBER") { Description = Say("编号，见 bulletin list", "Its number, see bulletin list") };

    private static Option<string[]> AreaOption() => new("--area") { HelpName = "AREA", Description = Say("只要这些地区：代码或名称，可重复；默认所有有数字的地区", "Only these areas: codes or names, may be repeated; all with figures by default") };

    private static Option<bool> LandscapeOption() => new("--landscape") { Description = Say("横排纸", "Landscape paper") };

    private static Option<string[]> SectionOption()
    {
        var option = new Option<string[]>("--without") { HelpName = "SECTION", Description = Say("不要这一部分，可重复", "Leave a section out, may be repeated") };
        option.AcceptOnlyFromAmong([.. BulletinSections.All.Select(BulletinSections.Codes.Write)]);
        return option;
    }

    private static Option<string> OutputOption() => new("--output", "-o") { HelpName = "FILE", Required = true, Description = Say("写到这个文件：.pdf、.html，草稿还可以是 .docx", "Write to this file: .pdf, .html, or for a draft .docx") };

    private static Option<string> LanguageOption()
    {
        var option = new Option<string>("--lang") { DefaultValueFactory = _ => "zh", Description = Say("zh 或 en", "zh or en") };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    private static Option<string> ChromiumOption() => new("--chromium") { HelpName = "FILE", Description = Say("写 PDF 用的浏览器", "The browser that writes PDF") };
}
