using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Reading;
using EmploymentDashboard.Import.Staging;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

/// <summary>How many figures a file holds and what taking them in does, each figure in exactly one of the last four.</summary>
/// <param name="Read">Figures found in the file; a row that is not even a row counts as one.</param>
public sealed record ImportCounts(long Read, long Added, long Changed, long Unchanged, long Rejected)
{
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>How many things of a kind were found.</summary>
public sealed record IssueCount(IssueKind Kind, long Count);

/// <summary>Figures of one indicator and area whose periods end in one month.</summary>
public sealed record AffectedMonth
{
    public required string Indicator { get; init; }

    public required string Area { get; init; }

    /// <summary>As 2026-11.</summary>
    public required string Month { get; init; }

    public required long Figures { get; init; }
}

/// <summary>A figure that stands, and the one that would supersede it.</summary>
public sealed record ChangedFigure(Figure Old, StagedFigure New);

/// <summary>What taking a file in would change. Nothing is written to the store before it is committed.</summary>
public sealed class ImportPreview : IDisposable
{
    private const string InFileOrder = " ORDER BY r.id LIMIT @take OFFSET @skip";

    private readonly DashboardDatabase _database;
    private readonly StagingArea? _staging;

    internal ImportPreview(DashboardDatabase database, StagingArea? staging) => (_database, _staging) = (database, staging);

    public required ImportFile File { get; init; }

    public required ImportSettings Settings { get; init; }

    /// <summary>The batch that brought the same bytes, read in the same way, earlier; null for a new file.</summary>
    public long? AlreadyLoadedAs { get; init; }

    /// <summary>Number of the last change of the store when the preview was made; a later one makes it stale.</summary>
    public required long LastChange { get; init; }

    /// <summary>How the bytes were understood; null where they are no text.</summary>
    public FileReading? Reading { get; init; }

    /// <summary>How the first table was understood; null where none was found.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>The first records of the file, as mended.</summary>
    public IReadOnlyList<CsvRow> Sample { get; init; } = [];

    /// <summary>What became of each record; null where there are none.</summary>
    public TableAccount? Account { get; init; }

    public ImportCounts Counts { get; init; } = ImportCounts.None;

    /// <summary>What was found, the most frequent first.</summary>
    public required IReadOnlyList<IssueCount> IssueCounts { get; init; }

    public long Errors => IssueCounts.Where(count => count.Kind.Level == IssueLevel.Error).Sum(count => count.Count);

    /// <summary>Whether rows could be read at all.</summary>
    public bool IsUsable => Layout is not null;

    /// <summary>Whether a commit would record a batch. Bytes that came before do only for what they change.</summary>
    public bool CanCommit =>
        Counts.Added + Counts.Changed + (AlreadyLoadedAs is null ? Counts.Unchanged : 0) > 0;

    /// <summary>The store that it was made against.</summary>
    internal DashboardDatabase Database => _database;

    internal string? StagedPath => _staging?.Path;

    /// <summary>Everything found, in the order of the file; for bytes that were loaded before, what was found then.</summary>
    /// <param name="kind">Only issues of this kind; null for all.</param>
    public IReadOnlyList<ImportIssue> Issues(IssueKind? kind = null, int skip = 0, int take = int.MaxValue)
    {
        if (_staging is not null)
            return Query(connection => IssueRow.Query(connection, "staged.issue", "true", kind, skip, take, File.Name));

        using var connection = _database.Open();
        return BatchStore.Issues(connection, AlreadyLoadedAs!.Value, kind, skip, take);
    }

    /// <summary>Figures whose key does not stand yet, in the order of the file.</summary>
    public IReadOnlyList<StagedFigure> Added(int skip = 0, int take = int.MaxValue) => Query(connection =>
        StagedRow.Query(connection, "WHERE NOT EXISTS (SELECT 1 FROM staged.matched m WHERE m.row_id = r.id)" + InFileOrder, new { skip, take }));

    /// <summary>Figures that stand already, word for word.</summary>
    public IReadOnlyList<StagedFigure> Unchanged(int skip = 0, int take = int.MaxValue) => Query(connection =>
        StagedRow.Query(connection, "JOIN staged.matched m ON m.row_id = r.id AND m.is_same" + InFileOrder, new { skip, take }));

    /// <summary>Figures that would supersede what stands, each beside what it would supersede.</summary>
    public IReadOnlyList<ChangedFigure> Changed(int skip = 0, int take = int.MaxValue) => Query(connection =>
    {
        var fresh = StagedRow.Query(connection, "JOIN staged.matched m ON m.row_id = r.id AND NOT m.is_same" + InFileOrder, new { skip, take });
        const string standing = FigureReader.Select + "JOIN staged.matched m ON m.observation_id = o.id WHERE m.row_id = @Id";
        return fresh.Select(figure => new ChangedFigure(FigureReader.Single(connection, standing, new { figure.Id }), figure));
    });

    /// <summary>Of what the figures speak that would be added or changed.</summary>
    public IReadOnlyList<AffectedMonth> Affected() => Query(connection => connection.Query<AffectedMonth>("""
        SELECT s.indicator, s.area, p.reference_month AS month, sum(t.figures) AS figures
        FROM (
            SELECT r.series_id, r.period_id, count(*) AS figures FROM staged.row r
            WHERE NOT EXISTS (SELECT 1 FROM staged.matched m WHERE m.row_id = r.id AND m.is_same)
            GROUP BY r.series_id, r.period_id) t
        JOIN staged.series s ON s.id = t.series_id JOIN staged.period p ON p.id = t.period_id
        GROUP BY s.indicator, s.area, p.reference_month
        """));

    /// <summary>The records that hold these lines, as mended, by line. Reads the file from its beginning to the last of them.</summary>
    public IReadOnlyDictionary<int, CsvRow> RecordsAt(IReadOnlyCollection<int> lines)
    {
        var found = new Dictionary<int, CsvRow>();
        if (lines.Count == 0)
            return found;

        using var connection = _database.Open();
        var last = lines.Max();
        foreach (var row in AnalystFile.Open(File, CatalogStore.Read(connection), Settings, new(File.Name))?.Rows().TakeWhile(row => row.Line <= last) ?? [])
        {
            foreach (var line in lines.Where(line => line >= row.Line && line <= row.LastLine))
                found[line] = row;
        }

        return found;
    }

    public void Dispose() => _staging?.Dispose();

    private IReadOnlyList<T> Query<T>(Func<SqliteConnection, IEnumerable<T>> ask)
    {
        if (_staging is null)
            return [];

        using var connection = _staging.Open();
        return [.. ask(connection)];
    }
}
