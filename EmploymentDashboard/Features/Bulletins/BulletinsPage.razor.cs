using EmploymentDashboard.Accounts;
using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Bulletins;

public sealed partial class BulletinsPage : ComponentBase
{
    private const int MostNamed = 3;

    private BulletinSelection? _selection;
    private IReadOnlyList<BulletinMonth> _months = [];
    private IReadOnlyList<Period> _quarters = [];
    private IReadOnlyList<Period> _years = [];
    private IReadOnlyList<Area> _areas = [];
    private IReadOnlyList<IssuedBulletin> _issued = [];
    private string _picked = "";
    private bool _hasPrinter;
    private bool _isIssuing;
    private string? _refusal;

    /// <summary>2023-01, 2023-Q1 or 2023; the latest month with results where it is missing.</summary>
    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    /// <summary>Codes parted by commas; empty for all.</summary>
    [SupplyParameterFromQuery]
    public string? Areas { get; set; }

    /// <summary>Sections left out, parted by commas.</summary>
    [SupplyParameterFromQuery]
    public string? Without { get; set; }

    [SupplyParameterFromQuery]
    public string? Paper { get; set; }

    [Inject]
    public required BulletinDesk Desk { get; init; }

    [Inject]
    public required BulletinQuery Query { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required Dataset Dataset { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required IOptions<BulletinOptions> Options { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private static string Language => BulletinDesk.CurrentLanguage;

    protected override void OnParametersSet()
    {
        _months = Query.Months();
        var months = _months.Select(month => YearMonth.Parse(month.Month)).ToList();
        _quarters = [.. months.Select(month => BulletinPeriods.Quarter(month)).Distinct()];
        _years = [.. months.Select(month => BulletinPeriods.Year(month)).Distinct()];
        _selection = BulletinSelection.Read(Period, Areas, Without, Paper, Catalog, Query.LatestMonth());
        _areas = Catalog.Areas;
        _issued = Desk.Issued();
        _hasPrinter = Chromium.Find(Options.Value.Chromium) is not null;
    }

    private void ChoosePeriod(string? period)
    {
        if (BulletinPeriods.TryParse(period, out var chosen))
            Change(order => order with { Period = chosen });
    }

    private void ChoosePaper(string? paper) => Change(order => order with { IsLandscape = paper == "landscape" });

    /// <summary>By a button of its own, for arrow keys go through the list area by area.</summary>
    private void AddArea()
    {
        var picked = _picked;
        _picked = "";
        if (Catalog.TryArea(picked, out _))
            Change(order => order with { Areas = [.. Catalog.Areas.Select(area => area.Code).Where(known => known == picked || order.Areas.Contains(known))] });
    }

    private void RemoveArea(string code) => Change(order => order with { Areas = [.. order.Areas.Where(other => other != code)] });

    private void Toggle(BulletinSection section, bool isWanted) =>
        Change(order => order with { Sections = [.. BulletinSections.All.Where(known => known == section ? isWanted : order.Has(known))] });

    /// <summary>From what was chosen last, whether or not its address has been answered yet.</summary>
    private void Change(Func<BulletinOrder, BulletinOrder> change)
    {
        _refusal = null;
        _selection = _selection! with { Order = change(_selection.Order) };
        Navigation.NavigateTo(_selection.Address);
    }

    private async Task IssueAsync()
    {
        // The page may have been open since before its user was disabled, and a button that is not shown is no protection.
        if (await CurrentUser.AsAsync(Role.Publisher) is not { } publisher)
        {
            _refusal = Say("您现在没有这个权限，什么也没有发布。请重新登录，或找管理员。", "You may not do this now, and nothing was issued. Sign in again, or ask an administrator.");
            return;
        }

        _isIssuing = true;
        try
        {
            var outcome = await Desk.IssueAsync(_selection!.Order, Catalog, Dataset.IsSynthetic, publisher.Name);
            if (outcome.Number is { } number)
                Navigation.NavigateTo(BulletinAddresses.One(number));
            else
                _refusal = outcome.Refusal;
        }
        finally
        {
            _isIssuing = false;
        }
    }

    private string AreasOf(BulletinOrder order) => order.Areas switch
    {
        [] => Say("所有有数字的地区", "All areas with figures"),
        { Count: <= MostNamed } few => Prose.Series(few.Select(code => Catalog.Area(code).Name.ToString())),
        var many => Say($"{Catalog.Area(many[0]).Name.Zh}等 {many.Count} 个", $"{Catalog.Area(many[0]).Name.En} and {many.Count - 1} more"),
    };

    private static string StateOf(IssuedBulletin issued) => (issued.Corrects, issued.CorrectedBy) switch
    {
        (_, { } later) => Say($"已由第 {later} 号更正", $"Corrected by No. {later}"),
        ({ } earlier, _) => Say($"更正第 {earlier} 号", $"Corrects No. {earlier}"),
        _ => Say("现行", "Stands"),
    };
}
