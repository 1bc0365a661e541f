using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Features.Uploads;

/// <summary>A file that was sent in, or why it was not taken.</summary>
/// <param name="Upload">null where it was refused.</param>
/// <param name="Status">201; 413 for a file that is too large, 507 where the server's disk does not take it.</param>
internal sealed record ReceivedUpload(Upload? Upload, int Status, Bilingual Words = default);

/// <summary>Takes the body of a request as a file, written to disk as it comes, from pages and from programs.</summary>
internal sealed class FileReceiver(UploadStore uploads, AuditTrail audit, IOptions<DashboardOptions> options)
{
    private const long Megabyte = 1_000_000;

    /// <param name="via">The token by which a program sends it; empty for someone at the page.</param>
    public async Task<ReceivedUpload> ReceiveAsync(HttpContext context, string owner, string fileName, ImportSettings? settings = null, string via = "")
    {
        var limit = options.Value.UploadLimit * Megabyte;
        // The limit is ours, which says what it is, and not the web server's, which closes the connection.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        try
        {
            var upload = context.Request.ContentLength > limit ? null : await uploads.ReceiveAsync(owner, fileName, context.Request.Body, limit, settings, context.RequestAborted);
            if (upload is null)
            {
                return new(null, StatusCodes.Status413PayloadTooLarge, new(
                    $"文件超过 {options.Value.UploadLimit} MB。可拆成几个文件，或请管理员用命令行导入。",
                    $"The file is larger than {options.Value.UploadLimit} MB. Split it, or ask an administrator to import it on the command line."));
            }

            await audit.AddAsync(new(AuditKind.Upload, owner, upload.Sheet.FileName, via, context.Connection.RemoteIpAddress?.ToString() ?? ""));
            return new(upload, StatusCodes.Status201Created);
        }
        catch (Exception exception) when (StoreFaultException.FaultOf(exception) is StoreFault.Full or StoreFault.ReadOnly or StoreFault.Missing)
        {
            return new(null, StatusCodes.Status507InsufficientStorage, StoreFaultException.WordsOf(StoreFaultException.FaultOf(exception)!.Value));
        }
    }
}
