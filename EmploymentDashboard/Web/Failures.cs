using System.Net.Mime;
using System.Security.Cryptography;
using EmploymentDashboard.Operations;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Web;

/// <summary>What is said where something failed: nothing of the program's inside, but a number by which its operator finds all of it in the log.</summary>
internal static class Failures
{
    public static void AddFailures(this IServiceCollection services)
    {
        services.AddExceptionHandler<FailureAnswer>();
        services.AddExceptionHandler(options =>
        {
            // The answer has said it, with the number.
            options.SuppressDiagnosticsCallback = failure => failure.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService;
            // Never asked: the answer above handles whatever there is.
            options.ExceptionHandler = _ => Task.CompletedTask;
        });
    }

    /// <summary>In development, too, where the framework's own page would show the stack.</summary>
    public static void UseFailures(this WebApplication app) => app.UseExceptionHandler();

    /// <summary>
    /// A refusal without any words gets a line, for "no such page" is said of pages that do not exist only. The framework's own way would leave
    /// a form that has expired as an empty page, because that has a type already.
    /// </summary>
    public static void UseStatusLines(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        var response = context.Response;
        if (response.HasStarted || response.StatusCode is < 400 or StatusCodes.Status404NotFound || response.ContentLength > 0)
            return;

        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(Describe(response.StatusCode));
    });

    internal static string Describe(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Say("这个请求读不懂，或页面已过期。请重新载入页面再试。", "The request could not be understood, or the page has expired. Reload the page and try again."),
        StatusCodes.Status401Unauthorized => Say("请先登录。", "Please sign in first."),
        StatusCodes.Status403Forbidden => Say("不允许这样做。", "This is not permitted."),
        StatusCodes.Status405MethodNotAllowed => Say("这个地址不能这样用。", "This address cannot be used that way."),
        StatusCodes.Status413PayloadTooLarge => Say("送来的内容太大。", "What was sent is too large."),
        StatusCodes.Status503ServiceUnavailable => Say("服务器现在不能回答，请稍后再试。", "The server cannot answer now. Please try again later."),
        StatusCodes.Status504GatewayTimeout => Say("用时太久，已经放弃。请缩小范围再试。", "It took too long and was given up. Ask for less and try again."),
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}

internal sealed partial class FailureAnswer(DashboardMetrics metrics, ILogger<FailureAnswer> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        // A request that was not well formed is its sender's mistake.
        if (exception is BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
            await WriteLineAsync(context, Failures.Describe(bad.StatusCode), cancellationToken);
            return true;
        }

        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        metrics.CountFailure();
        LogFailure(log, exception, number, context.Request.Method, context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path);
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.Headers.CacheControl = "no-store";
        if (BarePage.IsAskedFor(context.Request))
        {
            await BarePage.WriteAsync(context.Response, Said, Below(number), cancellationToken);
        }
        else if (context.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            await context.Response.WriteAsJsonAsync(
                new { type = "about:blank", title = Said.ToString(), status = StatusCodes.Status500InternalServerError, reference = number }, options: null, MediaTypeNames.Application.ProblemJson, cancellationToken);
        }
        else
        {
            await WriteLineAsync(context, Say($"{Said.Zh}编号 {number}", $"{Said.En} Reference {number}"), cancellationToken);
        }

        return true;
    }

    private static Bilingual Said => new("服务器出了意外错误。", "Something unexpected went wrong on the server.");

    private static Bilingual Below(string number) => new(
        $"<p>请稍后再试；如果还是这样，请把这个编号告诉管理员，日志里记着它：<strong>{number}</strong></p>",
        $"<p>Try again in a moment; if it happens again, tell your administrator this number, which stands in the log: <strong>{number}</strong></p>");

    private static Task WriteLineAsync(HttpContext context, string line, CancellationToken cancellation)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(line, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Failure {Reference} at {Method} {Path}")]
    private static partial void LogFailure(ILogger log, Exception exception, string reference, string method, string path);
}
