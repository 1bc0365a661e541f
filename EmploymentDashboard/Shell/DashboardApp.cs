using System.Text.Encodings.Web;
using System.Text.Unicode;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Accounts.Providers;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features;
using EmploymentDashboard.Features.Accounts;
using EmploymentDashboard.Features.Audit;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Features.Bulletins;
using EmploymentDashboard.Features.Explorer.Taking;
using EmploymentDashboard.Features.Finding;
using EmploymentDashboard.Features.Sources;
using EmploymentDashboard.Features.Uploads;
using EmploymentDashboard.Import;
using EmploymentDashboard.Operations;
using EmploymentDashboard.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Shell;

/// <summary>Puts the parts together.</summary>
public static class DashboardApp
{
    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["--database"] = "Dashboard:Database",
        ["--data"] = "Dashboard:Data",
    };

    /// <summary>The settings, the database and the users, all that a command needs. Nothing is opened yet.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // The program's own folder, not the one it was started in: a published copy runs from anywhere.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DashboardApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddCommandLine([.. args.Select(arg => arg == "--demo" ? "--Dashboard:Demo=true" : arg)], Switches);

        SettingsSection.Add<DashboardOptions>(builder, "Dashboard");
        SettingsSection.Add<BulletinOptions>(builder, "Bulletin");
        SettingsSection.Add<AccountOptions>(builder, "Accounts");
        SettingsSection.Add<IdentityProviderOptions>(builder, IdentityProviderOptions.Section);
        SettingsSection.Add<BackupOptions>(builder, "Backup");
        // Generated figures are generated again.
        builder.Services.AddOptions<BackupOptions>().PostConfigure<IOptions<DashboardOptions>>((backup, dashboard) => backup.Nightly &= !dashboard.Value.Demo);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDatabase();
        builder.Services.AddSingleton<AuditTrail>();
        builder.Services.AddBackups();
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddUsers();
        return builder;
    }

    /// <summary>The server.</summary>
    /// <exception cref="SettingsException">A setting is none, or cannot be read.</exception>
    /// <param name="args"><c>--demo</c>, <c>--database FILE</c>, <c>--data FOLDER</c>, <c>--urls …</c>, or any setting as <c>--Section:Key value</c>.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = CreateBuilder(args);
        builder.WebHost.UseStaticWebAssets();
        builder.AddWeb();
        builder.AddOperations();
        builder.Services.AddSignIn();
        builder.AddIdentityProvider();
        builder.Services.AddTokens();
        foreach (var scheme in new[] { IdentityConstants.ApplicationScheme, IdentityConstants.TwoFactorUserIdScheme })
        {
            builder.Services.AddOptions<CookieAuthenticationOptions>(scheme).PostConfigure<IOptions<HttpsOptions>>((cookie, https) => OwnCookie.Guard(cookie.Cookie, https.Value));
        }

        builder.Services.AddOptions<OAuthOptions>(ProviderServices.Scheme).PostConfigure<IOptions<HttpsOptions>>((provider, https) => OwnCookie.Guard(provider.CorrelationCookie, https.Value));

        builder.Services.AddFeatures();
        builder.Services.AddShell();
        builder.Services.AddStoreKeeper();
        builder.Services.AddHealthChecks().AddCheck<BackupHealth>("backup", tags: [OperationsServices.Ready]);
        builder.CheckSettings();
        var app = builder.Build();
        app.UseWeb();
        app.UseEmbedding();
        app.UseRouting();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseStatusLines();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseAuthorization();
        app.UseOutputCache();
        // Within what is kept, so that it is compressed once.
        app.UseResponseCompression();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguageSwitch();
        app.MapSignOut();
        app.MapSessionSign();
        app.MapIdentityProvider();
        app.MapSearchOptions();
        app.MapGroup("").Counted(Traffic.Upload).MapUploads();
        app.MapUploadApi();
        var downloads = app.MapGroup("").Counted(Traffic.Download);
        downloads.MapAudit();
        downloads.MapBatchOriginals();
        downloads.MapBatchRejectedRows();
        downloads.MapBulletins();
        downloads.MapTaking();
        downloads.MapData();
        app.MapOperations();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.AnnounceWhenStarted();
        return app;
    }

    private static void AddShell(this IServiceCollection services)
    {
        services.AddLanguages();
        // Chinese is written as it is, not as a reference of eight characters each.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<DatasetState>();
        services.AddTransient(provider => provider.GetRequiredService<DatasetState>().Current);
        services.AddRazorComponents().AddInteractiveServerComponents();
        KeptPages.Add(services);
        services.AddResponseCompression(options =>
        {
            // Pages hold no secret that a guess could be compared with, so compressing them over TLS gives nothing away.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
    }

    private static void AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton(provider => new DatabaseLock(provider.GetRequiredService<IOptions<DashboardOptions>>().Value.DatabasePath));
        services.AddSingleton(provider => new DashboardDatabase(provider.GetRequiredService<IOptions<DashboardOptions>>().Value.DatabasePath));
        services.AddSingleton<Migrator>();
        services.AddSingleton<CatalogCache>();
        services.AddTransient(provider => provider.GetRequiredService<CatalogCache>().Current);
    }
}
