using Dapper;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features.Areas;

/// <summary>What is known of one area in one month.</summary>
public sealed record CoverageCount
{
    public required string Area { get; init; }

    public required string Month { get; init; }

    /// <summary>Observations, with or without a number.</summary>
    public required long All { get; init; }

    public required long Missing { get; init; }

    public required long Zeros { get; init; }

    public required long Targets { get; init; }

    /// <summary>Standards, caps and control lines.</summary>
    public required long Limits { get; init; }

    /// <summary>What is known of the area, or of all areas where that is null, month by month; by area and month.</summary>
    /// <param name="since">The first month asked for; null for all.</param>
    public static IReadOnlyList<CoverageCount> Read(SqliteConnection connection, string? area = null, string? since = null) =>
        [.. connection.Query<CoverageCount>("""
            SELECT area, month, figures AS "all", missing, zeros, targets, limits
            FROM area_month
            WHERE (@area IS NULL OR area = @area) AND (@since IS NULL OR month >= @since)
            ORDER BY area, month
            """, new { area, since })];

    /// <summary>The cell of a matrix that leads to these figures.</summary>
    public MatrixCell Cell() => new((int)All, CellStates.Of(All, Missing, Zeros), NormsOfCells.Of(All, Targets, Limits), $"{Addresses.Area(Area)}?month={Month}");
}
