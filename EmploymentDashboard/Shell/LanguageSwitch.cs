using System.Globalization;
using EmploymentDashboard.Web;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Shell;

/// <summary>Chinese first, English by a switch that a cookie remembers.</summary>
public static class LanguageSwitch
{
    private static readonly string Cookie = CookieRequestCultureProvider.DefaultCookieName;

    private static readonly string[] Cultures = ["zh-CN", "en"];

    public static string Address(string culture, string back) => $"/language/{culture}?back={Uri.EscapeDataString(back)}";

    public static void AddLanguages(this IServiceCollection services) =>
        services.AddOptions<RequestLocalizationOptions>().Configure<IOptions<HttpsOptions>>((options, https) =>
        {
            options.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures);
            // What the browser prefers is left out: Chinese is the language of the figures, English a choice that someone made.
            options.RequestCultureProviders = [new LanguageOfPrograms(), new CookieRequestCultureProvider { CookieName = OwnCookie.Name(Cookie, https.Value) }];
        });

    public static void MapLanguageSwitch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{culture}", (string culture, string? back, HttpContext context, IOptions<HttpsOptions> https) =>
        {
            if (!Cultures.Contains(culture))
                return Results.NotFound();

            var choice = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.GetCultureInfo(culture)));
            context.Response.Cookies.Append(
                OwnCookie.Name(Cookie, https.Value), choice, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = context.Request.IsHttps });
            return Results.LocalRedirect(LocalAddress.OrHome(back));
        }).AllowAnonymous();

    /// <summary>A program has no switch: it says by Accept-Language what it wants.</summary>
    private sealed class LanguageOfPrograms : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            if (!httpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                return NullProviderCultureResult;

            var wanted = httpContext.Request.GetTypedHeaders().AcceptLanguage
                .Where(language => language.Quality is not 0)
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => Array.Find(Cultures, known => language.Value.StartsWith(known[..2], StringComparison.OrdinalIgnoreCase)))
                .FirstOrDefault(known => known is not null);
            return Task.FromResult<ProviderCultureResult?>(new(wanted ?? Cultures[0]));
        }
    }
}
