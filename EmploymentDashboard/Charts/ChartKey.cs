using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>A sign that a drawing uses and that is not clear from its labels.</summary>
public enum KeySign
{
    OpenStart,
    OpenEnd,
    InferredEnd,
    Up,
    Down,
    About,
    UpperOnly,
    Doubtful,
    DoubtfulPoint,
    Derived,
    NotReported,
    Gap,
    Average,
    Target,
    Limit,
    Missing,
    MissingCross,
    NotComputed,
    NotComputedGap,
    UnknownRest,
    OpenRest,
    OwnFigures,
    ThroughTownship,
    Zone,
    UnclassedZone,
    NormCell,
    ZeroCell,
    NoFigures,
    ColumnGap,
    Right,
    Left,
    Apart,
    BelowZero,
    ZeroClass,
    Rounded,
    BoundSign,
    RankRange,
    RankChange,
    RankNew,
    RankUnknown,
    Conflict,
    Revised,
}

/// <summary>The line below a drawing that explains the signs which occur in it, and no other.</summary>
public sealed class ChartKey
{
    private readonly SortedSet<KeySign> _signs = [];
    private readonly List<(string Classes, string Text)> _series = [];

    /// <summary>Whether larger values lie to the right, so that arrows point there.</summary>
    public bool ValuesRunAcross { get; init; }

    public void Add(KeySign sign) => _signs.Add(sign);

    public void AddIf(bool occurs, KeySign sign)
    {
        if (occurs)
            _signs.Add(sign);
    }

    /// <summary>Adds what a figure's origin calls for.</summary>
    public void AddOriginOf(Mark mark)
    {
        AddIf(mark.IsDerived, KeySign.Derived);
        AddIf(mark.IsConflict, KeySign.Conflict);
        AddIf(mark.IsRevised, KeySign.Revised);
    }

    /// <summary>Adds what a figure's bound and origin call for.</summary>
    public void AddSignsOf(Mark mark)
    {
        AddOriginOf(mark);
        if (!mark.IsDrawable)
            return;

        var direction = mark.Quantity!.Value.Bound.Direction();
        AddIf(direction == Direction.Up, KeySign.Up);
        AddIf(direction == Direction.Down, KeySign.Down);
        AddIf(direction == Direction.Either, KeySign.About);
    }

    public void AddSeries(string classes, string label) => _series.Add((classes, label));

    public void Write(MarkupWriter writer, string id)
    {
        if (_signs.Count + _series.Count == 0)
            return;

        writer.Open("ul", "key");
        foreach (var (classes, text) in _series)
            WriteItem(writer, text, () => writer.Open("rect", classes).With("y", 2).With("width", 12).With("height", 10).Close());
        foreach (var sign in _signs)
            WriteItem(writer, Words(sign), () => WriteSign(writer, sign, id));
        writer.Close();
    }

    private static void WriteItem(MarkupWriter writer, string words, Action drawSign)
    {
        writer.Open("li").Open("svg").With("width", 22).With("height", 14).With("aria-hidden", "true");
        drawSign();
        writer.Close().Text(words).Close();
    }

    private static Bilingual Words(KeySign sign) => sign switch
    {
        KeySign.OpenStart => new("左端淡出：起点未载明", "Fading in: start not printed"),
        KeySign.OpenEnd => new("右端淡出：终点未载明", "Fading out: end not printed"),
        KeySign.InferredEnd => new("虚线端：期间是推断的", "Dashed end: period inferred"),
        KeySign.Up => new("不止所载的数", "More than the number printed"),
        KeySign.Down => new("不到或不超过所载的数", "Less than the number printed"),
        KeySign.About => new("约数", "Approximate"),
        KeySign.UpperOnly => new("疏线条：只知上限", "Lined bar: only an upper limit"),
        KeySign.Doubtful => new("空心：存疑，不按数值画", "Hollow: doubtful, not drawn to scale"),
        KeySign.DoubtfulPoint => new("灰菱形：存疑，不在刻度上", "Grey diamond: doubtful, off the scale"),
        KeySign.Derived => new("虚线框：由其他数字推算", "Dashed outline: computed from other figures"),
        KeySign.NotReported => new("斜纹：没有来源提及，不是零", "Hatched: no source speaks of it; not zero"),
        KeySign.Gap => new("断开：没有来源提及", "Break: no source speaks of it"),
        KeySign.Average => new("空框：期间平均", "Outlined: mean over the span"),
        KeySign.Target => new("菱形：目标", "Diamond: target"),
        KeySign.Limit => new("括线：标准或控制线", "Bracket: standard or cap"),
        KeySign.NotComputedGap => new("没有线的月份也有算不出的", "Some months without a line could not be computed"),
        KeySign.NotComputed => new("点：算不出", "Dot: could not be computed"),
        KeySign.Missing or KeySign.MissingCross => new("来源说缺", "Reported as missing"),
        KeySign.UnknownRest => new("斜纹：其余，来源未分开说", "Hatched: the rest, not broken down"),
        KeySign.OpenRest => new("斜纹：可能还有，总数未载明", "Hatched: there may be more; no total printed"),
        KeySign.OwnFigures => new("有本地区的数字，颜色越强越多", "Own figures, stronger colour for more"),
        KeySign.ThroughTownship => new("虚线：只有所辖镇街的数字，不代表全区", "Dashed: only through a township, not the whole district"),
        KeySign.Zone => new("圆角：功能区，与区县重叠，不相加", "Rounded: zone; overlaps districts, never added"),
        KeySign.UnclassedZone => new("圆角：功能区，与区县重叠，不分级，不相加", "Rounded: zone; overlaps districts, not classed, never added"),
        KeySign.NormCell => new("没有实际数，只有目标或标准", "No result, only targets or standards"),
        KeySign.ZeroCell => new("数字为 0", "The figure is 0"),
        KeySign.ColumnGap => new("空隙：中间的月份都没有数字", "Gap: no figures in the months between"),
        KeySign.Right => new("横轴上实际更多", "Higher along the horizontal axis"),
        KeySign.Left => new("横轴上实际更少", "Lower along the horizontal axis"),
        KeySign.Apart => new("空心圈：与其他地区重叠", "Ring: overlaps other areas"),
        KeySign.BelowZero => new("横线：小于零", "Ruled: below zero"),
        KeySign.ZeroClass => new("所载的数为 0", "The number is 0"),
        KeySign.Rounded => new("数字从简，全数在提示和表里", "Numbers shortened; in full in tips and table"),
        KeySign.BoundSign => new("> ≥ 实际更多，< ≤ ≲ 更少，≈ 约数", "> ≥ true figure higher, < ≤ ≲ lower, ≈ approximate"),
        KeySign.RankRange => new("界限使名次不能定", "Bounds leave the rank open"),
        KeySign.RankChange => new("与上期相比的名次升降", "Change of rank on the period before"),
        KeySign.RankNew => new("上期没有来源提及", "No source spoke of it the period before"),
        KeySign.RankUnknown => new("升降不能定", "Change of rank not known"),
        KeySign.Conflict => new("另有来源给出不同数字", "Another source gives another figure"),
        KeySign.Revised => new("来源已更正的数字", "Revised by its source"),
        KeySign.NoFigures => new("没有来源提及", "No source speaks of it"),
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, null),
    };

    private void WriteSign(MarkupWriter writer, KeySign sign, string id)
    {
        switch (sign)
        {
            case KeySign.OpenStart:
                Box(writer, "bar").With("fill", $"url(#{id}-fade)").Close();
                break;
            case KeySign.OpenEnd:
                Box(writer, "bar").With("fill", $"url(#{id}-fade-out)").Close();
                break;
            case KeySign.InferredEnd:
                writer.Open("path", "cap inferred").With("d", "M11 0V14").Close();
                break;
            case KeySign.Up:
                WriteArrow(writer, Bound.MoreThan);
                break;
            case KeySign.Down:
                WriteArrow(writer, Bound.LessThan);
                break;
            case KeySign.About:
                writer.HorizontalArrow(0.1, 7, Bound.About);
                break;
            case KeySign.UpperOnly:
                Box(writer, "bar upper").With("fill", $"url(#{id}-lines)").Close();
                break;
            case KeySign.Doubtful:
                Box(writer, "bar doubtful").Close();
                break;
            case KeySign.DoubtfulPoint:
                writer.Open("path", "doubtful-point").With("d", "M11 1L17 7L11 13L5 7Z").Close();
                break;
            case KeySign.Derived:
                Box(writer, "bar derived").Close();
                break;
            case KeySign.Gap or KeySign.NotComputedGap:
                writer.Open("path", "line s1").With("d", "M0 9L7 5M15 5L22 8").Close();
                break;
            case KeySign.Average:
                Box(writer, "bar average").Close();
                break;
            case KeySign.Target:
                writer.Open("path", "target").With("d", "M11 1L17 7L11 13L5 7Z").Close();
                break;
            case KeySign.Limit:
                writer.Open("path", "limit").With("d", "M2 2V12M2 7H20M20 2V12").Close();
                break;
            case KeySign.Missing:
                writer.Open("text", "missing").With("x", 5).With("y", 12).Text(new Bilingual("缺", "–")).Close();
                break;
            case KeySign.NotComputed:
                writer.Open("circle", "not-computed").With("cx", 11).With("cy", 7).With("r", 1.5).Close();
                break;
            case KeySign.MissingCross:
                writer.Open("path", "missing-cross").With("d", "M8 4L14 10M8 10L14 4").Close();
                break;
            case KeySign.ColumnGap:
                writer.Open("path", "column-gap").With("d", "M1 2V12H6V2ZM16 2V12H21V2Z").Close();
                break;
            case KeySign.OwnFigures:
                Box(writer, "shade-3").Close();
                break;
            case KeySign.ThroughTownship:
                Box(writer, "shade-1 dashed").Close();
                break;
            case KeySign.Zone:
                Box(writer, "shade-2").With("rx", 6).Close();
                break;
            case KeySign.UnclassedZone:
                Box(writer, "no-class").With("rx", 6).Close();
                break;
            case KeySign.NormCell:
                Box(writer, "norm-cell").Close();
                break;
            case KeySign.ZeroCell:
                writer.Open("text", "zero").With("x", 8).With("y", 12).Text("0").Close();
                break;
            case KeySign.Right:
                writer.Open("svg", "bound").Open("path").With("d", ScatterArrows.Right).With("transform", "translate(2 7)").Close().Close();
                break;
            case KeySign.Left:
                writer.Open("svg", "bound").Open("path").With("d", ScatterArrows.Left).With("transform", "translate(20 7)").Close().Close();
                break;
            case KeySign.Apart:
                writer.Open("circle", "scatter-dot apart").With("cx", 11).With("cy", 7).With("r", 4.5).Close();
                break;
            case KeySign.BelowZero:
                Box(writer, "n3").Close();
                Box(writer, "over").With("fill", $"url(#{id}-below)").Close();
                break;
            case KeySign.ZeroClass:
                Box(writer, "zero-class").Close();
                writer.Open("text", "zero").With("x", 11).With("y", 11.5).With("text-anchor", "middle").Text("0").Close();
                break;
            case KeySign.Rounded:
                writer.Open("text", "zero").With("x", 11).With("y", 11.5).With("text-anchor", "middle").Text("1.2").Close();
                break;
            case KeySign.BoundSign:
                writer.Open("text", "sign").With("x", 11).With("y", 11.5).With("text-anchor", "middle").Text(">").Close();
                break;
            case KeySign.RankRange:
                writer.Open("text", "zero").With("x", 11).With("y", 11.5).With("text-anchor", "middle").Text("3–5").Close();
                break;
            case KeySign.RankChange:
                writer.Open("text", "zero").With("x", 11).With("y", 11.5).With("text-anchor", "middle").Text("▲").Close();
                break;
            case KeySign.RankNew:
                writer.Open("text", "zero").With("x", 11).With("y", 11.5).With("text-anchor", "middle").Text(new Bilingual("新", "new")).Close();
                break;
            case KeySign.RankUnknown:
                writer.Open("text", "zero").With("x", 11).With("y", 11.5).With("text-anchor", "middle").Text("?").Close();
                break;
            case KeySign.Conflict:
                writer.Open("path", "flag").With("transform", "translate(11 7)").With("d", MarkSigns.Conflict).Close();
                break;
            case KeySign.Revised:
                writer.Open("path", "flag").With("transform", "translate(11 7)").With("d", MarkSigns.Revised).Close();
                break;
            case KeySign.NoFigures:
                Box(writer, "shade-0").Close();
                break;
            default:
                Box(writer, "hatched").With("fill", $"url(#{id}-hatch)").Close();
                break;
        }
    }

    private void WriteArrow(MarkupWriter writer, Bound bound)
    {
        if (ValuesRunAcross)
            writer.HorizontalArrow(0.1, 7, bound);
        else
            writer.VerticalArrow(0.5, 16, bound, isColumn: true);
    }

    private static MarkupWriter Box(MarkupWriter writer, string classes) =>
        writer.Open("rect", classes).With("x", 0.5).With("y", 1.5).With("width", 20).With("height", 11);
}
