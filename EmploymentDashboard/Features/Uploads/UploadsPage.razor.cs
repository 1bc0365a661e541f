using EmploymentDashboard.Accounts;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Uploads;

public sealed partial class UploadsPage : ComponentBase, IDisposable
{
    private IReadOnlyList<Upload> _uploads = [];
    private string? _problem;
    private bool _isDisposed;

    [Inject]
    public required UploadStore Uploads { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required IOptions<DashboardOptions> Options { get; init; }

    public void Dispose()
    {
        _isDisposed = true;
        Uploads.Changed -= Refresh;
        Watch([]);
    }

    protected override async Task OnInitializedAsync()
    {
        Uploads.Changed += Refresh;
        await LoadAsync();
    }

    private static string State(Upload upload) => upload switch
    {
        { Failure: not null } => Say("读不下去，点开看", "could not be read; open it"),
        { Progress: { } progress } => Say($"正在读，{progress.Fraction:0%}", $"being read, {progress.Fraction:0%}"),
        { Preview: { IsUsable: false, AlreadyLoadedAs: null } } => Say("没有认出表格", "no table found"),
        { Preview: { CanCommit: false, AlreadyLoadedAs: { } batch } } => Say($"已作为批次 #{batch} 载入过", $"already loaded as batch #{batch}"),
        { Preview: { } preview } => Say(
            $"{Format.Full(preview.Counts.Read)} 个数字，{Format.Full(preview.Errors)} 处错误",
            $"{Prose.Count(preview.Counts.Read, "figure")}, {Prose.Count(preview.Errors, "error")}"),
        _ => Say("正在读", "being read"),
    };

    private async Task LoadAsync()
    {
        if (await CurrentUser.AsAsync(Role.Analyst) is not { } analyst)
        {
            Watch([]);
            return;
        }

        var uploads = new List<Upload>();
        foreach (var (id, _) in Uploads.Of(analyst.Name))
        {
            if (await Uploads.FindAsync(id, analyst.Name) is { } upload)
                uploads.Add(upload);
        }

        if (!_isDisposed)
            Watch(uploads);
    }

    private void Watch(IReadOnlyList<Upload> uploads)
    {
        foreach (var upload in _uploads)
            upload.Changed -= Redraw;
        foreach (var upload in uploads)
            upload.Changed += Redraw;
        _uploads = uploads;
    }

    private async Task DiscardAsync(Upload upload)
    {
        // The page may have been open since before its user was disabled.
        var may = await CurrentUser.AsAsync(Role.Analyst, user => user.Name == upload.Sheet.Owner) is not null;
        _problem = may ? null : Say("您现在没有这个权限，什么也没有改。请重新登录，或找管理员。", "You may not do this now, and nothing was changed. Sign in again, or ask an administrator.");
        if (may)
            await Task.Run(() => Uploads.Discard(upload));
    }

    private void Refresh(object? sender, EventArgs arguments) => _ = InvokeAsync(async () =>
    {
        if (_isDisposed)
            return;

        await LoadAsync();
        StateHasChanged();
    });

    private void Redraw(object? sender, EventArgs arguments) => _ = InvokeAsync(() =>
    {
        if (!_isDisposed)
            StateHasChanged();
    });
}
