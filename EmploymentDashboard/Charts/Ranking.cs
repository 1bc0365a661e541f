using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>The rows of a ranking, sorted and sorted out.</summary>
public sealed class Ranking
{
    private readonly Ranking? _before;

    public Ranking(RankingChart chart)
    {
        if (chart.PeriodBefore is not null)
            _before = new(chart with { PeriodBefore = null, Rows = [.. chart.Rows.Where(row => row.Before is not null).Select(row => row with { Mark = row.Before! })] });
        Ranked = [.. chart.Rows
            .Where(row => row.Mark.IsDrawable && !row.IsApart)
            .OrderByDescending(row => row.Mark.Measured.Value)
            .ThenByDescending(row => row.Mark.Quantity!.Value.Bound.Direction() == Direction.Up)];
        Apart = [.. chart.Rows.Where(row => row.Mark.IsDrawable && row.IsApart)];
        Unranked = [.. chart.Rows.Where(row => !row.Mark.IsDrawable)];
    }

    /// <summary>Largest first.</summary>
    public IReadOnlyList<RankingRow> Ranked { get; }

    /// <summary>Drawn on the same scale, but not one of the ranked.</summary>
    public IReadOnlyList<RankingRow> Apart { get; }

    /// <summary>Missing or doubtful: no bar.</summary>
    public IReadOnlyList<RankingRow> Unranked { get; }

    /// <summary>Whether the figures, with their bounds, leave the order in no doubt.</summary>
    public bool OrderIsCertain => Ranked.Zip(Ranked.Skip(1)).All(pair => Extent.Of(pair.First).IsSurelyAtLeast(Extent.Of(pair.Second)));

    /// <summary>Whether no row can be larger than the first.</summary>
    public bool FirstIsCertain => Ranked.Skip(1).All(row => Extent.Of(Ranked[0]).IsSurelyAtLeast(Extent.Of(row)));

    /// <summary>Whether no row can be smaller than the last.</summary>
    public bool LastIsCertain => Ranked.SkipLast(1).All(row => Extent.Of(row).IsSurelyAtLeast(Extent.Of(Ranked[^1])));

    /// <summary>The middle figure; null where a bound leaves it open.</summary>
    public decimal? Median
    {
        get
        {
            if (Ranked.Count == 0 || Ranked.Any(row => row.Mark.Quantity!.Value.Bound != Bound.Exact))
                return null;

            var (low, high) = (Ranked[Ranked.Count / 2], Ranked[(Ranked.Count - 1) / 2]);
            return (low.Mark.Quantity!.Value.Value + high.Mark.Quantity!.Value.Value) / 2;
        }
    }

    /// <summary>The number of areas that had a rank in the period before; null where no ranks before are shown.</summary>
    public int? RankedBefore => _before?.Ranked.Count;

    /// <summary>
    /// The ranks that the bounds leave open to a row: behind all that are surely greater, ahead of all that surely are not. Equal
    /// figures share a rank, and the next one is counted on: 1, 2, 2, 4.
    /// </summary>
    public RankRange RankOf(RankingRow row)
    {
        var own = Extent.Of(row);
        var others = Ranked.Where(other => !ReferenceEquals(other, row)).Select(Extent.Of).ToList();
        return new(1 + others.Count(other => other.IsSurelyGreaterThan(own)), 1 + others.Count(other => !own.IsSurelyAtLeast(other)));
    }

    /// <summary>How a row's rank differs from that in the period before; null where no ranks before are shown.</summary>
    public RankChange? ChangeOf(RankingRow row)
    {
        if (_before is null)
            return null;

        RankRange? now = row is { Mark.IsDrawable: true, IsApart: false } ? RankOf(row) : null;
        var before = _before.Ranked.FirstOrDefault(other => ReferenceEquals(other.Mark, row.Before));
        return new(now, before is null ? null : _before.RankOf(before), row.Before is not null);
    }
}
