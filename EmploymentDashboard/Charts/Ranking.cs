using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>The rows of a ranking, sorted and sorted out.</summary>
public sealed class Ranking
{
    public Ranking(RankingChart chart)
    {
        Ranked = [.. chart.Rows
            .Where(row => row.Mark.IsDrawable && !row.IsApart)
            .OrderByDescending(row => row.Mark.Quantity!.Value.Value)
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

    /// <summary>Counted from 1; equal figures share a rank, and the next one is counted on: 1, 2, 2, 4.</summary>
    public int RankOf(RankingRow row) =>
        1 + Ranked.Count(other => other.Mark.Quantity!.Value.Value > row.Mark.Quantity!.Value.Value);
}
