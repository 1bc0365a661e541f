using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>What taking a file in would change. Nothing is written before it is committed.</summary>
public sealed record ImportPreview
{
    public required ImportFile File { get; init; }

    /// <summary>The batch that brought the same bytes earlier; null for a new file.</summary>
    public long? AlreadyLoadedAs { get; init; }

    /// <summary>Number of the last batch when the preview was made; a later one makes it stale.</summary>
    public required long LastBatch { get; init; }

    /// <summary>The table as read; null where the file cannot be used or is already loaded.</summary>
    public CsvTable? Table { get; init; }

    /// <summary>How figures lie in the table; empty where none was found.</summary>
    public string Layout { get; init; } = "";

    /// <summary>Rows below the header, blank ones not counted.</summary>
    public int RowsRead { get; init; }

    public IReadOnlyList<ImportedFigure> Added { get; init; } = [];

    public IReadOnlyList<ChangedFigure> Changed { get; init; } = [];

    public IReadOnlyList<ImportedFigure> Unchanged { get; init; } = [];

    /// <summary>Rows that are not taken in.</summary>
    public int Rejected { get; init; }

    public required IReadOnlyList<ImportIssue> Issues { get; init; }

    /// <summary>Whether rows could be read at all.</summary>
    public bool IsUsable => Layout.Length > 0;

    /// <summary>Whether a commit would record a batch. Bytes that came before do only for what they change.</summary>
    public bool CanCommit => Added.Count + Changed.Count > 0 || (Unchanged.Count > 0 && AlreadyLoadedAs is null);
}

/// <summary>A figure that stands, and the one that would supersede it.</summary>
public sealed record ChangedFigure(Figure Old, ImportedFigure New);

/// <summary>Sets rows against the store.</summary>
internal static class Comparer
{
    public static (IReadOnlyList<ImportedFigure> Added, IReadOnlyList<ChangedFigure> Changed, IReadOnlyList<ImportedFigure> Unchanged) Compare(
        IReadOnlyList<ImportedFigure> figures, IReadOnlyList<Figure> stored)
    {
        var current = stored.ToDictionary(figure => FigureKey.Of(figure.Observation));
        List<ImportedFigure> added = [], unchanged = [];
        List<ChangedFigure> changed = [];
        foreach (var figure in figures)
        {
            if (!current.TryGetValue(FigureKey.Of(figure.Observation), out var old))
                added.Add(figure);
            else if (IsSame(old.Observation, figure.Observation))
                unchanged.Add(figure);
            else
                changed.Add(new(old, figure));
        }

        return (added, changed, unchanged);
    }

    /// <summary>2020-02 and 2020-02~ are the same days, but not the same statement.</summary>
    private static bool IsSame(Observation old, Observation read) => old == read && old.Period.Edtf == read.Period.Edtf;
}
