namespace EmploymentDashboard.Import;

/// <summary>A cell that was set right by hand before the file was taken in. The original bytes stay as they came.</summary>
/// <param name="Line">Line on which the cell begins, counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Text">What the cell is to say.</param>
public sealed record Mend(int Line, int Column, string Text)
{
    /// <summary>The records with the mended cells in place of the written ones.</summary>
    internal static IEnumerable<CsvRow> Apply(IReadOnlyList<Mend> mends, IEnumerable<CsvRow> rows)
    {
        if (mends.Count == 0)
            return rows;

        var byLine = mends.ToLookup(mend => mend.Line);
        return rows.Select(row =>
        {
            var own = Enumerable.Range(row.Line, row.LastLine - row.Line + 1)
                .SelectMany(line => byLine[line])
                .Where(mend => mend.Column <= row.Fields.Count && row.LineOf(mend.Column - 1) == mend.Line)
                .ToList();
            if (own.Count == 0)
                return row;

            string[] fields = [.. row.Fields];
            foreach (var mend in own)
                fields[mend.Column - 1] = mend.Text;
            return row with { Fields = fields };
        });
    }
}
