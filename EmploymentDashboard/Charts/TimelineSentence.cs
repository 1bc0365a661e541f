using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

internal static class TimelineSentence
{
    public static ChartSentence Of(TimelineChart chart)
    {
        var rows = chart.Rows;
        if (rows is [var only])
            return new(new Bilingual($"{Marks.Name(Prose.List([only.Label, only.Detail]), only.Mark, only.Unit)}。", $"{Marks.Name(Prose.List([only.Label, only.Detail]), only.Mark, only.Unit)}."));

        return new(
            Prose.Sentences([
                Ends(rows),
                Bases(rows),
                Counted(rows.Count, rows.Count(row => row.Mark.Period.Start is null), new("起点均未载明。", "No start is printed."), n => new($"{n} 个的起点未载明。", $"{Prose.Count(n, "start")} not printed.")),
                Counted(rows.Count, rows.Count(row => row.Mark.Period.IsInferred), new("期间都是推断的。", "All periods are inferred."), n => new($"{n} 个的期间是推断的。", $"{Prose.Count(n, "period")} inferred.")),
                Counted(0, rows.Count(row => row.Mark.Status == ObsStatus.LowReliability), default, n => new($"{n} 个存疑，只画空框。", $"{Prose.Count(n, "figure")} doubtful, drawn hollow.")),
                TimelineDrawing.HasBars(rows) ? new Bilingual("条的长短是时间，不是数值。", "Bars show time, not size.") : new Bilingual("点的位置是时间，不是数值。", "Points show time, not size."),
            ]),
            Caution([.. rows.Where(row => row.Mark.IsDrawable)]));
    }

    private static string Ends(IReadOnlyList<TimelineRow> rows)
    {
        var months = rows.Select(row => row.Mark.Period.ReferenceMonth).Order().ToList();
        return months[0] == months[^1]
            ? new Bilingual($"{rows.Count} 个数字，都截至 {months[0]}。", $"{Prose.Count(rows.Count, "figure")}, all up to {months[0]}.")
            : new Bilingual($"{rows.Count} 个数字，截至 {months[0]} 到 {months[^1]} 不等。", $"{Prose.Count(rows.Count, "figure")} with ends from {months[0]} to {months[^1]}.");
    }

    private static string Bases(IReadOnlyList<TimelineRow> rows)
    {
        var bases = rows.Select(row => row.Mark.Basis).Distinct().Order().Select(basis => basis.Name()).ToList();
        return bases is [var one]
            ? new Bilingual($"口径都是{one}。", $"Basis of all: {one}.")
            : new Bilingual($"口径有{Prose.Series(bases.Select(basis => basis.ToString()))}。", $"Bases: {Prose.Series(bases.Select(basis => basis.ToString()))}.");
    }

    private static string Counted(int all, int count, Bilingual ifAll, Func<int, Bilingual> ifSome) =>
        count == 0 ? "" : count == all ? ifAll : ifSome(count);

    /// <summary>Why the rows may not be held against one another; empty where they may.</summary>
    private static string Caution(IReadOnlyList<TimelineRow> rows)
    {
        if (rows.Count < 2)
            return "";

        if (rows.All(row => row.Label == rows[0].Label && row.Unit == rows[0].Unit && row.Mark.Basis == rows[0].Mark.Basis && row.Mark.Period.Equals(rows[0].Mark.Period)))
            return new Bilingual("同一地区、期间的不同对象，可能互相包含。", "Different groups of one area and period, which may hold one another.");

        var reasons = new List<string>();
        if (rows.DistinctBy(row => row.Unit).Skip(1).Any())
            reasons.Add(new Bilingual("单位不同", "the units differ"));
        if (rows.DistinctBy(row => row.Mark.Basis).Skip(1).Any())
            reasons.Add(new Bilingual("口径不同", "the bases differ"));
        if (rows.DistinctBy(row => row.Detail).Skip(1).Any())
            reasons.Add(new Bilingual("对象不同", "they count different groups"));
        if (rows.Any(row => row.Mark.Period.Start is null || row.Mark.Period.End is null))
            reasons.Add(new Bilingual("起止不全", "some ends are not printed"));
        else if (rows.DistinctBy(row => row.Mark.Period).Skip(1).Any())
            reasons.Add(new Bilingual("期间不同", "the periods differ"));
        if (reasons.Count == 0)
            return "";

        return MayBeAdded(rows)
            ? new Bilingual($"{Prose.Series(reasons)}，不可直接比较。", $"Not to be compared directly: {Prose.Series(reasons)}.")
            : new Bilingual($"{Prose.Series(reasons)}，不可直接比较，也不能相加。", $"Not to be compared directly or added: {Prose.Series(reasons)}.");
    }

    /// <summary>Flows of one group in periods that do not touch. Whether the areas overlap is not known here, so rows of several areas never pass.</summary>
    private static bool MayBeAdded(IReadOnlyList<TimelineRow> rows) =>
        rows.All(row => row.Mark.Basis.AddsOverTime() && row.Label == rows[0].Label && row.Detail == rows[0].Detail && row.Unit == rows[0].Unit)
        && !rows.Where((row, index) => rows.Skip(index + 1).Any(other => row.Mark.Period.Overlaps(other.Mark.Period))).Any();
}
