using System.Text;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>A source as GB/T 7714—2015 cites it: 作者. 题名[N]. 报纸名, 日期(版次).</summary>
public static class Citation
{
    /// <param name="isDataset">Cited as a data set instead of a newspaper.</param>
    public static string Of(Source source, bool isDataset = false)
    {
        var text = new StringBuilder();
        if (source.Author.Length > 0)
            text.AppendJoin(", ", source.Author.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Append(". ");

        var isOnline = source.Url.Length > 0;
        text.Append(source.Headline).Append(isDataset ? "[DS" : "[N").Append(isOnline ? "/OL]. " : "]. ").Append(source.Publisher).Append(", ").Append(Date(source.Published));
        if (source.Page.Length > 0)
            text.Append('(').Append(source.Page).Append(')');
        text.Append('.');
        if (isOnline)
            text.Append(' ').Append(source.Url).Append('.');
        return text.ToString();
    }

    /// <summary>The standard puts a date that is not printed, but inferred, in brackets.</summary>
    private static string Date(Period published) => published.IsInferred ? $"[{Format.WordsOfDays(published)}]" : Format.WordsOfDays(published);
}
