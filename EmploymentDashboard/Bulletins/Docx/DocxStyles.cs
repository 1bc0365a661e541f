using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins.Docx;

/// <summary>The styles of a bulletin as a text document: Song for prose, Hei for heads and tables.</summary>
internal static class DocxStyles
{
    private const string Song = "SimSun";
    private const string Hei = "SimHei";
    private const string Serif = "Times New Roman";
    private const string Sans = "Arial";
    private const string Normal = "Normal";

    public static Styles Create() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Serif, Song), new FontSize { Val = "21" }, new FontSizeComplexScript { Val = "21" }, new Languages { Val = "en-GB", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "320", LineRule = LineSpacingRuleValues.Auto }))),
        Of("Normal", "Normal", 21, isHei: false, isBold: false),
        Of("Title", "Title", 42, isHei: true, isBold: true, new SpacingBetweenLines { Before = "120", After = "60" }, new Justification { Val = JustificationValues.Center }),
        Of("Subtitle", "Subtitle", 21, isHei: true, isBold: false, new SpacingBetweenLines { After = "120" }, new Justification { Val = JustificationValues.Center }),
        Of("Heading1", "heading 1", 27, isHei: true, isBold: true, new KeepNext(), new SpacingBetweenLines { Before = "240", After = "80" }, new OutlineLevel { Val = 0 }),
        Of("Heading2", "heading 2", 24, isHei: true, isBold: true, new KeepNext(), new SpacingBetweenLines { Before = "160", After = "60" }, new OutlineLevel { Val = 1 }),
        Of("BodyText", "Body Text", 21, isHei: false, isBold: false, new WidowControl(), new SpacingBetweenLines { After = "60" }, Bilingual.EnglishIsAsked ? new Indentation() : new Indentation { FirstLine = "420", FirstLineChars = 200 }, new Justification { Val = JustificationValues.Both }),
        Of("Caption", "caption", 19, isHei: true, isBold: true, new KeepNext(), new SpacingBetweenLines { Before = "120", After = "40" }),
        Of("Figure", "Figure", 21, isHei: false, isBold: false, new KeepNext()),
        Of("Headline", "Headline", 21, isHei: true, isBold: false),
        Of("TableText", "Table Text", 18, isHei: true, isBold: false, new SpacingBetweenLines { Before = "20", After = "20", Line = "250", LineRule = LineSpacingRuleValues.Auto }),
        Of("Remark", "Remark", 17, isHei: true, isBold: false, new SpacingBetweenLines { After = "60", Line = "260", LineRule = LineSpacingRuleValues.Auto }),
        Of("Citation", "Citation", 18, isHei: false, isBold: false, new Indentation { Left = "420", Hanging = "420" }),
        Of("FootnoteText", "footnote text", 16, isHei: false, isBold: false, new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }),
        Of("SignOff", "Sign-off", 21, isHei: true, isBold: false, Tabs(3400, 6800, TabStopValues.Left), new SpacingBetweenLines { Before = "700" }),
        Of("Header", "header", 17, isHei: true, isBold: false, new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Color = "A3352B", Space = 4 }), Tabs(4819, 9638, TabStopValues.Center)),
        Of("Footer", "footer", 17, isHei: true, isBold: false, Tabs(4819, 9638, TabStopValues.Center)));

    /// <summary>A tab in the middle and one at the end of a line.</summary>
    private static Tabs Tabs(int middle, int end, TabStopValues first) => new(
        new TabStop { Val = first, Position = middle },
        new TabStop { Val = first == TabStopValues.Center ? TabStopValues.Right : first, Position = end });

    private static Style Of(string id, string name, int halfPoints, bool isHei, bool isBold, params OpenXmlElement[] paragraph)
    {
        var isDefault = id == Normal;
        var size = halfPoints.ToString(CultureInfo.InvariantCulture);
        var run = new StyleRunProperties(Fonts(isHei ? Sans : Serif, isHei ? Hei : Song));
        if (isBold)
            run.Append(new Bold());
        run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault)
            style.Append(new BasedOn { Val = Normal });
        style.Append(new PrimaryStyle());
        if (paragraph.Length > 0)
            style.Append(new StyleParagraphProperties(paragraph));
        style.Append(run);
        return style;
    }

    private static RunFonts Fonts(string western, string chinese) => new() { Ascii = western, HighAnsi = western, EastAsia = chinese };
}
