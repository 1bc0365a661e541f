using System.Globalization;
using System.Net.Mime;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Features.Batches;

public static class OriginalEndpoint
{
    /// <summary>
    /// The file of a batch, byte for byte as it came in. For analysts only: its figures are public, but a file out of an office
    /// may hold columns that were not read, and names of people in them.
    /// </summary>
    public static void MapBatchOriginals(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/batches/{id:long}/original", async (long id, HttpContext context, DashboardDatabase database, Permissions permissions, AuditTrail audit) =>
        {
            await using var connection = database.Open();
            if (permissions.Find(context.User, Role.Analyst) is not { } analyst || BatchStore.Find(connection, id) is not { } batch)
                return Results.NotFound();

            await audit.AddAsync(new(AuditKind.OriginalTaken, analyst.Name, id.ToString(CultureInfo.InvariantCulture), batch.FileName, context.Connection.RemoteIpAddress?.ToString() ?? ""));

            // Never text/csv: the encoding may be any, and a browser that knew the type might show the file instead of keeping it.
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentLength = batch.Size;
            return Results.Stream(target => CopyAsync(database, id, target, context.RequestAborted), MediaTypeNames.Application.Octet, batch.FileName);
        }).RequireAuthorization(Policies.Analyst);

    private static async Task CopyAsync(DashboardDatabase database, long id, Stream target, CancellationToken cancellation)
    {
        await using var connection = database.Open();
        await BatchContent.CopyToAsync(connection, id, target, cancellation);
    }
}
