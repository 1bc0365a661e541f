using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Features;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Tests.Bulletins;

/// <summary>Bulletins over a database filled by a test, and their content as plain text.</summary>
internal static class BulletinFixture
{
    public static BulletinDesk DeskOf(FilledDatabase store, BulletinOptions? options = null) =>
        new(store.Database, new(store.Database), Options.Create(options ?? new()), store.Clock);

    public static BulletinOrder Order(string period, params string[] areas) => new() { Period = Period.Parse(period), Areas = areas };

    public static BulletinDocument Compose(FilledDatabase store, BulletinOrder order) =>
        DeskOf(store).Compose(order, store.Catalog, isSynthetic: false);

    /// <summary>The prose of the summary, a paragraph a line; marks as {1} for notes and [1] for sources.</summary>
    public static string Summary(BulletinDocument document) =>
        string.Join('\n', document.Chapters[0].Blocks.SkipWhile(block => block is not Heading { Id: "section-summary" }).Skip(1).TakeWhile(block => block is not Heading).OfType<Paragraph>().Select(paragraph => TextOf(paragraph.Text)));

    public static string TextOf(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Words words => words.Text,
        NoteMark mark => $"{{{mark.Number}}}",
        SourceMark mark => $"[{mark.Number}]",
        _ => throw new ArgumentOutOfRangeException(nameof(inlines)),
    }));

    /// <summary>The rows of a table, cells parted by bars.</summary>
    public static IReadOnlyList<string> RowsOf(TableBlock table) => [.. table.Rows.Select(row => string.Join('|', row.Select(TextOf)))];

    public static IEnumerable<TableBlock> Tables(BulletinDocument document) => document.Chapters.SelectMany(chapter => chapter.Blocks).OfType<TableBlock>();
}
