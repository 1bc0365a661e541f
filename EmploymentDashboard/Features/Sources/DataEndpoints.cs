using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Sources;

/// <summary>The figures themselves, to take away whole: everything as one archive, or those of some areas as one file that can be imported again.</summary>
public static class DataEndpoints
{
    public const string Archive = "/data.zip";

    private const string FiguresPath = "/figures.csv";

    /// <summary>All figures of an area.</summary>
    public static string Figures(string area) => $"{FiguresPath}?areas={Uri.EscapeDataString(area)}";

    public static void MapData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Archive, (DashboardDatabase database, TimeProvider clock, CancellationToken cancellation) =>
            OfFile(stream => new DataArchive(database).Write(stream, cancellation), DataArchive.MediaType, $"employment-{Day(clock)}{DataArchive.Extension}"));
        routes.MapGet(FiguresPath, (string? areas, DashboardDatabase database, Catalog catalog, TimeProvider clock, CancellationToken cancellation) =>
        {
            var codes = (areas ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
            // Better nothing than the figures of other areas than were asked for.
            return Array.Exists(codes, code => !catalog.TryArea(code, out _))
                ? Results.NotFound()
                : OfFile(stream => new FigureExport(database).Write(stream, new() { Areas = codes }, withMark: true, cancellation: cancellation), "text/csv; charset=utf-8", $"figures-{(codes.Length == 0 ? "all" : string.Join('+', codes.Take(3)))}-{Day(clock)}.csv");
        });
    }

    /// <summary>The day in China.</summary>
    private static string Day(TimeProvider clock) => Format.Words(clock.GetUtcNow())[..10];

    /// <summary>By way of a file that goes when it was sent: there may be more figures than memory, and no one's slow line shall hold the database.</summary>
    private static IResult OfFile(Action<Stream> write, string mediaType, string name)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.SequentialScan);
        try
        {
            write(file);
            file.Position = 0;
            return Results.File(file, mediaType, name);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
