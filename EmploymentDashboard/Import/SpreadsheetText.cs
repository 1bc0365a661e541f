namespace EmploymentDashboard.Import;

/// <summary>
/// Text in files that spreadsheets open. A cell that begins with <c>= + - @</c>, a tab or a carriage return would be run as a formula
/// (OWASP, CSV injection), so an apostrophe is put before it, which spreadsheets take for "this is text". Reading takes it off again. A text
/// that already is of that form gets one more, so that each text comes back as it was.
/// </summary>
public static class SpreadsheetText
{
    private const char Apostrophe = '\'';

    /// <summary>The text as it may stand in a file.</summary>
    public static string Escape(string text) => IsFormula(text) ? Apostrophe + text : text;

    /// <summary>The text that was written so.</summary>
    public static string Unescape(string text) => text.StartsWith(Apostrophe) && IsFormula(text) ? text[1..] : text;

    /// <summary>Whether the text begins like a formula, any number of apostrophes before it.</summary>
    private static bool IsFormula(string text) => text.AsSpan().TrimStart(Apostrophe) is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
