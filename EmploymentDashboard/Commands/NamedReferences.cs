using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Commands;

/// <summary>Areas and indicators that a command line names, by code or name.</summary>
internal static class NamedReferences
{
    /// <summary>Codes of the areas; null where one is unknown, which is told with the nearest names.</summary>
    public static IReadOnlyList<string>? AreaCodes(string[] wanted, ReferenceNames names, TextWriter error) =>
        Codes(wanted, names.Areas, area => area.Code, new("地区", "area"), error);

    /// <summary>Codes of the indicators; null where one is unknown, which is told with the nearest names.</summary>
    public static IReadOnlyList<string>? IndicatorCodes(string[] wanted, ReferenceNames names, TextWriter error) =>
        Codes(wanted, names.Indicators, indicator => indicator.Code, new("指标", "indicator"), error);

    private static List<string>? Codes<T>(string[] wanted, NameIndex<T> names, Func<T, string> code, Bilingual what, TextWriter error)
        where T : class
    {
        var codes = new List<string>();
        foreach (var name in wanted)
        {
            if (names.TryFind(name, out var found))
            {
                codes.Add(code(found));
                continue;
            }

            var nearest = names.Nearest(name);
            error.WriteLine(new Bilingual(
                $"没有{what.Zh}「{Terminal.Plain(name)}」。{(nearest.Count > 0 ? $"相近的有 {string.Join("、", nearest)}。" : "")}",
                $"There is no {what.En} “{Terminal.Plain(name)}”.{(nearest.Count > 0 ? $" Nearest: {string.Join(", ", nearest)}." : "")}"));
        }

        return codes.Count == wanted.Length ? codes : null;
    }
}
