using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>An axis of months, each a band of the same width.</summary>
public sealed class MonthAxis(IReadOnlyList<YearMonth> months)
{
    private static readonly int[] MonthSteps = [1, 2, 3, 6];
    private static readonly int[] YearSteps = [1, 2, 5, 10];

    public int Count => months.Count;

    public static string Name(int month) =>
        new Bilingual($"{month}月", CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month));

    /// <summary>Left edge of a band as a fraction of the axis.</summary>
    public double Left(int index) => index / (double)months.Count;

    public double Centre(int index) => (index + 0.5) / months.Count;

    /// <summary>Labels of the months, centred below their bands; none in a tier where not even half-years fit.</summary>
    public IReadOnlyList<TimeTick> MonthTicks(Fit fit)
    {
        var candidates = MonthSteps
            .Select(step => Enumerable.Range(0, months.Count).Where(index => (months[index].Month - 1) % step == 0).ToList())
            .Append([])
            .ToList();
        return Choose(fit, candidates, index => new AxisLabel(Centre(index), TextWidth.Of(Name(months[index].Month), 12)), index => Name(months[index].Month), Centre);
    }

    /// <summary>Labels of the years, each beginning where its year does. A first year cut short gives way to the next one.</summary>
    public IReadOnlyList<TimeTick> YearTicks(Fit fit)
    {
        var starts = Enumerable.Range(0, months.Count).Where(index => index == 0 || months[index].Month == 1).ToList();
        var whole = starts.Count > 1 ? starts.Where(index => months[index].Month == 1).ToList() : starts;
        var candidates = YearSteps.Select(step => whole.Where(index => months[index].Year % step == 0).ToList()).Prepend(starts).ToList();
        return Choose(fit, candidates, index => new AxisLabel(Left(index), 34, Anchor: 0), index => months[index].Year.ToString(CultureInfo.InvariantCulture), Left);
    }

    private static List<TimeTick> Choose(Fit fit, List<List<int>> candidates, Func<int, AxisLabel> label, Func<int, string> text, Func<int, double> at)
    {
        var chosen = fit.FirstThatFits([.. candidates.Select(indexes => indexes.Select(label).ToList())]);
        return [.. candidates
            .SelectMany(indexes => indexes)
            .Distinct()
            .Order()
            .Select(index => new TimeTick(at(index), text(index), IsYear: false, string.Join(' ', Fit.Tiers.Where((_, tier) => candidates[chosen[tier]].Contains(index)).Select(tier => tier.Class))))
            .Where(tick => tick.Tiers.Length > 0)];
    }
}
