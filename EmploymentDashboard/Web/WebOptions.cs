using System.ComponentModel.DataAnnotations;
using EmploymentDashboard.Operations;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Web;

/// <summary>Section "Proxy": who stands between the readers and this server.</summary>
public sealed class ProxyOptions : ICheckedSettings
{
    /// <summary>Addresses and networks of reverse proxies. Only what they say of a reader's address and scheme is believed; the machine itself otherwise.</summary>
    public string Known { get; set; } = "127.0.0.1, ::1";

    public IEnumerable<(string Key, Bilingual Mistake)> Check() => SettingRules.Networks(nameof(Known), Known);
}

/// <summary>Section "Https". Certificates and ports are the web server's own settings, <c>Kestrel:Endpoints</c>, or the proxy's.</summary>
public sealed class HttpsOptions
{
    /// <summary>Leads readers who come by http to https, and has browsers remember it.</summary>
    public bool Only { get; set; }

    /// <summary>The port that readers are led to.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 443;

    /// <summary>For how many days browsers come by https only.</summary>
    [Range(0, 3650)]
    public int RememberedDays { get; set; } = 365;

    /// <summary>Whether browsers hold all names below this host's to it, too.</summary>
    public bool Subdomains { get; set; }
}

/// <summary>
/// Section "Limits". Each number is one address's or, for who has signed in, one person's; a whole office may share an address, so
/// that they are far above what people do.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Files that may be sent in within a minute.</summary>
    [Range(1, 1_000_000)]
    public int Uploads { get; set; } = 60;

    /// <summary>Files that may be taken away within a minute.</summary>
    [Range(1, 1_000_000)]
    public int Downloads { get; set; } = 300;

    /// <summary>Searches within a minute: one is made at each letter that is typed.</summary>
    [Range(1, 1_000_000)]
    public int Searches { get; set; } = 3000;

    /// <summary>Forms of accounts that may be sent within a minute. How often a password may be tried is limited more strictly besides.</summary>
    [Range(1, 1_000_000)]
    public int Forms { get; set; } = 300;

    /// <summary>Pages that may be open and connected at once.</summary>
    [Range(1, 1_000_000)]
    public int OpenPages { get; set; } = 200;

    /// <summary>The same for all readers together.</summary>
    [Range(1, 1_000_000)]
    public int OpenPagesInAll { get; set; } = 2000;

    /// <summary>Pages without a connection that are remembered for when it comes back.</summary>
    [Range(0, 1_000_000)]
    public int LostPages { get; set; } = 200;

    /// <summary>For how many minutes they are.</summary>
    [Range(0, 1440)]
    public int LostMinutes { get; set; } = 3;

    /// <summary>Most kilobytes that an open page may send at once, such as the text of an annotation.</summary>
    [Range(32, 10_000)]
    public int MessageKilobytes { get; set; } = 64;

    /// <summary>Most kilobytes of a form. Files that are sent in have a limit of their own.</summary>
    [Range(16, 100_000)]
    public int FormKilobytes { get; set; } = 256;

    /// <summary>After how many seconds an answer is given up.</summary>
    [Range(5, 86_400)]
    public int AnswerSeconds { get; set; } = 300;

    /// <summary>How long, in seconds, imports under way may go on after the server was told to stop.</summary>
    [Range(0, 3600)]
    public int StopSeconds { get; set; } = 120;
}
