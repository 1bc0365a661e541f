using System.Globalization;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>What the Explorer shows. The address holds all of it; what it leaves out takes the default.</summary>
public sealed record ExplorerSelection
{
    public const string Path = "/explore";

    /// <summary>The parameters of an address in their order, parted by spaces.</summary>
    public const string Parameters = "indicator areas from to breakdown basis reading transform base scale view month of classes scales against order rows asof";

    /// <summary>Those that another indicator takes over; as <see cref="OfIndicator"/> does.</summary>
    public const string KeptForOtherIndicators = "areas from to scale asof";

    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    public required string Indicator { get; init; }

    /// <summary>Codes; empty for all areas.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    public YearMonth? From { get; init; }

    public YearMonth? To { get; init; }

    /// <summary>null for all.</summary>
    public string? Breakdown { get; init; }

    /// <summary>null for all.</summary>
    public Basis? Basis { get; init; }

    public Reading Reading { get; init; }

    public Transform Transform { get; init; }

    /// <summary>The month of an index; null for the first that most series have.</summary>
    public YearMonth? Base { get; init; }

    public NumberScale Scale { get; init; }

    /// <summary>null for the one that suits the data best.</summary>
    public ExplorerView? View { get; init; }

    /// <summary>The month shown by views of one period; null for the latest there is.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>The area whose parts are shown; null for the first that has any.</summary>
    public string? PartsOf { get; init; }

    public Classing Classing { get; init; }

    /// <summary>Whether each small panel has a scale of its own.</summary>
    public bool HasFreeScales { get; init; }

    /// <summary>The other indicator of a scatter; null for the one that most areas have.</summary>
    public string? Against { get; init; }

    public TableOrder? Order { get; init; }

    /// <summary>Whether the table lists only what could not be computed; of <see cref="Month"/>, where one is chosen.</summary>
    public bool IsOfObstacles { get; init; }

    /// <summary>The moment whose knowledge is shown; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The page's address for this selection.</summary>
    public string Address => Path + Query;

    /// <summary>The part of the address from the question mark on.</summary>
    public string Query
    {
        get
        {
            var parts = new List<string> { $"indicator={Uri.EscapeDataString(Indicator)}" };
            if (Areas.Count > 0)
                parts.Add($"areas={string.Join(',', Areas.Select(Uri.EscapeDataString))}");
            Add("from", From?.ToString());
            Add("to", To?.ToString());
            Add("breakdown", Breakdown);
            Add("basis", Basis is { } basis ? Codes.Basis.Write(basis) : null);
            Add("reading", Reading == default ? null : Codes.Reading.Write(Reading));
            Add("transform", Transform == default ? null : Codes.Transform.Write(Transform));
            Add("base", Base?.ToString());
            Add("scale", Scale == default ? null : Codes.NumberScale.Write(Scale));
            Add("view", View is { } view ? Name(view) : null);
            Add("month", Month?.ToString());
            Add("of", PartsOf);
            Add("classes", Classing == default ? null : Name(Classing));
            Add("scales", HasFreeScales ? "free" : null);
            Add("against", Against);
            Add("order", Order?.ToString());
            Add("rows", IsOfObstacles ? "obstacles" : null);
            if (AsOf is { } moment)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"asof={moment.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}"));
            return $"?{string.Join('&', parts)}";

            void Add(string name, string? value)
            {
                if (!string.IsNullOrEmpty(value))
                    parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>Everything there is of an indicator.</summary>
    public static ExplorerSelection All(string indicator) => new() { Indicator = indicator };

    /// <summary>All figures of the indicator that were known at the same moment, as they are.</summary>
    public ExplorerSelection Widened() => All(Indicator) with { AsOf = AsOf };

    /// <summary>Another indicator of the same areas and months: what was chosen of the first need not exist of it.</summary>
    public ExplorerSelection OfIndicator(string indicator) => All(indicator) with { Areas = Areas, From = From, To = To, Scale = Scale, AsOf = AsOf };

    /// <summary>The second indicator of a scatter, read and computed as the first.</summary>
    public ExplorerSelection OfOther(string indicator) => OfIndicator(indicator) with { Reading = Reading, Transform = Transform, Base = Base };

    /// <summary>Whether a figure of this series and month is asked for.</summary>
    public bool Takes(SeriesKey series, YearMonth month) =>
        (Areas.Count == 0 || Areas.Contains(series.Area))
        && (From is not { } from || month >= from)
        && (To is not { } to || month <= to)
        && (Breakdown is null || series.Breakdown == Breakdown)
        && (Basis is null || series.Basis == Basis);

    /// <summary>Reads what an address says. What it says wrongly is left out, so that an old or mistyped link still opens.</summary>
    /// <param name="parameter">The value of a parameter by its name; null where there is none.</param>
    public static ExplorerSelection Read(Catalog catalog, string defaultIndicator, Func<string, string?> parameter) => new()
    {
        Indicator = catalog.TryIndicator(parameter("indicator"), out var indicator) ? indicator.Code : defaultIndicator,
        Areas = [.. (parameter("areas") ?? "").Split(',').Where(code => catalog.TryArea(code, out _)).Distinct()],
        From = MonthOf(parameter("from")),
        To = MonthOf(parameter("to")),
        Breakdown = catalog.TryBreakdown(parameter("breakdown"), out var breakdown) ? breakdown.Code : null,
        Basis = Codes.Basis.TryParse(parameter("basis"), out var basis) ? basis : null,
        Reading = Codes.Reading.TryParse(parameter("reading"), out var reading) ? reading : default,
        Transform = Codes.Transform.TryParse(parameter("transform"), out var transform) ? transform : default,
        Base = MonthOf(parameter("base")),
        Scale = Codes.NumberScale.TryParse(parameter("scale"), out var scale) ? scale : default,
        View = ByName<ExplorerView>(parameter("view")),
        Month = MonthOf(parameter("month")),
        PartsOf = catalog.TryArea(parameter("of"), out var area) ? area.Code : null,
        Classing = ByName<Classing>(parameter("classes")) ?? default,
        HasFreeScales = string.Equals(parameter("scales"), "free", StringComparison.OrdinalIgnoreCase),
        Against = catalog.TryIndicator(parameter("against"), out var other) ? other.Code : null,
        Order = TableOrder.Parse(parameter("order")),
        IsOfObstacles = string.Equals(parameter("rows"), "obstacles", StringComparison.OrdinalIgnoreCase),
        AsOf = MomentOf(parameter("asof")),
    };

    /// <summary>How an address names a view or another choice that has no code of its own.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>By its name only: a number would be a value by chance.</summary>
    private static T? ByName<T>(string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Name(value).Equals(text, StringComparison.OrdinalIgnoreCase)).Cast<T?>().FirstOrDefault();

    private static YearMonth? MonthOf(string? text) => YearMonth.TryParse(text, out var month) ? month : null;

    /// <summary>ISO 8601 only, for "12:30" or "1/2" would be another moment each day. The calendar's last year is left out: it does not exist in all time zones.</summary>
    private static DateTimeOffset? MomentOf(string? text) =>
        DateTimeOffset.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year < DateTimeOffset.MaxValue.Year ? moment : null;
}
