namespace EmploymentDashboard.Import;

/// <summary>Full-width forms, as Chinese input methods write them.</summary>
internal static class TextWidth
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int Distance = '\uFF01' - '!';

    /// <summary>
    /// Full-width letters, digits and signs as their ASCII twins, every other space as a plain one.
    /// Not Unicode's compatibility form: that would make digits of ① and ².
    /// </summary>
    public static string Narrow(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
            narrow[i] = Narrow(wide[i]);
    }).Trim();

    /// <summary>The narrow twin of one character; ￥ becomes ¥, all other characters stay what they are.</summary>
    public static char Narrow(char c) => c switch
    {
        < '\u0080' => char.IsWhiteSpace(c) ? ' ' : c,
        >= FirstWide and <= LastWide => (char)(c - Distance),
        '￥' => '¥',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };
}
