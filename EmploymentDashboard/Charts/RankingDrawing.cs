using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Draws a ranking as bars from 0, a row each.</summary>
internal sealed class RankingDrawing
{
    private const double RowHeight = 26;
    private const double BarTop = 5;
    private const double BarHeight = 16;
    private const double NarrowPlot = 140;
    private const double ValueGap = 7;
    private const double RankFontSize = 12;

    private readonly RankingChart _chart;
    private readonly string _id;
    private readonly ChartKey _key;
    private readonly Ranking _ranking;
    private readonly decimal _low;
    private readonly decimal _high;

    public RankingDrawing(RankingChart chart, string id, ChartKey key)
    {
        (_chart, _id, _key, _ranking) = (chart, id, key, new(chart));
        var values = _ranking.Ranked.Concat(_ranking.Apart).Select(row => row.Mark.Measured.Value).Concat(chart.ScaledAmong).ToList();
        _low = Math.Min(0, values.DefaultIfEmpty().Min());
        _high = Math.Max(0, values.DefaultIfEmpty().Max());
        if (_low == _high)
            _high = 1;
    }

    public void Write(MarkupWriter writer)
    {
        var drawn = _ranking.Ranked.Concat(_ranking.Apart).ToList();
        var labelWidth = RowLabel.Width(_chart.Rows.Select(row => (row.Label, "")), most: 160);
        var after = drawn.Select(row => ValueWidth(row) - ((1 - Math.Max(Fraction(0), Fraction(row.Mark.Measured.Value))) * NarrowPlot)).DefaultIfEmpty().Max();
        var rankWidth = _ranking.Ranked.Select(row => TextWidth.Of(_ranking.RankOf(row).ToString(), RankFontSize)).Append(16).Max() + 8;
        var changeWidth = _chart.PeriodBefore is null ? 0 : _ranking.Ranked.Select(row => TextWidth.Of(_ranking.ChangeOf(row)!.Sign, RankFontSize)).Append(14).Max() + 8;
        writer.Open("div", "frame").With("style", $"{RowLabel.Style(labelWidth, Math.Max(after, 8))};--rank:{Format.Invariant(Math.Ceiling(rankWidth))}px;--change:{Format.Invariant(Math.Ceiling(changeWidth))}px");
        foreach (var row in _ranking.Ranked)
            WriteRow(writer, row);
        var changes = _ranking.Ranked.Select(_ranking.ChangeOf).OfType<RankChange>().ToList();
        _key.AddIf(changes.Exists(change => change.Places is not null), KeySign.RankChange);
        _key.AddIf(changes.Exists(change => change.IsNew), KeySign.RankNew);
        _key.AddIf(changes.Exists(change => change is { IsNew: false, Places: null }), KeySign.RankUnknown);
        _key.AddIf(_ranking.Ranked.Any(row => !_ranking.RankOf(row).IsCertain), KeySign.RankRange);

        WriteGroup(writer, _ranking.Apart, new Bilingual("不参与排名", "Not ranked"));
        WriteGroup(writer, _ranking.Unranked, new Bilingual("没有可画的数字", "No figure that can be drawn"));
        writer.Close();
    }

    private double Fraction(decimal value) => (double)((value - _low) / (_high - _low));

    private double ValueWidth(RankingRow row) =>
        ValueGap + row.Mark.SignRoom() + (row.Mark.Quantity!.Value.Bound == Bound.Exact ? 0 : BoundArrow.Length) + TextWidth.Of(Marks.Value(row.Mark, _chart.Caption.Unit), 13) + 4;

    private void WriteGroup(MarkupWriter writer, IReadOnlyList<RankingRow> rows, string title)
    {
        if (rows.Count == 0)
            return;

        writer.Open("p", "group-title").Text(title).Close();
        foreach (var row in rows)
            WriteRow(writer, row);
    }

    private void WriteRow(MarkupWriter writer, RankingRow row)
    {
        var mark = row.Mark;
        var isRanked = mark.IsDrawable && !row.IsApart;
        var rank = isRanked ? _ranking.RankOf(row).ToString() : "";
        var change = _ranking.ChangeOf(row);
        _key.AddSignsOf(mark);
        writer.OpenWordedMark("row", Prose.List([row.Label, row.Detail]), mark, _chart.Caption.Unit, isHtml: true, isRanked ? RankWords(rank, change) : null);
        writer.Open("span", "rank").With("aria-hidden", "true").Text(rank).Close();
        writer.Open("span", change?.Places is > 0 ? "rank-change up" : "rank-change").With("aria-hidden", "true").Text(change?.Sign ?? "").Close();
        RowLabel.Write(writer, row.Label, row.Detail);
        writer.Open("svg", "row-plot").With("height", RowHeight).With("aria-hidden", "true");
        if (mark.IsDrawable)
            WriteBar(writer, row, mark.Measured);
        else
            WriteValue(writer, mark, "value off", 0, ValueGap);
        writer.Close().Close();
    }

    private static IReadOnlyList<string> RankWords(string rank, RankChange? change) =>
        [new Bilingual($"第 {rank} 名", $"rank {rank}"), .. change is null ? [] : new[] { change.Words }];

    private void WriteValue(MarkupWriter writer, Mark mark, string classes, double x, double dx)
    {
        writer.Signs(mark, x, dx - 2, BarTop + (BarHeight / 2));
        writer.Open("text", classes).WithShare("x", x).With("dx", dx + mark.SignRoom()).With("y", BarTop + 12.5).Figure(mark, _chart.Caption.Unit).Close();
    }

    private void WriteBar(MarkupWriter writer, RankingRow row, Quantity quantity)
    {
        var (zero, end) = (Fraction(0), Fraction(quantity.Value));
        var isUpper = quantity.Bound.IsUpperOnly();
        _key.AddIf(isUpper, KeySign.UpperOnly);
        writer.Open("rect", $"bar{(row.IsApart ? " apart" : "")}{(isUpper ? " upper" : "")}{(row.Mark.IsDerived ? " derived" : "")}")
            .WithShare("x", Math.Min(zero, end)).With("y", BarTop).WithShare("width", Math.Abs(end - zero)).With("height", BarHeight)
            .With("fill", isUpper ? $"url(#{_id}-lines)" : null).Close();
        writer.Open("line", "zero-line").WithShare("x1", zero).WithShare("x2", zero).With("y2", RowHeight).Close();

        var right = Math.Max(zero, end);
        writer.HorizontalArrow(right, BarTop + (BarHeight / 2), quantity.Bound);
        WriteValue(writer, row.Mark, "value", right, ValueGap + (quantity.Bound == Bound.Exact ? 0 : BoundArrow.Length - 4));
    }
}
