using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Gathers what is found in one file.</summary>
public sealed class IssueLog(string file)
{
    private readonly List<ImportIssue> _issues = [];

    public string File => file;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ImportIssue> Issues => [.. _issues.OrderBy(issue => issue.Line ?? 0).ThenBy(issue => issue.Column ?? 0)];

    public int ErrorCount { get; private set; }

    /// <summary>First line of the row that is being read: what is found meanwhile is about it, wherever its cell stands. null between rows.</summary>
    internal int? Row { get; set; }

    /// <summary>How many are held, which those taken away are not.</summary>
    public int Count => _issues.Count;

    /// <summary>What was found since the last call. Whoever takes it keeps it: a file may have more faults than should be held in memory.</summary>
    internal IReadOnlyList<ImportIssue> TakeAll()
    {
        ImportIssue[] taken = [.. _issues];
        _issues.Clear();
        return taken;
    }

    /// <summary>Something about the whole file.</summary>
    public void Add(IssueKind kind, Bilingual expected, string raw = "") => Add(new() { Kind = kind, File = file, Raw = raw, Expected = expected, Remedy = kind.Remedy });

    /// <summary>Something about a row.</summary>
    public void Add(IssueKind kind, Bilingual expected, int line, string raw = "") =>
        Add(new() { Kind = kind, File = file, Line = line, Raw = raw, Expected = expected, Remedy = kind.Remedy });

    /// <summary>Something about a cell, or about what stands in no cell: a cell on line 0 or in column 0.</summary>
    public void Add(IssueKind kind, Bilingual expected, Cell at) => Add(new()
    {
        Kind = kind,
        File = file,
        Line = at.Line > 0 ? at.Line : null,
        Row = at.Line == Row ? null : Row,
        Column = at.Column > 0 ? at.Column : null,
        ColumnName = at.ColumnName,
        Raw = at.Text,
        Expected = expected,
        Remedy = kind.Remedy,
    });

    private void Add(ImportIssue issue)
    {
        _issues.Add(issue);
        if (issue.IsError)
            ErrorCount++;
    }
}
