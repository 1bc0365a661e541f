using System.Text;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>A header cell without what makes no difference, and taken apart at its brackets: 新增就业（人） is 新增就业 and 人.</summary>
/// <param name="Whole">Narrow, in lower case, without spaces, line breaks and footnote marks.</param>
/// <param name="Main">The same without what is in brackets at its end.</param>
/// <param name="Brackets">What is in brackets at the end.</param>
internal sealed record HeaderText(string Whole, string Main, IReadOnlyList<string> Brackets)
{
    private const string Marks = "*※★☆▲△";

    public bool IsEmpty => Whole.Length == 0;

    public static HeaderText Of(string text)
    {
        var whole = Normal(text);
        var (main, brackets) = (whole, new List<string>());
        while (main.Length > 0 && Opening(main) is > 0 and var open)
        {
            brackets.Insert(0, main[(open + 1)..^1]);
            main = main[..open];
        }

        return new(whole, main, brackets);
    }

    /// <summary>The form in which headers and labels are compared.</summary>
    public static string Normal(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in TextWidth.Narrow(text))
        {
            if (c is not (' ' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF') && !Marks.Contains(c, StringComparison.Ordinal))
                kept.Append(c is '【' or '〔' ? '[' : c is '】' or '〕' ? ']' : char.ToLowerInvariant(c));
        }

        while (kept.Length > 1 && IsFootnoteMark(kept[^1]))
            kept.Length--;
        return kept.ToString();
    }

    private static bool IsFootnoteMark(char c) => c is (>= '①' and <= '⑳') or '¹' or '²' or '³' or (>= '⁰' and <= '⁹') or ':';

    /// <summary>Where the bracket opens that closes at the end; -1 where none does.</summary>
    private static int Opening(string text) => text[^1] switch
    {
        ')' => text.LastIndexOf('(', text.Length - 2),
        ']' => text.LastIndexOf('[', text.Length - 2),
        _ => -1,
    };
}
