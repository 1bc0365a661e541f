using System.Globalization;

namespace EmploymentDashboard.Accounts;

/// <summary>The id of a user as Identity and its claims write it.</summary>
internal static class UserIds
{
    public static string Write(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
