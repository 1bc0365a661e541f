using System.Text;
using CsvHelper;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Features.Audit;

public static class AuditEndpoint
{
    /// <summary>The entries that a filter of the page finds, as CSV that no spreadsheet runs; for administrators.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet(AuditAddresses.Export, (string? kind, string? words, string? from, string? to, HttpContext context, AuditTrail trail) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.File(Csv(trail.Entries(AuditAddresses.Filter(kind, words, from, to))), "text/csv; charset=utf-8", "audit.csv");
        }).RequireAuthorization(Policies.Administrator);

    /// <summary>With the byte order mark by which Excel knows UTF-8. Moments are UTC.</summary>
    internal static byte[] Csv(IEnumerable<AuditEntry> entries)
    {
        using var target = new MemoryStream();
        target.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(target, leaveOpen: true))
        {
            csv.WriteRecord(["id", "at", "kind", "actor", "client", "subject", "detail"]);
            foreach (var (id, at, happened) in entries)
                csv.WriteRecord([$"{id}", Moment.Write(at), AuditKinds.Codes.Write(happened.Kind), SpreadsheetText.Escape(happened.Actor), SpreadsheetText.Escape(happened.Client), SpreadsheetText.Escape(happened.Subject), SpreadsheetText.Escape(happened.Detail)]);
        }

        return target.ToArray();
    }
}
