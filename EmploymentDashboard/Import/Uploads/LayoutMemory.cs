using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import.Layouts;

namespace EmploymentDashboard.Import.Uploads;

/// <summary>How tables were set right by hand, by <see cref="TableLayout.ShapeKey"/>: the next file with the same headers is read so at once.</summary>
public sealed class LayoutMemory(DashboardDatabase database, TimeProvider clock)
{
    /// <summary>null where nobody set a table of this shape right.</summary>
    public LayoutSettings? Find(string shape)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<string>("SELECT settings FROM remembered_layout WHERE shape = @shape", new { shape }) is { } json
            ? ImportSettings.Parse(json).Layout
            : null;
    }

    /// <summary>Keeps what may hold for another file, see <see cref="LayoutSettings.ForNextFile"/>, in place of what was kept for this shape; nothing of it forgets the shape.</summary>
    public Task RememberAsync(string shape, LayoutSettings? layout, string by)
    {
        var json = new ImportSettings { Layout = layout?.ForNextFile() }.ToJson();
        return database.WriteBesideFiguresAsync((connection, transaction) => json == new ImportSettings().ToJson()
            ? connection.Execute("DELETE FROM remembered_layout WHERE shape = @shape", new { shape }, transaction)
            : connection.Execute(
                """
                INSERT INTO remembered_layout (shape, settings, remembered_by, remembered_at) VALUES (@shape, @json, @by, @at)
                ON CONFLICT (shape) DO UPDATE SET settings = excluded.settings, remembered_by = excluded.remembered_by, remembered_at = excluded.remembered_at
                """,
                new { shape, json, by, at = Moment.Write(clock.GetUtcNow()) },
                transaction));
    }
}
