using EmploymentDashboard.Database;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace EmploymentDashboard.Shell;

public sealed partial class MainLayout : LayoutComponentBase, IDisposable
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Dataset Dataset { get; init; }

    [Inject]
    public required DashboardDatabase Database { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>By the server's clock, which dates the batches: a phone's own may be wrong.</summary>
    private string Now { get; set; } = "";

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    /// <summary>Within this page: a bare #main would lead to the base address.</summary>
    private string SkipAddress => Here.Split('#')[0] + "#main";

    private string LanguageAddress => LanguageSwitch.Address(Statistics.Bilingual.EnglishIsAsked ? "zh-CN" : "en", Here);

    protected override void OnInitialized()
    {
        Now = Moment.Write(Clock.GetUtcNow());
        Navigation.LocationChanged += OnLocationChanged;
    }

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    /// <summary>The links in the head of the page carry the current address.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(StateHasChanged);
}
