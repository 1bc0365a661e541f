using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer.Taking;

/// <summary>
/// The picture that a chat shows beside a link to a view. A browser on the server draws it, one at a time, and it is kept until the data change;
/// where there is no browser, or it is busy, the picture of the dashboard as a whole must do.
/// </summary>
public sealed class PreviewPicture(DashboardDatabase database, IOptions<BulletinOptions> options, IWebHostEnvironment environment) : IDisposable
{
    private const int MostKept = 100;

    private const string Styles = """
        html, body { margin: 0; background: #fff; }
        :root { color-scheme: light; }
        .card { box-sizing: border-box; width: 600px; height: 315px; padding: 16px 20px 12px; display: flex; flex-direction: column; overflow: hidden; font: 12px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1d2733; }
        h1 { margin: 0; font-size: 21px; line-height: 1.35; }
        p { margin: 0 0 6px; color: #5b6673; }
        .space { flex: 1; min-height: 0; overflow: hidden; }
        .chart-figure { transform-origin: 50% 0; }
        .chart-figure :is(.key, .annotations) { display: none; }
        footer { display: flex; justify-content: space-between; padding-top: 6px; border-top: 1px solid #dfe4ea; color: #5b6673; }
        """;

    // Shrinks the drawing until it fits; below half its size letters could not be read, and the foot of it is cut instead.
    private const string Script = """
        const chart = document.querySelector('.chart-figure'), space = document.querySelector('.space'), isMap = document.querySelector('.chart-map');
        for (let scale = 1; scale >= .5; scale -= .05) {
          const width = isMap ? space.clientWidth : space.clientWidth / scale;
          chart.style.width = `${width}px`;
          chart.style.marginLeft = `${(space.clientWidth - width) / 2}px`;
          chart.style.transform = `scale(${scale})`;
          if (chart.offsetHeight * scale <= space.clientHeight) break;
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The colours of the screen, and how charts are drawn in them.</summary>
    private readonly Lazy<string> _styles = new(() => Read(environment, "app.css") + Read(environment, "charts.css") + Styles);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public void Dispose() => _kept.Dispose();

    /// <returns>PNG; null where none can be drawn now.</returns>
    public async Task<byte[]?> OfAsync(TakenView view, CancellationToken cancellation)
    {
        if (view.Screen.Chart is not { } chart || Chromium.Find(options.Value.Chromium) is not { } browser)
            return null;

        var key = (view.Screen.Data.Selection.Address, database.Version, EnglishIsAsked);
        if (_kept.TryGetValue(key, out byte[]? known))
            return known;
        if (await PrintingSlot.TryTakeAsync(Patience, cancellation) is not { } slot)
            return null;

        using (slot)
        {
            var picture = await browser.PictureAsync(Page(view, chart), LinkPreview.PictureWidth / 2, LinkPreview.PictureHeight / 2, cancellation);
            return _kept.Set(key, picture, new MemoryCacheEntryOptions { Size = 1 });
        }
    }

    private static string Read(IWebHostEnvironment environment, string file)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(file).CreateReadStream());
        return reader.ReadToEnd();
    }

    private string Page(TakenView view, ChartModel chart)
    {
        var writer = new MarkupWriter();
        writer.Open("html").With("lang", EnglishIsAsked ? "en" : "zh-CN");
        writer.Open("head").Markup($"<meta charset=\"utf-8\"><style>{_styles.Value}</style>").Close();
        writer.Open("body").Open("div", "card");
        writer.Open("h1").Text(chart.Caption.Title).Close();
        writer.Open("p").Text(chart.Caption.Subtitle).Close();
        writer.Open("div", "space").Open("div", "chart-figure").Open("div", "drawing").Markup(ChartDrawing.Markup(chart, "preview")).Close().Close().Close();
        writer.Open("footer")
            .Open("span").Text(Say("重庆区县就业统计", "Chongqing district employment") + (view.IsSynthetic ? Say("（演示数据）", " (synthetic data)") : "")).Close()
            .Open("span").Text(Say($"数据截至 {Format.Words(view.KnownAt)}", $"As known at {Format.Words(view.KnownAt)}")).Close()
            .Close();
        return "<!DOCTYPE html>\n" + writer.Close().Markup($"<script>{Script}</script>").Close().Close();
    }
}
