using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Data;

/// <summary>A row of the project's figures as it stands in its file.</summary>
/// <param name="Line">Line of the file, counted from 1.</param>
public sealed record FileRow(string File, int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells[column];

    public override string ToString() => $"{File}:{Line} {this["as_printed"]}";
}

/// <summary>The project's own figure files, cell by cell.</summary>
internal static class DataFiles
{
    public static IReadOnlyList<FileRow> Rows { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Data, "figures"), "*.csv").Order(StringComparer.Ordinal).SelectMany(RowsOf),
    ];

    private static IEnumerable<FileRow> RowsOf(string path)
    {
        var file = ImportFile.OfBytes(Path.GetFileName(path), File.ReadAllBytes(path));
        var table = CsvFileReader.Read(file, new(file.Name)) ?? throw new InvalidOperationException($"{path} cannot be read.");
        return table.Rows.Select(row => new FileRow(
            Path.GetFileNameWithoutExtension(path),
            row.Line,
            table.Header.Fields.Zip(row.Fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
    }
}
