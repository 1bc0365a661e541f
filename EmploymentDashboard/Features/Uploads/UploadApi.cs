using System.Net.Mime;
using System.Text;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Web;

namespace EmploymentDashboard.Features.Uploads;

/// <summary>
/// Files in by programs: what the upload page does, with a token instead of a session. A file that was sent stands on its owner's page, too, and
/// may be set right and loaded there.
/// </summary>
public static class UploadApi
{
    /// <summary>How often a file is looked at anew because something else was loaded meanwhile.</summary>
    private const int MostLooks = 5;

    /// <summary>For how long an answer waits until the file is read. Who wants to know later asks again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Bilingual NotLoaded = new("没有载入", "Nothing was loaded");

    public static void MapUploadApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(UploadAddresses.Api, ReceiveAsync).RequireToken(TokenScope.Upload).Counted(Traffic.Upload);
        routes.MapGet(UploadAddresses.ApiOne("{id}"), TellAsync).RequireToken(TokenScope.Upload, TokenScope.Commit).Counted(Traffic.Download);
        routes.MapPost(UploadAddresses.ApiCommit("{id}"), CommitAsync).RequireToken(TokenScope.Commit).Counted(Traffic.Upload);
    }

    /// <summary>Takes the body as a file: 201 with what was found in it; 400, 413, 415, 507.</summary>
    private static async Task<IResult> ReceiveAsync(HttpContext context, Permissions permissions, FileReceiver receiver)
    {
        if (permissions.Find(context.User, Role.Analyst) is not { } analyst)
            return Forbid();
        if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return new ApiProblem(StatusCodes.Status415UnsupportedMediaType, "form-not-file", new("送来的是表单", "A form, not a file"), new(
                "送来的是 multipart 表单；请求体应就是文件本身。用 curl 时，把 -F 换成 --data-binary @文件。",
                "The body is a multipart form; expected the file itself. With curl, write --data-binary @FILE instead of -F.")).ToResult();
        }

        var (settings, problem) = UploadParameters.Read(context.Request.Query);
        if (problem is not null)
            return problem.ToResult();

        var received = await receiver.ReceiveAsync(context, analyst.Name, context.Request.Query[UploadParameters.File].ToString(), settings, TokenAuthentication.LabelOf(context.User));
        if (received.Upload is not { } upload)
            return new ApiProblem(received.Status, received.Status == StatusCodes.Status413PayloadTooLarge ? "file-too-large" : "no-room", new("文件没有收下", "The file was not taken"), received.Words).ToResult();

        context.Response.Headers.Location = UploadAddresses.ApiOne(upload.Id);
        return await AnswerAsync(upload, context, received.Status);
    }

    /// <summary>What is known of a file now: 200; 404 where it is nobody's or someone else's.</summary>
    private static async Task<IResult> TellAsync(string id, HttpContext context, Permissions permissions, UploadStore uploads, BatchQuery batches)
    {
        if (permissions.Find(context.User, Role.Analyst) is not { } analyst)
            return Forbid();

        return await uploads.FindAsync(id, analyst.Name) is { } upload
            ? await AnswerAsync(upload, context)
            : AnswerTaken(id, analyst, uploads, batches) ?? NotFound();
    }

    /// <summary>
    /// Loads a file, all of it or with <c>?rows=good</c> its good rows: 200 with the batch, at a second time with the same; 409 where it cannot be
    /// loaded, or would do something else than was told.
    /// </summary>
    private static async Task<IResult> CommitAsync(string id, string? rows, HttpContext context, Permissions permissions, UploadStore uploads, BatchQuery batches)
    {
        if (permissions.Find(context.User, Role.Analyst) is not { } analyst)
            return Forbid();
        if (rows is not (null or "good"))
            return new ApiProblem(StatusCodes.Status400BadRequest, "rows-unreadable", NotLoaded, new($"rows 是「{rows}」；应为 good，或不写。", $"rows is “{rows}”; expected good, or none.")).ToResult();
        if (await uploads.FindAsync(id, analyst.Name) is not { } upload)
            return AnswerTaken(id, analyst, uploads, batches) ?? NotFound();

        try
        {
            return await LoadAsync(upload, rows == "good", context, uploads, batches) is { } problem
                ? problem.ToResult()
                : AnswerTaken(id, analyst, uploads, batches) ?? NotFound();
        }
        catch (StoreFaultException fault)
        {
            // The file stays as it was received, and can be loaded once there is room.
            return new ApiProblem(StatusCodes.Status507InsufficientStorage, "no-room", NotLoaded, fault.Words).ToResult();
        }
    }

    /// <returns>Why it was not loaded; null where it was.</returns>
    private static async Task<ApiProblem?> LoadAsync(Upload upload, bool goodRowsOnly, HttpContext context, UploadStore uploads, BatchQuery batches)
    {
        ImportCounts? told = null;
        for (var look = 0; look < MostLooks; look++)
        {
            await WaitAsync(upload, context);
            var state = UploadStates.StateOf(upload);
            if (state == UploadState.AlreadyLoaded && upload.Preview?.AlreadyLoadedAs is { } earlier)
            {
                if (batches.Find(earlier)?.Batch.State == BatchState.Undone)
                    return Conflict("undone", $"同样的字节载入过（批次 {earlier}），后来撤销了；要再用，请到那个批次恢复。", $"The same bytes were loaded before as batch {earlier} and undone; to have them again, redo that batch.");

                await uploads.SettleAsync(upload, earlier);
                return null;
            }

            if (Refusal(upload, state, goodRowsOnly) is { } refusal)
                return refusal;

            var preview = upload.Preview!;
            if (told is not null && told != preview.Counts)
                return Conflict("changed-meanwhile", "别的文件先载入了，这个文件的结果因此不同；没有载入。请再看一遍，再载入一次。", "Another file was loaded meanwhile and this one would now do something else than was told. Look again, and load it again.");

            var committed = await uploads.CommitAsync(upload, preview, goodRowsOnly, TokenAuthentication.LabelOf(context.User), CancellationToken.None);
            if (committed.Outcome == CommitOutcome.Committed)
                return null;
            if (upload.IsGone)
                return Conflict("discarded", "文件已被丢弃；没有载入。请重新上传。", "The file was discarded meanwhile; nothing was loaded. Send it again.");

            told = preview.Counts;
            upload.Read(upload.Sheet.Settings);
        }

        return Conflict("busy", "别的文件不断在载入；没有载入。请稍后再试。", "Other files are being loaded all the time; nothing was loaded. Try again later.");
    }

    private static ApiProblem? Refusal(Upload upload, UploadState state, bool goodRowsOnly) => state switch
    {
        UploadState.Reading => Conflict("reading", "文件还在读；没有载入。请过一会儿再试。", "The file is still being read; nothing was loaded. Try again in a while."),
        UploadState.Failed => Conflict("failed", "程序读这个文件时出了错，不是文件的错。请把文件交给管理员。", "The program failed on this file; the fault is its own. Give the file to the administrator."),
        UploadState.HasErrors when goodRowsOnly && upload.Preview!.CanCommit => null,
        UploadState.Ready => null,
        _ => Conflict(
            "has-errors",
            $"文件有 {upload.Preview!.Errors} 处错误，无错可载入的数字 {upload.Preview.Counts.Added + upload.Preview.Counts.Changed} 个。{First(upload).Zh}请改好再上传；只载入无错的行用 ?rows=good。",
            $"The file has {upload.Preview.Errors} errors, and {upload.Preview.Counts.Added + upload.Preview.Counts.Changed} good figures to load. {First(upload).En} Mend it and send it again; ?rows=good loads the good rows only."),
    };

    private static Bilingual First(Upload upload) =>
        upload.Preview is { } preview && preview.IssueCounts.FirstOrDefault(count => count.Kind.Level == IssueLevel.Error) is { } most && preview.Issues(most.Kind, take: 1) is [var issue, ..]
            ? issue.Describe()
            : new("", "");

    private static async Task<IResult> AnswerAsync(Upload upload, HttpContext context, int status = StatusCodes.Status200OK)
    {
        await WaitAsync(upload, context);
        return Json(UploadJson.Of(upload, UploadStates.StateOf(upload)), status);
    }

    /// <summary>null where it never became a batch.</summary>
    private static IResult? AnswerTaken(string id, SignedInUser owner, UploadStore uploads, BatchQuery batches) =>
        uploads.BatchOf(id, owner.Name) is { } batch && batches.Find(batch) is { } taken
            ? Json(UploadJson.Of(id, taken, batches.Issues(batch, null, Paging.Of(taken.Issues.Sum(count => count.Count), UploadJson.MostIssues, 1))))
            : null;

    private static async Task WaitAsync(Upload upload, HttpContext context) => await Task.WhenAny(upload.WhenReadAsync(), Task.Delay(Patience, context.RequestAborted));

    private static IResult Json(string text, int status = StatusCodes.Status200OK) => Results.Text(text, MediaTypeNames.Application.Json, Encoding.UTF8, status);

    /// <summary>For whoever lost the role between the gate and here.</summary>
    private static IResult Forbid() => Results.Forbid(authenticationSchemes: [TokenAuthentication.SchemeName]);

    private static IResult NotFound() => new ApiProblem(StatusCodes.Status404NotFound, "upload-missing", new("没有这个文件", "No such file"), new(
        "您没有这个编号的文件；它可能已被丢弃，或是别人上传的。请重新上传。",
        "You have no file of this number: it was discarded, or someone else sent it. Send it again.")).ToResult();

    private static ApiProblem Conflict(string code, string zh, string en) => new(StatusCodes.Status409Conflict, code, NotLoaded, new(zh, en));
}
