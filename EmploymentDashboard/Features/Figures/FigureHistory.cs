using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features.Figures;

/// <summary>What a change made of one key of one source.</summary>
/// <param name="Figure">What stood after it; null where nothing did.</param>
/// <param name="IsSameFigure">Whether the same figure stood before, and only the file that it is credited to is another one.</param>
public sealed record FigureEvent(Change Change, Figure? Figure, bool IsSameFigure);

/// <summary>
/// Tells what happened to a key change by change. Stored rows alone would mislead: an undo or redo brings an older file's figure back
/// as a new row, and where nothing stands afterwards there is no row at all.
/// </summary>
internal static class FigureHistory
{
    /// <summary>First to last.</summary>
    /// <param name="versions">All rows of one key and source.</param>
    public static IReadOnlyList<FigureEvent> Of(SqliteConnection connection, IReadOnlyList<Figure> versions)
    {
        var figures = versions.ToDictionary(figure => figure.Id);
        var spans = connection.Query<(long Id, long From, long? To)>(
            "SELECT id, recorded_in, superseded_in FROM stored_observation WHERE id IN @ids", new { ids = figures.Keys }).ToList();
        var beginnings = spans.ToDictionary(span => span.From, span => figures[span.Id]);
        var ends = spans.Where(span => span.To is not null).Select(span => span.To!.Value);
        var changes = Change.Find(connection, beginnings.Keys.Concat(ends).Distinct());

        var events = new List<FigureEvent>();
        foreach (var change in changes.Values.OrderBy(change => change.Id))
        {
            var figure = beginnings.GetValueOrDefault(change.Id);
            var before = events.Count == 0 ? null : events[^1].Figure;
            events.Add(new(change, figure, figure is not null && before is not null && SaysTheSame(figure, before)));
        }

        return events;
    }

    /// <summary>Periods are equal by their days; 2020-02 and 2020-02~ are two statements.</summary>
    public static bool SaysTheSame(Figure one, Figure other) =>
        one.Observation == other.Observation && one.Observation.Period.Edtf == other.Observation.Period.Edtf;
}
