using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>
/// How the tables of cases write figures. A quantity is its sign and number: <c>=120</c> or <c>120</c>, <c>&gt;2300</c>, <c>≥5</c>,
/// <c>≈5</c>, <c>≲5</c>, <c>≤5</c>, <c>&lt;5</c>; <c>—</c> is none. An observation is a line of words in any order, each known by its
/// look (<c>巴南 2023-01 ytd &gt;2300 U</c>); words left out are 巴南, January 2023, workers hired in period, in total, 1 person.
/// </summary>
internal static class Notation
{
    public const string None = "—";

    private static readonly string[] Signs = [">", "≥", "≈", "≲", "≤", "<"];

    public static Bound BoundOf(string sign) => sign switch
    {
        "=" => Bound.Exact,
        ">" => Bound.MoreThan,
        "≥" => Bound.AtLeast,
        "≈" => Bound.About,
        "≲" => Bound.Nearly,
        "≤" => Bound.AtMost,
        "<" => Bound.LessThan,
        _ => throw new ArgumentException($"'{sign}' is no sign.", nameof(sign)),
    };

    public static Quantity Quantity(string text)
    {
        var sign = Signs.FirstOrDefault(text.StartsWith) ?? "=";
        return new(decimal.Parse(text.TrimStart('=', sign[0]), CultureInfo.InvariantCulture), BoundOf(sign));
    }

    public static string Write(Quantity quantity) => Write((Quantity?)quantity);

    public static string Write(Quantity? quantity) =>
        quantity is { } known ? known.Bound.Sign() + known.Value.ToString("0.####", CultureInfo.InvariantCulture) : None;

    /// <summary>The quantity, or the name of the obstacle.</summary>
    public static string Write(Computation computation) =>
        computation.Quantity is null ? computation.Obstacle.ToString() : Write(computation.Quantity);

    public static Observation Figure(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            new Observation { Series = new("500113", "workers_hired", Breakdown.Total, Basis.Flow), Period = Period.Parse("2023-01"), Quantity = new(1), Source = "first" },
            With);

    public static Observation[] Figures(IEnumerable<string> lines) => [.. lines.Select(Figure)];

    private static Observation With(Observation figure, string word)
    {
        var catalog = Sample.Catalog;
        if (catalog.Areas.FirstOrDefault(area => area.ShortName == word) is { } area)
            return figure with { Series = figure.Series with { Area = area.Code } };
        if (catalog.TryIndicator(word, out _))
            return figure with { Series = figure.Series with { Indicator = word } };
        if (catalog.TryBreakdown(word, out _))
            return figure with { Series = figure.Series with { Breakdown = word } };
        if (catalog.TrySource(word, out _))
            return figure with { Source = word };
        if (Codes.Basis.TryParse(word, out var basis))
            return figure with { Series = figure.Series with { Basis = basis } };
        if (Codes.Status.TryParse(word, out var status))
            return figure with { Status = status, Quantity = status.IsMissing() ? null : figure.Quantity };
        if (Edtf.TryParse(word, out var period))
            return figure with { Period = period };
        return figure with { Quantity = Quantity(word) };
    }
}
