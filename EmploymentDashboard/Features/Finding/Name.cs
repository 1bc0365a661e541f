using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Finding;

/// <summary>How well a name fits what was typed, best first.</summary>
public enum Fit
{
    Exact,
    Prefix,
    WordStart,
    Inside,

    /// <summary>By the name of what it belongs to.</summary>
    Aside,

    /// <summary>But for one letter.</summary>
    Nearly,
}

/// <summary>What was typed: case and width folded, words apart and together.</summary>
public sealed record Typed(IReadOnlyList<string> Words)
{
    public static Typed Of(string? text) => new(Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public string Together { get; } = string.Concat(Words);

    public string Spaced { get; } = string.Join(' ', Words);

    /// <summary>Narrow letters in lower case, ü as it is typed. What only parts letters, such as the apostrophe of Nan'an, is left out.</summary>
    internal static string Fold(string text) => TextWidth.Narrow(text).ToLowerInvariant().Replace('ü', 'v').Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
}

/// <summary>A name under which something is found: as it is written, and by the pinyin of its characters.</summary>
public sealed class Name
{
    /// <summary>Fewer letters than this are never taken for a slip.</summary>
    private const int ShortestMisspelling = 4;

    private readonly string _written;
    private readonly IReadOnlyList<string> _syllables;

    public Name(string name)
    {
        _written = Typed.Fold(name);
        _syllables = _written.All(char.IsAscii) ? [] : Pinyin.Of(_written);
    }

    /// <summary>null where the name does not fit.</summary>
    public Fit? FitOf(Typed typed)
    {
        if (typed.Together.Length == 0)
            return null;

        var fit = Better(FitOf(typed.Spaced), Better(FitOf(typed.Together), SaidBy(typed.Together)));
        if (fit is not null || typed.Words.Count == 1)
            return fit;
        // Words in any order, such as 就业 新增.
        return typed.Words.All(word => Better(FitOf(word), SaidBy(word)) is not null) ? Fit.Inside : null;
    }

    /// <summary>Whether the name, or a word of it, fits but for one letter.</summary>
    public bool IsNearly(Typed typed) =>
        typed.Together.Length >= ShortestMisspelling
        && _written.Split(' ').Append(_written).Append(string.Concat(_syllables)).Append(string.Concat(_syllables.SkipLast(1)))
            .Any(form => Math.Abs(form.Length - typed.Together.Length) <= 1 && EditDistance.Between(form, typed.Together) <= 1);

    private static Fit? Better(Fit? one, Fit? other) => one is null || other < one ? other : one;

    private Fit? FitOf(string typed) => _written.IndexOf(typed, StringComparison.Ordinal) switch
    {
        < 0 => null,
        0 when _written.Length == typed.Length => Fit.Exact,
        0 => Fit.Prefix,
        _ => IsWordStart(typed) ? Fit.WordStart : Fit.Inside,
    };

    private bool IsWordStart(string typed) => _written.Contains(' ' + typed, StringComparison.Ordinal) || _written.Contains('-' + typed, StringComparison.Ordinal);

    private Fit? SaidBy(string letters)
    {
        if (_syllables.Count == 0 || !letters.All(char.IsAsciiLetterOrDigit))
            return null;

        // One letter is the initial of something in nearly every name.
        for (var from = 0; from < (letters.Length > 1 ? _syllables.Count : 1); from++)
        {
            if (Pinyin.Said(letters, _syllables, from) is > 0 and var said)
                return from > 0 ? Fit.WordStart : said == _syllables.Count ? Fit.Exact : Fit.Prefix;
        }

        return null;
    }
}
