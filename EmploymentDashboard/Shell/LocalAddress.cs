namespace EmploymentDashboard.Shell;

/// <summary>Where a link or form says to go on: within the dashboard only, whatever an address that someone sent around says.</summary>
public static class LocalAddress
{
    /// <summary>The address, or the overview where it leads elsewhere.</summary>
    public static string OrHome(string? address) => IsLocal(address) ? address! : "/";

    /// <summary>
    /// Browsers drop control characters, so that a tab between two slashes would lead elsewhere, and the header takes no letters
    /// beyond ASCII. The pages' own addresses hold neither.
    /// </summary>
    private static bool IsLocal(string? address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && address.All(letter => letter is >= ' ' and <= '~');
}
