using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Accounts;

/// <summary>By what names of people are found: whatever is typed into a form, where the framework's own stops at code points that are no letters.</summary>
public sealed class NameNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name)
    {
        try
        {
            return name?.Normalize().ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            // Nobody has such a name, and nobody may be given one.
            return name?.ToUpperInvariant();
        }
    }

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
