using EmploymentDashboard.Accounts;
using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Database;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Bulletins;

public sealed partial class IssuedPage : ComponentBase
{
    private static readonly (string Language, string Name)[] Editions = [("zh", "中文"), ("en", "English")];

    private IssuedBulletin? _bulletin;
    private IssuedEdition _edition = null!;
    private IReadOnlyList<FigureChange> _changes = [];
    private bool _hasPrinter;
    private bool _isCorrecting;
    private string? _refusal;

    [Parameter]
    public required string Number { get; set; }

    [SupplyParameterFromQuery]
    public string? Figure { get; set; }

    [Inject]
    public required BulletinDesk Desk { get; init; }

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

    private long? OpenFigure => Addresses.Number(Figure);

    private string Title => Say($"{_edition.Title}　第 {_bulletin!.Number} 号", $"{_edition.Title}, No. {_bulletin!.Number}");

    protected override void OnParametersSet()
    {
        if (_bulletin?.Number == Number)
            return;
        if (Desk.Find(Number) is not { } bulletin)
        {
            Navigation.NotFound();
            return;
        }

        _edition = Desk.Edition(bulletin, BulletinDesk.CurrentLanguage);
        _changes = Desk.Changes(bulletin, Catalog);
        _hasPrinter = Chromium.Find(Options.Value.Chromium) is not null;
        _bulletin = bulletin;
    }

    private async Task CorrectAsync()
    {
        if (await CurrentUser.AsAsync(Role.Publisher) is not { } publisher)
        {
            _refusal = Say("您现在没有这个权限，什么也没有发布。请重新登录，或找管理员。", "You may not do this now, and nothing was issued. Sign in again, or ask an administrator.");
            return;
        }

        _isCorrecting = true;
        try
        {
            var outcome = await Desk.CorrectAsync(_bulletin!, Catalog, Dataset.IsSynthetic, publisher.Name);
            if (outcome.Number is { } number)
                Navigation.NavigateTo(BulletinAddresses.One(number));
            else
                _refusal = outcome.Refusal;
        }
        finally
        {
            _isCorrecting = false;
        }
    }
}
