using System.Globalization;
using System.Text.RegularExpressions;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>The charts of a bulletin as one picture, one below the other: a text document shows each by cutting the rest away.</summary>
/// <param name="Png">Two dots a CSS pixel.</param>
/// <param name="Height">Of the whole picture, in CSS pixels.</param>
/// <param name="Places">Of each figure by its number: top and height in CSS pixels.</param>
internal sealed partial record ChartPictures(byte[] Png, int Height, IReadOnlyDictionary<int, (double Top, double Height)> Places)
{
    /// <summary>Width of every chart, in CSS pixels: that of a page's column.</summary>
    public const int Width = 643;

    /// <summary>What browsers draw in one piece.</summary>
    private const int MostHeight = 8000;

    private const string Styles = "body { margin: 0; width: 643px; } .picture { padding: 2px 0 10px; } .figures .chart, .figures .chart-timeline { zoom: 1; }";

    /// <summary>Draws a page of charts; null where it is more than one picture holds.</summary>
    public static async Task<ChartPictures?> DrawAsync(string page, Chromium browser, CancellationToken cancellation = default)
    {
        var places = PlacePattern().Matches(await browser.DumpAsync(page, Width, cancellation)).ToDictionary(
            match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture),
            match => (Top: Pixels(match.Groups["top"].Value), Height: Pixels(match.Groups["height"].Value)));
        var height = places.Count == 0 ? 0 : (int)Math.Ceiling(places.Values.Max(place => place.Top + place.Height));
        return height is 0 or > MostHeight ? null : new(await browser.PictureAsync(page, Width, height, cancellation), height, places);
    }

    /// <summary>The charts of a bulletin one below the other, in the language of the current culture; null where it has none.</summary>
    public static string? Page(BulletinDocument document)
    {
        var charts = document.Chapters.SelectMany(chapter => chapter.Blocks).OfType<ChartBlock>().SelectMany(block => block.Charts).ToList();
        if (charts.Count == 0)
            return null;

        var writer = new MarkupWriter();
        writer.Open("html").With("lang", Bilingual.EnglishIsAsked ? "en" : "zh-CN");
        writer.Open("head").Markup($"<meta charset=\"utf-8\"><style>{BulletinHtml.Styles}{Styles}</style>").Close();
        writer.Open("body", "figures");
        foreach (var (number, chart) in charts)
        {
            var name = number.ToString(CultureInfo.InvariantCulture);
            writer.Open("div", "picture chart-figure").With("data-number", name).Open("div", "drawing").Markup(ChartDrawing.Markup(chart, "picture-" + name)).Close().Close();
        }

        writer.Markup("<script>document.querySelectorAll('.picture').forEach(picture => { const place = picture.getBoundingClientRect(); picture.dataset.place = `${picture.dataset.number};${place.top};${place.height}`; });</script>");
        return "<!DOCTYPE html>\n" + writer.Close().Close();
    }

    private static double Pixels(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"data-place=""(?<number>\d+);(?<top>[\d.]+);(?<height>[\d.]+)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PlacePattern();
}
