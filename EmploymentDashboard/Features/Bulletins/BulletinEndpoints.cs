using System.Net.Mime;
using System.Text;
using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Web;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Features.Bulletins;

/// <summary>Bulletins as files, for the preview and to take away.</summary>
public static class BulletinEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void MapBulletins(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(BulletinAddresses.Draft + ".{format:regex(^(html|pdf|docx)$)}", (string format, string? period, string? areas, string? without, string? paper, string? lang, bool? download, BulletinDesk desk, BulletinQuery query, Catalog catalog, Dataset dataset, HttpContext context, IOptions<BulletinOptions> options) =>
        {
            if (BulletinSelection.Read(period, areas, without, paper, catalog, query.LatestMonth()) is not { } selection)
                return Task.FromResult(Results.NotFound());
            // Better no bulletin than another one than was asked for.
            if (selection.Misread.Count > 0)
                return Task.FromResult(Results.Problem(Bilingual.Say($"没有这样的期间或地区：{string.Join("、", selection.Misread)}。", $"There is no such period or area: {string.Join(", ", selection.Misread)}."), statusCode: StatusCodes.Status404NotFound));

            var name = $"{selection.Order.Period.Edtf}-{(selection.Order.Areas.Count == 0 ? "all" : string.Join('+', selection.Order.Areas.Take(3)))}-draft";
            if (format == "docx")
                return PrintingAsync(context, async () => Results.File(await desk.DraftDocxAsync(selection.Order, catalog, dataset.IsSynthetic, LanguageOf(lang), Chromium.Find(options.Value.Chromium), context.RequestAborted), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name + ".docx"));

            return GiveAsync(desk.Draft(selection.Order, catalog, dataset.IsSynthetic, LanguageOf(lang)), format, name, download == true, options.Value, context);
        });
        routes.MapGet(BulletinAddresses.All + "/{number}/pages.{format:regex(^(html|pdf)$)}", (string number, string format, string? lang, bool? download, BulletinDesk desk, HttpContext context, IOptions<BulletinOptions> options) =>
        {
            var language = LanguageOf(lang);
            return desk.Find(number) is { } bulletin
                ? GiveAsync(desk.Edition(bulletin, language).Html, format, $"{number}-{language}", download == true, options.Value, context)
                : Task.FromResult(Results.NotFound());
        });
    }

    /// <summary>Chinese unless English is asked for.</summary>
    private static string LanguageOf(string? language) => language == "en" ? "en" : "zh";

    private static async Task<IResult> GiveAsync(string html, string format, string name, bool isDownload, BulletinOptions options, HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy.OfFile(html);
        if (format == "html")
            return isDownload ? Results.File(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", name + ".html") : Results.Content(html, MediaTypeNames.Text.Html, Encoding.UTF8);

        if (Chromium.Find(options.Chromium) is not { } browser)
            return Results.Problem(Bilingual.Say("服务器上没有能写 PDF 的浏览器；请下载 HTML 或直接打印。", "The server has no browser to write PDF; download the HTML, or print."), statusCode: StatusCodes.Status501NotImplemented);
        return await PrintingAsync(context, async () =>
        {
            var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            try
            {
                await browser.PrintAsync(html, file, context.RequestAborted);
                return Results.File(await File.ReadAllBytesAsync(file, context.RequestAborted), MediaTypeNames.Application.Pdf, isDownload ? name + ".pdf" : null);
            }
            finally
            {
                File.Delete(file);
            }
        });
    }

    private static async Task<IResult> PrintingAsync(HttpContext context, Func<Task<IResult>> work)
    {
        using var slot = await PrintingSlot.TryTakeAsync(Patience, context.RequestAborted);
        return slot is null
            ? Results.Problem(Bilingual.Say("正在写别的文件，请稍后再试。", "Another file is being written, try again later."), statusCode: StatusCodes.Status503ServiceUnavailable)
            : await work();
    }
}
