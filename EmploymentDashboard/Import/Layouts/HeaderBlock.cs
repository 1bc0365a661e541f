using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>The records that make up a header, and what they say over each column.</summary>
internal sealed class HeaderBlock
{
    private const int MostRows = 3;

    private readonly ReferenceNames _names;

    private HeaderBlock(IReadOnlyList<CsvRow> rows, ReferenceNames names)
    {
        (Rows, _names) = (rows, names);
        var reader = new ColumnReader(names);
        Paths = [.. Enumerable.Range(0, rows.Max(row => row.Fields.Count)).Select(Path)];
        Readings = WithMonthsOfExcel([.. Paths.Select(reader.Read)]);
    }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>For each column the header cells over it, from the top down.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Paths { get; }

    public IReadOnlyList<ColumnReading> Readings { get; }

    public int FirstLine => Rows[0].Line;

    public int LastLine => Rows[^1].LastLine;

    /// <summary>Columns whose header was understood as something to read.</summary>
    public int Understood => Readings.Count(reading => reading.Meaning.Role != ColumnRole.LeftOut || reading.Choices is not null);

    /// <summary>Columns whose header means nothing known.</summary>
    public int Strange => Readings.Count(reading => reading is { Meaning.Why: LeftOutColumn.Unknown });

    /// <summary>Whether this is likely to be a header: a column that says a field and another that is understood, or nothing but columns of figures of one kind.</summary>
    public bool IsLikely
    {
        get
        {
            var keys = Readings.Count(reading => IsKey(reading) || reading.Meaning is { Role: ColumnRole.Figures, IsSpecific: false });
            var specific = Readings.Where(reading => reading.Meaning is { Role: ColumnRole.Figures, IsSpecific: true }).ToList();
            if (keys > 0)
                return keys >= 2 || (keys + specific.Count >= 2 && keys + specific.Count > Strange);

            var kinds = specific.Select(reading => (reading.Meaning.Area is null, reading.Meaning.Indicator is null, reading.Meaning.Period is null)).Distinct().Count();
            return specific.Count >= 2 && kinds == 1 && Strange <= 1;
        }
    }

    /// <summary>The block that starts with this record; so many records of it, or as many as belong to it.</summary>
    public static HeaderBlock Of(IReadOnlyList<CsvRow> records, int first, int? count, ReferenceNames names)
    {
        if (count is { } given)
            return new([.. records.Skip(first).Take(Math.Max(1, given))], names);

        var block = new HeaderBlock([records[first]], names);
        while (block.Rows.Count < MostRows && first + block.Rows.Count < records.Count && block.With(records[first + block.Rows.Count]) is { } longer)
            block = longer;
        return block;
    }

    /// <summary>This block with the record above it, where that belongs to the header.</summary>
    public HeaderBlock WithRowAbove(CsvRow above)
    {
        if (Rows.Count >= MostRows || above.Written(limit: 2) < 2)
            return this;

        var longer = new HeaderBlock([above, .. Rows], _names);
        return longer.Understood >= Understood && longer.Strange <= Strange && longer.Understood + longer.Paths.Count(path => path.Count > 1) > Understood ? longer : this;
    }

    private static bool IsKey(ColumnReading reading) => reading.Choices is not null || reading.Meaning.Role is not (ColumnRole.LeftOut or ColumnRole.Figures);

    /// <summary>
    /// This block with the record below it, where that belongs to the header: what stands in it is header text, not figures or
    /// names, and the columns that say fields are empty in it or repeat what stands above.
    /// </summary>
    private HeaderBlock? With(CsvRow below)
    {
        if (below.FirstWritten() < 0)
            return null;

        var reader = new ColumnReader(_names);
        var (known, unknown) = (0, 0);
        for (var column = 0; column < below.Fields.Count; column++)
        {
            if (below.IsEmptyAt(column))
                continue;

            var cell = below.CellAt(column);
            var above = column < Readings.Count ? Readings[column] : null;
            if (above is not null && IsKey(above))
            {
                if (HeaderText.Normal(cell.Text) != HeaderText.Normal(Paths[column][^1].Text) && !(above.Meaning.IsField(FigureField.Area) && cell.Text is "代码" or "编码" or "名称"))
                    return null;
                continue;
            }

            if (cell.Text.All(char.IsAsciiDigit) || FigureWords.Missing.Contains(cell.Text))
                return null;
            var alone = reader.Read([cell]);
            if (alone.Meaning.Why is not LeftOutColumn.Unknown || ColumnReader.IsUnit(HeaderText.Normal(cell.Text), _names))
                known++;
            else if (RowText.LooksLikeFigure(cell.Text))
                return null;
            else
                unknown++;
        }

        if (known <= unknown)
            return null;

        var longer = new HeaderBlock([.. Rows, below], _names);
        return longer.Understood >= Understood ? longer : null;
    }

    /// <summary>
    /// The cells over a column. Of merged cells only the first is filled, so an empty cell of an upper row takes its left
    /// neighbour's text where something stands below it.
    /// </summary>
    private List<Cell> Path(int column)
    {
        var path = new List<Cell>();
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (!row.IsEmptyAt(column))
                path.Add(row.CellAt(column));
            else if (Rows.Skip(i + 1).Any(below => !below.IsEmptyAt(column)) && Left(row, column) is { } merged)
                path.Add(merged);
        }

        return path;
    }

    private static Cell? Left(CsvRow row, int column)
    {
        for (column = Math.Min(column, row.Fields.Count) - 1; column >= 0; column--)
        {
            if (!row.IsEmptyAt(column))
                return row.CellAt(column);
        }

        return null;
    }

    /// <summary>
    /// Excel writes months as the first of their days, or as the number of that day. Such headers are months where there are several
    /// and all are first days; otherwise days stay days, and a number of five digits means nothing.
    /// </summary>
    private ColumnReading[] WithMonthsOfExcel(ColumnReading[] readings)
    {
        var columns = Enumerable.Range(0, readings.Length).Where(column => Paths[column].Count > 0).ToList();
        var serials = columns.Where(column => Paths[column][^1].Text is { Length: 5 } text && text.All(char.IsAsciiDigit)).ToList();
        if (serials.Count == 1 || serials.Exists(column => PeriodText.MonthOfSerial(Paths[column][^1].Text) is null))
        {
            foreach (var column in serials)
                readings[column] = ColumnReading.Of(ColumnMeaning.NotRead(LeftOutColumn.Unknown));
        }

        var days = columns.Where(column => readings[column].Meaning.Period is { } text && Edtf.TryParse(text, out var day) && day.Granularity == Granularity.Day).ToList();
        if (days.Count > 1 && days.TrueForAll(column => readings[column].Meaning.Period!.EndsWith("-01", StringComparison.Ordinal)))
        {
            foreach (var column in days)
                readings[column] = readings[column] with { Meaning = readings[column].Meaning with { Period = readings[column].Meaning.Period![..^3] } };
        }

        return readings;
    }
}
