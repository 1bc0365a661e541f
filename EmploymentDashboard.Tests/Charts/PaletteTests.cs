using System.Text.RegularExpressions;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

/// <summary>Colours that stand for something differ to everyone, in light and in dark.</summary>
public sealed partial class PaletteTests
{
    private static readonly string Styles = File.ReadAllText(Path.Combine(Repository.App, "wwwroot", "charts.css"));

    public static TheoryData<string, bool> Visions
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var kind in ColourVision.Kinds.Keys)
            {
                cases.Add(kind, false);
                cases.Add(kind, true);
            }

            return cases;
        }
    }

    /// <summary>Any line may cross any other.</summary>
    [Theory]
    [MemberData(nameof(Visions))]
    public void Series_OfAChart_DifferEachFromEach(string vision, bool isDark)
    {
        var series = Colours("series-[1-6]", isDark);
        Assert.Equal(6, series.Count);
        Assert.All(series.SelectMany((first, index) => series.Skip(index + 1).Select(second => (first, second))), pair =>
            Assert.InRange(ColourVision.Difference(pair.first, pair.second, vision), 10, 100));
    }

    /// <summary>Classes and parts lie beside each other, and each has its number in it or in the key.</summary>
    [Theory]
    [MemberData(nameof(Visions))]
    public void ClassesAndParts_DifferFromTheirNeighbours(string vision, bool isDark)
    {
        foreach (var palette in new[] { Colours("shade-[0-4]", isDark), Colours("part-[1-5]", isDark) })
        {
            Assert.Equal(5, palette.Count);
            Assert.All(palette.Zip(palette.Skip(1)), pair => Assert.InRange(ColourVision.Difference(pair.First, pair.Second, vision), 4, 100));
        }
    }

    /// <summary>A colour as the styles set it first, for light, or second, for dark.</summary>
    private static List<string> Colours(string name, bool isDark) =>
        [.. Token().Matches(Styles).Where(token => Regex.IsMatch(token.Groups["name"].Value, $"^{name}$", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .GroupBy(token => token.Groups["name"].Value, StringComparer.Ordinal).Select(token => token.ElementAt(isDark ? 1 : 0).Groups["colour"].Value)];

    [GeneratedRegex("--(?<name>[a-z0-9-]+): (?<colour>#[0-9a-f]{3,6});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
