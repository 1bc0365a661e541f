namespace EmploymentDashboard.Charts;

/// <summary>What addresses begin with together: said once, for thousands of whole ones would outweigh the figures.</summary>
internal static class AddressPrefix
{
    public static string Of(IReadOnlyList<string> addresses)
    {
        if (addresses.Count == 0)
            return "";

        var length = addresses[0].Length;
        foreach (var address in addresses)
            length = address.AsSpan().CommonPrefixLength(addresses[0].AsSpan(0, length));
        return addresses[0][..length];
    }
}
