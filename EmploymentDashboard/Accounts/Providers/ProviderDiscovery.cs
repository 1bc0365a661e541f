using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace EmploymentDashboard.Accounts.Providers;

/// <summary>Where the provider's endpoints and keys are, as its discovery document says: read when first needed, and again from time to time.</summary>
public sealed class ProviderDiscovery : IDisposable
{
    // What is asked is the provider that the settings name, and not whom it might lead to.
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1 << 20 };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _documents;
    private readonly string _issuer;

    public ProviderDiscovery(IOptions<IdentityProviderOptions> options)
    {
        _issuer = options.Value.Authority.TrimEnd('/');
        _documents = new(
            _issuer + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(_client) { RequireHttps = !options.Value.IsOnThisMachine });
    }

    /// <exception cref="InvalidOperationException">The provider does not answer, not with such a document, or calls itself otherwise than the settings do.</exception>
    public async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancellation)
    {
        var document = await _documents.GetConfigurationAsync(cancellation);
        // OpenID Connect Discovery 1.0, section 4.3: else one provider could vouch in another's name.
        return document.Issuer?.TrimEnd('/') == _issuer ? document : throw new InvalidOperationException($"The provider at {_issuer} calls itself {document.Issuer}.");
    }

    /// <summary>The keys may have been changed since they were read: they are read again when next asked for.</summary>
    public void Renew() => _documents.RequestRefresh();

    public void Dispose() => _client.Dispose();
}
