using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Puts sentences together as each language does.</summary>
public static class Prose
{
    /// <summary>Items of an enumeration: 甲，乙 or a, b.</summary>
    public static string List(IEnumerable<string> items) =>
        string.Join(new Bilingual("，", ", "), items.Where(item => item.Length > 0));

    /// <summary>Short items side by side: 甲、乙 or a, b.</summary>
    public static string Series(IEnumerable<string> items) => string.Join(new Bilingual("、", ", "), items);

    /// <summary>Whole sentences one after another; empty ones are left out.</summary>
    public static string Sentences(IEnumerable<string> sentences) =>
        string.Join(new Bilingual("", " "), sentences.Where(sentence => sentence.Length > 0));

    /// <summary>An English noun with its number: 1 figure, 3 figures.</summary>
    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");
}
