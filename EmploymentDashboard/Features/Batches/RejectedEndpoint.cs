using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Batches;

public static class RejectedEndpoint
{
    /// <summary>The rows of a batch's file that were rejected, to be mended and imported. For analysts only, as the file itself.</summary>
    public static void MapBatchRejectedRows(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/batches/{id:long}/rejected", (long id, HttpContext context, DashboardDatabase database) =>
        {
            using var connection = database.Open();
            if (BatchStore.Find(connection, id) is not { Rejected: > 0 } batch)
                return Results.NotFound();

            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-store";
            return Results.Stream(target => RejectedRows.WriteAsync(database, id, target, context.RequestAborted), "text/csv; charset=utf-8", NameOf(batch.FileName));
        }).RequireAuthorization(Policies.Analyst);

    /// <summary>What the rejected rows of a file are called.</summary>
    internal static string NameOf(string fileName) => Path.GetFileNameWithoutExtension(fileName) + new Bilingual("-退回的行.csv", "-rejected.csv");
}
