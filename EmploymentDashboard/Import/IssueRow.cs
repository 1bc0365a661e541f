using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

/// <summary>The columns of an issue as SQL gives them, from a batch or from what is staged.</summary>
internal sealed class IssueRow
{
    private const string Columns = "i.code, i.line, i.row_line, i.column_no, i.column_name, i.raw, i.expected_zh, i.expected_en, i.remedy_zh, i.remedy_en";

    public required string Code { get; init; }

    public required long? Line { get; init; }

    public required long? RowLine { get; init; }

    public required long? ColumnNo { get; init; }

    public required string ColumnName { get; init; }

    public required string Raw { get; init; }

    public required string ExpectedZh { get; init; }

    public required string ExpectedEn { get; init; }

    public required string RemedyZh { get; init; }

    public required string RemedyEn { get; init; }

    /// <summary>Issues of a table in the order of their file.</summary>
    /// <param name="table">A table of issues; like <paramref name="condition"/> never text from outside.</param>
    public static IReadOnlyList<ImportIssue> Query(
        SqliteConnection connection, string table, string condition, IssueKind? kind, int skip, int take, string file, object? parameters = null)
    {
        var all = new DynamicParameters(parameters);
        all.AddDynamicParams(new { kind?.Code, skip, take });
        return [.. connection.Query<IssueRow>(
            $"""
            SELECT {Columns} FROM {table} i
            WHERE {condition} AND (@Code IS NULL OR i.code = @Code)
            ORDER BY coalesce(i.line, 0), coalesce(i.column_no, 0), i.ordinal LIMIT @take OFFSET @skip
            """,
            all).Select(row => row.ToIssue(file))];
    }

    /// <summary>Errors that keep rows out, in the order of those rows. There may be as many as the file has rows, so they are not held in memory.</summary>
    public static IEnumerable<ImportIssue> OfRejectedRows(SqliteConnection connection, string table, string condition, string file, object? parameters = null) =>
        connection.Query<IssueRow>(
            $"""
            SELECT {Columns} FROM {table} i
            WHERE {condition} AND i.level = 'error' AND coalesce(i.row_line, i.line) IS NOT NULL
            ORDER BY coalesce(i.row_line, i.line), coalesce(i.column_no, 0), i.ordinal
            """,
            parameters,
            buffered: false).Select(row => row.ToIssue(file));

    /// <summary>How many of each kind, the most frequent first.</summary>
    public static IReadOnlyList<IssueCount> Count(SqliteConnection connection, string table, string condition, object? parameters = null) =>
        [.. connection.Query<(string Code, long Count)>($"SELECT i.code, count(*) FROM {table} i WHERE {condition} GROUP BY i.code ORDER BY count(*) DESC, i.code", parameters)
            .Select(count => new IssueCount(IssueKind.Of(count.Code), count.Count))];

    private ImportIssue ToIssue(string file) => new()
    {
        Kind = IssueKind.Of(Code),
        File = file,
        Line = (int?)Line,
        Row = (int?)RowLine,
        Column = (int?)ColumnNo,
        ColumnName = ColumnName,
        Raw = Raw,
        Expected = new(ExpectedZh, ExpectedEn),
        Remedy = new(RemedyZh, RemedyEn),
    };
}
