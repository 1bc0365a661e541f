using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace EmploymentDashboard.Accounts.Providers;

/// <summary>Where the provider's endpoints and keys are, as its discovery document says: read when first needed, and again from time to time.</summary>
public sealed class ProviderDiscovery : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1 << 20 };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _documents;

    public ProviderDiscovery(IOptions<IdentityProviderOptions> options) => _documents = new(
        options.Value.Authority.TrimEnd('/') + "/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(_client) { RequireHttps = !options.Value.IsOnThisMachine });

    /// <exception cref="InvalidOperationException">The provider does not answer, or not with such a document.</exception>
    public Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancellation) => _documents.GetConfigurationAsync(cancellation);

    /// <summary>The keys may have been changed since they were read: they are read again when next asked for.</summary>
    public void Renew() => _documents.RequestRefresh();

    public void Dispose() => _client.Dispose();
}
