namespace EmploymentDashboard.Bulletins;

/// <summary>Section "Bulletin" of the configuration: who issues bulletins, and how their head and foot look.</summary>
public sealed class BulletinOptions
{
    /// <summary>Name of the bureau at the head; empty for none.</summary>
    public string Bureau { get; set; } = "";

    public string BureauEn { get; set; } = "";

    /// <summary>A PNG, JPEG or SVG file, from the program's own folder where the path is relative; empty for none.</summary>
    public string Logo { get; set; } = "";

    /// <summary>The line at the end: who drew it up, who checked and who signed; empty for none. Bars part its fields.</summary>
    public string SignOff { get; set; } = "制表人：|审核人：|签发人：";

    public string SignOffEn { get; set; } = "Drawn up by:|Checked by:|Signed by:";

    /// <summary>A browser of the Chromium family that writes PDF; looked for where it is empty.</summary>
    public string Chromium { get; set; } = "";
}

/// <summary>How far a bulletin has come.</summary>
public enum EditionKind
{
    /// <summary>Marked as such on every page.</summary>
    Draft,

    Issued,

    /// <summary>更正: takes the place of an earlier edition and lists what changed.</summary>
    Correction,
}

/// <summary>What stands around a bulletin's content.</summary>
/// <param name="Number">Of the edition; null for a draft.</param>
/// <param name="Corrects">Number of the edition that it takes the place of.</param>
/// <param name="Logo">The picture as a data address; null for none.</param>
/// <param name="IsSynthetic">Whether its figures were generated, which every page then says.</param>
public sealed record Masthead(string Bureau, string SignOff, string? Logo, EditionKind Kind, string? Number, string? Corrects, bool IsSynthetic);
