using System.Net.Mime;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Web;

/// <summary>A page in both languages that needs neither the database, nor the frame of other pages, nor a script: for when these are what failed, or are asked too much.</summary>
internal static class BarePage
{
    /// <summary>Whether someone looks at the answer in a browser.</summary>
    public static bool IsAskedFor(HttpRequest request) => request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);

    /// <param name="below">What stands below the title, as HTML that the program wrote.</param>
    public static Task WriteAsync(HttpResponse response, Bilingual title, Bilingual below, CancellationToken cancellation)
    {
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(Of(title, below), cancellation);
    }

    private static string Of(Bilingual title, Bilingual below)
    {
        var (here, there) = EnglishIsAsked ? ("en", "zh-CN") : ("zh-CN", "en");
        return $"""
            <!DOCTYPE html>
            <html lang="{here}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>
            <body style="max-width:40rem;margin:4rem auto;padding:0 1rem;font:1rem/1.7 system-ui,sans-serif;color-scheme:light dark">
            <main>
            {Part(EnglishIsAsked, 1)}
            <hr>
            <div lang="{there}">{Part(!EnglishIsAsked, 2)}</div>
            </main>
            </body>
            </html>

            """;

        string Part(bool inEnglish, int level) => inEnglish
            ? $"""<h{level}>{title.En}</h{level}>{below.En}<p><a href="/">To the overview</a></p>"""
            : $"""<h{level}>{title.Zh}</h{level}>{below.Zh}<p><a href="/">回到总览</a></p>""";
    }
}
