namespace EmploymentDashboard.Web;

/// <summary>Cookies that a browser takes from this host alone, and by https only, where the settings say that readers come by https.</summary>
public static class OwnCookie
{
    /// <summary>The prefix that browsers hold to it (RFC 6265bis, section 4.1.3.2).</summary>
    private const string Prefix = "__Host-";

    /// <summary>The cookie's name under these settings.</summary>
    public static string Name(string name, HttpsOptions https) => https.Only ? Prefix + name : name;

    public static void Guard(CookieBuilder cookie, HttpsOptions https)
    {
        if (https.Only)
            (cookie.Name, cookie.SecurePolicy, cookie.Path) = (Name(cookie.Name!, https), CookieSecurePolicy.Always, "/");
    }
}
