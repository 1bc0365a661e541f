using System.Net;

namespace EmploymentDashboard.Operations;

/// <summary>Addresses and networks as a setting lists them, such as <c>127.0.0.1, 10.1.0.0/16</c>.</summary>
public sealed class Networks
{
    private readonly List<IPNetwork> _networks;

    private Networks(List<IPNetwork> networks) => _networks = networks;

    public IReadOnlyList<IPNetwork> All => _networks;

    /// <summary>Parted by commas or spaces; a single address is a network of one. null where part of it is neither.</summary>
    /// <param name="wrong">That part.</param>
    public static Networks? Read(string text, out string? wrong)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(part, out var address))
                networks.Add(new(Plain(address), Plain(address).GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(part, out var network))
                networks.Add(network);
            else
            {
                wrong = part;
                return null;
            }
        }

        wrong = null;
        return new(networks);
    }

    /// <exception cref="FormatException">Part of the text is no address; the check of settings has said so before.</exception>
    public static Networks Of(string text) => Read(text, out var wrong) ?? throw new FormatException($"“{wrong}” is neither an address nor a network.");

    public bool Contain(IPAddress? address) => address is not null && _networks.Exists(network => network.Contains(Plain(address)));

    /// <summary>A socket that listens to both kinds gives IPv4 addresses in the clothes of IPv6.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
