using System.Security.Cryptography;
using System.Text;

namespace EmploymentDashboard.Web;

/// <summary>
/// What a page may load, run and send, as the Content-Security-Policy that its answer carries. Every page runs the program's own
/// script files only; what else someone gets into a page stays text.
/// </summary>
public sealed class ContentPolicy
{
    private readonly List<string> _formTargets = ["'self'"];

    /// <summary>Sites that may show the page within a frame, as the policy names them.</summary>
    public string FrameAncestors { get; set; } = "'self'";

    /// <summary>Whether the page may be framed by its own site only.</summary>
    public bool IsFramedByItselfOnly => FrameAncestors == "'self'";

    /// <summary>The policy of the answer to this request, which a page may alter until it is sent.</summary>
    public static ContentPolicy Of(HttpContext context)
    {
        if (context.Features.Get<ContentPolicy>() is not { } policy)
            context.Features.Set(policy = new());
        return policy;
    }

    /// <summary>
    /// The policy of a file that is complete in itself: whatever it holds, it loads nothing and sends nothing, and of the scripts in it
    /// only the last runs, which the program wrote after all that people had written.
    /// </summary>
    /// <remarks>By the script's hash in the file and not in this program, for an issued bulletin keeps the script that it went out with.</remarks>
    public static string OfFile(string html)
    {
        const string Start = "<script>";
        var from = html.LastIndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = from < Start.Length ? -1 : html.IndexOf("</script>", from, StringComparison.Ordinal);
        var script = to < 0 ? "'none'" : $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(html[from..to])))}'";
        return $"default-src 'none'; script-src {script}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    }

    /// <summary>Lets forms of this page lead to another site as well, such as an identity provider: browsers hold redirects to the same rule.</summary>
    /// <param name="origin">Scheme and host.</param>
    public void AllowForms(Uri origin) => _formTargets.Add(origin.GetLeftPart(UriPartial.Authority));

    /// <summary>
    /// Attributes may hold styles, for charts are measured on the server and say their room that way; elements may not. Pictures may be
    /// of the page's own making, which is how charts are taken away.
    /// </summary>
    public override string ToString() =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + $"connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'self'; form-action {string.Join(' ', _formTargets)}; frame-ancestors {FrameAncestors}";
}
