using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static EmploymentDashboard.Statistics.Bilingual;
using Format = EmploymentDashboard.Statistics.Format;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace EmploymentDashboard.Bulletins.Docx;

/// <summary>
/// Sets a bulletin as a text document (Office Open XML): real headings, tables that repeat their head and never part a row, real footnotes, page
/// numbers as fields.
/// </summary>
internal sealed class BulletinDocx
{
    // Twentieths of a point: A4 and its margins.
    private const uint LongSide = 16838;
    private const uint ShortSide = 11906;
    private const int SideMargin = 1134;

    private readonly BulletinDocument _document;
    private readonly Masthead _masthead;
    private readonly ChartPictures? _pictures;
    private readonly DocxFootnotes _footnotes = new();
    private readonly Body _body = new();
    private string? _pictureId;
    private uint _drawing;

    private BulletinDocx(BulletinDocument document, Masthead masthead, ChartPictures? pictures) => (_document, _masthead, _pictures) = (document, masthead, pictures);

    private int TextWidth => (int)(_document.Order.IsLandscape ? LongSide : ShortSide) - (2 * SideMargin);

    /// <param name="pictures">The charts; null to leave them out, which the document then says.</param>
    /// <param name="target">Readable, writable and seekable.</param>
    public static void Write(BulletinDocument document, Masthead masthead, ChartPictures? pictures, Stream target) => new BulletinDocx(document, masthead, pictures).Write(target);

    private void Write(Stream target)
    {
        using var package = WordprocessingDocument.Create(target, WordprocessingDocumentType.Document);
        var main = package.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Create();
        if (_pictures is { } pictures)
        {
            var part = main.AddImagePart(ImagePartType.Png);
            part.FeedData(new MemoryStream(pictures.Png));
            _pictureId = main.GetIdOfPart(part);
        }

        package.PackageProperties.Title = $"{_document.Title} {_document.PeriodName}";
        package.PackageProperties.Creator = _masthead.Bureau;
        var (header, footer) = (main.AddNewPart<HeaderPart>(), main.AddNewPart<FooterPart>());
        header.Header = Header();
        footer.Footer = Footer();
        WriteTitle();
        for (var index = 0; index < _document.Chapters.Count; index++)
            WriteChapter(_document.Chapters[index], isLast: index == _document.Chapters.Count - 1, main.GetIdOfPart(header), main.GetIdOfPart(footer));

        main.AddNewPart<FootnotesPart>().Footnotes = _footnotes.Element;
        main.Document = new Document(_body);
    }

    private Header Header() => new(new WordParagraph(
        DocxText.Style("Header"),
        DocxText.Run((_masthead.Bureau.Length > 0 ? _masthead.Bureau : Say("重庆区县就业统计", "Chongqing district employment")) + (_masthead.IsSynthetic ? Say("　演示数据", " · synthetic data") : "")),
        new Run(new TabChar()),
        DocxText.Run(_masthead.Kind == EditionKind.Draft ? Say("草　稿", "DRAFT") : "", isStrong: true),
        new Run(new TabChar()),
        DocxText.Run(Say($"数据截至 {Format.Words(_document.KnownAt)}", $"Data as of {Format.Words(_document.KnownAt)}"))));

    private Footer Footer() => new(new WordParagraph([
        DocxText.Style("Footer"),
        DocxText.Run(_masthead.Number is { } number ? Say($"第 {number} 号", $"No. {number}") : Say("草稿，未发布", "Draft, not issued")),
        new Run(new TabChar()),
        DocxText.Run(Say("第 ", "Page ")), .. DocxText.Field("PAGE", "1"), DocxText.Run(Say(" 页，共 ", " of ")), .. DocxText.Field("NUMPAGES", "1"), DocxText.Run(Say(" 页", "")),
        new Run(new TabChar()),
        DocxText.Run(Say("打印于 ", "Printed ")), .. DocxText.Field("DATE \\@ \"yyyy-MM-dd HH:mm\"", ""),
    ]));

    private void WriteTitle()
    {
        if (_masthead.Bureau.Length > 0)
            Add("Subtitle", DocxText.Run(_masthead.Bureau));
        Add("Title", DocxText.Run(_document.Title));
        Add("Subtitle", DocxText.Run(string.Join("　", new[]
        {
            _document.PeriodName,
            _masthead.Number is { } number ? Say($"第 {number} 号", $"No. {number}") : Say("草稿", "Draft"),
            _masthead.Corrects is { } corrected ? Say($"更正第 {corrected} 号", $"corrects No. {corrected}") : "",
        }.Where(part => part.Length > 0))));
    }

    private void WriteChapter(Chapter chapter, bool isLast, string header, string footer)
    {
        _footnotes.Begin(chapter.Notes);
        foreach (var block in chapter.Blocks)
            WriteBlock(block);
        if (isLast && _masthead.SignOff.Length > 0)
            Add("SignOff", [.. _masthead.SignOff.Split('|').SelectMany((field, index) => index == 0 ? new OpenXmlElement[] { DocxText.Run(field) } : [new Run(new TabChar()), DocxText.Run(field)])]);

        // Footnotes count anew in each section, as they do in the printed bulletin.
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new FootnoteProperties(new NumberingFormat { Val = NumberFormatValues.DecimalEnclosedCircle }, new NumberingRestart { Val = RestartNumberValues.EachSection }),
            new SectionType { Val = chapter.BeginsPage ? SectionMarkValues.NextPage : SectionMarkValues.Continuous },
            _document.Order.IsLandscape
                ? new PageSize { Width = LongSide, Height = ShortSide, Orient = PageOrientationValues.Landscape }
                : new PageSize { Width = ShortSide, Height = LongSide },
            new PageMargin { Top = 1361, Bottom = 1134, Left = SideMargin, Right = SideMargin, Header = 737, Footer = 624 });
        if (isLast)
            _body.Append(section);
        else
            _body.Append(new WordParagraph(new ParagraphProperties(section)));
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case Heading heading:
                Add(heading.Level == 2 ? "Heading1" : "Heading2", DocxText.Run(heading.Text));
                break;
            case Paragraph paragraph:
                Add("BodyText", [.. Inlines(paragraph.Text)]);
                break;
            case Remark remark:
                Add("Remark", DocxText.Run(remark.Text));
                break;
            case HeadlineBlock headlines:
                foreach (var headline in headlines.Headlines)
                    Add("Headline", [DocxText.Run(headline.Label + "　"), DocxText.Run($"{headline.Number}{headline.Unit}", isStrong: true), .. Inlines(headline.Marks), DocxText.Run("　" + headline.When)]);
                break;
            case ChartBlock charts:
                foreach (var chart in charts.Charts)
                    WriteChart(chart);
                break;
            case TableBlock table:
                WriteTable(table);
                break;
            case SourceBlock sources:
                for (var index = 0; index < sources.Citations.Count; index++)
                    Add("Citation", DocxText.Run(string.Create(CultureInfo.InvariantCulture, $"[{index + 1}]　{sources.Citations[index]}")));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "A kind of block that is not set yet.");
        }
    }

    private void WriteChart(NumberedChart chart)
    {
        var sentence = Charts.ChartSentence.Of(chart.Chart);
        if (_pictures is { } pictures && pictures.Places.TryGetValue(chart.Number, out var place))
        {
            Add("Caption", DocxText.Run(Say($"图 {chart.Number}　{chart.Chart.Caption.Title}（{chart.Chart.Caption.Subtitle}）", $"Figure {chart.Number}. {chart.Chart.Caption.Title} ({chart.Chart.Caption.Subtitle})")));
            Add("Figure", new Run(DocxPicture.Of(_pictureId!, ++_drawing, sentence.Text, pictures, place)));
        }

        Add("Remark", DocxText.Run(Charts.Prose.Sentences([sentence.Text, sentence.Caution])));
    }

    private void WriteTable(TableBlock table)
    {
        Add("Caption", DocxText.Run(Say($"表 {table.Number}　{table.Title}", $"Table {table.Number}. {table.Title}")));
        var whole = table.Columns.Sum(column => column.Share);
        var widths = table.Columns.Select(column => (int)(TextWidth * column.Share / whole)).ToList();
        var built = DocxTable.Frame(TextWidth, widths);
        built.Append(DocxTable.Row(isHead: true, table.Columns.Select((column, index) => DocxTable.Cell(widths[index], column.IsNumber, [DocxText.Run(column.Title, isStrong: true)]))));
        foreach (var row in table.Rows)
            built.Append(DocxTable.Row(isHead: false, row.Select((cell, index) => DocxTable.Cell(widths[index], table.Columns[index].IsNumber, [.. Inlines(cell, isInTable: true)]))));
        _body.Append(built);
        Add("Remark", DocxText.Run(table.Legend));
    }

    private IEnumerable<OpenXmlElement> Inlines(IEnumerable<Inline> inlines, bool isInTable = false) => inlines.SelectMany<Inline, OpenXmlElement>(inline => inline switch
    {
        Words words => [DocxText.Run(words.Text)],
        NoteMark mark => _footnotes.Reference(mark.Number),
        SourceMark mark => [DocxText.Run(string.Create(CultureInfo.InvariantCulture, $"[{mark.Number}]"), isRaised: !isInTable)],
        _ => throw new ArgumentOutOfRangeException(nameof(inlines), inline, "A kind of text that is not set yet."),
    });

    private void Add(string style, params OpenXmlElement[] content) =>
        _body.Append(new WordParagraph([DocxText.Style(style), .. content]));
}
