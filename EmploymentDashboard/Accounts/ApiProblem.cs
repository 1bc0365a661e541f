using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Mvc;

namespace EmploymentDashboard.Accounts;

/// <summary>Why a program was refused, for it and for the person who wrote it: problem details by RFC 9457, in the language of the request.</summary>
/// <param name="Code">For the program; it never changes its meaning.</param>
/// <param name="Detail">What was found, what was expected, and how to mend it.</param>
public sealed record ApiProblem(int Status, string Code, Bilingual Title, Bilingual Detail)
{
    private const string TypeStart = "urn:employment-dashboard:problem:";

    /// <summary>Relaxed: it goes to a program, never into a page, and Chinese stays readable.</summary>
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IResult ToResult() => Results.Json(
        new ProblemDetails { Type = TypeStart + Code, Title = Title, Status = Status, Detail = Detail }, Readable, MediaTypeNames.Application.ProblemJson, Status);
}
