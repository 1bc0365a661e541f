using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Database;

/// <summary>An observation as stored: with its number, the batch and line that brought it, and when.</summary>
/// <param name="Id">Number of the stored row; it never changes and is never used again.</param>
/// <param name="Line">Line of the batch's file, counted from 1.</param>
/// <param name="Column">Column of the value in that file, counted from 1; 0 where it was not kept.</param>
public sealed record Figure(long Id, Observation Observation, long BatchId, long Line, long Column, DateTimeOffset RecordedAt, DateTimeOffset? SupersededAt, long? SupersededBy);
