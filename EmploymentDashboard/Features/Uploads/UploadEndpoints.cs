using System.Net.Mime;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Antiforgery;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Uploads;

/// <summary>What the upload pages cannot do over their circuit: large files in, files out.</summary>
public static class UploadEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(UploadAddresses.Files, ReceiveAsync).RequireAuthorization(Policies.Analyst);
        routes.MapGet(UploadAddresses.Rejected("{id}"), SendRejectedAsync).RequireAuthorization(Policies.Analyst);
        routes.MapGet(UploadAddresses.Template("{layout}"), SendTemplate).RequireAuthorization(Policies.Analyst);
    }

    /// <summary>
    /// Takes one file, written to disk as it comes: 201 with the upload's address; 400 without the antiforgery token, 413 for a file
    /// that is too large, 507 where the server's disk does not take it, each with a line for the person.
    /// </summary>
    private static async Task<IResult> ReceiveAsync(HttpContext context, IAntiforgery antiforgery, Permissions permissions, FileReceiver receiver)
    {
        if (permissions.Find(context.User, Role.Analyst) is not { } analyst)
            return Results.Forbid();
        if (!await antiforgery.IsRequestValidAsync(context))
            return Refusal(StatusCodes.Status400BadRequest, Say("页面已过期，请重新载入页面再上传。", "The page has expired. Reload it and send the file again."));

        var received = await receiver.ReceiveAsync(context, analyst.Name, context.Request.Query[UploadAddresses.NameParameter].ToString());
        return received.Upload is { } upload ? Results.Created(UploadAddresses.One(upload.Id), null) : Refusal(received.Status, received.Words);
    }

    /// <summary>The rows with errors of the reading that is shown, with the reasons in a last column.</summary>
    private static async Task<IResult> SendRejectedAsync(string id, HttpContext context, Permissions permissions, UploadStore uploads)
    {
        if (permissions.Find(context.User, Role.Analyst) is not { } analyst || await uploads.FindAsync(id, analyst.Name) is not { } upload)
            return Results.NotFound();

        await upload.WhenReadAsync();
        if (upload.Preview is not { Errors: > 0 } preview)
            return Results.NotFound();

        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(target => RejectedRows.WriteAsync(preview, target, context.RequestAborted), Csv, RejectedEndpoint.NameOf(upload.Sheet.FileName));
    }

    private static IResult SendTemplate(string layout, Catalog catalog, TimeProvider clock) =>
        Enum.GetValues<LayoutKind>().Where(kind => kind.Code() == layout).Select(kind => Templates.Of(kind, catalog, clock.GetUtcNow().Year)).FirstOrDefault() is { } template
            ? Results.File(template.Content, Csv, template.FileName)
            : Results.NotFound();

    private static IResult Refusal(int status, string words) => Results.Text(words, MediaTypeNames.Text.Plain, System.Text.Encoding.UTF8, status);
}
