namespace EmploymentDashboard.Statistics;

/// <summary>Text that a database keeps, a file carries and a page shows as it was given.</summary>
public static class PlainText
{
    /// <summary>
    /// Whether nothing of a line of text would be lost or changed on its way: halves of surrogate pairs have no encoding, and a
    /// control character, such as NUL or a line break, ends or breaks what it stands in.
    /// </summary>
    public static bool IsKept(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;

            i++;
        }

        return true;
    }
}
