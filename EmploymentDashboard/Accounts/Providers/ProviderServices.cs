using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace EmploymentDashboard.Accounts.Providers;

public static class ProviderServices
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "identity-provider";

    /// <summary>In the state that travels with the reader: the account that is to be linked.</summary>
    public const string LinkItem = "link";

    /// <summary>Sign-in by a bureau's own identity provider, where the settings name one.</summary>
    public static void AddIdentityProvider(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ProviderAccounts>().AddScoped<ProviderSignIn>();
        if (builder.Configuration[$"{IdentityProviderOptions.Section}:{nameof(IdentityProviderOptions.Authority)}"] is not { Length: > 0 })
            return;

        services.AddSingleton<ProviderDiscovery>();
        services.AddAuthentication().AddOAuth<OAuthOptions, ProviderHandler>(Scheme, Configure);
        services.AddOptions<OAuthOptions>(Scheme).Configure<IOptions<IdentityProviderOptions>>((oauth, provider) =>
        {
            (oauth.ClientId, oauth.ClientSecret) = (provider.Value.ClientId, provider.Value.ClientSecret);
            // Told by the discovery document before either is used.
            (oauth.AuthorizationEndpoint, oauth.TokenEndpoint) = (provider.Value.Authority, provider.Value.Authority);
            foreach (var scope in provider.Value.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                oauth.Scope.Add(scope);
        });
    }

    private static void Configure(OAuthOptions options)
    {
        options.CallbackPath = AccountAddresses.ProviderReturn;
        options.UsePkce = true;
        options.SignInScheme = IdentityConstants.ApplicationScheme;
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
        // The provider sends people back by a plain link, with which this cookie goes; without https no other would be kept.
        options.CorrelationCookie.Name = "dashboard-provider-";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnTicketReceived = FinishAsync;
        options.Events.OnRemoteFailure = FailAsync;
        options.Events.OnAccessDenied = context =>
        {
            context.HandleResponse();
            context.Response.Redirect(ProviderProblem.Refused.Address());
            return Task.CompletedTask;
        };
    }

    private static async Task FinishAsync(TicketReceivedContext context)
    {
        string Claim(string type) => context.Principal!.FindFirst(type)?.Value ?? "";
        var http = context.HttpContext;
        var identity = new ProviderIdentity(Claim(JwtRegisteredClaimNames.Iss), Claim(JwtRegisteredClaimNames.Sub), context.Principal!.Identity?.Name?.Trim() ?? "");
        var signIn = http.RequestServices.GetRequiredService<ProviderSignIn>();
        var problem = context.Properties!.Items.TryGetValue(LinkItem, out var account) && account is not null
            ? await signIn.LinkAsync(identity, account, http)
            : await signIn.SignInAsync(identity, http.Connection.RemoteIpAddress?.ToString() ?? "");
        context.HandleResponse();
        context.Response.Redirect(problem?.Address() ?? context.ReturnUri!);
    }

    private static Task FailAsync(RemoteFailureContext context)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ILogger<ProviderSignIn>>();
        ProviderLog.Failed(log, context.Failure);
        context.HandleResponse();
        context.Response.Redirect((context.Failure is HttpRequestException or InvalidOperationException ? ProviderProblem.Unreachable : ProviderProblem.Refused).Address());
        return Task.CompletedTask;
    }
}

internal static partial class ProviderLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The identity provider does not answer")]
    public static partial void Unreachable(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by the identity provider failed")]
    public static partial void Failed(ILogger log, Exception? exception);
}
