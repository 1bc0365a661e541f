using Dapper;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Staging;

/// <summary>A figure that was read and not yet taken in, with the cell of its value.</summary>
/// <param name="Line">First line of its row.</param>
/// <param name="LastLine">Last line of its row.</param>
public sealed record StagedFigure(long Id, Observation Observation, Cell Value, int Line, int LastLine);

internal sealed class StagedRow
{
    /// <summary>Selects staged figures: <c>r</c> is the row, <c>s</c> its series. Queries add their own joins and WHERE.</summary>
    public const string Select = """
        SELECT r.id, s.area, s.indicator, s.breakdown, s.basis, p.edtf AS period, r.value, r.bound, r.status, r.as_printed, c.code AS source,
               r.locator, r.note, r.line, r.last_line, r.column_no, h.name AS column_name, r.raw
        """ + From;

    public const string From = """

        FROM staged.row r
        JOIN staged.series s ON s.id = r.series_id
        JOIN staged.period p ON p.id = r.period_id
        JOIN staged.source c ON c.id = r.source_id
        JOIN staged.heading h ON h.column_no = r.column_no

        """;

    public required long Id { get; init; }

    public required string Area { get; init; }

    public required string Indicator { get; init; }

    public required string Breakdown { get; init; }

    public required string Basis { get; init; }

    public required string Period { get; init; }

    public required double? Value { get; init; }

    public required string Bound { get; init; }

    public required string Status { get; init; }

    public required string AsPrinted { get; init; }

    public required string Source { get; init; }

    public required string Locator { get; init; }

    public required string Note { get; init; }

    public required long Line { get; init; }

    public required long LastLine { get; init; }

    public required long ColumnNo { get; init; }

    public required string ColumnName { get; init; }

    public required string Raw { get; init; }

    public static IReadOnlyList<StagedFigure> Query(SqliteConnection connection, string condition, object? parameters = null) =>
        [.. connection.Query<StagedRow>(Select + condition, parameters).Select(row => row.ToFigure())];

    public StagedFigure ToFigure() => new(
        Id,
        new()
        {
            Series = new(Area, Indicator, Breakdown, Codes.Basis.Parse(Basis)),
            Period = Statistics.Period.Parse(Period),
            Quantity = Value is { } value ? new((decimal)value, Codes.Bound.Parse(Bound)) : null,
            Status = Codes.Status.Parse(Status),
            Source = Source,
            AsPrinted = AsPrinted,
            Locator = Locator,
            Note = Note,
        },
        new(Raw, (int)Line, (int)ColumnNo, ColumnName),
        (int)Line,
        (int)LastLine);
}
