using System.Collections.Concurrent;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>Where the fields of one column of figures stand.</summary>
internal sealed class FigureMap
{
    private static readonly FigureField[] Fields = Enum.GetValues<FigureField>();

    private readonly FieldPlace[] _places;

    public FigureMap(TableLayout layout, TableColumn figures)
    {
        ValueColumn = figures.Column;
        _places = [.. Fields.Select(field => PlaceOf(field, layout, figures))];
    }

    /// <summary>Counted from 1.</summary>
    public int ValueColumn { get; }

    public Cell Read(CsvRow row, FigureField field) => _places[(int)field].Read(row);

    private static FieldPlace PlaceOf(FigureField field, TableLayout layout, TableColumn figures)
    {
        if (field == FigureField.Value)
            return new InColumn(figures, null);
        if (field == FigureField.Period)
            return PeriodPlace(layout, figures);

        Cell? fixedCell = InHeader(field, figures) ?? (layout.Defaults.TryGetValue(field, out var known) ? known : null);
        if (layout.Columns.FirstOrDefault(column => column.Meaning.IsField(field)) is { } own)
            return new InColumn(own, field is FigureField.Unit or FigureField.Source ? fixedCell : null);
        return fixedCell is { } cell ? new OfTable(cell) : Nowhere.Instance;
    }

    private static Cell? InHeader(FigureField field, TableColumn figures)
    {
        if (figures.Meaning.Fixed(field) is not { } value)
            return null;

        var cell = figures.Places.TryGetValue(field, out var place) ? place : figures.Cell with { Text = value };
        return cell with { ColumnName = figures.Header };
    }

    private static FieldPlace PeriodPlace(TableLayout layout, TableColumn figures)
    {
        var parts = new PeriodParts
        {
            Year = Find(layout, ColumnRole.Year),
            Own = layout.Columns.FirstOrDefault(column => column.Meaning.IsField(FigureField.Period)) ?? Find(layout, ColumnRole.Month) ?? Find(layout, ColumnRole.Quarter) ?? Find(layout, ColumnRole.PeriodStart),
            End = Find(layout, ColumnRole.PeriodEnd),
            KnownYear = layout.Year,
            Shift = ShiftOf(layout, figures),
            YearsBack = figures.Meaning.YearsBack,
        };
        if (InHeader(FigureField.Period, figures) is { } header)
        {
            var written = header with { Text = figures.Meaning.Period! };
            return parts.Year is null ? new OfTable(parts.Complete(written)) : new InParts(parts with { Header = written, Own = null });
        }

        if (layout.Defaults.TryGetValue(FigureField.Period, out var known))
            return new OfTable(parts.Complete(known));
        if (parts.Own is null)
            return parts.Year is null ? Nowhere.Instance : new InParts(parts with { Own = parts.Year, Year = null });
        return parts.IsAsWritten ? new InColumn(parts.Own, null) : new InParts(parts);
    }

    /// <summary>A whole table on the basis of the year so far is one like a column of it.</summary>
    private static PeriodShift ShiftOf(TableLayout layout, TableColumn figures) =>
        figures.Meaning is { Shift: PeriodShift.None, Basis: "ytd" } || (figures.Meaning.Basis is null && layout.Kind != LayoutKind.Long && layout.Defaults.TryGetValue(FigureField.Basis, out var basis) && ReferenceNames.Bases.TryFind(basis.Text, out var known) && known == Basis.Ytd)
            ? PeriodShift.YearToDate
            : figures.Meaning.Shift;

    private static TableColumn? Find(TableLayout layout, ColumnRole role) => layout.Columns.FirstOrDefault(column => column.Meaning.Role == role);

    private abstract class FieldPlace
    {
        public abstract Cell Read(CsvRow row);
    }

    private sealed class Nowhere : FieldPlace
    {
        public static readonly Nowhere Instance = new();

        public override Cell Read(CsvRow row) => new("", row.Line, 0, "");
    }

    private sealed class OfTable(Cell cell) : FieldPlace
    {
        public override Cell Read(CsvRow row) => cell;
    }

    private sealed class InColumn(TableColumn column, Cell? ifEmpty) : FieldPlace
    {
        private readonly int _index = column.Index;

        public override Cell Read(CsvRow row)
        {
            var text = row.Text(_index);
            return text.Length == 0 && ifEmpty is { } other ? other : new(text, _index < row.Fields.Count ? row.LineOf(_index) : row.Line, _index + 1, column.Header);
        }
    }

    /// <summary>A period that no cell says as a whole. Its text is the whole period, its place that of the month.</summary>
    private sealed class InParts(PeriodParts parts) : FieldPlace
    {
        private const int MostKept = 10_000;

        private readonly ConcurrentDictionary<(string Year, string Own, string End), string> _known = new();

        public override Cell Read(CsvRow row)
        {
            var (year, end) = (parts.Year is { } y ? row.Text(y.Index) : "", parts.End is { } e ? row.Text(e.Index) : "");
            var at = parts.Header ?? row.CellAt(parts.Own!.Index) with { ColumnName = parts.Own.Header };
            var key = (year, at.Text, end);
            if (!_known.TryGetValue(key, out var text))
            {
                text = parts.Join(year, at.Text, end);
                if (_known.Count < MostKept)
                    _known.TryAdd(key, text);
            }

            return at with { Text = text };
        }
    }

    /// <summary>The columns and facts that make up a period.</summary>
    private sealed record PeriodParts
    {
        public TableColumn? Year { get; init; }

        /// <summary>The column of the period itself, of its month or quarter, or of its start.</summary>
        public TableColumn? Own { get; init; }

        public TableColumn? End { get; init; }

        /// <summary>The month in the header, where years stand in a column.</summary>
        public Cell? Header { get; init; }

        public int? KnownYear { get; init; }

        public PeriodShift Shift { get; init; }

        public int YearsBack { get; init; }

        public bool IsAsWritten => Year is null && End is null && KnownYear is null && Shift == PeriodShift.None && YearsBack == 0 && Own is { Meaning.Role: ColumnRole.Field };

        public Cell Complete(Cell cell) => cell with { Text = Join("", cell.Text, "") };

        /// <summary>The period in EDTF; what cannot be read stays as written, so that it is refused with its own words.</summary>
        public string Join(string year, string own, string end)
        {
            var text = Own?.Meaning.Role switch
            {
                ColumnRole.Month when own.Length is 1 or 2 && own.All(char.IsAsciiDigit) => own.TrimStart('0') + "月",
                ColumnRole.Quarter when own.Length == 1 && char.IsAsciiDigit(own[0]) => own + "季度",
                _ => own,
            };
            var written = string.Join(' ', new[] { year, text, end }.Where(part => part.Length > 0));
            var period = End is not null ? PeriodText.Span(text, end, KnownYear)
                : Year is not null ? InYear(year, text)
                : PeriodText.TryRead(text, KnownYear, out var read) ? read
                : null;
            return period is null ? written : PeriodText.Shifted(period, Shift, YearsBack)?.Edtf ?? written + "?";
        }

        /// <summary>The month of the year in another column; a text with a year of its own must name the same.</summary>
        private static Period? InYear(string yearText, string text)
        {
            if (PeriodText.Year(yearText) is not { } year || !PeriodText.TryRead(text, year, out var period))
                return null;

            return period.Start?.Year == year && period.End?.Year == year ? period : null;
        }
    }
}
