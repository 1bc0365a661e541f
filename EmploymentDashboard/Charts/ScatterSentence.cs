using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

internal static class ScatterSentence
{
    public static ChartSentence Of(ScatterChart chart)
    {
        var drawn = ScatterDrawing.Drawn(chart).ToList();
        var (undrawn, apart) = (chart.Points.Count - drawn.Count, drawn.Where(point => point.IsApart).Select(point => point.Label).ToList());
        var bounded = drawn.Count(point => point.X.Quantity!.Value.Bound != Bound.Exact || point.Y.Quantity!.Value.Bound != Bound.Exact);
        return new(
            Prose.Sentences([
                new Bilingual($"{drawn.Count} 个地区，横轴{chart.X.Title}，纵轴{chart.Y.Title}。", $"{Prose.Count(drawn.Count, "area")}: {chart.X.Title} across, {chart.Y.Title} up."),
                undrawn == 0 ? "" : new Bilingual($"{undrawn} 个地区有一项缺或存疑，没有画，列在表里。", $"{Prose.Count(undrawn, "area")} not drawn, one figure being missing or doubtful; they are in the table."),
                bounded == 0 ? "" : new Bilingual($"{bounded} 个点有界限，实际在箭头一边。", $"{Prose.Count(bounded, "point")} bounded: the true place lies where the arrow points."),
            ]),
            Prose.Sentences([
                new Bilingual("图只显示两者是否同高同低，不说明谁引起谁。", "This shows whether the two go together; nothing follows about what causes what."),
                apart.Count == 0 ? "" : new Bilingual($"{Prose.Series(apart)}与其他地区重叠，画成空心圈。", $"{Prose.Series(apart)} overlap other areas and are drawn as rings."),
            ]));
    }
}
