using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features.Finding;

/// <summary>How many current figures there are of what can be found.</summary>
public sealed class FigureCounts
{
    private readonly ILookup<string, (string Indicator, long Figures)> _byArea;
    private readonly ILookup<string, long> _byIndicator;
    private readonly Dictionary<string, long> _bySource;

    private FigureCounts(IReadOnlyList<(string Area, string Indicator, long Figures)> pairs, Dictionary<string, long> bySource)
    {
        _byArea = pairs.ToLookup(pair => pair.Area, pair => (pair.Indicator, pair.Figures), StringComparer.Ordinal);
        _byIndicator = pairs.ToLookup(pair => pair.Indicator, pair => pair.Figures, StringComparer.Ordinal);
        _bySource = bySource;
    }

    public static FigureCounts Read(SqliteConnection connection) => new(
        [.. connection.Query<(string, string, long)>("""
            SELECT s.area, s.indicator, sum(t.figures) FROM series_summary t CROSS JOIN series s ON s.id = t.series_id
            GROUP BY s.area, s.indicator
            """)],
        connection.Query<(string Source, long Figures)>("""
            SELECT n.code, sum(t.figures) FROM source_area t CROSS JOIN source_number n ON n.id = t.source_id GROUP BY n.code
            """).ToDictionary(line => line.Source, line => line.Figures, StringComparer.Ordinal));

    public long OfArea(string area) => _byArea[area].Sum(pair => pair.Figures);

    public long OfIndicator(string indicator) => _byIndicator[indicator].Sum();

    public long Of(string area, string indicator) => _byArea[area].FirstOrDefault(pair => pair.Indicator == indicator).Figures;

    public long OfSource(string source) => _bySource.GetValueOrDefault(source);
}
