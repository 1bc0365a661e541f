using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Annotations;

public sealed partial class AnnotationsPage : ComponentBase
{
    private IReadOnlyList<Annotation> _all = [];
    private IReadOnlyList<IGrouping<YearMonth, Annotation>> _months = [];
    private IReadOnlyDictionary<long, long?> _replacements = new Dictionary<long, long?>();
    private IReadOnlyList<Area> _areas = [];
    private string? _area;
    private AnnotationSubject _subject;
    private bool _showsAll;
    private long? _replacing;
    private long? _withdrawing;
    private string? _message;
    private bool _isRefusal;

    [SupplyParameterFromQuery]
    public string? Area { get; set; }

    /// <summary>As <see cref="AnnotationSubject"/> writes it.</summary>
    [SupplyParameterFromQuery]
    public string? About { get; set; }

    /// <summary>"all" shows those withdrawn too.</summary>
    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [Inject]
    public required AnnotationQuery Query { get; init; }

    [Inject]
    public required AnnotationEntry Entry { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnParametersSet()
    {
        _area = Catalog.TryArea(Area, out var area) ? area.Code : null;
        _subject = AnnotationSubject.Read(About, Catalog);
        _showsAll = Show == "all";
        Load();
    }

    private void Load()
    {
        _all = Query.All();
        _replacements = _all.Where(annotation => annotation.Replaces is not null).ToDictionary(annotation => annotation.Replaces!.Value, annotation => (long?)annotation.Id);
        var named = _all.Select(annotation => annotation.Content.Area).Append(_area).ToHashSet(StringComparer.Ordinal);
        _areas = [.. Catalog.Areas.Where(area => named.Contains(area.Code))];
        _months =
        [
            .. _all
                .Where(annotation => (_showsAll || annotation.Stands) && IsOfArea(annotation) && AnnotationSubject.Of(annotation.Content).Concerns(_subject, Catalog))
                .GroupBy(annotation => annotation.Content.FirstMonth),
        ];
    }

    /// <summary>What is said of the area, of one that holds it, or of everywhere.</summary>
    private bool IsOfArea(Annotation annotation) =>
        _area is null || annotation.Content.Area is not { } area || area == _area || Catalog.IsWithin(_area, area);

    private void Go(string? area = null, string? about = null, bool? showsAll = null) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        AnnotationAddresses.All,
        new Dictionary<string, object?>
        {
            ["area"] = NullIfEmpty(area ?? _area),
            ["about"] = NullIfEmpty(about ?? _subject.ToString()),
            ["show"] = showsAll ?? _showsAll ? "all" : null,
        }));

    private async Task WithdrawAsync(long id)
    {
        // The page may have been open since before its user was disabled, and a button that is not shown is no protection.
        if (await CurrentUser.AsAsync(Role.Analyst) is not { } analyst)
            Announce(Say("您现在没有这个权限，什么也没有改。请重新登录，或找管理员。", "You may not do this now, and nothing was changed. Sign in again, or ask an administrator."), isRefusal: true);
        else if (await Entry.WithdrawAsync(id, analyst.Name))
            Announce(Say("已撤回，勾选“连同撤回的”还能看到。", "It was withdrawn; it is still listed with “Withdrawn ones too”."));
        else
            Announce(Say("刚才已有人撤回或替换了这一条，您没有改动什么。", "Someone has just withdrawn or replaced it; you changed nothing."), isRefusal: true);
    }

    private void Announce(string message, bool isRefusal = false)
    {
        (_message, _isRefusal) = (message, isRefusal);
        (_replacing, _withdrawing) = (null, null);
        Load();
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
