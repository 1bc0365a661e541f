using System.Security.Cryptography.X509Certificates;
using EmploymentDashboard.Database;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Operations;

/// <summary>The keys of cookies and forms: for the server's own user only, and encrypted where a certificate is set.</summary>
internal static class KeyProtection
{
    public static void AddKeyProtection(this IServiceCollection services) =>
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<KeyOptions>, DashboardDatabase, ILoggerFactory>((options, keys, database, logs) =>
        {
            PrivateFolder.Create(Path.Combine(Path.GetDirectoryName(database.Path)!, "keys"));
            if (keys.Value.Certificate.Length == 0)
                return;

            var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(keys.Value.Certificate, AppContext.BaseDirectory), keys.Value.CertificatePassword);
            options.XmlEncryptor = new CertificateXmlEncryptor(certificate, logs);
        });
}
