using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>A tick of a time axis and the tiers (see <see cref="Fit"/>) in which it is shown.</summary>
public sealed record TimeTick(double At, string Label, bool IsYear, string Tiers);

/// <summary>A continuous axis of days.</summary>
public sealed class TimeAxis
{
    private static readonly int[] DaysOfMonth = [1, 11, 21];
    private static readonly int[] MonthSteps = [1, 3, 6];
    private static readonly int[] YearSteps = [1, 2, 5, 10, 20, 50];

    private readonly DateOnly _first;
    private readonly DateOnly _afterLast;

    private TimeAxis(DateOnly first, DateOnly afterLast) => (_first, _afterLast) = (first, afterLast);

    /// <summary>An axis that holds the periods, with room on the left where one has no printed start, so that its fading is seen.</summary>
    public static TimeAxis Holding(IReadOnlyCollection<Period> periods)
    {
        var points = periods.SelectMany(period => new[] { period.Start, period.End }).OfType<DateOnly>().ToList();
        var (first, last) = (YearMonth.Of(points.Min()), YearMonth.Of(points.Max()));
        var room = Math.Max(6, (last - first) / 4);
        if (periods.Any(period => period.Start is null))
            first = first.AddMonths(-room);
        if (periods.Any(period => period.End is null))
            last = last.AddMonths(room);

        var isLong = last - first > 24;
        var start = new YearMonth(first.Year, isLong ? 1 : first.Month - ((first.Month - 1) % 3));
        return new(start.FirstDay, last.AddMonths(1).FirstDay);
    }

    /// <summary>Where the morning of a day lies, as a fraction of the axis.</summary>
    public double Morning(DateOnly day) => (day.DayNumber - _first.DayNumber) / (double)(_afterLast.DayNumber - _first.DayNumber);

    /// <summary>Where the evening of a day lies.</summary>
    public double Evening(DateOnly day) => Morning(day.AddDays(1));

    /// <summary>Years, half-years, quarters, months or thirds of months, whichever of them fit each tier.</summary>
    public IReadOnlyList<TimeTick> Ticks(Fit fit)
    {
        var candidates = Candidates().ToList();
        var chosen = fit.FirstThatFits([.. candidates.Select(days => days.Select(day => new AxisLabel(Morning(day), TextWidth.Of(Label(day), 12))).ToList())]);
        return [.. candidates
            .SelectMany(days => days)
            .Distinct()
            .Order()
            .Select(day => new TimeTick(Morning(day), Label(day), IsYear(day), string.Join(' ', Fit.Tiers.Where((_, tier) => candidates[chosen[tier]].Contains(day)).Select(tier => tier.Class))))
            .Where(tick => tick.Tiers.Length > 0)];
    }

    private static bool IsYear(DateOnly day) => day is { Month: 1, Day: 1 };

    /// <summary>A month is named alone, but for one at the very start, which no year stands before.</summary>
    private string Label(DateOnly day) => day switch
    {
        { Month: not 1, Day: 1 } when day == _first => YearMonth.Of(day).ToString(),
        { Month: 1, Day: 1 } => day.Year.ToString(CultureInfo.InvariantCulture),
        { Day: 1 } => MonthAxis.Name(day.Month),
        _ => day.ToString("MM-dd", CultureInfo.InvariantCulture),
    };

    private IEnumerable<List<DateOnly>> Candidates()
    {
        var months = YearMonth.Range(YearMonth.Of(_first), YearMonth.Of(_afterLast)).ToList();
        if (months.Count <= 5)
            yield return [.. months.SelectMany(month => DaysOfMonth.Select(day => new DateOnly(month.Year, month.Month, day))).Where(IsOnAxis)];

        foreach (var step in MonthSteps)
        {
            if (months.Count <= 36 && months.Count / step <= 16)
                yield return [.. months.Where(month => (month.Month - 1) % step == 0).Select(month => month.FirstDay).Where(IsOnAxis)];
        }

        foreach (var years in YearSteps)
            yield return [.. months.Where(month => month.Month == 1 && month.Year % years == 0).Select(month => month.FirstDay).Where(IsOnAxis)];
    }

    private bool IsOnAxis(DateOnly day) => day >= _first && day <= _afterLast;
}
