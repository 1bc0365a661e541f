
namespace EmploymentDashboard.Import;

/// <summary>The canonical layout: one row a figure, one column a field, in any order and under Chinese or English headers.</summary>
public sealed class LongLayout
{
    /// <summary>The layout's name as stored with a batch.</summary>
    public const string Name = "long";

    private static readonly FigureField[] Required = [FigureField.Area, FigureField.Indicator, FigureField.Period, FigureField.Value];

    private static readonly (FigureField Field, string[] Headers)[] Known =
    [
        (FigureField.Area, ["area", "区县", "地区", "区域"]),
        (FigureField.Indicator, ["indicator", "指标", "指标名称"]),
        (FigureField.Breakdown, ["breakdown", "分项", "分组"]),
        (FigureField.Basis, ["basis", "口径"]),
        (FigureField.Period, ["period", "期间", "月份", "时间", "month"]),
        (FigureField.Value, ["value", "数值", "值"]),
        (FigureField.Unit, ["unit", "单位"]),
        (FigureField.Bound, ["bound", "界限"]),
        (FigureField.AsPrinted, ["as_printed", "as printed", "原文"]),
        (FigureField.Status, ["status", "状态"]),
        (FigureField.Source, ["source", "来源"]),
        (FigureField.Locator, ["locator", "位置"]),
        (FigureField.Note, ["note", "备注", "说明"]),
    ];

    private static readonly NameIndex<FigureField> Fields =
        new(Known.Select(known => known.Field), field => Array.Find(Known, known => known.Field == field).Headers);

    private readonly CsvTable _table;
    private readonly int?[] _columns;

    private LongLayout(CsvTable table, int?[] columns) => (_table, _columns) = (table, columns);

    /// <summary>The layout of this table, or null where its header does not fit; <paramref name="log"/> says why.</summary>
    public static LongLayout? Of(CsvTable table, IssueLog log)
    {
        var columns = new int?[Known.Length];
        var errorsBefore = log.ErrorCount;
        for (var column = 0; column < table.Header.Fields.Count; column++)
        {
            var header = table.CellAt(table.Header, column);
            if (!Fields.TryFind(header.Text, out var field))
                log.Add(IssueKind.UnknownColumn, new($"已知表头之一：{string.Join("、", Known.Select(known => known.Headers[0]))}", $"one of {string.Join(", ", Known.Select(known => known.Headers[0]))}"), header);
            else if (columns[(int)field] is { } earlier)
                log.Add(IssueKind.DuplicateColumn, new($"只有一列是{table.Header.Fields[earlier]}", $"one column only for {table.Header.Fields[earlier]}"), header);
            else
                columns[(int)field] = column;
        }

        foreach (var field in Required.Where(field => columns[(int)field] is null))
        {
            var headers = Known[(int)field].Headers;
            log.Add(IssueKind.MissingColumn, new($"一列 {string.Join(" / ", headers)}", $"a column {string.Join(" / ", headers)}"), table.Header.Line);
        }

        return log.ErrorCount == errorsBefore ? new(table, columns) : null;
    }

    public IEnumerable<RawFigure> Figures() => _table.Rows.Select(row =>
        new RawFigure(row.Line, row.LastLine, [.. _columns.Select(column => column is { } known ? _table.CellAt(row, known) : new("", row.Line, 0, ""))]));
}
