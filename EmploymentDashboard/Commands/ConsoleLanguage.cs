using System.Globalization;

namespace EmploymentDashboard.Commands;

/// <summary>A console set to Chinese is spoken to in Chinese. Any other may not even show it, and is spoken to in English.</summary>
internal static class ConsoleLanguage
{
    public static void Use()
    {
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "zh")
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
    }
}
