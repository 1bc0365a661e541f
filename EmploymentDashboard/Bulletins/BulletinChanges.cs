using System.Text.Json;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Bulletins;

/// <summary>Finds what became of the figures that an issued bulletin rests on.</summary>
public static class BulletinChanges
{
    /// <summary>
    /// Old and new of each figure that says something else now, was taken back, or came since and would stand in the bulletin today. What was brought
    /// back as another row with the same words is no change.
    /// </summary>
    public static IReadOnlyList<FigureChange> Since(IssuedBulletin bulletin, Catalog catalog, BulletinQuery query, SqliteConnection connection)
    {
        var used = Find(connection, IssuedBulletins.Figures(bulletin.Id, connection));
        var nowFigures = query.Figures(bulletin.Order with { AsOf = null });
        var now = nowFigures.ToDictionary(figure => figure.Id);
        var standing = nowFigures.ToDictionary(KeyOf);
        var changes = used
            .Where(figure => !now.ContainsKey(figure.Id))
            .Select(figure => new FigureChange(figure, standing.GetValueOrDefault(KeyOf(figure))))
            .Where(change => change.After is not { } after || !SaysTheSame(change.Before!.Observation, after.Observation))
            .ToList();

        var known = used.Select(KeyOf).ToHashSet();
        var shownNow = UsedFigures.Of(BulletinCells.Of(bulletin.Order with { AsOf = null }, nowFigures, catalog), nowFigures);
        changes.AddRange(shownNow.Select(id => now[id]).Where(figure => figure.RecordedAt > bulletin.KnownAt && !known.Contains(KeyOf(figure))).Select(figure => new FigureChange(null, figure)));
        return changes;
    }

    private static IReadOnlyList<Figure> Find(SqliteConnection connection, IReadOnlyList<long> ids) =>
        FigureReader.Read(connection, FigureReader.Select + "WHERE o.id IN (SELECT value FROM json_each(@ids)) ORDER BY o.id", new { ids = JsonSerializer.Serialize(ids) });

    private static (SeriesKey Series, Period Period, string Source) KeyOf(Figure figure) => (figure.Observation.Series, figure.Observation.Period, figure.Observation.Source);

    /// <summary>Where a figure stands in its source is no part of what a bulletin says.</summary>
    private static bool SaysTheSame(Observation before, Observation after) =>
        before.Quantity == after.Quantity && before.Status == after.Status && before.Note == after.Note && before.Period.Edtf == after.Period.Edtf;
}
