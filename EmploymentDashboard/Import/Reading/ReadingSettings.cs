using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Reading;

/// <summary>How the bytes of a file are read as records. What is null is found by looking at the file; what is set was given by hand and is held to.</summary>
public sealed record ReadingSettings
{
    private const int LongestDelimiter = 16;

    /// <summary>Everything is found.</summary>
    public static ReadingSettings Found { get; } = new();

    /// <summary>One of <see cref="EncodingNames"/>; gbk and gb2312 are read as gb18030, which holds both.</summary>
    public string? Encoding { get; init; }

    /// <summary>What stands between two cells: one to 16 characters. A single space stands for any number of them.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The character around cells that hold delimiters or line breaks; empty for none. “ closes with ”.</summary>
    public string? Quote { get; init; }

    /// <summary>The character that makes a delimiter or quote after it ordinary text; empty for none. A doubled quote always means one.</summary>
    public string? Escape { get; init; }

    /// <summary>The encodings that a file can be read in.</summary>
    public static IReadOnlyList<string> EncodingNames { get; } = [.. TextEncoding.All.Select(encoding => encoding.Name)];

    /// <summary>What is wrong with the settings themselves, whatever the file; null for settings that can be used.</summary>
    internal (string Value, Bilingual Expected)? Problem() => this switch
    {
        { Encoding: { } name } when TextEncoding.Of(name) is null =>
            (name, new($"编码为 {string.Join("、", EncodingNames)} 之一", $"an encoding out of {string.Join(", ", EncodingNames)}")),
        { Delimiter: { } delimiter } when delimiter.Length is 0 or > LongestDelimiter || HasLineBreak(delimiter) =>
            (delimiter, new($"分隔符为 1 至 {LongestDelimiter} 个字符，不含换行", $"a delimiter of 1 to {LongestDelimiter} characters without line breaks")),
        { Quote: { } quote } when !IsCharacter(quote) => (quote, new("引号为一个字符，或留空", "one character as quote, or none")),
        { Escape: { } escape } when !IsCharacter(escape) => (escape, new("转义符为一个字符，或留空", "one character as escape, or none")),
        { Delimiter: { } delimiter } when Overlaps(delimiter, Quote) || Overlaps(delimiter, Escape) =>
            (delimiter, new("分隔符不含引号和转义符", "a delimiter without the quote and the escape in it")),
        _ => null,
    };

    private static bool IsCharacter(string text) => text.Length == 0 || (text.Length == 1 && !HasLineBreak(text));

    private static bool Overlaps(string delimiter, string? character) => character is { Length: 1 } && delimiter.Contains(character[0], StringComparison.Ordinal);

    private static bool HasLineBreak(string text) => text.AsSpan().ContainsAny('\r', '\n');
}
