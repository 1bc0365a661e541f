using System.Text;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Writes HTML and SVG into one string. Text and attributes are escaped, numbers are invariant, every element is closed.</summary>
public sealed class MarkupWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();
    private bool _isInTag;

    /// <summary>Begins an element; its attributes follow by <see cref="With(string, string)"/>.</summary>
    public MarkupWriter Open(string element, string? classes = null)
    {
        EndTag();
        _text.Append('<').Append(element);
        _open.Push(element);
        _isInTag = true;
        return With("class", classes);
    }

    /// <summary>Adds an attribute to the element just begun; null adds none.</summary>
    public MarkupWriter With(string attribute, string? value)
    {
        if (!_isInTag)
            throw new InvalidOperationException($"Attribute '{attribute}' stands outside a tag.");
        if (value is null)
            return this;

        _text.Append(' ').Append(attribute).Append("=\"");
        Escape(value);
        _text.Append('"');
        return this;
    }

    /// <summary>Adds a length in px.</summary>
    public MarkupWriter With(string attribute, double pixels) => With(attribute, Format.Invariant(pixels));

    /// <summary>Adds a length as a share of the drawing's width, in percent.</summary>
    public MarkupWriter WithShare(string attribute, double fraction) => With(attribute, Format.Invariant(fraction * 100) + "%");

    public MarkupWriter Text(string text)
    {
        EndTag();
        Escape(text);
        return this;
    }

    /// <summary>Puts in what is markup already, as it is.</summary>
    public MarkupWriter Markup(string markup)
    {
        EndTag();
        _text.Append(markup);
        return this;
    }

    public MarkupWriter Close()
    {
        EndTag();
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>The markup; an element still open is a programmer's error.</summary>
    public override string ToString() =>
        _open.Count == 0 ? _text.ToString() : throw new InvalidOperationException($"Element '{_open.Peek()}' is still open.");

    private void EndTag()
    {
        if (_isInTag)
            _text.Append('>');
        _isInTag = false;
    }

    private void Escape(string text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                _ => _text.Append(character),
            };
        }
    }
}
