using EmploymentDashboard.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace EmploymentDashboard.Operations;

/// <summary>The keys of cookies and forms: for the server's own user only, and encrypted where a certificate is set.</summary>
internal static class KeyProtection
{
    public static void AddKeyProtection(this IServiceCollection services, KeyOptions options)
    {
        services.AddOptions<KeyManagementOptions>().Configure<DashboardDatabase>((_, database) => PrivateFolder.Create(Path.Combine(Path.GetDirectoryName(database.Path)!, "keys")));
        // A certificate that cannot be used is a mistake of the settings, which are checked before anything is protected.
        if (options.Open() is { } certificate)
            services.AddDataProtection().ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
    }
}
