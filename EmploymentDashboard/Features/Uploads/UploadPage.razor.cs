using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Shell;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Uploads;

public sealed partial class UploadPage : ComponentBase, IDisposable
{
    private Upload? _upload;
    private ImportPreview? _preview;
    private ImportSettings _settings = new();
    private string? _problem;
    private bool _isMissing;
    private bool _isCommitting;
    private bool _isDisposed;

    [Parameter]
    public required string Id { get; set; }

    [Inject]
    public required UploadStore Uploads { get; init; }

    [Inject]
    public required BatchQuery Batches { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private bool IsBusy => _isCommitting || _upload?.Progress is not null || _preview?.Settings.ToJson() != _settings.ToJson();

    public void Dispose()
    {
        _isDisposed = true;
        Watch(null);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_upload?.Id == Id)
            return;

        var upload = await CurrentUser.AsAsync(Role.Analyst) is { } analyst ? await Uploads.FindAsync(Id, analyst.Name) : null;
        if (_isDisposed)
            return;

        Watch(upload);
        _isMissing = upload is null;
        Take();
    }

    private static long Taken(ImportPreview preview) => preview.Counts.Added + preview.Counts.Changed + preview.Counts.Unchanged;

    private static string Left(ImportProgress progress) => progress.Left switch
    {
        null => "",
        { TotalSeconds: < 1 } => Say("，马上就好", ", almost done"),
        { TotalSeconds: < 90 } left => Say($"，约剩 {Math.Ceiling(left.TotalSeconds):0} 秒", $", about {Math.Ceiling(left.TotalSeconds):0} s left"),
        { } left => Say($"，约剩 {Math.Ceiling(left.TotalMinutes):0} 分钟", $", about {Math.Ceiling(left.TotalMinutes):0} min left"),
    };

    private void Watch(Upload? upload)
    {
        if (_upload is { } old)
            old.Changed -= Redraw;
        _upload = upload;
        if (upload is not null)
            upload.Changed += Redraw;
    }

    private void Redraw(object? sender, EventArgs arguments) => _ = InvokeAsync(() =>
    {
        if (_isDisposed)
            return;

        Take();
        StateHasChanged();
    });

    /// <summary>Takes over what the upload has become.</summary>
    private void Take()
    {
        if (_upload is not { } upload)
            return;

        if (upload.IsGone && !_isCommitting)
        {
            Watch(null);
            _isMissing = true;
            return;
        }

        _preview = upload.Preview;
        _settings = upload.Sheet.Settings;
    }

    private async Task ReadAsync(ImportSettings settings)
    {
        if (_upload is not { } upload || !await MayAsync(upload))
            return;

        _settings = settings;
        upload.Read(settings);
    }

    private async Task CommitAsync(bool goodRowsOnly)
    {
        if (_upload is not { } upload || _preview is not { } preview || IsBusy || !await MayAsync(upload))
            return;

        _isCommitting = true;
        try
        {
            // A large file takes seconds: away from the circuit, so that the page goes on answering.
            var committed = await Task.Run(() => Uploads.CommitAsync(upload, preview, goodRowsOnly));
            if (committed.Outcome == CommitOutcome.Committed)
            {
                Navigation.NavigateTo(Addresses.Batch(committed.BatchId!.Value));
                return;
            }

            _problem = committed.Outcome == CommitOutcome.PreviewIsStale
                ? Say("刚才又有数据变了，所以没有载入。已按现在的数据重新比较，请再看一遍。", "The data changed meanwhile, so nothing was loaded. It was compared anew; please look again.")
                : Say("没有载入：文件又读过一遍，请再看一遍。", "Nothing was loaded: the file was read anew; please look again.");
            upload.Read(_settings);
        }
        catch (StoreFaultException fault)
        {
            // The file stays as it was received, and can be loaded once there is room.
            _problem = fault.Words;
        }
        finally
        {
            _isCommitting = false;
        }
    }

    private async Task DiscardAsync()
    {
        if (_upload is not { } upload || !await MayAsync(upload))
            return;

        Watch(null);
        await Task.Run(() => Uploads.Discard(upload));
        Navigation.NavigateTo(UploadAddresses.All);
    }

    /// <summary>Whether its user still is an analyst, and the one who sent the file: a page may have been open for long.</summary>
    private async Task<bool> MayAsync(Upload upload)
    {
        var may = await CurrentUser.AsAsync(Role.Analyst, user => user.Name == upload.Sheet.Owner) is not null;
        _problem = may ? null : Say("您现在没有这个权限，什么也没有改。请重新登录，或找管理员。", "You may not do this now, and nothing was changed. Sign in again, or ask an administrator.");
        return may;
    }
}
