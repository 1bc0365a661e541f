using EmploymentDashboard.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Accounts;

public static class AccountServices
{
    /// <summary>Users in the database and the rules they keep, for the server and for commands.</summary>
    public static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(options =>
            {
                // UserNameRule says which characters: the framework's list knows Latin letters only.
                options.User.AllowedUserNameCharacters = "";
                options.Password = new()
                {
                    // Covered by the length; the rule of the framework has a message in English only.
                    RequiredUniqueChars = 0,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
            })
            .AddUserValidator<UserNameRule>()
            .AddPasswordValidator<PasswordRule>();
        services.AddOptions<IdentityOptions>().Configure<IOptions<AccountOptions>>((identity, accounts) => identity.Password.RequiredLength = accounts.Value.PasswordLength);
        // OWASP's number for PBKDF2 with HMAC-SHA512.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        return services
            .AddSingleton<AccountErrors>()
            .AddSingleton<ILookupNormalizer, NameNormalizer>()
            .AddSingleton<IdentityErrorDescriber>(provider => provider.GetRequiredService<AccountErrors>())
            .AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>()
            .AddSingleton<UserStore>()
            .AddSingleton<ApiTokens>()
            .AddSingleton<SecondFactorStore>()
            .AddSingleton<IUserStore<User>>(provider => provider.GetRequiredService<UserStore>())
            .AddScoped<Users>();
    }

    /// <summary>Sessions, permissions and policies.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        new IdentityBuilder(typeof(User), services).AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromSeconds(30);
            options.OnRefreshingPrincipal = refreshing =>
            {
                Session.Carry(refreshing.CurrentPrincipal!, refreshing.NewPrincipal!);
                return Task.CompletedTask;
            };
        });
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Configure)
            .AddCookie(SecondStep.Scheme, SecondStep.Configure)
            // Nobody signs in by it; but whose session has ended is signed out of it by the framework, which fails where it is missing.
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<AccountOptions>>((cookie, accounts) => cookie.ExpireTimeSpan = TimeSpan.FromMinutes(accounts.Value.IdleMinutes));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new RoleRequirement(Role.Reader)).Build())
            .AddPolicy(Policies.Reader, policy => policy.AddRequirements(new RoleRequirement(Role.Reader)))
            .AddPolicy(Policies.Publisher, policy => policy.AddRequirements(new RoleRequirement(Role.Publisher)))
            .AddPolicy(Policies.Analyst, policy => policy.AddRequirements(new RoleRequirement(Role.Analyst)))
            .AddPolicy(Policies.SecondFactor, policy => policy.AddRequirements(new SecondFactorRequirement()))
            .AddPolicy(Policies.TurnBatch, policy => policy.AddRequirements(new BatchRule()))
            .AddPolicy(Policies.Administrator, policy => policy.AddRequirements(new RoleRequirement(Role.Administrator)));
        services.AddCascadingAuthenticationState();

        // Beside the database, so that a restart neither signs anyone out nor spoils a form that is being filled in.
        services.AddDataProtection().SetApplicationName("EmploymentDashboard");
        services.AddOptions<KeyManagementOptions>().Configure<DashboardDatabase, ILoggerFactory>((options, database, logs) =>
            options.XmlRepository = new FileSystemXmlRepository(new(Path.Combine(Path.GetDirectoryName(database.Path)!, "keys")), logs));

        return services
            .AddSingleton<SetupLink>()
            .AddSingleton<SignInLimit>()
            .AddSingleton<SignInLockout>()
            .AddSingleton<AbsentUser>()
            .AddSingleton<Permissions>()
            .AddSingleton<EndedSessions>()
            .AddSingleton<IAuthorizationHandler, RoleHandler>()
            .AddSingleton<IAuthorizationHandler, BatchRuleHandler>()
            .AddSingleton<IAuthorizationHandler, SecondFactorHandler>()
            .AddSingleton<SecondFactors>()
            .AddScoped<PasswordSignIn>()
            .AddScoped<SecondStep>()
            .AddScoped<CircuitActivity>()
            .AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitActivity>())
            .AddScoped<CurrentUser>()
            .AddScoped<AuthenticationStateProvider, CircuitRevalidation>();
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "dashboard-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = true;
        options.LoginPath = AccountAddresses.SignInPage;
        options.LogoutPath = AccountAddresses.SignOut;
        options.AccessDeniedPath = AccountAddresses.Denied;
        options.ReturnUrlParameter = AccountAddresses.ReturnParameter;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized, Say("请先登录。", "Please sign in first."));
        options.Events.OnRedirectToAccessDenied = context =>
        {
            RefusalLog.Refused(context.HttpContext.RequestServices.GetRequiredService<ILogger<Permissions>>(), context.HttpContext.User, context.HttpContext.GetEndpoint()?.DisplayName ?? "");
            return AnswerAsync(context, StatusCodes.Status403Forbidden, Say("您的角色不能这样做。", "Your role does not permit this."));
        };
    }

    /// <summary>Ends sessions that have gone on for too long, those that were ended already, and those of before a change of the user.</summary>
    private static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var longest = TimeSpan.FromHours(services.GetRequiredService<IOptions<AccountOptions>>().Value.SessionHours);
        if (context.Principal is { } principal && Session.StartOf(principal) is { } start && services.GetRequiredService<TimeProvider>().GetUtcNow() - start <= longest
            && !services.GetRequiredService<EndedSessions>().Contains(principal))
        {
            return SecurityStampValidator.ValidatePrincipalAsync(context);
        }

        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Whoever opens a page is led on; whoever sends something is told in a line, for a redirect would lose what was sent and read as success.</summary>
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status, string words)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(words);
    }
}
