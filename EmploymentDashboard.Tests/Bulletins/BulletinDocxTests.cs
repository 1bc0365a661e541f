using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Bulletins.Docx;
using EmploymentDashboard.Tests.Features;
using EmploymentDashboard.Tests.Shared;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace EmploymentDashboard.Tests.Bulletins;

/// <summary>The text document: valid, with real headings, footnotes and tables, and the same figures as the pages.</summary>
public sealed class BulletinDocxTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public async Task Docx_OfABulletin_IsValidAndKeepsHeadingsBoundsAndFootnotes()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 2500余", "500113 loans total flow 2023-01 3万余", "500113 unemployment total stock 2023-01 5.5");
        using var file = Write(BulletinFixture.Compose(store, BulletinFixture.Order("2023-01", "500113")));
        using var package = WordprocessingDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}"));

        var body = package.MainDocumentPart!.Document.Body!;
        Assert.Equal(["一、本月概况", "二、就业", "三、数字覆盖", "四、来源"], Styled(body, "Heading1"));
        var table = body.Descendants<Table>().First();
        Assert.NotNull(table.Descendants<TableHeader>().Single());
        Assert.All(table.Elements<TableRow>(), row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
        Assert.Contains(">2,500", table.InnerText, StringComparison.Ordinal);

        // One note for both bounds: mentioned first in the summary, and by its number afterwards.
        var notes = package.MainDocumentPart.FootnotesPart!.Footnotes.Elements<Footnote>().Where(note => note.Id! > 0).ToList();
        Assert.Equal(notes.Count, body.Descendants<FootnoteReference>().Count());
        Assert.Contains("实际数更大", notes[0].InnerText, StringComparison.Ordinal);
        var bookmarks = body.Descendants<BookmarkStart>().Select(mark => mark.Name!.Value!).ToHashSet();
        var repeats = body.Descendants<FieldCode>().Select(code => code.Text.Trim()).Where(code => code.StartsWith("NOTEREF", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(repeats);
        Assert.All(repeats, repeat => Assert.Contains(repeat.Split(' ')[1], bookmarks));
    }

    [Fact]
    public async Task Docx_OfADraft_SaysSoInItsHead()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        using var file = Write(BulletinFixture.Compose(store, BulletinFixture.Order("2023-01") with { IsLandscape = true }));
        using var package = WordprocessingDocument.Open(file, false);
        Assert.Contains("草　稿", package.MainDocumentPart!.HeaderParts.Single().Header.InnerText, StringComparison.Ordinal);
        Assert.All(package.MainDocumentPart.Document.Descendants<PageSize>(), page => Assert.True(page.Width! > page.Height!));
    }

    private static MemoryStream Write(BulletinDocument document)
    {
        var file = new MemoryStream();
        BulletinDocx.Write(document, new("", "制表人：|审核人：", null, EditionKind.Draft, null, null, IsSynthetic: false), pictures: null, file);
        file.Position = 0;
        return file;
    }

    private static IEnumerable<string> Styled(Body body, string style) =>
        body.Elements<WordParagraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == style).Select(paragraph => paragraph.InnerText);
}
