using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Staging;

/// <summary>Moves what was found in a file from the log into the staging area.</summary>
internal sealed class StagedIssues(SqliteConnection connection, IssueLog log)
{
    private const int MostInMemory = 1_000;

    /// <summary>Longest text kept of a cell or row.</summary>
    private const int MostRaw = 500;

    public void FlushIfMany()
    {
        if (log.Count >= MostInMemory)
            Flush();
    }

    public void Flush() => Write(log.TakeAll());

    public void Write(IEnumerable<ImportIssue> found) => connection.Execute(
        """
        INSERT INTO staged.issue (code, level, line, row_line, column_no, column_name, raw, expected_zh, expected_en, remedy_zh, remedy_en)
        VALUES (@Code, @level, @Line, @Row, @Column, @ColumnName, @raw, @expectedZh, @expectedEn, @remedyZh, @remedyEn)
        """,
        found.Select(issue => new
        {
            issue.Kind.Code,
            level = issue.IsError ? "error" : "warning",
            issue.Line,
            issue.Row,
            issue.Column,
            issue.ColumnName,
            raw = issue.Raw.Length > MostRaw ? string.Concat(issue.Raw.AsSpan(0, MostRaw), "…") : issue.Raw,
            expectedZh = issue.Expected.Zh,
            expectedEn = issue.Expected.En,
            remedyZh = issue.Remedy.Zh,
            remedyEn = issue.Remedy.En,
        }));
}
