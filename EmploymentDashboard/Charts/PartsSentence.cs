using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

internal static class PartsSentence
{
    public static ChartSentence Of(PartsChart chart)
    {
        var shares = new Shares(chart);
        var unit = chart.Caption.Unit;
        return new(
            Prose.Sentences([
                chart.Total is { } total
                    ? new Bilingual($"总数 {Marks.Value(total, unit)}，{shares.Drawn.Count} 个部分。", $"Total {Marks.Value(total, unit)}, in {Prose.Count(shares.Drawn.Count, "part")}.")
                    : new Bilingual($"{shares.Drawn.Count} 个部分，总数未载明。", $"{Prose.Count(shares.Drawn.Count, "part")}; no total is printed."),
                Largest(shares, unit),
                shares.Rest == 0 ? "" : Rest(shares, unit),
                shares.Undrawn.Count == 0 ? "" : new Bilingual($"{shares.Undrawn.Count} 个部分没有可画的数字。", $"{Prose.Count(shares.Undrawn.Count, "part")} without a figure that can be drawn."),
            ]),
            Caution(shares));
    }

    private static string Largest(Shares shares, Unit unit)
    {
        if (shares.Drawn.Count == 0)
            return "";

        var index = Enumerable.Range(0, shares.Drawn.Count).MaxBy(at => shares.Drawn[at].Mark.Quantity!.Value.Value);
        var largest = $"{shares.Drawn[index].Label} {Marks.Value(shares.Drawn[index].Mark, unit)}";
        if (shares.Percentages is { } percentages)
            return new Bilingual($"最大的是{largest}，占 {percentages[index]}%。", $"The largest is {largest}, {percentages[index]}%.");

        var others = shares.Drawn.Where((_, at) => at != index).Select(part => Extent.Of(part.Mark.Quantity!.Value));
        return others.All(Extent.Of(shares.Drawn[index].Mark.Quantity!.Value).IsSurelyAtLeast)
            ? new Bilingual($"已知部分中最大的是{largest}。", $"The largest known part is {largest}.")
            : new Bilingual($"所载数字最大的是{largest}。", $"The largest printed figure is {largest}.");
    }

    private static string Rest(Shares shares, Unit unit)
    {
        var amount = Format.WithUnit(new(shares.Rest), unit);
        return shares.RestIsExact
            ? new Bilingual($"其余 {amount} 来源未分开说。", $"The other {amount} are not broken down.")
            : new Bilingual("其余多少不能定。", "How much the rest is cannot be told.");
    }

    private static string Caution(Shares shares)
    {
        if (shares.Contradicts)
            return new Bilingual("各部分之和与所载总数不符，因此不算占比。", "The parts do not make the printed total, so no shares are given.");
        return shares.Percentages is null && shares.Drawn.Count > 0
            ? new Bilingual("总数或某个部分不是确数，因此不算占比。", "The total or a part is not known exactly, so no shares are given.")
            : "";
    }
}
