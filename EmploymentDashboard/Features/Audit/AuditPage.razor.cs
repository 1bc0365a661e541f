using System.Globalization;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Audit;

public sealed partial class AuditPage : ComponentBase
{
    private const int RowsPerPage = 50;

    private IReadOnlyList<AuditEntry> _entries = [];
    private Paging _paging = new(0, RowsPerPage, 1);
    private AuditVerdict? _verdict;
    private string? _refusal;

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    /// <summary>The first day, 2026-11-22, by China's time.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The last day.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [Inject]
    public required AuditTrail Trail { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required IOptions<AccountOptions> Options { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (await CurrentUser.AsAsync(Role.Administrator) is null)
            return;

        var filter = AuditAddresses.Filter(Kind, Words, From, To);
        _paging = Paging.Of(Trail.Count(filter), RowsPerPage, Addresses.Number(Page) ?? 1);
        _entries = Trail.Entries(filter, _paging.Skip, RowsPerPage);
    }

    /// <summary>To the second, by China's time: of what happened in one minute the order counts.</summary>
    private static string Second(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private async Task VerifyAsync()
    {
        (_verdict, _refusal) = (null, null);
        if (await CurrentUser.AsAsync(Role.Administrator) is null)
            _refusal = Say("您已不是管理员，没有核对。", "You are not an administrator any more. Nothing was verified.");
        else
            _verdict = await Task.Run(Trail.Verify);
    }
}
