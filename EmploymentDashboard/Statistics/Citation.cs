using System.Text;

namespace EmploymentDashboard.Statistics;

/// <summary>A source as GB/T 7714—2015 cites it: 作者. 题名[N]. 报纸名, 日期(版次).</summary>
public static class Citation
{
    /// <summary>Generated figures are cited as a data set.</summary>
    public static string Of(Source source)
    {
        var text = new StringBuilder();
        if (source.Author.Length > 0)
            text.AppendJoin(", ", source.Author.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Append(". ");

        var isOnline = source.Url.Length > 0;
        text.Append(source.Headline).Append(source.IsSynthetic ? "[DS" : "[N").Append(isOnline ? "/OL]. " : "]. ").Append(source.Publisher).Append(", ").Append(Date(source.Published));
        if (source.Page.Length > 0)
            text.Append('(').Append(source.Page).Append(')');
        text.Append('.');
        if (isOnline)
            text.Append(' ').Append(source.Url).Append('.');
        return text.ToString();
    }

    /// <summary>A page of a database as it was at a moment: 站名. 题名[DB/OL]. (更新日期)[引用日期]. 地址.</summary>
    /// <param name="updated">Up to when what was known is on the page.</param>
    public static string OfPage(string title, string site, DateTimeOffset updated, DateTimeOffset cited, string address) =>
        $"{site}. {title}[DB/OL]. ({Day(updated)})[{Day(cited)}]. {address}.";

    /// <summary>The day in China.</summary>
    private static string Day(DateTimeOffset moment) => Format.Words(moment)[..10];

    /// <summary>The standard puts a date that is not printed, but inferred, in brackets.</summary>
    private static string Date(Period published) => published.IsInferred ? $"[{Format.WordsOfDays(published)}]" : Format.WordsOfDays(published);
}
