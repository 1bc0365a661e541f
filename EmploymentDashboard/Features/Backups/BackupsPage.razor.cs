using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Backups;

public sealed partial class BackupsPage
{
    private IReadOnlyList<Backup> _backups = [];
    private bool _isBusy;
    private string? _done;
    private string? _problem;

    [Inject]
    public required BackupDesk Desk { get; init; }

    [Inject]
    public required StoreKeeper Keeper { get; init; }

    [Inject]
    public required StoreHealth Health { get; init; }

    [Inject]
    public required DashboardDatabase Database { get; init; }

    [Inject]
    public required IOptions<BackupOptions> Options { get; init; }

    [Inject]
    public required AuditTrail Audit { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    private string RestoreCommand =>
        $"EmploymentDashboard restore \"{_backups.FirstOrDefault(backup => backup.IsVerified)?.Path ?? Path.Combine(Desk.Folder, "….db")}\" --database \"{Database.Path}\"";

    protected override void OnInitialized() => _backups = Desk.All();

    private async Task BackUpAsync()
    {
        if (_isBusy)
            return;

        (_isBusy, _done, _problem) = (true, null, null);
        try
        {
            if (await CurrentUser.AsAsync(Role.Administrator) is not { } administrator)
            {
                _problem = Say("您已不是管理员，没有备份。", "You are not an administrator any more. No backup was made.");
                return;
            }

            // Away from the circuit, so that the page goes on answering.
            var backup = await Task.Run(() => Keeper.BackUpAsync(BackupReason.Asked));
            if (backup is null)
            {
                _problem = Health.LastFailure!.Why;
                return;
            }

            await Audit.AddAsync(new(AuditKind.BackupMade, administrator.Name, backup.Name));
            _done = Say($"已备份并验证：{backup.Name}，{Format.Full(backup.Size)} 字节。", $"Backed up and verified: {backup.Name}, {Format.Full(backup.Size)} bytes.");
        }
        finally
        {
            _isBusy = false;
            _backups = Desk.All();
        }
    }
}
