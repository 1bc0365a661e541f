namespace EmploymentDashboard.Import;

/// <summary>Keeps what was made of a text, for the texts of a table come again and again; of so many texts only, whatever the size of the file.</summary>
internal sealed class Memo<T>(Func<string, T> make)
{
    private const int MostKept = 10_000;

    private readonly Dictionary<string, T> _known = new(StringComparer.Ordinal);

    public T Of(string text)
    {
        if (_known.TryGetValue(text, out var known))
            return known;

        var made = make(text);
        if (_known.Count < MostKept)
            _known.Add(text, made);
        return made;
    }
}
