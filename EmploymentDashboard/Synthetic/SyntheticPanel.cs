using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Synthetic;

/// <summary>How large a panel to generate, and from which seed. The same values always give the same figures.</summary>
public sealed record SyntheticPanelSize(int Seed = 20200101, int Areas = 38, int Months = 60, int Indicators = 30)
{
    /// <summary>The last month of the panel; it ends in the past, so that no figure is of the future.</summary>
    public YearMonth LastMonth { get; init; } = new(2024, 12);
}

/// <summary>
/// Invents monthly figures that look like a tidy panel of district statistics, with what makes real ones hard: seasons and
/// trends, year-to-date series, yearly targets, parts that add up, bounds, zeros, reported gaps and months nobody speaks of.
/// </summary>
public sealed class SyntheticPanel
{
    private readonly Random _random;
    private readonly IReadOnlyList<Area> _areas;
    private readonly IReadOnlyList<Indicator> _indicators;
    private readonly IReadOnlyList<YearMonth> _months;
    private readonly IReadOnlyList<Breakdown> _parts;
    private readonly string _source;

    /// <param name="catalog">Areas and indicators are taken from it in order, districts and counties first.</param>
    /// <param name="source">Code of the source that the figures are given.</param>
    public SyntheticPanel(Catalog catalog, SyntheticPanelSize size, string source)
    {
        _random = new(size.Seed);
        _areas = [.. catalog.Areas.Where(area => area.Kind is AreaKind.District or AreaKind.County).Take(size.Areas)];
        _indicators = [.. catalog.Indicators.Where(indicator => indicator.IsAdditive || indicator.Unit.Zh == "%").Take(size.Indicators)];
        _months = [.. YearMonth.Range(size.LastMonth.AddMonths(1 - size.Months), size.LastMonth)];
        _parts = [.. catalog.Breakdowns.Where(breakdown => breakdown.IsExhaustive).GroupBy(breakdown => breakdown.Dimension).FirstOrDefault() ?? Enumerable.Empty<Breakdown>()];
        _source = source;
    }

    /// <summary>The figures, one indicator after the other.</summary>
    public IEnumerable<Observation> Figures()
    {
        for (var i = 0; i < _indicators.Count; i++)
        {
            var indicator = _indicators[i];
            // The indicators take turns at what a panel may hold.
            var kind = indicator.Unit.Zh == "%" ? Kind.Rate : (i % 5) switch { 1 => Kind.YearToDate, 2 => Kind.Parts, 3 => Kind.Sparse, _ => Kind.Flow };
            foreach (var area in _areas)
            {
                foreach (var figure in Series(indicator, area, kind))
                    yield return figure;
            }
        }
    }

    private IEnumerable<Observation> Series(Indicator indicator, Area area, Kind kind)
    {
        var level = Math.Exp((_random.NextDouble() * 3.5) + 3);
        var trend = 1 + ((_random.NextDouble() - 0.4) / 60);
        decimal sum = 0;
        foreach (var month in _months)
        {
            if (month.Month == 1)
                sum = 0;
            if (kind == Kind.Rate)
            {
                yield return Figure(indicator, area, Breakdown.Total, Basis.Average, month, Math.Round((decimal)(5 + Math.Sin(month.Month) + _random.NextDouble()), 1), Bound.Exact);
                continue;
            }

            var value = Math.Round((decimal)(level * Season(month) * (0.85 + (0.3 * _random.NextDouble()))));
            level *= trend;
            var chance = _random.NextDouble();
            switch (kind)
            {
                // A panel that begins within a year knows nothing of that year since January.
                case Kind.YearToDate when month.Year == _months[0].Year && _months[0].Month != 1:
                    break;
                case Kind.YearToDate:
                    sum += value;
                    yield return Figure(indicator, area, Breakdown.Total, Basis.Ytd, month, sum, Bound.Exact);
                    if (month.Month == 12)
                        yield return Target(indicator, area, month.Year, Math.Round(sum * (0.9m + (0.2m * (decimal)_random.NextDouble())), 0));
                    break;
                case Kind.Parts when _parts.Count > 0:
                    foreach (var part in Split(indicator, area, month, value))
                        yield return part;
                    break;
                case Kind.Sparse when chance < 0.12:
                    break;
                case Kind.Sparse when chance < 0.16:
                    yield return Missing(indicator, area, month);
                    break;
                case Kind.Sparse when chance < 0.20:
                    yield return Figure(indicator, area, Breakdown.Total, Basis.Flow, month, 0, Bound.Exact);
                    break;
                case Kind.Sparse when chance < 0.5:
                    yield return Figure(indicator, area, Breakdown.Total, Basis.Flow, month, Math.Floor(value / 10) * 10, Bound.MoreThan);
                    break;
                default:
                    yield return Figure(indicator, area, Breakdown.Total, Basis.Flow, month, value, Bound.Exact);
                    break;
            }
        }
    }

    /// <summary>Hiring peaks after the Spring Festival and again in autumn.</summary>
    private static double Season(YearMonth month) => month.Month switch
    {
        1 => 0.7,
        2 => 0.9,
        3 => 1.6,
        4 => 1.3,
        9 => 1.25,
        12 => 0.8,
        _ => 1,
    };

    private IEnumerable<Observation> Split(Indicator indicator, Area area, YearMonth month, decimal total)
    {
        yield return Figure(indicator, area, Breakdown.Total, Basis.Flow, month, total, Bound.Exact);
        var rest = total;
        for (var i = 0; i < _parts.Count; i++)
        {
            var part = i == _parts.Count - 1 ? rest : Math.Round(rest * (0.3m + (0.3m * (decimal)_random.NextDouble())));
            rest -= part;
            yield return Figure(indicator, area, _parts[i].Code, Basis.Flow, month, part, Bound.Exact);
        }
    }

    private Observation Figure(Indicator indicator, Area area, string breakdown, Basis basis, YearMonth month, decimal value, Bound bound) => new()
    {
        Series = new(area.Code, indicator.Code, breakdown, basis),
        Period = basis == Basis.Ytd ? Period.OfDays(new(month.Year, 1, 1), month.LastDay) : Period.OfMonth(month),
        Quantity = new(value, bound),
        Source = _source,
    };

    private Observation Target(Indicator indicator, Area area, int year, decimal value) => new()
    {
        Series = new(area.Code, indicator.Code, Breakdown.Total, Basis.Target),
        Period = Period.Parse(year.ToString("0000", CultureInfo.InvariantCulture)),
        Quantity = new(value, Bound.AtLeast),
        Source = _source,
    };

    private Observation Missing(Indicator indicator, Area area, YearMonth month) => new()
    {
        Series = new(area.Code, indicator.Code, Breakdown.Total, Basis.Flow),
        Period = Period.OfMonth(month),
        Quantity = null,
        Status = ObsStatus.Missing,
        Source = _source,
    };

    private enum Kind
    {
        Flow,
        YearToDate,
        Parts,
        Sparse,
        Rate,
    }
}
