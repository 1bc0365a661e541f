using Dapper;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Database;

/// <summary>An observation as stored: with its number, the batch and line that brought it, and when.</summary>
/// <param name="Id">Number of the stored row; it never changes and is never used again.</param>
/// <param name="Line">Line of the batch's file, counted from 1.</param>
/// <param name="Column">Column of the value in that file, counted from 1; 0 where it was not kept.</param>
public sealed record Figure(long Id, Observation Observation, long BatchId, long Line, long Column, DateTimeOffset RecordedAt, DateTimeOffset? SupersededAt, long? SupersededBy);

/// <summary>The columns of a stored figure as SQL gives them. Queries begin with <see cref="Select"/> and add their own WHERE.</summary>
public sealed class FigureRow
{
    /// <summary>Selects stored figures: <c>o</c> is the observation, <c>s</c> its series.</summary>
    public const string Select = """
        SELECT o.id, s.area, s.indicator, s.breakdown, s.basis, o.period, o.value, o.bound, o.status, o.as_printed,
               o.source, o.locator, o.note, o.batch_id, o.line, o.column_no, o.recorded_at, o.superseded_at, o.superseded_by
        FROM observation o JOIN series s ON s.id = o.series_id

        """;

    /// <summary>Keeps what was known at <c>@asOf</c>; where that is null, what is known now.</summary>
    public const string KnownAsOf = """
        (CASE WHEN @asOf IS NULL THEN o.superseded_in IS NULL
              ELSE o.recorded_in <= (SELECT max(id) FROM change WHERE made_at <= @asOf)
                   AND (o.superseded_in IS NULL OR o.superseded_in > (SELECT max(id) FROM change WHERE made_at <= @asOf)) END)
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

    public required long BatchId { get; init; }

    public required long Line { get; init; }

    public required long ColumnNo { get; init; }

    public required string RecordedAt { get; init; }

    public required string? SupersededAt { get; init; }

    public required long? SupersededBy { get; init; }

    internal static Figure Single(SqliteConnection connection, string sql, object parameters) => connection.QuerySingle<FigureRow>(sql, parameters).ToFigure();

    public Figure ToFigure() => new(
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
        BatchId,
        Line,
        ColumnNo,
        Moment.Parse(RecordedAt),
        SupersededAt is null ? null : Moment.Parse(SupersededAt),
        SupersededBy);
}
