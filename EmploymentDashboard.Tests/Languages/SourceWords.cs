using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmploymentDashboard.Tests.Languages;

/// <summary>Finds in C# source, written or made from a page, the words that a reader of one language would not get in the other.</summary>
internal static partial class SourceWords
{
    /// <summary>Attributes that are read out or shown.</summary>
    public static IReadOnlySet<string> ReadAttributes { get; } = new HashSet<string>(StringComparer.Ordinal) { "aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt" };

    public static bool IsChinese(string text) => Han().IsMatch(text);

    /// <summary>Chinese letters that have no English beside them.</summary>
    /// <returns>Each as "line: words".</returns>
    public static IEnumerable<string> ChineseAlone(SyntaxNode root) =>
        from node in root.DescendantNodes()
        let words = Words(node)
        where words is not null && IsChinese(words) && !IsPaired(node)
        select At(node, words);

    /// <summary>English words that a page writes whatever the language.</summary>
    public static IEnumerable<string> EnglishAlone(SyntaxNode root) =>
        from call in root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "AddContent" or "AddMarkupContent" or "AddAttribute" or "AddComponentParameter" }
        let written = call.ArgumentList.Arguments.Skip(1).Select(argument => (argument.Expression as LiteralExpressionSyntax)?.Token.Value as string).ToArray()
        from words in written switch
        {
            [{ } content] when !call.Expression.ToString().EndsWith("AddAttribute", StringComparison.Ordinal) => Shown(content),
            [{ } attribute, { } value] when ReadAttributes.Contains(attribute) => [value],
            _ => [],
        }
        where English().IsMatch(words)
        select At(call, words);

    /// <summary>Pairs whose Chinese is English, and pairs whose English is Chinese.</summary>
    public static IEnumerable<string> PairsInOneLanguage(SyntaxNode root) =>
        from pair in root.DescendantNodes().Select(node => Pair(node))
        where pair is not null
        let zh = WordsIn(pair.Value.Zh)
        let en = WordsIn(pair.Value.En)
        where !IsEnglishOf(zh, en) || (Sentence().IsMatch(zh) && !IsChinese(zh)) || (zh.Length == 0 && Sentence().IsMatch(en))
        select At(pair.Value.Zh, $"{zh} | {en}");

    /// <summary>What is written in source: of a text, or of the letters between the holes of one.</summary>
    private static string? Words(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        LiteralExpressionSyntax { Token.Value: char letter } => letter.ToString(),
        InterpolatedStringTextSyntax part => part.TextToken.ValueText,
        _ => null,
    };

    private static (ExpressionSyntax Zh, ExpressionSyntax En)? Pair(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Say" } or MemberAccessExpressionSyntax { Name.Identifier.Text: "Say" }, ArgumentList.Arguments: [var zh, var en] } => (zh.Expression, en.Expression),
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Bilingual" } or QualifiedNameSyntax { Right.Identifier.Text: "Bilingual" }, ArgumentList.Arguments: [var zh, var en] } => (zh.Expression, en.Expression),
        _ => null,
    };

    /// <summary>Whether it is one of a pair: of two arguments beside each other, or of the two answers to the question for the language.</summary>
    private static bool IsPaired(SyntaxNode node)
    {
        foreach (var above in node.AncestorsAndSelf())
        {
            if (above is ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument
                && list.Arguments.IndexOf(argument) is var index
                && (IsPair(list, index) || IsPair(list, index - 1)))
                return true;
            if (Pair(above) is not null)
                return true;
            if (above is ConditionalExpressionSyntax choice && choice.Condition.ToString().Contains("English", StringComparison.Ordinal))
                return true;
            if (above is StatementSyntax or MemberDeclarationSyntax)
                return false;
        }

        return false;
    }

    private static bool IsPair(BaseArgumentListSyntax list, int index) =>
        index >= 0 && index + 1 < list.Arguments.Count
        && list.Arguments[index + 1].Expression is var english && WordsIn(english) is var en
        && (en.Length > 0 || english is InterpolatedStringExpressionSyntax or InvocationExpressionSyntax)
        && WordsIn(list.Arguments[index].Expression) is var zh && IsChinese(zh) && IsEnglishOf(zh, en);

    /// <summary>English may quote what the Chinese beside it quotes: a name, an example.</summary>
    private static bool IsEnglishOf(string zh, string en) => Han().Matches(en).All(quoted => zh.Contains(quoted.Value, StringComparison.Ordinal));

    private static string WordsIn(ExpressionSyntax expression) => string.Concat(expression.DescendantNodesAndSelf().Select(Words));

    private static IEnumerable<string> Shown(string markup)
    {
        var nodes = new HtmlParser().ParseFragment(markup, null!).SelectMany(node => node.DescendantsAndSelf()).ToList();
        return nodes.OfType<IText>().Where(text => text.ParentElement is null || text.ParentElement.LocalName is not ("script" or "style" or "kbd" or "code")).Select(text => text.Data)
            .Concat(nodes.OfType<IElement>().SelectMany(element => element.Attributes).Where(attribute => ReadAttributes.Contains(attribute.Name)).Select(attribute => attribute.Value));
    }

    private static string At(SyntaxNode node, string words)
    {
        var place = node.GetLocation().GetMappedLineSpan();
        return $"{Path.GetFileName(place.Path)}:{place.StartLinePosition.Line + 1}: {words.Trim()}";
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+", RegexOptions.None, 1000)]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex English();

    [GeneratedRegex(@"[A-Za-z]{2,}\s+[A-Za-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Sentence();
}
