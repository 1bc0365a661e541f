using System.Globalization;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Bulletins;

/// <summary>
/// Sets a bulletin as one HTML file that needs nothing else. Its script deals the content onto pages, so that the screen shows what the printer gives;
/// without it the browser's own page breaks follow the styles.
/// </summary>
public sealed class BulletinHtml
{
    internal static readonly string Styles = PrintResource.Read("charts.css") + PrintResource.Read("bulletin.css");

    private static readonly string Script = PrintResource.Read("bulletin.js");

    private readonly MarkupWriter _writer = new();
    private readonly BulletinDocument _document;
    private readonly Masthead _masthead;
    private int _chapter;

    private BulletinHtml(BulletinDocument document, Masthead masthead) => (_document, _masthead) = (document, masthead);

    /// <summary>The file's text, in the language of the current culture. Equal documents give equal text; the date of print is put in when it is opened.</summary>
    public static string Write(BulletinDocument document, Masthead masthead) => new BulletinHtml(document, masthead).Write();

    private string Write()
    {
        _writer.Open("html", _document.Order.IsLandscape ? "landscape" : "portrait").With("lang", EnglishIsAsked ? "en" : "zh-CN");
        _writer.Open("head")
            .Markup("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Open("title").Text($"{_document.Title} {_document.PeriodName}").Close()
            .Markup($"<style>{Styles}@page {{ size: A4 {(_document.Order.IsLandscape ? "landscape" : "portrait")}; }}</style>")
            .Close();
        _writer.Open("body")
            .With("data-head-left", HeadLeft())
            .With("data-head-right", Say($"数据截至 {Format.Words(_document.KnownAt)}", $"Data as of {Format.Words(_document.KnownAt)}"))
            .With("data-foot-left", _masthead.Number is { } number ? NumberWords(number) : Say("草稿，未发布", "Draft, not issued"))
            .With("data-pages", Say("第 {0} 页，共 {1} 页", "Page {0} of {1}"))
            .With("data-printed", Say("打印于 {0}", "Printed {0}"))
            .With("data-continued", Say("（续）", " (continued)"))
            .With("data-mark", _masthead.Kind == EditionKind.Draft ? Say("草稿", "DRAFT") : null);
        _writer.Open("main", "flow");
        WriteTitle();
        WriteContents();
        foreach (var chapter in _document.Chapters)
            WriteChapter(chapter);
        WriteSignOff();
        _writer.Close();
        _writer.Markup($"<script>{Script}</script>").Close().Close();
        return "<!DOCTYPE html>\n" + _writer;
    }

    private string HeadLeft() =>
        (_masthead.Bureau.Length > 0 ? _masthead.Bureau : Say("重庆区县就业统计", "Chongqing district employment"))
        + (_masthead.IsSynthetic ? Say("　演示数据，不是任何地区的统计", " · synthetic data, no statistic of any place") : "");

    private static string NumberWords(string number) => Say($"第 {number} 号", $"No. {number}");

    private void WriteTitle()
    {
        _writer.Open("header", "title block");
        if (_masthead.Logo is { } logo)
            _writer.Markup($"<img alt=\"\" src=\"{logo}\">");
        if (_masthead.Bureau.Length > 0)
            _writer.Open("p", "bureau").Text(_masthead.Bureau).Close();
        _writer.Open("h1").Text(_document.Title).Close();
        _writer.Open("p", "edition").Text(string.Join("　", new[]
        {
            _document.PeriodName,
            _masthead.Number is { } number ? NumberWords(number) : Say("草稿", "Draft"),
            _masthead.Corrects is { } corrected ? Say($"更正第 {corrected} 号", $"corrects No. {corrected}") : "",
        }.Where(part => part.Length > 0))).Close();
        _writer.Close();
    }

    /// <summary>Written always; the script leaves it out of short bulletins and puts in the page numbers.</summary>
    private void WriteContents()
    {
        _writer.Open("nav", "contents").With("aria-label", Say("目录", "Contents"));
        _writer.Open("p", "contents-title block").Text(Say("目　录", "Contents")).Close();
        var inner = new List<Heading>();
        foreach (var heading in _document.Chapters.SelectMany(chapter => chapter.Blocks).OfType<Heading>())
        {
            if (heading.Level > 2)
            {
                inner.Add(heading);
                continue;
            }

            WriteInner();
            WriteEntries("entry block", [heading]);
        }

        WriteInner();
        _writer.Close();

        // Areas stand two abreast, so that all of them fit on the page.
        void WriteInner()
        {
            foreach (var pair in inner.Chunk(2))
                WriteEntries("entry entry-inner block", pair);
            inner.Clear();
        }

        void WriteEntries(string classes, Heading[] headings)
        {
            _writer.Open("p", classes);
            foreach (var heading in headings)
                _writer.Open("a").With("href", "#" + heading.Id).Open("span").Text(heading.Text).Close().Open("i").Close().Open("b").With("data-page-of", heading.Id).Close().Close();
            _writer.Close();
        }
    }

    private void WriteChapter(Chapter chapter)
    {
        _chapter++;
        _writer.Open("section", "chapter").With("data-begins-page", chapter.BeginsPage ? "" : null);
        foreach (var block in chapter.Blocks)
            WriteBlock(block);
        if (chapter.Notes.Count > 0)
        {
            _writer.Open("div", "notes").With("role", "doc-endnotes").With("aria-label", Say("注", "Notes"));
            for (var index = 0; index < chapter.Notes.Count; index++)
                _writer.Open("p", "footnote").With("id", NoteId(index + 1)).Open("sup").Text(NoteSigns.Of(index + 1)).Close().Text(" " + chapter.Notes[index]).Close();
            _writer.Close();
        }

        _writer.Close();
    }

    private string NoteId(int number) => string.Create(CultureInfo.InvariantCulture, $"note-{_chapter}-{number}");

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case Heading heading:
                _writer.Open("h" + heading.Level.ToString(CultureInfo.InvariantCulture), "block").With("id", heading.Id).Text(heading.Text).Close();
                break;
            case Paragraph paragraph:
                WriteInlines(_writer.Open("p", "prose block"), paragraph.Text);
                _writer.Close();
                break;
            case Remark remark:
                _writer.Open("p", "remark block").Text(remark.Text).Close();
                break;
            case ChartBlock charts:
                WriteCharts(charts);
                break;
            case HeadlineBlock headlines:
                WriteHeadlines(headlines);
                break;
            case TableBlock table:
                WriteTable(table);
                break;
            case SourceBlock sources:
                for (var index = 0; index < sources.Citations.Count; index++)
                    _writer.Open("p", "citation block").With("id", SourceId(index + 1)).Open("span").Text(string.Create(CultureInfo.InvariantCulture, $"[{index + 1}]")).Close().Text(" ").Open("span").With("lang", "zh").Text(sources.Citations[index]).Close().Close();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "A kind of block that is not set yet.");
        }
    }

    private static string SourceId(int number) => string.Create(CultureInfo.InvariantCulture, $"source-{number}");

    private void WriteInlines(MarkupWriter writer, IReadOnlyList<Inline> inlines)
    {
        var isInMarks = false;
        foreach (var inline in inlines)
        {
            // Marks that follow one another are one piece: a line never breaks within them, and in a column of numbers they hang beside the digits.
            if (inline is Words == isInMarks)
            {
                if (isInMarks)
                    writer.Close();
                else
                    writer.Open("sup", inline is SourceMark ? "marks of-source" : "marks");
                isInMarks = !isInMarks;
            }

            switch (inline)
            {
                case Words words:
                    writer.Text(words.Text);
                    break;
                case NoteMark mark:
                    writer.Open("a").With("href", "#" + NoteId(mark.Number)).With("role", "doc-noteref").Text(NoteSigns.Of(mark.Number)).Close();
                    break;
                case SourceMark mark:
                    writer.Open("a").With("href", "#" + SourceId(mark.Number)).Text(string.Create(CultureInfo.InvariantCulture, $"[{mark.Number}]")).Close();
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(inlines), inline, "A kind of text that is not set yet.");
            }
        }

        if (isInMarks)
            writer.Close();
    }

    private void WriteCharts(ChartBlock block)
    {
        _writer.Open("div", block.Charts.Count > 1 ? "figures beside block" : "figures block");
        foreach (var (number, chart) in block.Charts)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"figure-{number}");
            var rendered = RenderedChart.Of(chart, id);
            _writer.Open("figure", "chart-figure").With("aria-labelledby", id + "-title");
            _writer.Open("figcaption").With("id", id + "-title")
                .Open("b").Text(Say($"图 {number}　", $"Figure {number}. ") + chart.Caption.Title).Close()
                .Open("span").Text(Say("（", " (") + chart.Caption.Subtitle + Say("）", ")")).Close()
                .Close();
            _writer.Open("div", "drawing").Markup(rendered.Drawing).Close();
            _writer.Open("p", "sentence").Text(Prose.Sentences([rendered.Sentence.Text, rendered.Sentence.Caution])).Close();
            _writer.Close();
        }

        _writer.Close();
    }

    private void WriteHeadlines(HeadlineBlock block)
    {
        _writer.Open("ul", "headlines block");
        foreach (var headline in block.Headlines)
        {
            _writer.Open("li").Open("span", "label").Text(headline.Label).Close()
                .Open("span", "big").Text(headline.Number).Open("small").Text(headline.Unit).Close();
            WriteInlines(_writer, headline.Marks);
            _writer.Close().Open("span", "when").Text(headline.When).Close().Close();
        }

        _writer.Close();
    }

    private void WriteTable(TableBlock table)
    {
        var whole = table.Columns.Sum(column => column.Share);
        _writer.Open("div", table.IsDense ? "table dense block" : "table block").Open("table");
        _writer.Open("caption").Text(Say($"表 {table.Number}　", $"Table {table.Number}. ") + table.Title).Close();
        _writer.Open("colgroup").Markup(string.Concat(table.Columns.Select(column => $"<col style=\"width:{Format.Invariant(column.Share / whole * 100)}%\">"))).Close();
        // Marks hang beside the digits; each column leaves the room that its own need.
        var marks = table.Columns.Select((column, index) => column.IsNumber ? table.Rows.Select(row => row[index].OfType<NoteMark>().Count()).DefaultIfEmpty().Max() : 0).ToList();
        _writer.Open("thead").Open("tr");
        for (var index = 0; index < table.Columns.Count; index++)
            _writer.Open("th", table.Columns[index].IsNumber ? "number" : null).With("scope", "col").With("style", RoomFor(marks[index])).Text(table.Columns[index].Title).Close();
        _writer.Close().Close().Open("tbody");
        foreach (var row in table.Rows)
        {
            _writer.Open("tr");
            for (var index = 0; index < row.Count; index++)
            {
                _writer.Open(index == 0 ? "th" : "td", table.Columns[index].IsNumber ? "number" : null).With("scope", index == 0 ? "row" : null).With("style", RoomFor(marks[index]));
                WriteInlines(_writer, row[index]);
                _writer.Close();
            }

            _writer.Close();
        }

        _writer.Close().Close();
        if (table.Legend.Length > 0)
            _writer.Open("p", "legend").Text(table.Legend).Close();
        _writer.Close();
    }

    private static string? RoomFor(int marks) => marks == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"--marks:{marks}");

    private void WriteSignOff()
    {
        if (_masthead.SignOff.Length == 0)
            return;

        _writer.Open("section", "chapter").Open("p", "sign-off block");
        foreach (var field in _masthead.SignOff.Split('|'))
            _writer.Open("span").Text(field).Close();
        _writer.Close().Close();
    }
}
