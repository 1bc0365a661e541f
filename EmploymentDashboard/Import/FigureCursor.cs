namespace EmploymentDashboard.Import;

/// <summary>A place in a text, moved by taking what stands there.</summary>
internal sealed class FigureCursor(string text)
{
    private int _at;

    public bool IsAtEnd => _at == text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public char Next => At(0);

    public string Rest => text[_at..];

    public char At(int distance) => _at + distance < text.Length ? text[_at + distance] : '\0';

    public bool Take(string word)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0)
            return false;

        _at += word.Length;
        return true;
    }

    public bool TakeAny(string characters)
    {
        if (IsAtEnd || !characters.Contains(Next, StringComparison.Ordinal))
            return false;

        _at++;
        return true;
    }

    /// <summary>The longest run of such characters; empty where there is none.</summary>
    public string TakeWhile(Func<char, bool> isWanted)
    {
        var start = _at;
        while (!IsAtEnd && isWanted(Next))
            _at++;
        return text[start.._at];
    }
}
