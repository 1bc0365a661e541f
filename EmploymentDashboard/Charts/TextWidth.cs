namespace EmploymentDashboard.Charts;

/// <summary>
/// The width of a text in px, estimated without a font: the server does not know which one the reader has. Widths are those of
/// the wider common faces, so that what fits by this measure fits on the screen.
/// </summary>
public static class TextWidth
{
    public static double Of(string text, double fontSize) => text.Sum(Em) * fontSize;

    private static double Em(char character) => character switch
    {
        >= '\u2E80' => 1,
        >= '0' and <= '9' => 0.59,
        ' ' or '.' or ',' or ':' or '|' or '\'' or 'i' or 'l' => 0.3,
        >= 'A' and <= 'Z' or '%' or 'm' or 'w' => 0.8,
        < '\u0080' => 0.57,
        _ => 0.8,
    };
}
