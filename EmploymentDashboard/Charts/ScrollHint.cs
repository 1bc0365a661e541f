using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Says that a table goes on to the left, where it cannot be seen whole: it opens at its latest month.</summary>
internal static class ScrollHint
{
    /// <summary>Widths in px of the containers that are met most in each tier.</summary>
    private static readonly int[] Usual = [350, 600, 1100];

    /// <param name="needed">The table's least width in px.</param>
    public static void Write(MarkupWriter writer, double needed, YearMonth first)
    {
        var tiers = string.Join(' ', Fit.Tiers.Zip(Usual).Where(pair => needed > pair.Second).Select(pair => pair.First.Class));
        if (tiers.Length > 0)
            writer.Open("p", "scroll-hint tick " + tiers).Text(new Bilingual($"← 可左右滑动，从 {first} 起", $"← Scroll sideways: it begins in {first}")).Close();
    }
}
