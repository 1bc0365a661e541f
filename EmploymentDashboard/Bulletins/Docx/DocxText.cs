using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EmploymentDashboard.Bulletins.Docx;

/// <summary>Runs and fields of a text document.</summary>
internal static class DocxText
{
    public static ParagraphProperties Style(string id) => new(new ParagraphStyleId { Val = id });

    public static Run Run(string text, bool isStrong = false, bool isRaised = false)
    {
        var run = new Run();
        if (isStrong || isRaised)
        {
            run.Append(new RunProperties(
                [.. isStrong ? [new Bold()] : Array.Empty<OpenXmlElement>(), .. isRaised ? [new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }] : Array.Empty<OpenXmlElement>()]));
        }

        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    /// <summary>A field that the program which opens the document works out.</summary>
    /// <param name="shown">What stands there until then.</param>
    public static OpenXmlElement[] Field(string code, string shown, bool isRaised = false) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Run(shown, isRaised: isRaised),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];
}
