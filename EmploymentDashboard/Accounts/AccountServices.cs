using EmploymentDashboard.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
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
                    RequiredLength = PasswordRule.Shortest,
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
        // OWASP's number for PBKDF2 with HMAC-SHA512.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        return services
            .AddSingleton<AccountErrors>()
            .AddSingleton<ILookupNormalizer, NameNormalizer>()
            .AddSingleton<IdentityErrorDescriber>(provider => provider.GetRequiredService<AccountErrors>())
            .AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>()
            .AddSingleton<UserStore>()
            .AddSingleton<IUserStore<User>>(provider => provider.GetRequiredService<UserStore>())
            .AddScoped<Users>();
    }

    /// <summary>Sessions, permissions and policies.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        new IdentityBuilder(typeof(User), services).AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(5));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, Configure);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Analyst, policy => policy.AddRequirements(new RoleRequirement(Role.Analyst)))
            .AddPolicy(Policies.Administrator, policy => policy.AddRequirements(new RoleRequirement(Role.Administrator)));
        services.AddCascadingAuthenticationState();

        // Beside the database, so that a restart neither signs anyone out nor spoils a form that is being filled in.
        services.AddDataProtection().SetApplicationName("EmploymentDashboard");
        services.AddOptions<KeyManagementOptions>().Configure<DashboardDatabase, ILoggerFactory>((options, database, logs) =>
            options.XmlRepository = new FileSystemXmlRepository(new(Path.Combine(Path.GetDirectoryName(database.Path)!, "keys")), logs));

        return services
            .AddSingleton<SetupLink>()
            .AddSingleton<SignInLimit>()
            .AddSingleton<AbsentUser>()
            .AddSingleton<Permissions>()
            .AddSingleton<IAuthorizationHandler, RoleHandler>()
            .AddScoped<PasswordSignIn>()
            .AddScoped<CurrentUser>()
            .AddScoped<AuthenticationStateProvider, CircuitRevalidation>();
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "dashboard-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = AccountAddresses.SignInPage;
        options.LogoutPath = AccountAddresses.SignOut;
        options.AccessDeniedPath = AccountAddresses.Denied;
        options.ReturnUrlParameter = AccountAddresses.ReturnParameter;
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized, Say("请先登录。", "Please sign in first."));
        options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden, Say("您的角色不能这样做。", "Your role does not permit this."));
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
