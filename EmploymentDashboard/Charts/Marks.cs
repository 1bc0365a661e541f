using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>What a mark says, and the element that says it.</summary>
public static class Marks
{
    /// <summary>Past so many marks in one drawing only a few stay tab stops; the table below it reaches them all.</summary>
    public const int MostTabStops = 120;

    /// <summary>What stands before a figure that cannot be right.</summary>
    public static Bilingual Doubt => new("⚠ 存疑 ", "⚠ doubtful ");

    private static readonly Bilingual _missing = new("缺", "missing");
    private static readonly Bilingual _notComputed = new("算不出", "not computed");

    /// <summary>The figure as a reader sees it: &gt;2,300 人.</summary>
    public static string Value(Mark mark, Unit unit) =>
        mark.Quantity is { } quantity ? Format.WithUnit(quantity, unit) : Absence(mark);

    /// <summary>The figure as a screen reader says it: label, bound in words, number, unit, period, basis, and what is wrong with it.</summary>
    /// <param name="more">What the drawing adds to the figure: its rank, its class.</param>
    public static string Name(string label, Mark mark, Unit unit, IEnumerable<string>? more = null) =>
        Prose.List([label, Spoken(mark, unit), Format.Words(mark.Period), mark.Basis.Name(), .. more ?? [], .. Notes(mark)]);

    /// <summary>The figure in words alone: more than 2,300 people.</summary>
    public static string Spoken(Mark mark, Unit unit) =>
        mark.Quantity is { } quantity ? Format.Spoken(quantity, unit) : Absence(mark);

    /// <summary>What stands in place of a number: that the source says there is none, or that none could be computed.</summary>
    public static string Absence(Mark mark) => mark.Obstacle == Obstacle.None ? _missing : _notComputed;

    /// <summary>The same in a character, for cells.</summary>
    public static string AbsenceSign(Mark mark) => mark.Obstacle == Obstacle.None ? new Bilingual("缺", "–") : "·";

    /// <summary>The key to <see cref="AbsenceSign"/>.</summary>
    public static KeySign AbsenceKey(Mark mark) => mark.Obstacle == Obstacle.None ? KeySign.Missing : KeySign.NotComputed;

    /// <summary>What a pointer sees: the figure, then whose it is, then when and how it was counted, a line each.</summary>
    public static string Tip(string label, Mark mark, Unit unit, IEnumerable<string>? more = null) =>
        string.Join('\n', [Value(mark, unit), label, $"{mark.Basis.Name()} · {Format.Words(mark.Period)}", .. more ?? [], .. Notes(mark)]);

    /// <summary>What a reader must know about the figure beyond the number.</summary>
    public static IEnumerable<string> Notes(Mark mark)
    {
        if (mark.Status != ObsStatus.Normal)
            yield return mark.Status.Name();
        if (mark.Obstacle != Obstacle.None)
            yield return mark.Obstacle.Reason();
        else if (mark.IsDerived)
            yield return new Bilingual("由其他数字推算", "computed from other figures");
        foreach (var line in mark.ComputedFrom)
            yield return line;
        if (mark.IsConflict)
            yield return new Bilingual("另有来源给出不同数字", "another source gives another figure");
        if (mark.IsRevised)
            yield return new Bilingual("已更正", "revised");
    }

    /// <summary>Begins the SVG element that stands for a figure: a link to its details, or a named group where there are none.</summary>
    public static MarkupWriter OpenMark(this MarkupWriter writer, string classes, string label, Mark mark, Unit unit, bool isTabStop = true) =>
        writer.OpenMark("g", classes, label, mark, unit)
            .With("tabindex", mark.Href is not null && !isTabStop ? "-1" : null)
            .With("aria-label", Name(label, mark, unit));

    /// <summary>
    /// The same for a mark with words of its own in it. A label attribute beside words that differ from it would leave those who
    /// command the page by voice without a name to say, so the name is a text of its own, heard and not seen. What leads nowhere is no command.
    /// </summary>
    public static MarkupWriter OpenWordedMark(this MarkupWriter writer, string classes, string label, Mark mark, Unit unit, bool isHtml = false, IReadOnlyList<string>? more = null)
    {
        var name = Name(label, mark, unit, more);
        writer.OpenMark(isHtml ? "div" : "g", classes, label, mark, unit, more);
        return mark.Href is null ? writer.With("aria-label", name) : writer.Spoken(name, isHtml);
    }

    /// <summary>Writes words that are heard and not seen.</summary>
    public static MarkupWriter Spoken(this MarkupWriter writer, string words, bool isHtml) =>
        writer.Open(isHtml ? "span" : "text", "spoken").Text(words).Close();

    private static MarkupWriter OpenMark(this MarkupWriter writer, string plainElement, string classes, string label, Mark mark, Unit unit, IReadOnlyList<string>? more = null)
    {
        var isLink = mark.Href is not null;
        return writer
            .Open(isLink ? "a" : plainElement, "mark " + classes)
            .With("href", mark.Href)
            .With("role", isLink ? null : "img")
            .With("data-tip", Tip(label, mark, unit, more));
    }

    /// <summary>Writes a figure into a text: its bound in amber, the number, the unit in grey.</summary>
    public static MarkupWriter Figure(this MarkupWriter writer, Mark mark, Unit unit, bool hasUnit = true)
    {
        if (mark.Status == ObsStatus.LowReliability)
            writer.Open("tspan", "doubt").Text(Doubt).Close();
        if (mark.Quantity is not { } quantity)
            return writer.Open("tspan", "unit").Text(Absence(mark)).Close();

        if (quantity.Bound != Bound.Exact)
            writer.Open("tspan", "sign").Text(quantity.Bound.Sign()).Close();
        if (!hasUnit)
            return writer.Text(Format.Number(quantity.Value, unit));

        var (number, suffix) = Format.Parts(quantity.Value, unit);
        return writer.Text(number).Open("tspan", "unit").Text(suffix).Close();
    }

    /// <summary>Whether only an upper end is known, so that no part of the length is certain.</summary>
    public static bool IsUpperOnly(this Bound bound) => bound is Bound.AtMost or Bound.LessThan;
}
