using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>The list of colour classes below a map or heat table, with the number of figures in each.</summary>
internal static class ClassKey
{
    /// <param name="id">Of the drawing, whose patterns it uses.</param>
    public static void Write(MarkupWriter writer, ValueClasses classes, Classing classing, Unit unit, string id)
    {
        if (classes.All.Count == 0)
            return;

        writer.Open("div", "class-key");
        writer.Open("p").Text(new Bilingual(
            $"颜色分级（{classing.Name()}，{unit}；含下限，不含上限；括号内是数字个数）",
            $"Colour classes ({classing.Name()}, {unit}; lower limits included, upper not; in brackets the number of figures)")).Close();
        writer.Open("ul");
        foreach (var one in classes.All)
        {
            writer.Open("li").Open("svg").With("width", 22).With("height", 14).With("aria-hidden", "true");
            writer.Open("rect", one.CssClass).With("width", 22).With("height", 14).With("rx", 2).Close();
            if (one.IsBelowZero)
                writer.Open("rect", "over").With("width", 22).With("height", 14).With("fill", $"url(#{id}-{one.Ruling})").Close();
            writer.Close().Text(one.ToString()).Open("small").Text(string.Create(CultureInfo.InvariantCulture, $"({one.Count})")).Close().Close();
        }

        writer.Close().Close();
    }

    /// <summary>What the class of a figure says in words; where its bound reaches beyond the class, that too.</summary>
    public static string Words(ValueClass one, Quantity quantity)
    {
        var extent = Extent.Of(quantity);
        var mayBeAbove = extent.High is null || extent.High > one.High;
        var mayBeBelow = extent.Low is null || extent.Low < one.Low;
        return (mayBeAbove, mayBeBelow) switch
        {
            (true, true) => new Bilingual($"按所载数属 {one} 级，实际可能更高或更低", $"class {one} by its printed number; the true one may be higher or lower"),
            (true, false) => new Bilingual($"至少属 {one} 级", $"class {one} or higher"),
            (false, true) => new Bilingual($"至多属 {one} 级", $"class {one} or lower"),
            _ => new Bilingual($"属 {one} 级", $"class {one}"),
        };
    }
}
