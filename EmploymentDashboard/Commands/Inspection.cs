using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Statistics;
using CsvWriter = CsvHelper.CsvWriter;

namespace EmploymentDashboard.Commands;

/// <summary>Reads a file as an import does, and writes what it read and what it made of it.</summary>
internal sealed class Inspection : IDisposable
{
    private readonly AnalystFile _file;
    private readonly Stream _output;
    private readonly CsvWriter _table;
    private readonly IssueTally _issues;
    private int _tables;

    private Inspection(AnalystFile file, Stream table, IssueTally issues) =>
        (_file, _output, _table, _issues) = (file, table, CsvWriter.Create(table, new() { ValidateFieldCount = false }, leaveOpen: true), issues);

    /// <param name="name">As the person named it.</param>
    /// <param name="table">Where the table goes.</param>
    /// <param name="found">Where what was found goes, as JSON.</param>
    public static async Task<int> RunAsync(string name, string path, ImportSettings settings, Catalog catalog, Stream table, Stream found, CancellationToken cancellation)
    {
        var log = new IssueLog(name);
        var issues = new IssueTally(log);
        var file = await DataFolder.TryReadAsync(path, log, cancellation);
        var understood = file is null ? null : AnalystFile.Open(file, catalog, settings, log);
        if (understood is not null)
        {
            using var inspection = new Inspection(understood, table, issues);
            inspection.WriteTable(cancellation);
        }

        issues.Take();
        CommandJson.WriteTo(found, json => InspectionJson.Write(json, name, file, understood, issues));
        if (understood is null || understood.IsCut)
            return ExitCodes.Unusable;
        return understood.Account[RowFate.Rejected] + understood.Account[RowFate.Malformed] + issues.MalformedRows > 0 ? ExitCodes.Rejected : ExitCodes.Done;
    }

    public void Dispose() => _table.Dispose();

    private void WriteTable(CancellationToken cancellation)
    {
        if (_file.Layout is null)
        {
            WriteAllRecords(cancellation);
            return;
        }

        _file.Account.Entered = Write;
        foreach (var _ in _file.Figures())
        {
            _issues.TakeIfMany();
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private void WriteAllRecords(CancellationToken cancellation)
    {
        foreach (var row in _file.Rows().Where(row => !row.IsBlank))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.IsMalformed)
                _issues.MalformedRows++;
            else
                Write(row.Fields);
            _issues.TakeIfMany();
        }
    }

    private void Write(CsvRow row, RowFate fate, RowContext context)
    {
        if (fate is RowFate.Figures or RowFate.NoFigures)
            Write(row.Fields);
        else if (fate is RowFate.Header && _file.Account.Tables.Count > _tables)
            WriteHeader();
    }

    private void WriteHeader()
    {
        // An empty line parts the tables of a file.
        if (_tables > 0)
        {
            _table.Flush();
            _output.Write("\r\n"u8);
        }

        _tables = _file.Account.Tables.Count;
        Write(_file.Account.Tables[^1].Columns.Select(column => column.Header));
    }

    private void Write(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            _table.WriteField(cell);
        _table.EndRecord();
    }
}
