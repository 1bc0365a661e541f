using EmploymentDashboard.Import.Reading;

namespace EmploymentDashboard.Import;

/// <summary>Reads a tidy table: commas, straight quotes, its header on the first line that is not blank, and as many cells in each row. Reference tables are written so.</summary>
public static class CsvFileReader
{
    private const string Delimiter = ",";

    private static readonly ReadingSettings Tidy = new() { Delimiter = Delimiter, Quote = "\"", Escape = "" };

    /// <summary>The table, or null where the file as a whole cannot be used; <paramref name="log"/> says why. Rows that do not fit the header are reported and left out.</summary>
    public static CsvTable? Read(ImportFile file, IssueLog log)
    {
        if (CsvText.Open(file, Vocabulary.OfHeaders, Tidy, log) is not { } text)
            return null;

        CsvRow? header = null;
        var rows = new List<CsvRow>();
        var rejected = 0;
        foreach (var row in text.Rows().Where(row => !row.IsBlank))
        {
            if (header is null)
                header = row;
            else if (Fits(row, header, log))
                rows.Add(row);
            else
                rejected++;
        }

        if (text.IsCut)
            return null;
        if (header is null)
        {
            log.Add(IssueKind.FileEmpty, new("首行是表头", "a header on the first line"));
            return null;
        }

        return header.IsMalformed
            ? null
            : new() { FileName = file.Name, Encoding = text.Reading.Encoding, Delimiter = Delimiter[0], Header = header, Rows = rows, RejectedRows = rejected };
    }

    private static bool Fits(CsvRow row, CsvRow header, IssueLog log)
    {
        if (row.IsMalformed)
            return false;
        if (row.Fields.Count == header.Fields.Count)
            return true;

        log.Add(IssueKind.RaggedRow, new($"{header.Fields.Count} 格，此行有 {row.Fields.Count} 格", $"{header.Fields.Count} cells; this row has {row.Fields.Count}"), row.Line, string.Join(Delimiter, row.Fields));
        return false;
    }
}
