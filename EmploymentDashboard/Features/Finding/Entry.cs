using EmploymentDashboard.Accounts;
using EmploymentDashboard.Features.Audit;
using EmploymentDashboard.Features.Bulletins;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Uploads;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Finding;

/// <summary>What can be found; where names fit equally well, in this order.</summary>
public enum FoundKind
{
    /// <summary>An indicator in an area.</summary>
    Pair,

    Area,
    Indicator,
    Source,
    Page,
}

/// <summary>Something that can be found by its names.</summary>
/// <param name="Detail">What it is, in the reader's language.</param>
/// <param name="Figures">How many figures it has; null for pages, which have none of their own.</param>
/// <param name="Names">Names that count in full.</param>
/// <param name="Whole">Names that count only where they were typed from end to end, for many share their beginning.</param>
/// <param name="Aside">Names of what it belongs to: they lead to it too, but its own come first.</param>
/// <param name="Least">The role that may open it; null for everyone.</param>
internal sealed record Entry(FoundKind Kind, string Code, Bilingual Title, Func<string> Detail, long? Figures, string Address, IReadOnlyList<Name> Names, IReadOnlyList<Name> Whole, IReadOnlyList<Name> Aside, Role? Least = null)
{
    /// <summary>null where none of its names fits.</summary>
    public Fit? FitOf(Typed typed)
    {
        var own = Names.Min(name => name.FitOf(typed));
        if (own is null or > Fit.Exact && Whole.Any(name => name.FitOf(typed) == Fit.Exact))
            return Fit.Exact;
        return own ?? (Aside.Any(name => name.FitOf(typed) is not null) ? Fit.Aside : null);
    }

    public bool IsNearly(Typed typed) => Names.Any(name => name.IsNearly(typed));

    public static Entry Of(Area area, Catalog catalog, FigureCounts counts)
    {
        var whole = catalog.TryArea(area.Parent, out var parent) ? parent.Name.Zh + area.Name.Zh : "";
        return new(
            FoundKind.Area,
            area.Code,
            area.Name,
            () => parent is null ? area.Kind.Name() : area.Kind.Name() + Bilingual.Say("，", ", ") + parent.Name,
            counts.OfArea(area.Code),
            Addresses.Area(area.Code),
            NamesOf([area.Name.Zh, area.ShortName, area.Name.En, area.Code, .. area.Aliases.Where(alias => alias != whole)]),
            NamesOf([whole]),
            []);
    }

    public static Entry Of(Indicator indicator, Catalog catalog, FigureCounts counts)
    {
        var theme = catalog.Theme(indicator.Theme);
        return new(
            FoundKind.Indicator,
            indicator.Code,
            indicator.Name,
            () => theme.Name + Bilingual.Say("，单位：", ", unit: ") + indicator.Unit,
            counts.OfIndicator(indicator.Code),
            Addresses.Explorer(indicator.Code),
            NamesOf([indicator.Name.Zh, indicator.Name.En, indicator.Code, .. indicator.Aliases]),
            [],
            NamesOf([theme.Name.Zh, theme.Name.En]));
    }

    public static Entry Of(Source source, FigureCounts counts) => new(
        FoundKind.Source,
        source.Code,
        new(source.Headline, source.Headline),
        () => source.Publisher + ", " + Format.WordsOfDays(source.Published),
        counts.OfSource(source.Code),
        Addresses.Source(source.Code),
        NamesOf([source.Headline, source.Code]),
        [],
        NamesOf([source.Publisher, source.Author]));

    /// <summary>An indicator narrowed to an area.</summary>
    public static Entry Pair(Area area, Indicator indicator, FigureCounts counts) => new(
        FoundKind.Pair,
        $"{area.Code} {indicator.Code}",
        new($"{area.Name.Zh} · {indicator.Name.Zh}", $"{area.Name.En} · {indicator.Name.En}"),
        () => Bilingual.Say("这个地区的这个指标", "This indicator in this area"),
        counts.Of(area.Code, indicator.Code),
        (ExplorerSelection.All(indicator.Code) with { Areas = [area.Code] }).Address,
        [],
        [],
        []);

    public static IReadOnlyList<Entry> Pages { get; } =
    [
        Page("/", new("总览", "Overview"), new("最要紧的数字、目标，以及哪里有数字", "The headline figures, targets, and where there are figures")),
        Page("/explore", new("指标", "Indicators"), new("一个指标的所有地区和月份", "All areas and months of an indicator")),
        Page("/areas", new("区县", "Areas"), new("38 个区县、功能区和镇", "The 38 districts and counties, zones and towns")),
        Page(BulletinAddresses.All, new("月报", "Bulletins"), new("打印一个月、季度或年，一个或全部地区", "Print a month, quarter or year of one area or all")),
        Page("/sources", new("来源", "Sources"), new("数字出自哪些报道", "The articles that the figures come from")),
        Page(Addresses.News(), new("新变化", "What is new"), new("某一刻以来新增、更正和撤下的数字", "Figures added, changed and removed since a moment")),
        Page(Addresses.Batches, new("批次", "Batches"), new("哪个文件何时载入，带来什么", "Which file was loaded when, and what it brought"), Role.Analyst),
        Page(UploadAddresses.All, new("导入", "Import"), new("载入一个文件", "Load a file"), Role.Analyst),
        Page(AccountAddresses.Users, new("用户", "Users"), new("谁可以做什么", "Who may do what"), Role.Administrator),
        Page(AuditAddresses.Page, new("审计记录", "Audit trail"), new("谁在何时做了什么", "Who did what and when"), Role.Administrator),
    ];

    private static Entry Page(string address, Bilingual title, Bilingual detail, Role? least = null) =>
        new(FoundKind.Page, address, title, () => detail, null, address, NamesOf([title.Zh, title.En]), [], [], least);

    private static IReadOnlyList<Name> NamesOf(IEnumerable<string> names) => [.. names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Select(name => new Name(name))];
}
