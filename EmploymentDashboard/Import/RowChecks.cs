using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>What can be said of one figure by itself. An error takes it out; a warning leaves it in.</summary>
/// <param name="today">The day in 重庆, for what lies in the future.</param>
public sealed class RowChecks(Catalog catalog, DateOnly today, IssueLog log)
{
    private const string Percent = "%";

    /// <summary>Units in which a figure may be less than nothing: changes and shares of 100.</summary>
    private static readonly string[] SignedUnits = [Percent, "‰", "百分点", "个百分点"];

    /// <summary>Whether the figure may be taken in.</summary>
    public bool Accept(ImportedFigure figure)
    {
        var (observation, raw) = figure;
        var unit = catalog.Indicator(observation.Series.Indicator).Unit.Zh;
        if (observation.Quantity is { Value: < 0 } && !SignedUnits.Contains(unit))
        {
            log.Add(IssueKind.NegativeCount, new($"0 或更多{unit}", "0 or more"), raw[FigureField.Value]);
            return false;
        }

        if (observation.Series.Basis != Basis.Target && LiesAhead(observation.Period))
            log.Add(IssueKind.PeriodInFuture, new($"不晚于 {today:yyyy-MM-dd}", $"not after {today:yyyy-MM-dd}"), raw[FigureField.Period]);
        if (observation.Quantity is { Value: > 100 } && unit == Percent)
            log.Add(IssueKind.RateOver100, new("不超过 100", "at most 100"), raw[FigureField.Value]);
        return true;
    }

    /// <summary>A year or quarter that has begun does not lie ahead; a span does from the month after this one.</summary>
    private bool LiesAhead(Period period) => period.Granularity == Granularity.Interval
        ? period.ReferenceMonth > YearMonth.Of(today)
        : period.Start > today;
}
