using System.Buffers;

namespace EmploymentDashboard.Import.Reading;

/// <summary>What splits a text: see <see cref="Dialect"/>.</summary>
internal sealed record RecordFormat(string Delimiter, char? Quote = '"', char? Escape = null)
{
    /// <summary>Whether any number of spaces is one delimiter.</summary>
    public bool IsSpaced => Delimiter == " ";

    public char? ClosingQuote => Quote == '“' ? '”' : Quote;
}

/// <summary>What breaks the rules of quoting in a record.</summary>
internal enum RecordFault
{
    None,

    /// <summary>A quote within an unquoted cell, or text after a closing quote.</summary>
    StrayQuote,

    /// <summary>A quoted cell that is not closed before the text ends or grows too long, or that swallowed lines up to the next quote. What follows cannot be told from what it encloses.</summary>
    UnclosedQuote,

    /// <summary>A line longer than <see cref="RecordReader.MaxLength"/>.</summary>
    TooLong,
}

/// <summary>
/// Splits a text into records: one at a time, in memory of one record, with the line of each cell. One reader for every dialect, for CsvHelper's
/// knows no quotes beyond ASCII, no escape within quotes and no other encoding without a detour over UTF-8, and two readers would differ somewhere.
/// LF, CRLF and CR all end a line. The source is the caller's to dispose.
/// </summary>
internal sealed class RecordReader : IDisposable
{
    /// <summary>Longest record in characters. Real ones have a few hundred; what is longer is an unclosed quote or no table at all.</summary>
    public const int MaxLength = 1 << 20;

    private const int FirstBuffer = 1 << 16;

    /// <summary>What DOS programs end a file with.</summary>
    private const char EndOfFile = '\u001A';

    private readonly CharSource _source;
    private readonly string _delimiter;
    private readonly bool _isSpaced;

    // Minus one, which no character is, where the dialect has none.
    private readonly int _openingQuote;
    private readonly int _closingQuote;
    private readonly int _escape;

    private readonly SearchValues<char> _plainStops;
    private readonly SearchValues<char> _quotedStops;
    private readonly CellPool _pool = new();

    private char[] _buffer = ArrayPool<char>.Shared.Rent(FirstBuffer);
    private char[] _unescaped = [];
    private int _start;
    private int _end;
    private bool _hasEnded;
    private bool _isTooLong;
    private int _length;
    private Field[] _fields = new Field[16];
    private int _lineBreaks;
    private int _nextLine = 1;

    public RecordReader(CharSource source, RecordFormat format)
    {
        _source = source;
        _delimiter = format.Delimiter;
        _isSpaced = format.IsSpaced;
        _openingQuote = format.Quote ?? -1;
        _closingQuote = format.ClosingQuote ?? -1;
        _escape = format.Escape ?? -1;

        // Apostrophes and Chinese quotation marks within a cell are text; only the straight quote there is a fault.
        List<char> plain = ['\r', '\n', _delimiter[0]], quoted = [];
        if (_openingQuote == '"')
            plain.Add('"');
        if (format.ClosingQuote is { } quote)
            quoted.Add(quote);
        if (format.Escape is { } escape)
        {
            plain.Add(escape);
            quoted.Add(escape);
        }

        _plainStops = SearchValues.Create(plain.ToArray());
        _quotedStops = SearchValues.Create(quoted.ToArray());
    }

    /// <summary>The line on which the record begins, counted from 1.</summary>
    public int Line { get; private set; }

    public int LastLine => Line + _lineBreaks;

    public int FieldCount { get; private set; }

    public RecordFault Fault { get; private set; }

    /// <summary>The field with the fault.</summary>
    public int FaultField { get; private set; }

    /// <summary>Where the record begins in the text, in characters from 0.</summary>
    public long Offset { get; private set; }

    /// <summary>The record as it stands in the text, without its line end. Valid until the next one is read.</summary>
    public ReadOnlySpan<char> Raw => _buffer.AsSpan(_start, _length);

    /// <summary>The line ends of the records so far.</summary>
    public LineEnds LineEnds { get; private set; }

    public bool HasLineBreaks => _lineBreaks > 0;

    /// <summary>Moves to the next record; a blank line is one of a single empty field. False at the end, and behind what cannot be read past.</summary>
    public bool Next()
    {
        if (Fault is RecordFault.UnclosedQuote or RecordFault.TooLong)
            return false;

        var passed = _length + LineEndLength();
        _start += passed;
        Offset += passed;
        (_length, FieldCount, Fault, _lineBreaks) = (0, 0, RecordFault.None, 0);
        if (!Has(1))
            return false;

        Line = _nextLine;
        ReadFields();
        if (_length > MaxLength && Fault == RecordFault.None)
            (Fault, FaultField) = (RecordFault.TooLong, FieldCount - 1);
        _nextLine = LastLine + 1;
        return true;
    }

    public int LineOf(int field) => _fields[field].Line;

    public bool IsQuoted(int field) => _fields[field].IsQuoted;

    /// <summary>The offset of a field in the record, in characters, its quote not counted.</summary>
    public int OffsetOf(int field) => _fields[field].Start;

    /// <summary>A field's text, without quotes, escapes and the white space around it. Valid until the next call.</summary>
    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            var (start, length) = (_fields[field].Start, _fields[field].Length);
            var text = _buffer.AsSpan(_start + start, length);
            return Trim(_fields[field].HasEscapes ? Unescape(text, _fields[field].IsQuoted) : text);
        }
    }

    public string GetString(int field) => _pool.Get(this[field]);

    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void ReadFields()
    {
        var at = _isSpaced ? SkipSpaces(0) : 0;
        while (true)
        {
            at = OpeningQuote(at) is var open and >= 0 ? ReadQuoted(at, open) : ReadPlain(at, at);
            if (_isTooLong && Fault == RecordFault.None)
                (Fault, FaultField) = (RecordFault.TooLong, FieldCount - 1);
            if (!Has(at + 1) || IsLineEnd(CharAt(at)) || Fault is RecordFault.TooLong or RecordFault.UnclosedQuote)
                break;

            at += _delimiter.Length;
            if (!_isSpaced)
                continue;
            at = SkipSpaces(at);
            if (!Has(at + 1) || IsLineEnd(CharAt(at)))
                break;
        }

        _length = at;
    }

    /// <summary>
    /// Where the quote stands that opens this field, white space before it passed over, and the sign of ="001", which makes Excel
    /// keep a number as text; minus one for an unquoted field.
    /// </summary>
    private int OpeningQuote(int at)
    {
        if (_openingQuote < 0 || !Has(at + 1))
            return -1;
        if (CharAt(at) != _openingQuote && CharAt(at) != '=' && !IsBlankWithinLine(CharAt(at)))
            return -1;
        at = SkipBlanks(at);
        if (_openingQuote == '"' && Has(at + 2) && CharAt(at) == '=')
            at++;
        return Has(at + 1) && CharAt(at) == _openingQuote ? at : -1;
    }

    /// <summary>Reads on to the delimiter, line end or end of text behind the field, and says where that is.</summary>
    private int ReadPlain(int start, int at)
    {
        var hasEscapes = false;
        while (true)
        {
            at = Find(at, _plainStops);
            if (!Has(at + 1))
                break;

            var stop = CharAt(at);
            if (IsLineEnd(stop) || IsDelimiter(at))
                break;
            if (stop == _escape)
            {
                // An escaped line break would swallow the next line behind every path that ends with a backslash.
                hasEscapes = true;
                at += Has(at + 2) && !IsLineEnd(CharAt(at + 1)) ? 2 : 1;
                continue;
            }

            if (stop == '"' && _openingQuote == '"' && Fault == RecordFault.None)
                SetFault(RecordFault.StrayQuote);
            at++;
        }

        Add(start, at - start, isQuoted: false, hasEscapes);
        return at;
    }

    private int ReadQuoted(int start, int open)
    {
        var content = open + 1;
        var hasEscapes = false;
        var at = content;
        while (true)
        {
            at = Find(at, _quotedStops);
            if (!Has(at + 1))
                return Unclosed(content, at);

            var isEscape = CharAt(at) == _escape && _escape != _closingQuote;
            if (!isEscape && !(Has(at + 2) && CharAt(at + 1) == _closingQuote))
                break;

            hasEscapes = true;
            at += 2;
            if (isEscape && !Has(at))
                return Unclosed(content, at - 1);
        }

        var behind = SkipBlanks(at + 1);
        if (!Has(behind + 1) || IsLineEnd(CharAt(behind)) || IsDelimiter(behind))
        {
            Add(content, at - content, isQuoted: true, hasEscapes);
            return behind;
        }

        if (_buffer.AsSpan(_start + content, at - content).ContainsAny('\r', '\n'))
            return Unclosed(content, at);

        if (Fault == RecordFault.None)
            SetFault(RecordFault.StrayQuote);
        return ReadPlain(start, behind);
    }

    private int Unclosed(int content, int end)
    {
        SetFault(RecordFault.UnclosedQuote);
        Add(content, end - content, isQuoted: true, hasEscapes: false);
        return end;
    }

    private void Add(int start, int length, bool isQuoted, bool hasEscapes)
    {
        if (FieldCount == _fields.Length)
            Array.Resize(ref _fields, 2 * _fields.Length);

        _fields[FieldCount++] = new(start, length, Line + _lineBreaks, isQuoted, hasEscapes);
        if (isQuoted)
            _lineBreaks += LineBreaks.Count(_buffer.AsSpan(_start + start, length));
    }

    /// <summary>Marks the field that is being read.</summary>
    private void SetFault(RecordFault fault) => (Fault, FaultField) = (fault, FieldCount);

    private int LineEndLength()
    {
        if (FieldCount == 0 || !Has(_length + 1) || !IsLineEnd(CharAt(_length)))
            return 0;

        if (CharAt(_length) == '\n')
            LineEnds |= LineEnds.Lf;
        else if (Has(_length + 2) && CharAt(_length + 1) == '\n')
            LineEnds |= LineEnds.CrLf;
        else
            LineEnds |= LineEnds.Cr;
        return CharAt(_length) == '\r' && Has(_length + 2) && CharAt(_length + 1) == '\n' ? 2 : 1;
    }

    private static bool IsBlankWithinLine(char character) => character is ' ' or '\t' or '\u3000' or '\u00A0';

    private char CharAt(int at) => _buffer[_start + at];

    private static bool IsLineEnd(char character) => character is '\n' or '\r';

    private bool IsDelimiter(int at) =>
        CharAt(at) == _delimiter[0] && (_delimiter.Length == 1 || (Has(at + _delimiter.Length) && _buffer.AsSpan(_start + at, _delimiter.Length).SequenceEqual(_delimiter)));

    private int SkipSpaces(int at)
    {
        while (Has(at + 1) && CharAt(at) == ' ')
            at++;
        return at;
    }

    /// <summary>Passes over white space within a line that is no delimiter.</summary>
    private int SkipBlanks(int at)
    {
        while (Has(at + 1) && IsBlankWithinLine(CharAt(at)) && !IsDelimiter(at))
            at++;
        return at;
    }

    /// <summary>Where the next of these stands, from the record's beginning; where the text ends if there is none.</summary>
    private int Find(int from, SearchValues<char> stops)
    {
        while (true)
        {
            var length = _end - _start;
            if (from < length && _buffer.AsSpan(_start + from, length - from).IndexOfAny(stops) is var next and >= 0)
                return from + next;

            from = Math.Max(from, length);
            if (from >= MaxLength)
                _isTooLong = _hasEnded = true;
            if (!Fill())
                return _end - _start;
        }
    }

    /// <summary>Whether the text has so many characters from the record's beginning.</summary>
    private bool Has(int count) => _end - _start >= count || FillTo(count);

    private bool FillTo(int count)
    {
        while (_end - _start < count)
        {
            if (!Fill())
                return false;
        }

        return true;
    }

    private bool Fill()
    {
        if (_hasEnded)
            return false;

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_buffer.Length - _end < _buffer.Length / 2)
            Grow();

        var before = _end;
        do
        {
            // Only where nothing follows is it the end of the file; elsewhere it is text.
            var count = _source.Read(_buffer.AsSpan(_end));
            _hasEnded = count == 0;
            _end += count;
        }
        while (!_hasEnded && _buffer[_end - 1] == EndOfFile && _buffer.Length - _end >= CharSource.LeastRoom);

        while (_hasEnded && _end > before && _buffer[_end - 1] == EndOfFile)
            _end--;
        return _end > before;
    }

    private void Grow()
    {
        var larger = ArrayPool<char>.Shared.Rent(2 * _buffer.Length);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private ReadOnlySpan<char> Unescape(ReadOnlySpan<char> text, bool isQuoted)
    {
        if (_unescaped.Length < text.Length)
            _unescaped = new char[text.Length];

        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isSpecial = i + 1 < text.Length && (isQuoted && text[i] == _closingQuote
                ? text[i + 1] == _closingQuote
                : text[i] == _escape && IsEscapable(text[i + 1]));
            _unescaped[length++] = isSpecial ? text[++i] : text[i];
        }

        return _unescaped.AsSpan(0, length);
    }

    /// <summary>An escape before anything else is text, as in a path or in MySQL's \N.</summary>
    private bool IsEscapable(char character) =>
        character == _escape || character == _openingQuote || character == _closingQuote || character == _delimiter[0];

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && IsBlank(text[0]))
            text = text[1..];
        while (text.Length > 0 && IsBlank(text[^1]))
            text = text[..^1];
        return text;
    }

    /// <summary>White space, and the mark that is left in the middle where two files were put together.</summary>
    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || character == '\uFEFF';

    private readonly record struct Field(int Start, int Length, int Line, bool IsQuoted, bool HasEscapes);
}

[Flags]
internal enum LineEnds
{
    None = 0,
    Lf = 1,
    CrLf = 2,
    Cr = 4,
}

internal static class LineBreaks
{
    /// <summary>How many lines end within the text; CRLF is one end.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var returns = text.Count('\r');
        return text.Count('\n') + (returns == 0 ? 0 : returns - text.Count("\r\n"));
    }
}
