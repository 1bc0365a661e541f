namespace EmploymentDashboard.Import;

/// <summary>A place in a text, moved by taking what stands there.</summary>
internal ref struct FigureCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position == _text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public readonly char Next => At(0);

    public readonly ReadOnlySpan<char> Rest => _text[Position..];

    public readonly char At(int distance) => Position + distance < _text.Length ? _text[Position + distance] : '\0';

    public readonly ReadOnlySpan<char> Since(int position) => _text[position..Position];

    public void Skip(int characters) => Position += characters;

    public bool Take(string word)
    {
        if (!Rest.StartsWith(word, StringComparison.Ordinal))
            return false;

        Position += word.Length;
        return true;
    }

    public bool TakeAny(string characters)
    {
        if (IsAtEnd || !characters.Contains(Next, StringComparison.Ordinal))
            return false;

        Position++;
        return true;
    }

    /// <summary>The longest run of such characters; empty where there is none.</summary>
    public ReadOnlySpan<char> TakeWhile(Func<char, bool> isWanted)
    {
        var start = Position;
        while (!IsAtEnd && isWanted(Next))
            Position++;
        return Since(start);
    }
}
