using System.Globalization;

namespace EmploymentDashboard.Statistics;

/// <summary>One text in both languages of the interface. A missing translation does not compile.</summary>
public readonly record struct Bilingual(string Zh, string En)
{
    /// <summary>Chinese is the first language: English is shown only where the reader asked for it.</summary>
    public static bool EnglishIsAsked => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>One of two texts, in the reader's language.</summary>
    public static string Say(string zh, string en) => EnglishIsAsked ? en : zh;

    public static implicit operator string(Bilingual text) => text.ToString();

    /// <summary>The text in the reader's language.</summary>
    public override string ToString() => EnglishIsAsked ? En : Zh;
}
