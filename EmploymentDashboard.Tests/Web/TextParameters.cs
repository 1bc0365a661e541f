namespace EmploymentDashboard.Tests.Web;

/// <summary>Every address that takes text, with each text that it takes: in its path as {0}, or by name.</summary>
internal static class TextParameters
{
    private static readonly (string Address, string[] Names)[] Pages =
    [
        ("/?figure=1", ["figure"]),
        ("/explore?indicator=guaranteed_loan_amount", ["indicator", "areas", "from", "to", "breakdown", "basis", "reading", "transform", "base", "scale", "view", "month", "of", "classes", "scales", "against", "order", "rows", "asof", "figure", "page", "embed"]),
        ("/explore/figures.csv?indicator=job_fairs", ["indicator", "areas", "from", "breakdown", "transform", "asof"]),
        ("/explore/figures.xlsx?indicator=job_fairs", ["areas", "order", "asof"]),
        ("/areas/500113?x=", ["month", "figure"]),
        ("/areas/compare?areas=500113,500115", ["areas", "figure", "month"]),
        ("/areas/{0}", [""]),
        ("/sources/{0}", [""]),
        ("/sources/cqkjb-2020-02-changshou?x=", ["figure"]),
        ("/targets?year=2025", ["year", "indicator", "area", "sort", "page", "figure"]),
        ("/annotations?x=", ["area", "about", "show"]),
        ("/bulletins?period=2023-01", ["period", "areas", "without", "paper"]),
        ("/bulletins/{0}", [""]),
        ("/bulletins/{0}/pages.html", [""]),
        ("/bulletins/draft.html?period=2023-01", ["period", "areas", "without", "paper", "lang", "download"]),
        ("/batches?x=", ["file", "page"]),
        ("/batches/{0}", [""]),
        ("/batches/5?x=", ["show", "page", "issue", "issues", "figure"]),
        ("/search?x=", ["q"]),
        ("/search/options?x=", ["q"]),
        ("/news?x=", ["since", "area", "theme", "show", "page", "figure"]),
        ("/figures.csv?x=", ["areas"]),
        ("/language/{0}", [""]),
        ("/language/en?x=", ["back"]),
        ("/account/sign-in?x=", ["returnUrl"]),
        ("/account/code?x=", ["returnUrl"]),
        ("/account/second-factor?x=", ["returnUrl", "again"]),
        ("/setup?x=", ["token"]),
        ("/upload/{0}", [""]),
        ("/api/uploads/{0}", [""]),
        ("/upload/templates/{0}", [""]),
    ];

    public static int Count => All.Count;

    /// <summary>Addresses with one text still to be put in, percent-encoded.</summary>
    public static IReadOnlyList<Func<string, string>> All { get; } =
    [
        .. from page in Pages
           from name in page.Names
           select name.Length == 0 ? (Func<string, string>)(text => page.Address.Replace("{0}", text, StringComparison.Ordinal)) : text => Replaced(page.Address, name, text),
    ];

    /// <summary>The parameter in the place of what the address says for it, or beside it.</summary>
    private static string Replaced(string address, string name, string text)
    {
        var (path, query) = (address.Split('?')[0], address.Split('?')[1]);
        return $"{path}?{string.Join('&', query.Split('&').Where(pair => pair.Split('=')[0] != name).Append($"{name}={text}"))}";
    }
}
