using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Import.Seeded;

/// <summary>Good files of each layout with one error in each series or row, so that no error hides another. The same seed gives the same files.</summary>
internal sealed class SeededFiles(Catalog catalog, int seed)
{
    private const string Source = "cqrb-2023-03-06-banan";
    private const string OtherSource = "cqrb-2021-09-gaoxin";
    private const int Months = 6;

    private const int Area = 0, Code = 1, Indicator = 2, Breakdown = 3, BasisOf = 4, Period = 5, Value = 6, UnitOf = 7, BoundOf = 8, Printed = 9, Status = 10, SourceOf = 11, Locator = 12, Note = 13;

    private static readonly string[] LongHeader = ["区县", "行政区划代码", "指标", "分项", "口径", "期间", "数值", "单位", "界限", "原文", "状态", "来源", "位置", "备注"];

    private readonly Random _random = new(seed);
    private readonly IReadOnlyList<Area> _areas = [.. catalog.Areas.Where(area => area.Kind is AreaKind.District or AreaKind.County)];
    private readonly IReadOnlyList<Indicator> _counts = [.. catalog.Indicators.Where(indicator => indicator.IsAdditive && indicator.Unit.Zh == "人")];
    private readonly IReadOnlyList<Indicator> _rates = [.. catalog.Indicators.Where(indicator => indicator.Unit.Zh == "%")];

    /// <summary>One row a figure; what can be wrong with a figure, its row and its neighbours.</summary>
    public SeededFile Long(string encoding, int rounds)
    {
        var file = new SeededFile("long", encoding);
        file.Add(LongHeader);
        var counts = new Queue<(Area Area, Indicator Indicator)>(_counts.SelectMany(indicator => _areas.Select(area => (area, indicator))));
        var rates = new Queue<(Area Area, Indicator Indicator)>(_rates.SelectMany(indicator => _areas.Select(area => (area, indicator))));
        for (var round = 0; round < rounds; round++)
        {
            foreach (var seedOne in LongSeeds(file))
            {
                var (area, indicator) = counts.Dequeue();
                seedOne(Series(file, area, indicator, 1000 + (_random.Next(50) * 10)));
            }

            var (place, rate) = rates.Dequeue();
            var rows = Series(file, place, rate, 80);
            foreach (var row in rows)
                row[UnitOf] = "%";
            file.Seed(rows[_random.Next(Months)], Value, "104", "rate_over_100");
        }

        return file;
    }

    /// <summary>One column a month, areas and indicators down the side; blanks in the last months.</summary>
    public SeededFile WideByMonth(string encoding)
    {
        var file = new SeededFile("wide by month", encoding);
        file.Add("2022年各区县就业情况");
        file.Add(["区县", "指标", "单位", .. Enumerable.Range(1, 8).Select(month => $"{month}月"), "来源", "备注"]);
        const int first = 3, source = 11, note = 12;
        var number = 0;
        foreach (var indicator in _counts)
        {
            foreach (var area in _areas)
            {
                var row = file.Add([area.ShortName, indicator.Name.Zh, "人", .. Enumerable.Range(0, 6).Select(_ => Text(1000 + _random.Next(200))), "—", "", Source, ""]);
                var cell = first + _random.Next(6);
                switch (number++ % 16)
                {
                    case 0: file.Seed(row, 0, "没有的区", "unknown_area"); break;
                    case 1: file.Seed(row, 1, "没有的指标", "unknown_indicator"); break;
                    case 2: file.Seed(row, 2, "公里", "unit_mismatch"); break;
                    case 3: file.Seed(row, source, "没有的来源", "unknown_source"); break;
                    case 4: file.Seed(row, cell, "1200-1300", "not_a_number"); break;
                    case 5: file.Seed(row, cell, "-1200", "negative_count"); break;
                    case 6: file.Seed(row, cell, "12000000", "out_of_scale"); break;
                    case 7: file.Seed(row, cell, "1200元", "unit_mismatch"); break;
                    case 8: file.Seed(file.Replace(row, [.. row, "多出"]), null, "ragged_row"); break;
                    case 9: file.Seed(file.Replace(row, row[..9]), null, "ragged_row"); break;
                    case 10: file.Seed(row, note, "见\"附件", "stray_quote"); break;
                    case 11: file.Seed(row, note, "有\0空字符", "zero_character"); break;
                    case 12: file.SeedRow(row, note, "示例", "example_row"); break;
                    case 13: file.Seed(file.Add("合计", indicator.Name.Zh, "人", "1", "2", "3", "4", "5", "6", "", "", "", ""), null, "total_row"); break;
                    case 14: file.Seed(row, cell, "#DIV/0!", "not_a_number"); break;
                    default: file.Seed(file.Add("以下为补报", "", "", "", "", "", "", "", "", "", "", "", ""), null, "row_not_read"); break;
                }
            }
        }

        file.Add("注：有的月份未统计");
        return file;
    }

    /// <summary>One column an indicator, a month of an area a row, the area only in the first of its rows.</summary>
    public SeededFile WideByIndicator(string encoding)
    {
        var file = new SeededFile("wide by indicator", encoding);
        var indicators = _counts.Take(5).ToList();
        file.Add(["区县", "月份", .. indicators.Select(indicator => $"{indicator.Name.Zh}（人）"), "数据来源", "备注"]);
        const int first = 2, source = 7, note = 8;
        var number = 0;
        foreach (var area in _areas)
        {
            var rows = Enumerable.Range(1, 8)
                .Select(month => file.Add([month == 1 ? area.ShortName : "", $"2022年{month}月", .. indicators.Select(_ => Text(1000 + _random.Next(200))), Source, ""]))
                .ToList();
            // Not the first row: what is wrong with its area is wrong with all.
            var row = rows[1 + _random.Next(7)];
            var cell = first + _random.Next(indicators.Count);
            switch (number++ % 10)
            {
                case 0: file.Seed(row, 1, "2022年13月", "period_unreadable"); break;
                case 1: file.Seed(row, cell, "12OO", "not_a_number"); break;
                case 2: file.Seed(row, cell, "(1200)", "negative_count"); break;
                case 3: file.Seed(row, cell, "11", "out_of_scale"); break;
                case 4: file.Seed(row, source, "没有的来源", "unknown_source"); break;
                case 5: file.Seed(row, note, $"坏{SeededFile.BrokenByte}字", "broken_bytes"); break;
                case 6: file.Seed(row, note, "丢了\uFFFD", "character_lost"); break;
                case 7: file.Seed(row, 1, "2099年1月", "period_in_future"); break;
                case 8: file.Seed(row, 0, "没有的区", "unknown_area"); SeedBelow(rows, row); break;
                default: file.Seed(file.Replace(row, row[..4]), null, "ragged_row"); break;
            }
        }

        return file;

        // The blanks below take the wrong name from here, and each of their rows is refused for it.
        void SeedBelow(List<string[]> rows, string[] row)
        {
            for (var below = rows.IndexOf(row) + 1; below < rows.Count; below++)
                file.Seed(row, 0, "unknown_area");
        }
    }

    /// <summary>Areas and nothing else down the side, so that totals can be compared.</summary>
    public SeededFile Totals(string encoding)
    {
        var file = new SeededFile("totals", encoding);
        foreach (var indicator in _counts.Take(4))
        {
            file.Add($"2022年{indicator.Name.Zh}（数据来源见下）");
            file.Add(["区县", .. Enumerable.Range(1, 6).Select(month => $"2022年{month}月{indicator.Name.Zh}")]);
            var sums = new int[6];
            foreach (var area in _areas)
            {
                int[] values = [.. Enumerable.Range(0, 6).Select(_ => 1000 + _random.Next(200))];
                file.Add([area.ShortName, .. values.Select(Text)]);
                for (var month = 0; month < 6; month++)
                    sums[month] += values[month];
            }

            var wrong = _random.Next(6);
            sums[wrong]++;
            var total = file.Add(["合计", .. sums.Select(Text)]);
            file.Seed(total, null, "total_row");
            file.Seed(total, 1 + wrong, "total_disagrees");
            file.Add("");
        }

        return file;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private List<string[]> Series(SeededFile file, Area area, Indicator indicator, int about) =>
        [.. Enumerable.Range(1, Months).Select(month => file.Add(
            _random.Next(2) == 0 ? area.ShortName : area.Name.Zh, area.Code, indicator.Name.Zh, "", "", $"2022-{month:00}", Text(about + _random.Next(about / 10)), "", "", "", "", Source, _random.Next(5) == 0 ? "第一段\n第二段" : "第一段", ""))];

    private IEnumerable<Action<List<string[]>>> LongSeeds(SeededFile file)
    {
        yield return Cell(Area, "没有的区", "unknown_area");
        yield return Cell(Code, "500000", "area_code_disagrees");
        yield return Cell(Indicator, "没有的指标", "unknown_indicator");
        yield return Cell(Indicator, "其中：没有的分项", "part_of_row_above");
        yield return Cell(Breakdown, "没有的分项", "unknown_breakdown");
        yield return Cell(BasisOf, "没有的口径", "unknown_basis");
        yield return Cell(Period, "2022-13", "period_unreadable");
        yield return Cell(Period, "今年初", "period_unreadable");
        yield return Cell(Period, "2099-01", "period_in_future");
        yield return Cell(Value, "1200-1300", "not_a_number");
        yield return Cell(Value, "无法统计", "not_a_number");
        yield return Cell(Value, "", "value_without_number");
        yield return Cell(Value, "-1200", "negative_count");
        yield return Cell(Value, "1200元", "unit_mismatch");
        yield return Cell(Value, "12500000", "out_of_scale");
        yield return Cell(UnitOf, "万元", "unit_mismatch");
        yield return Cell(BoundOf, "没有的界限", "unknown_bound");
        yield return Cell(Printed, "9人", "printed_disagrees");
        yield return Cell(Printed, "12人和13人", "printed_unreadable");
        yield return Cell(Status, "没有的状态", "unknown_status");
        yield return Cell(SourceOf, "没有的来源", "unknown_source");
        yield return Cell(Note, "见\"附件", "stray_quote");
        yield return Cell(Note, "有\0空字符", "zero_character");
        yield return Cell(Note, "丢了\uFFFD", "character_lost");
        yield return Cell(Note, $"坏{SeededFile.BrokenByte}字", "broken_bytes");
        yield return rows => InRow(rows, row => file.Seed(file.Replace(row, [.. row, "多出"]), null, "ragged_row"));
        yield return rows => InRow(rows, row => file.Seed(file.Replace(row, row[..4]), null, "ragged_row"));
        yield return rows => InRow(rows, row => file.SeedRow(row, Note, "示例", "example_row"));
        yield return _ => file.Seed(file.Add("合计", "", "", "", "", "", "9000", "", "", "", "", "", "", ""), null, "total_row");
        yield return _ => file.Seed(file.Add("以下为补报"), null, "row_not_read");
        yield return rows => InRow(rows, row =>
        {
            row[Status] = "O";
            file.Seed(row, Value, "number_with_missing_status");
        });
        yield return rows => InRow(rows, row =>
        {
            row[Value] += "余";
            file.Seed(row, BoundOf, "不超过", "bound_disagrees");
        });
        yield return rows => InRow(rows, row =>
        {
            file.Seed(row, Value, "duplicate_key");
            file.Seed(Again(file, row, Value, Text(int.Parse(row[Value], CultureInfo.InvariantCulture) + 1)), Value, "duplicate_key");
        });
        yield return rows => InRow(rows, row => file.Seed(Again(file, row, Note, "又报"), Value, "duplicate_key"));
        yield return rows => InRow(rows, row =>
        {
            file.Seed(row, Value, "conflict_with_other_source");
            var other = Again(file, row, SourceOf, OtherSource);
            file.Seed(other, Value, Text(int.Parse(row[Value], CultureInfo.InvariantCulture) + 1), "conflict_with_other_source");
        });
        yield return rows => InRow(rows, row =>
        {
            file.Seed(row, Value, "parts_exceed_total");
            Again(file, row, Breakdown, "农民工")[Value] = Text(int.Parse(row[Value], CultureInfo.InvariantCulture) + 1);
        });
        yield return rows => InRow(rows, row =>
        {
            file.Seed(row, Value, "parts_do_not_add_up");
            foreach (var part in (string[])["就地就近", "辖区外市内", "市外"])
                Again(file, row, Breakdown, part)[Value] = "300";
        });
        yield return rows =>
        {
            var falling = 1 + _random.Next(Months - 1);
            for (var month = 0; month < Months; month++)
            {
                rows[month][BasisOf] = "本年累计";
                rows[month][Period] = month == 0 ? "2022年1月" : $"2022年1-{month + 1}月";
                rows[month][Value] = Text(1000 * (month + 1));
            }

            file.Seed(rows[falling], Value, Text((1000 * falling) - 1), "falling_year_to_date");
        };

        Action<List<string[]>> Cell(int column, string text, string code) => rows => InRow(rows, row => file.Seed(row, column, text, code));
    }

    private void InRow(List<string[]> rows, Action<string[]> seedIt) => seedIt(rows[_random.Next(rows.Count)]);

    /// <summary>The row once more at the end of the file, with another cell.</summary>
    private static string[] Again(SeededFile file, string[] row, int column, string text)
    {
        var again = file.Add([.. row]);
        again[column] = text;
        return again;
    }
}
