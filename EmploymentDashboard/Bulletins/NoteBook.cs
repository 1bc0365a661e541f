namespace EmploymentDashboard.Bulletins;

/// <summary>The footnotes of one chapter, each text once, numbered as they come.</summary>
internal sealed class NoteBook
{
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes => _notes;

    public NoteMark Mark(string text)
    {
        var index = _notes.IndexOf(text);
        if (index < 0)
        {
            index = _notes.Count;
            _notes.Add(text);
        }

        return new(index + 1);
    }
}
