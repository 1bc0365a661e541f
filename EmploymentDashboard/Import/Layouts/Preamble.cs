using System.Globalization;
using System.Text.RegularExpressions;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>A record above the header, and what was taken from it for the whole table.</summary>
/// <param name="Line">Counted from 1.</param>
public sealed record PreambleLine(int Line, string Text, IReadOnlyList<TakenFromTitle> Taken);

/// <param name="Field">null for the year of months that are written without one.</param>
public sealed record TakenFromTitle(FigureField? Field, string Text);

/// <summary>What titles and remarks above a table, and a known source below it, say of all its figures.</summary>
internal sealed partial class Preamble
{
    private readonly ReferenceNames _names;

    private Preamble(ReferenceNames names) => _names = names;

    /// <summary>The only year that is named; null where none or several are.</summary>
    public Cell? Year { get; private set; }

    public Cell? Period { get; private set; }

    public Cell? Unit { get; private set; }

    public Cell? Area { get; private set; }

    public Cell? Indicator { get; private set; }

    public Cell? Source { get; private set; }

    public static Preamble Of(IEnumerable<CsvRow> above, IEnumerable<CsvRow> others, ReferenceNames names)
    {
        var preamble = new Preamble(names);
        var cells = above.SelectMany(CellsOf).ToList();
        var titles = cells.Where(cell => !Remark().IsMatch(HeaderText.Normal(cell.Text))).ToList();
        preamble.TakeYearAndPeriod(titles);
        preamble.Indicator = Only(titles, names.Indicators, found => found);
        preamble.Area = Only(titles, names.Areas, preamble.Innermost);
        cells.AddRange(others.SelectMany(CellsOf));
        preamble.TakeUnit(cells);
        preamble.TakeSource(cells);
        return preamble;
    }

    /// <summary>Whether nothing was taken.</summary>
    public bool SaysNothing => (Year ?? Period ?? Unit ?? Area ?? Indicator ?? Source) is null;

    public Cell? this[FigureField field] => field switch
    {
        FigureField.Area => Area,
        FigureField.Indicator => Indicator,
        FigureField.Period => Period,
        FigureField.Unit => Unit,
        FigureField.Source => Source,
        _ => null,
    };

    private static IEnumerable<Cell> CellsOf(CsvRow row) => Enumerable.Range(0, row.Fields.Count).Where(column => !row.IsEmptyAt(column)).Select(row.CellAt);

    private void TakeYearAndPeriod(List<Cell> titles)
    {
        var years = titles
            .SelectMany(cell => Years().Matches(TextWidth.Narrow(cell.Text)).Select(match => (match.Value, cell)))
            .DistinctBy(found => found.Value)
            .ToList();
        if (years.Count == 1 && !titles.Exists(cell => YearSpan().IsMatch(TextWidth.Narrow(cell.Text))))
            Year = years[0].cell with { Text = years[0].Value };

        var periods = titles
            .SelectMany(cell => Periods().Matches(TextWidth.Narrow(cell.Text)).Select(match => (Value: match.Value.Replace(" ", "", StringComparison.Ordinal), cell)))
            .DistinctBy(found => found.Value)
            .ToList();
        periods.RemoveAll(found => periods.Exists(other => other.Value.Length > found.Value.Length && other.Value.Contains(found.Value, StringComparison.Ordinal)));
        if (periods.Count == 1 && PeriodText.TryRead(periods[0].Value, null, out _))
            Period = periods[0].cell with { Text = periods[0].Value };
    }

    /// <summary>单位：万人, also with its text in the next cell.</summary>
    private void TakeUnit(List<Cell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var text = HeaderText.Normal(cells[i].Text).Trim('(', ')', '[', ']');
            if (UnitRemark().Match(text) is { Success: true } match)
                Unit ??= cells[i] with { Text = match.Groups["unit"].Value };
            else if (text is "单位" or "计量单位" or "unit" && i + 1 < cells.Count && cells[i + 1].Line == cells[i].Line)
                Unit ??= cells[i + 1];
        }
    }

    private static Cell? Only<T>(List<Cell> titles, NameIndex<T> index, Func<IReadOnlyList<T>, IReadOnlyList<T>> choose)
        where T : notnull
    {
        var found = titles.SelectMany(cell => index.FindWithin(cell.Text).Select(name => (name.Name, name.Entry, cell))).ToList();
        var chosen = choose([.. found.Select(name => name.Entry).Distinct()]);
        return chosen.Count == 1 ? found.Where(name => name.Entry.Equals(chosen[0])).Select(name => name.cell with { Text = name.Name }).First() : null;
    }

    /// <summary>In 重庆市2023年巴南区就业情况 the district is meant.</summary>
    private IReadOnlyList<Area> Innermost(IReadOnlyList<Area> areas) =>
        [.. areas.Where(area => !areas.Any(other => _names.Catalog.IsWithin(other.Code, area.Code)))];

    private void TakeSource(List<Cell> cells)
    {
        foreach (var cell in cells)
        {
            if (SourceRemark().Match(TextWidth.Narrow(cell.Text)) is { Success: true } match
                && match.Groups["source"].Value.Trim(' ', '。', '.', '《', '》', '“', '”', '"') is var name
                && _names.Sources.TryFind(name, out var source))
            {
                Source ??= cell with { Text = source.Code };
            }
        }
    }

    public PreambleLine Describe(CsvRow row, IReadOnlyCollection<FigureField> used, int? usedYear)
    {
        var taken = new List<TakenFromTitle>();
        if (Year is { } year && year.Line == row.Line && usedYear is { } known && known.ToString(CultureInfo.InvariantCulture) == year.Text)
            taken.Add(new(null, year.Text));
        taken.AddRange(used.Where(field => this[field] is { } cell && cell.Line >= row.Line && cell.Line <= row.LastLine).Select(field => new TakenFromTitle(field, this[field]!.Value.Text)));
        return new(row.Line, row.Sentence(), taken);
    }

    /// <summary>Remarks of who made the table and when; their dates are not those of the figures.</summary>
    [GeneratedRegex("^[(]?(制表|填表|填报|报送|编制|审核|打印|印发|导出|更新|统计员|负责人|联系|主管|日期|时间|数据来源|资料来源|来源|注:|备注|说明)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remark();

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}(?![0-9]{3})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Years();

    [GeneratedRegex("(19|20)[0-9]{2}年?度?[-–—~至到/]((19|20)[0-9]{2}|[0-9]{2}年)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearSpan();

    [GeneratedRegex("(截至到?|截止到?)? ?(?<![0-9])(19|20)[0-9]{2} ?年 ?(第?[一二三四1-4]季度|[上下]半年|[0-9]{1,2} ?月? ?[-–—~至到] ?[0-9]{1,2} ?月|[0-9]{1,2} ?月( ?[0-9]{1,2} ?[日号])?)?(以来|以前|之前|以后|起|前|后)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Periods();

    [GeneratedRegex("^(计量)?(单位|unit):(?<unit>.+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnitRemark();

    [GeneratedRegex("^(注[:：])?(数据|资料|信息)?(来源|source)[:：](?<source>.+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceRemark();
}
