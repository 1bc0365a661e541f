using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace EmploymentDashboard.Tests.Languages;

/// <summary>The words of a page as it is sent, each with the language that the page says they are in.</summary>
internal static partial class ShownWords
{
    /// <summary>Texts and read attributes in the page's own language, that is: within no element of another one.</summary>
    /// <returns>Words with the element they stand in.</returns>
    public static IEnumerable<(string Words, string Where)> InPageLanguage(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        // A title cannot mark what it quotes: the name of an article, or what was searched for.
        foreach (var title in document.QuerySelectorAll("title").ToList())
        {
            foreach (var quoted in document.QuerySelectorAll("h1[lang]").Select(heading => heading.TextContent).Concat(document.QuerySelectorAll("input[type=search]").Select(field => field.GetAttribute("value") ?? "")))
                title.TextContent = quoted.Length == 0 ? title.TextContent : title.TextContent.Replace(quoted, "", StringComparison.Ordinal);
        }

        foreach (var element in document.All.Where(element => element.LocalName is not ("script" or "style" or "html" or "head" or "meta")))
        {
            if (IsOfAnother(element, document.DocumentElement))
                continue;
            foreach (var text in element.ChildNodes.OfType<IText>().Where(text => !string.IsNullOrWhiteSpace(text.Data)))
                yield return (text.Data.Trim(), Place(element));
            foreach (var attribute in element.Attributes.Where(attribute => IsRead(attribute.Name)))
                yield return (attribute.Value, Place(element) + "@" + attribute.Name);
        }
    }

    /// <summary>Three English words in a row, which are no name of a format, a key or a unit.</summary>
    public static bool IsEnglishSentence(string words) => ThreeWords().IsMatch(words);

    /// <summary>What people called their files is in no language of the page, and stands in bdi.</summary>
    private static bool IsOfAnother(IElement element, IElement root) =>
        element.Closest("code, bdi, [lang]") is { } marked && marked.GetAttribute("lang") != root.GetAttribute("lang");

    /// <summary>What is heard, and what scripts show.</summary>
    private static bool IsRead(string name) =>
        SourceWords.ReadAttributes.Contains(name) || name is "data-tip" or "data-copied" or "data-refused" or "data-failed" or "data-count" or "data-none" or "data-starred" or "data-viewed" or "data-remove" or "data-clear" or "data-empty" or "data-basis" or "data-unit";

    private static string Place(IElement element) => $"<{element.LocalName}{(element.ClassName is { Length: > 0 } name ? $" class=\"{name}\"" : "")}>";

    [GeneratedRegex(@"[A-Za-z]{2,}\s+[A-Za-z]+\s+[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex ThreeWords();
}
