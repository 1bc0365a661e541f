using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>The cells of a chart as a table: what is drawn, and all that could not be.</summary>
/// <param name="Caption">What the table shows, with the unit where all cells share it.</param>
/// <param name="Rows">Each as long as the header; its first cell names it.</param>
public sealed record ChartTable(string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<TableCell>> Rows)
{
    private static readonly Bilingual _period = new("期间", "Period");
    private static readonly Bilingual _basis = new("口径", "Basis");
    private static readonly Bilingual _value = new("数值", "Value");
    private static readonly Bilingual _notes = new("说明", "Notes");

    /// <summary>The table of a chart; null for one that is a table itself.</summary>
    public static ChartTable? Of(ChartModel chart) => chart switch
    {
        TimelineChart timeline => OfTimeline(timeline),
        MonthlyChart monthly => OfMonthly(monthly),
        RankingChart ranking => OfRanking(ranking),
        PartsChart parts => OfParts(parts),
        TileGrid tiles => OfTiles(tiles),
        ValueMap map => AreaChartTables.Of(map),
        HeatTable heat => AreaChartTables.Of(heat),
        SmallMultiples multiples => AreaChartTables.Of(multiples),
        ScatterChart scatter => AreaChartTables.Of(scatter),
        _ => null,
    };

    /// <summary>The table as HTML.</summary>
    public string Markup()
    {
        var writer = new MarkupWriter();
        writer.Open("table", "cells").Open("caption").Text(Caption).Close();
        writer.Open("thead").Open("tr");
        for (var column = 0; column < Header.Count; column++)
            writer.Open("th", Rows.Any(row => row[column].IsNumber) ? "number" : null).With("scope", "col").Text(Header[column]).Close();
        writer.Close().Close().Open("tbody");
        foreach (var row in Rows)
        {
            writer.Open("tr");
            for (var column = 0; column < row.Count; column++)
                row[column].Write(writer, isHead: column == 0);
            writer.Close();
        }

        return writer.Close().Close().ToString();
    }

    private static ChartTable OfTimeline(TimelineChart chart)
    {
        var hasDetails = chart.Rows.Any(row => row.Detail.Length > 0);
        var hasNotes = chart.Rows.Any(row => Marks.Notes(row.Mark).Any());
        return new(
            chart.Caption.Title,
            Columns(
                (true, chart.RowsAre),
                (hasDetails, new Bilingual("对象", "Group")),
                (true, _value),
                (true, _basis),
                (true, _period),
                (hasNotes, _notes)),
            [.. chart.Rows.Select(row => Columns(
                (true, TableCell.Words(row.Label)),
                (hasDetails, TableCell.Words(row.Detail)),
                (true, TableCell.Number(row.Mark, row.Unit)),
                (true, TableCell.Words(row.Mark.Basis.Name())),
                (true, TableCell.Words(Format.Words(row.Mark.Period))),
                (hasNotes, Notes(row.Mark))))]);
    }

    /// <summary>Months down and series across while the series are few, else the other way round.</summary>
    private static ChartTable OfMonthly(MonthlyChart chart)
    {
        var basis = chart.Series.SelectMany(series => series.Cells.Values).Select(mark => mark.Basis).Distinct().ToList();
        var caption = $"{chart.Caption.Title} ({Prose.List([.. basis.Select(one => (string)one.Name()), chart.Caption.Unit.ToString()])})";
        TableCell Cell(MonthlySeries series, YearMonth month) =>
            series.Cells.TryGetValue(month, out var mark) ? TableCell.Number(mark, unit: null) : TableCell.NotReported;

        if (chart.Series.Count <= LinesDrawing.Highlighted)
        {
            return new(
                caption,
                [new Bilingual("月份", "Month"), .. chart.Series.Select(series => series.Label)],
                [.. chart.Months.Select(month => (IReadOnlyList<TableCell>)[TableCell.Words(month.ToString()), .. chart.Series.Select(series => Cell(series, month))]),
                 .. chart.Lines.Select(line => (IReadOnlyList<TableCell>)[TableCell.Words($"{line.Label} {Format.Words(line.Mark.Period)}"), .. chart.Series.Select(_ => TableCell.Number(line.Mark, unit: null))])]);
        }

        return new(
            caption,
            [new Bilingual("地区", "Area"), .. chart.Months.Select(month => month.ToString())],
            [.. chart.Series.Select(series => (IReadOnlyList<TableCell>)[TableCell.Words(series.Label), .. chart.Months.Select(month => Cell(series, month))]),
             .. chart.Lines.Select(line => (IReadOnlyList<TableCell>)[TableCell.Words(line.Label), .. chart.Months.Select(month => line.Mark.Period.Overlaps(Period.OfMonth(month)) ? TableCell.Number(line.Mark, unit: null) : TableCell.Words(""))])]);
    }

    private static ChartTable OfRanking(RankingChart chart)
    {
        var ranking = new Ranking(chart);
        var hasBefore = chart.PeriodBefore is not null;
        var rows = ranking.Ranked.Select(row => (Rank: ranking.RankOf(row).ToString(), Row: row))
            .Concat(ranking.Apart.Concat(ranking.Unranked).Select(row => (Rank: "–", Row: row)))
            .ToList();
        var hasDetails = chart.Rows.Any(row => row.Detail.Length > 0);
        var hasNotes = rows.Exists(row => row.Row.IsApart || Marks.Notes(row.Row.Mark).Any());
        return new(
            $"{chart.Caption.Title} ({chart.Caption.Unit})",
            Columns(
                (true, new Bilingual("地区", "Area")),
                (hasDetails, new Bilingual("对象", "Group")),
                (true, new Bilingual("名次", "Rank")),
                (hasBefore, new Bilingual("上期名次", "Rank before")),
                (hasBefore, new Bilingual("升降", "Change")),
                (true, _value),
                (true, _basis),
                (true, _period),
                (hasNotes, _notes)),
            [.. rows.Select(row => Columns(
                (true, TableCell.Words(row.Row.Label)),
                (hasDetails, TableCell.Words(row.Row.Detail)),
                (true, new TableCell(row.Rank, IsNumber: true)),
                (hasBefore, new TableCell(ranking.ChangeOf(row.Row)?.Before?.ToString() ?? "–", IsNumber: true)),
                (hasBefore, new TableCell(ranking.ChangeOf(row.Row) is { Sign.Length: > 0 } change ? change.Sign : "–", IsNumber: true)),
                (true, TableCell.Number(row.Row.Mark, unit: null)),
                (true, TableCell.Words(row.Row.Mark.Basis.Name())),
                (true, TableCell.Words(Format.Words(row.Row.Mark.Period))),
                (hasNotes, Notes(row.Row.Mark, row.Row.IsApart ? new Bilingual("不参与排名", "not ranked") : ""))))]);
    }

    private static ChartTable OfParts(PartsChart chart)
    {
        var shares = new Shares(chart);
        string Share(int index) => shares.Percentages is { } percentages ? Shares.Text(percentages[index]) : "–";
        IEnumerable<(string Label, Mark Mark, string Share)> rows = [
            .. shares.Drawn.Select((part, index) => (part.Label, part.Mark, Share(index))),
            .. shares.Undrawn.Select(part => (part.Label, part.Mark, "–"))];
        if (chart.Total is { } total)
            rows = rows.Append((new Bilingual("总数", "Total"), total, shares.Percentages is null ? "–" : "100%"));

        return new(
            $"{chart.Caption.Title} ({chart.Caption.Unit})",
            [new Bilingual("部分", "Part"), _value, new Bilingual("占比", "Share"), _basis, _period, _notes],
            [.. rows.Select(row => (IReadOnlyList<TableCell>)[
                TableCell.Words(row.Label),
                TableCell.Number(row.Mark, unit: null),
                new(row.Share, IsNumber: true),
                TableCell.Words(row.Mark.Basis.Name()),
                TableCell.Words(Format.Words(row.Mark.Period)),
                Notes(row.Mark)])]);
    }

    private static ChartTable OfTiles(TileGrid grid) => new(
        grid.Caption.Title,
        [new Bilingual("地区", "Area"), new Bilingual("数字个数", "Figures"), _notes],
        [.. grid.Tiles.OrderByDescending(tile => tile.Count).Select(tile => (IReadOnlyList<TableCell>)[
            new(tile.Name, Href: tile.Href),
            tile.Count == 0 ? TableCell.NotReported : new(Format.Full(tile.Count), IsNumber: true),
            TableCell.Words(Prose.List([tile.IsDashed ? new Bilingual("只来自所辖镇街", "only through a township") : "", tile.Kind == AreaKind.Zone ? tile.Kind.Name() : ""]))])]);

    internal static TableCell Notes(Mark mark, string other = "") => TableCell.Words(Prose.List([other, .. Marks.Notes(mark)]));

    private static IReadOnlyList<T> Columns<T>(params (bool IsShown, T Cell)[] columns) => [.. columns.Where(column => column.IsShown).Select(column => column.Cell)];

    private static IReadOnlyList<string> Columns(params (bool IsShown, Bilingual Head)[] columns) => [.. columns.Where(column => column.IsShown).Select(column => column.Head.ToString())];
}

/// <summary>A cell of a table.</summary>
/// <param name="Sign">The bound before the number; empty for an exact one and for words.</param>
/// <param name="IsNumber">Whether it is aligned as one.</param>
/// <param name="IsDoubtful">Whether it is shown as doubtful.</param>
public sealed record TableCell(string Text, string Sign = "", string? Href = null, bool IsNumber = false, bool IsDoubtful = false)
{
    /// <summary>A cell that no source speaks of.</summary>
    public static TableCell NotReported => new("", IsNumber: true);

    public static TableCell Words(string text) => new(text);

    /// <summary>A figure in full, or that it is missing.</summary>
    public static TableCell Number(Mark mark, Unit? unit) => mark.Quantity is { } quantity
        ? new(
            unit is null ? Format.Full(quantity.Value) : Format.WithUnit(quantity with { Bound = Bound.Exact }, unit),
            quantity.Bound.Sign(),
            mark.Href,
            IsNumber: true,
            IsDoubtful: mark.Status == ObsStatus.LowReliability)
        : new(Marks.Absence(mark), Href: mark.Href, IsNumber: true);

    internal void Write(MarkupWriter writer, bool isHead)
    {
        var classes = string.Join(' ', new[] { IsNumber ? "number" : "", IsDoubtful ? "doubtful" : "", IsNumber && Text.Length == 0 ? "none" : "" }.Where(name => name.Length > 0));
        writer.Open(isHead ? "th" : "td", classes.Length == 0 ? null : classes).With("scope", isHead ? "row" : null);
        if (Href is not null)
            writer.Open("a").With("href", Href);
        if (Sign.Length > 0)
            writer.Open("span", "sign").Text(Sign).Close();
        writer.Text(Text);
        if (IsNumber && Text.Length == 0)
            writer.Open("span", "spoken").Text(CellState.NotReported.Name()).Close();
        if (Href is not null)
            writer.Close();
        writer.Close();
    }
}
