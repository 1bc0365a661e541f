using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

public enum ExplorerView
{
    /// <summary>期间: each figure over the time it covers.</summary>
    Timeline,

    /// <summary>月度: columns or lines by month.</summary>
    Monthly,

    /// <summary>排名: areas of one period.</summary>
    Ranking,

    /// <summary>构成: parts of a whole.</summary>
    Parts,

    /// <summary>表.</summary>
    Table,
}

/// <summary>What the Explorer shows. The address holds all of it; what it leaves out takes the default.</summary>
/// <param name="Areas">Codes; empty for all areas.</param>
/// <param name="Breakdown">null for all.</param>
/// <param name="Basis">null for all.</param>
/// <param name="View">null for the one that suits the data best.</param>
/// <param name="Month">The month ranked; null for the latest that can be.</param>
/// <param name="AsOf">The moment whose knowledge is shown; null for now.</param>
public sealed record ExplorerSelection(
    string Indicator,
    IReadOnlyList<string> Areas,
    YearMonth? From,
    YearMonth? To,
    string? Breakdown,
    Basis? Basis,
    ExplorerView? View,
    YearMonth? Month,
    DateTimeOffset? AsOf)
{
    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>Everything there is of an indicator.</summary>
    public static ExplorerSelection All(string indicator) => new(indicator, [], null, null, null, null, null, null, null);

    /// <summary>Whether it leaves out figures of the indicator.</summary>
    public bool IsNarrowed => Areas.Count > 0 || From is not null || To is not null || Breakdown is not null || Basis is not null;

    /// <summary>The page's address for this selection.</summary>
    public string Address
    {
        get
        {
            var parts = new List<string> { $"indicator={Uri.EscapeDataString(Indicator)}" };
            Add("areas", Areas.Count == 0 ? null : string.Join(',', Areas));
            Add("from", From?.ToString());
            Add("to", To?.ToString());
            Add("breakdown", Breakdown);
            Add("basis", Basis is { } basis ? Codes.Basis.Write(basis) : null);
            Add("view", View?.ToString().ToLowerInvariant());
            Add("month", Month?.ToString());
            Add("asof", AsOf?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            return "/explore?" + string.Join('&', parts);

            void Add(string name, string? value)
            {
                if (!string.IsNullOrEmpty(value))
                    parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>All figures of the indicator that were known at the same moment.</summary>
    public ExplorerSelection Widened() => this with { Areas = [], From = null, To = null, Breakdown = null, Basis = null };

    /// <summary>Reads what an address says. What it says wrongly is left out, so that an old or mistyped link still opens.</summary>
    public static ExplorerSelection Read(Catalog catalog, string defaultIndicator, ExplorerParameters parameters) => new(
        catalog.TryIndicator(parameters.Indicator, out var indicator) ? indicator.Code : defaultIndicator,
        [.. (parameters.Areas ?? "").Split(',').Where(code => catalog.TryArea(code, out _)).Distinct()],
        YearMonth.TryParse(parameters.From, out var from) ? from : null,
        YearMonth.TryParse(parameters.To, out var to) ? to : null,
        catalog.TryBreakdown(parameters.Breakdown, out var breakdown) ? breakdown.Code : null,
        Codes.Basis.TryParse(parameters.Basis, out var basis) ? basis : null,
        ViewOf(parameters.View),
        YearMonth.TryParse(parameters.Month, out var month) ? month : null,
        MomentOf(parameters.AsOf));

    /// <summary>By its name only: a number would be a view by chance.</summary>
    private static ExplorerView? ViewOf(string? text) =>
        Enum.GetValues<ExplorerView>().Where(view => view.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).Cast<ExplorerView?>().FirstOrDefault();

    /// <summary>ISO 8601 only, for "12:30" or "1/2" would be another moment each day. The calendar's last year is left out: it does not exist in all time zones.</summary>
    private static DateTimeOffset? MomentOf(string? text) =>
        DateTimeOffset.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year < DateTimeOffset.MaxValue.Year ? moment : null;
}

/// <summary>The parameters as they stand in the address.</summary>
public sealed record ExplorerParameters(string? Indicator, string? Areas, string? From, string? To, string? Breakdown, string? Basis, string? View, string? Month, string? AsOf);
