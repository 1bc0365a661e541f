using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Backups;

/// <summary>How to mend a database that cannot be used: which backup, and which command.</summary>
public static class Mending
{
    /// <summary>null for what no backup mends.</summary>
    public static Bilingual? Advice(StoreFault fault, string databasePath, string backups)
    {
        if (fault is not (StoreFault.Damaged or StoreFault.NotADatabase or StoreFault.Vanished))
            return null;
        if (BackupDesk.AllOf(databasePath, backups).FirstOrDefault(backup => backup.IsVerified) is not { } newest)
        {
            return new(
                $"{backups} 里没有验证过的备份。请从别处取来备份，停止服务器后用 restore FILE 恢复；verify 说明哪里不对。",
                $"There is no verified backup in {backups}. Fetch one from elsewhere, stop the server and put it in place with restore FILE; verify says what is wrong.");
        }

        var command = $"restore \"{newest.Path}\" --database \"{databasePath}\"";
        var vanished = fault == StoreFault.Vanished ? new Bilingual(" 如果确实要从头开始，先移走这些备份。", " To begin anew on purpose, move the backups away first.") : new("", "");
        return new(
            $"最近验证过的备份是 {Format.Words(newest.MadeAt)} 的。停止服务器后恢复：{command}。被换下的文件会留在旁边；verify 说明哪里不对。{vanished.Zh}",
            $"The last verified backup is of {Format.Words(newest.MadeAt)}. Stop the server and put it in place: {command}. What it replaces stays beside it; verify says what is wrong.{vanished.En}");
    }
}
