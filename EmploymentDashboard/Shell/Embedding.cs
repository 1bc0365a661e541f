using EmploymentDashboard.Web;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Shell;

/// <summary>Pages within frames of other sites: <c>?embed=1</c> asks for the page as a chart alone, which any site may frame that the settings allow.</summary>
public static class Embedding
{
    public const string Parameter = "embed";

    private const string Folder = "/embed";

    /// <summary>Pages that have an embedded form, at their own path with <c>/embed</c> after it.</summary>
    private static readonly string[] Embeddable = ["/explore"];

    /// <summary>Leads a request for an embedded page to it. Must come before routing.</summary>
    public static void UseEmbedding(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Query[Parameter] == "1" && Embeddable.Contains(request.Path.Value, StringComparer.OrdinalIgnoreCase))
            request.Path += Folder;
        // What other pages allow to their own site only; an embedded page has no circuit and no form that could be clicked by guile.
        if (IsEmbedded(request))
            ContentPolicy.Of(context).FrameAncestors = context.RequestServices.GetRequiredService<IOptions<DashboardOptions>>().Value.FrameAncestors;
        return next(context);
    });

    public static bool IsEmbedded(HttpRequest request) => Embeddable.Any(page => request.Path == page + Folder);
}
