using Dapper;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Sources;

/// <summary>What someone writes down of an article or file that figures come from.</summary>
public sealed class SourceDraft
{
    public string Headline { get; set; } = "";

    public string Publisher { get; set; } = "";

    /// <summary>The day of publication, in any form that periods are read in.</summary>
    public string Published { get; set; } = "";

    public string Author { get; set; } = "";

    public string Page { get; set; } = "";

    public string Url { get; set; } = "";
}

/// <summary>Enters sources that the data folder does not know, so that figures from them can be loaded.</summary>
public sealed class SourceEntry(DashboardDatabase database, TimeProvider clock)
{
    /// <summary>In characters, of any of the fields.</summary>
    public const int LongestText = 1000;

    /// <summary>What is still wrong with a draft; empty for one that can be entered.</summary>
    public static IReadOnlyList<Bilingual> Problems(SourceDraft draft)
    {
        var problems = new List<Bilingual>();
        if (draft.Headline.Trim().Length == 0)
            problems.Add(new("写上标题", "Give the headline"));
        if (draft.Publisher.Trim().Length == 0)
            problems.Add(new("写上报社或单位", "Give the newspaper or office"));
        if (Day(draft) is null)
            problems.Add(new("写上见报日期，如 2020-03-21", "Give the day of publication, such as 2020-03-21"));
        if (draft.Url.Trim().Length > 0 && !IsWebAddress(draft.Url))
            problems.Add(new("网址以 https:// 或 http:// 开头", "An address begins with https:// or http://"));
        string[] texts = [draft.Headline, draft.Publisher, draft.Author, draft.Page, draft.Url];
        if (Array.Exists(texts, text => text.Trim().Length > LongestText))
            problems.Add(new($"每项不超过 {LongestText} 字", $"Keep each field within {LongestText} characters"));
        if (!Array.TrueForAll(texts, text => PlainText.IsKept(text.Trim())))
            problems.Add(new("文字里有换行或看不见的控制字符，删去后再试", "The text holds line breaks or unseen control characters; remove them"));
        return problems;
    }

    /// <summary>Enters a draft without problems and returns the code of the source.</summary>
    public Task<string> AddAsync(SourceDraft draft, string by) => database.WriteAsync((connection, transaction) =>
    {
        var published = Day(draft)!;
        var prefix = $"entered-{published.Edtf}-";
        // Letters of no code but those of this prefix are compared, so that codes of the data folder are left alone.
        var taken = connection.Query<string>("SELECT code FROM source WHERE substr(code, 1, length(@prefix)) = @prefix", new { prefix }, transaction).ToHashSet(StringComparer.Ordinal);
        var code = Enumerable.Range(1, int.MaxValue).Select(number => prefix + number).First(code => !taken.Contains(code));
        var source = new Source(
            code, draft.Publisher.Trim(), draft.Headline.Trim(), draft.Author.Trim(), published,
            new($"由 {by} 登记", $"Entered by {by}"), draft.Page.Trim(), draft.Url.Trim(), "zh-CN");
        CatalogStore.AddSource(source, by, connection, transaction);
        AuditTrail.Append(new(AuditKind.SourceEntered, by, code), Moment.Write(clock.GetUtcNow()), connection, transaction);
        return code;
    });

    private static Period? Day(SourceDraft draft) =>
        PeriodParser.Read(draft.Published, new()) is PeriodReading.Read { Period: { Start: { } start, End: { } end } period } && start == end ? period : null;

    private static bool IsWebAddress(string text) => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
