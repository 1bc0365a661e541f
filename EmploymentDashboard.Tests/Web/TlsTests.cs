using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;

namespace EmploymentDashboard.Tests.Web;

/// <summary>The server with a certificate of its own, without a proxy.</summary>
public sealed class TlsTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;
    private string _certificate = "";

    public async Task InitializeAsync()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _certificate = certificate.Thumbprint;
        var path = Path.Combine(_folder.Path, "jobs.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, "of the test"));
        _dashboard = await WebFixture.StartAsync(
            _folder, "--Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0", "--Kestrel:Certificates:Default:Path", path, "--Kestrel:Certificates:Default:Password", "of the test");
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    /// <param name="offered">What the reader's side can do.</param>
    /// <param name="agreed">The best of it.</param>
    [Theory]
    [InlineData(SslProtocols.Tls12 | SslProtocols.Tls13, SslProtocols.Tls13)]
    [InlineData(SslProtocols.Tls12, SslProtocols.Tls12)]
    public async Task Reader_IsMetWithTheBestVersionThatBothHave(SslProtocols offered, SslProtocols agreed)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_dashboard.Client.BaseAddress!.Host, _dashboard.Client.BaseAddress.Port);
        await using var secured = new SslStream(socket.GetStream());
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            EnabledSslProtocols = offered,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == _certificate,
        });
        Assert.Equal(agreed, secured.SslProtocol);
    }
}
