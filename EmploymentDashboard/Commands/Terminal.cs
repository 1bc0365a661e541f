namespace EmploymentDashboard.Commands;

/// <summary>Text from files on a terminal.</summary>
internal static class Terminal
{
    /// <summary>On one line, and without what would steer the terminal.</summary>
    public static string Plain(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '·' : letter)) : text;
}
