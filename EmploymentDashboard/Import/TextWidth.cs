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
        {
            narrow[i] = wide[i] switch
            {
                >= FirstWide and <= LastWide => (char)(wide[i] - Distance),
                var c when char.IsWhiteSpace(c) => ' ',
                var c => c,
            };
        }
    }).Trim();
}
