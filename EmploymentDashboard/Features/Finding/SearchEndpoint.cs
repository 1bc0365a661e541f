using EmploymentDashboard.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmploymentDashboard.Features.Finding;

public static class SearchEndpoint
{
    /// <summary>Lines of a kind that the box in the head of the page offers.</summary>
    private const int Most = 6;

    /// <summary>What the box offers while someone types, as a piece of a page; its script asks for it.</summary>
    public static void MapSearchOptions(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Addresses.SearchOptions, (string? q, HttpContext context) =>
        {
            // Who may open what is part of the answer.
            context.Response.Headers.CacheControl = "no-store";
            return new RazorComponentResult<SearchResults>(new Dictionary<string, object?> { ["Words"] = q, ["Most"] = Most, ["AsOptions"] = true });
        });
}
