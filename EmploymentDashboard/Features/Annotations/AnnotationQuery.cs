using Dapper;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Features.Annotations;

/// <summary>Asks what happened that a reader of figures should know.</summary>
public sealed class AnnotationQuery(DashboardDatabase database, CatalogCache catalogs)
{
    /// <summary>All annotations, the latest month first, those withdrawn too.</summary>
    public IReadOnlyList<Annotation> All()
    {
        using var connection = database.Open();
        return AnnotationStore.All(connection);
    }

    /// <summary>
    /// What belongs on a chart of an indicator, the earliest month first: what is about the indicator, its theme or all figures, and about one of the
    /// areas, an area that holds one of them, or everywhere. A district's note says nothing about the whole city, so it does not belong on the city's chart.
    /// </summary>
    /// <param name="areas">
    /// Codes of the areas drawn. Empty means all, which are those with figures of the indicator: what is said of an area that the chart cannot show
    /// would only crowd it.
    /// </param>
    /// <param name="asOf">What was known at that moment; null for now.</param>
    public IReadOnlyList<Annotation> For(string indicator, IReadOnlyCollection<string> areas, DateTimeOffset? asOf = null)
    {
        var catalog = catalogs.Current;
        var subject = new AnnotationSubject(indicator, null);
        using var connection = database.Open();
        var drawn = areas.Count > 0 ? areas : WithFigures(indicator);
        return
        [
            .. AnnotationStore.All(connection)
                .Where(annotation => asOf is { } moment ? annotation.MadeAt <= moment && !(annotation.WithdrawnAt <= moment) : annotation.Stands)
                .Where(annotation => AnnotationSubject.Of(annotation.Content).Concerns(subject, catalog))
                .Where(annotation => annotation.Content.Area is not { } area || drawn.Any(one => one == area || catalog.IsWithin(one, area)))
                .OrderBy(annotation => annotation.Content.FirstMonth)
                .ThenBy(annotation => annotation.Id),
        ];

        IReadOnlyCollection<string> WithFigures(string code) => [.. connection.Query<string>(
            """
            SELECT DISTINCT s.area FROM series s
            WHERE s.indicator = @code AND EXISTS (SELECT 1 FROM stored_observation o WHERE o.series_id = s.id AND o.superseded_in IS NULL)
            """,
            new { code })];
    }
}
