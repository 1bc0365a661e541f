using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>One thing that is wrong or doubtful: where it stands, what was read, what was expected and what to do.</summary>
public sealed record ImportIssue
{
    public required IssueKind Kind { get; init; }

    public required string File { get; init; }

    /// <summary>Line of the file, counted from 1; null where the whole file is meant.</summary>
    public int? Line { get; init; }

    /// <summary>Column of the file, counted from 1; null where the whole row is meant.</summary>
    public int? Column { get; init; }

    /// <summary>The column's header as written in the file.</summary>
    public string ColumnName { get; init; } = "";

    /// <summary>The text of the cell.</summary>
    public string Raw { get; init; } = "";

    public required Bilingual Expected { get; init; }

    public required Bilingual Remedy { get; init; }

    public bool IsError => Kind.Level == IssueLevel.Error;

    /// <summary>file:line:column code, as compilers write it.</summary>
    public override string ToString() => $"{File}:{Line}:{Column} {Kind.Code} '{Raw}' {Expected}";
}
