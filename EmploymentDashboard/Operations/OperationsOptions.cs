using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Operations;

/// <summary>Section "Log": the file log, one JSON object a line, a new file each day.</summary>
public sealed class LogOptions
{
    /// <summary>Whether there is one. The console has its lines in any case.</summary>
    public bool ToFile { get; set; } = true;

    /// <summary>The folder, from the program's own where the path is relative; <c>logs</c> beside the database where it is empty.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Files older than so many days are deleted.</summary>
    [Range(1, 3650)]
    public int KeptDays { get; set; } = 30;

    /// <summary>A file that has grown to so many megabytes is followed by another of the same day.</summary>
    [Range(1, 10_000)]
    public int FileMegabytes { get; set; } = 50;
}

/// <summary>Section "Monitoring": who watches over the server.</summary>
public sealed class MonitoringOptions : ICheckedSettings
{
    /// <summary>Addresses and networks that may read <c>/metrics</c> and the details of <c>/health</c>; the machine itself otherwise.</summary>
    public string Allowed { get; set; } = "127.0.0.1, ::1";

    /// <summary>With less room on the database's disk, in megabytes, the server says that it is not ready.</summary>
    [Range(0, 10_000_000)]
    public int LeastFreeMegabytes { get; set; } = 500;

    public IEnumerable<(string Key, Bilingual Mistake)> Check() => SettingRules.Networks(nameof(Allowed), Allowed);
}

/// <summary>Section "Keys": how the keys that protect cookies and forms lie beside the database.</summary>
public sealed class KeyOptions : ICheckedSettings
{
    /// <summary>A certificate with its private key (PKCS #12) that encrypts them, from the program's own folder where the path is relative; empty for none.</summary>
    public string Certificate { get; set; } = "";

    public string CertificatePassword { get; set; } = "";

    public IEnumerable<(string Key, Bilingual Mistake)> Check()
    {
        foreach (var mistake in SettingRules.File(nameof(Certificate), Certificate))
            yield return mistake;
        if (Certificate.Length > 0 && File.Exists(FullPath) && Open() is null)
            yield return (nameof(Certificate), new("打不开：不是 PKCS #12 证书，口令不对，或没有私钥", "it cannot be opened: it is no PKCS #12 certificate, has another password, or no private key"));
    }

    /// <summary>null where there is none that could be used.</summary>
    internal X509Certificate2? Open()
    {
        try
        {
            var certificate = Certificate.Length > 0 && File.Exists(FullPath) ? X509CertificateLoader.LoadPkcs12FromFile(FullPath, CertificatePassword) : null;
            return certificate is { HasPrivateKey: true } ? certificate : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string FullPath => Path.GetFullPath(Certificate, AppContext.BaseDirectory);
}
