namespace EmploymentDashboard.Features.Bulletins;

public static class BulletinAddresses
{
    public const string All = "/bulletins";

    /// <summary>The page with the latest month of one area chosen.</summary>
    public static string Of(string area) => $"{All}?areas={Uri.EscapeDataString(area)}";

    public const string Draft = "/bulletins/draft";

    /// <summary>The page of an issued bulletin.</summary>
    public static string One(string number) => $"{All}/{Uri.EscapeDataString(number)}";

    /// <summary>An issued bulletin's pages as they went out.</summary>
    /// <param name="format">html or pdf.</param>
    public static string Pages(string number, string language, string format = "html") => $"{One(number)}/pages.{format}?lang={language}";
}
