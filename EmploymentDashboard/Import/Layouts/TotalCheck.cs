using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>
/// Sets 合计 and 小计 rows against the rows above them, in tables whose rows differ in nothing but the area.
/// Only plain numbers are added; a column with anything else in it is not compared.
/// </summary>
internal sealed class TotalCheck
{
    private readonly TableColumn _area;
    private readonly TableColumn[] _figures;
    private readonly ReferenceNames _names;
    private readonly decimal?[] _sinceSubtotal;
    private readonly decimal?[] _sinceStart;

    private TotalCheck(TableColumn area, TableColumn[] figures, ReferenceNames names)
    {
        (_area, _figures, _names) = (area, figures, names);
        _sinceSubtotal = new decimal?[figures.Length];
        _sinceStart = new decimal?[figures.Length];
        Array.Fill(_sinceSubtotal, 0);
        Array.Fill(_sinceStart, 0);
    }

    /// <summary>The check for such a table; null for any other.</summary>
    public static TotalCheck? For(TableLayout layout)
    {
        var keys = layout.Columns.Where(column => column.Meaning.Role is not (ColumnRole.LeftOut or ColumnRole.Figures or ColumnRole.AreaCode)
            && column.Meaning.Field is not (FigureField.Unit or FigureField.Note or FigureField.Source or FigureField.Locator or FigureField.AsPrinted)).ToList();
        return keys is [{ } area] && area.Meaning.IsField(FigureField.Area)
            ? new(area, [.. layout.Columns.Where(column => column.Meaning.Role == ColumnRole.Figures)], layout.Names)
            : null;
    }

    public void Add(CsvRow row)
    {
        if (!_names.Areas.TryFind(row.Text(_area.Index), out var area) || area.Kind is AreaKind.City or AreaKind.Nation)
            return;

        for (var i = 0; i < _figures.Length; i++)
        {
            var number = row.IsEmptyAt(_figures[i].Index) ? 0 : Number(row, i);
            _sinceSubtotal[i] += number;
            _sinceStart[i] += number;
        }
    }

    /// <summary>Warns of each cell that is not the sum; the rows since the last total begin anew.</summary>
    public void Compare(CsvRow total, IssueLog log)
    {
        for (var i = 0; i < _figures.Length; i++)
        {
            if (Number(total, i) is { } printed && _sinceSubtotal[i] is { } part && _sinceStart[i] is { } whole && printed != part && printed != whole)
            {
                var expected = whole.ToString(CultureInfo.InvariantCulture);
                log.Add(IssueKind.TotalDisagrees, new($"以上各行之和 {expected}", $"the sum of the rows above, {expected}"), total.CellAt(_figures[i].Index) with { ColumnName = _figures[i].Header });
            }

            _sinceSubtotal[i] = 0;
        }
    }

    private decimal? Number(CsvRow row, int figure) =>
        decimal.TryParse(row.Text(_figures[figure].Index), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}
