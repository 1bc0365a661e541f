using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace EmploymentDashboard.Bulletins.Docx;

/// <summary>
/// The footnotes of a text document. There a note belongs to the place that mentions it first; every later mention is a field that repeats its number.
/// </summary>
internal sealed class DocxFootnotes
{
    private readonly Dictionary<int, (string Bookmark, string Sign)> _placed = [];
    private IReadOnlyList<string> _notes = [];
    private int _last;

    public Footnotes Element { get; } = new(
        new Footnote(new WordParagraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
        new Footnote(new WordParagraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });

    /// <summary>Begins a chapter, whose notes count from one.</summary>
    public void Begin(IReadOnlyList<string> notes)
    {
        _placed.Clear();
        _notes = notes;
    }

    /// <param name="number">Of the note within its chapter.</param>
    public OpenXmlElement[] Reference(int number)
    {
        if (_placed.TryGetValue(number, out var placed))
            return DocxText.Field($"NOTEREF {placed.Bookmark} \\h", placed.Sign, isRaised: true);

        var id = ++_last;
        var bookmark = string.Create(CultureInfo.InvariantCulture, $"note{id}");
        _placed[number] = (bookmark, NoteSigns.Of(_placed.Count + 1));
        Element.Append(new Footnote(new WordParagraph(
            DocxText.Style("FootnoteText"),
            new Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new FootnoteReferenceMark()),
            DocxText.Run(" " + _notes[number - 1])))
        { Id = id });
        return
        [
            new BookmarkStart { Id = id.ToString(CultureInfo.InvariantCulture), Name = bookmark },
            new Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new FootnoteReference { Id = id }),
            new BookmarkEnd { Id = id.ToString(CultureInfo.InvariantCulture) },
        ];
    }
}
