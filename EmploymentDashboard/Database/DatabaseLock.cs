using System.Globalization;
using System.Text.RegularExpressions;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Database;

/// <summary>Another process writes into the database: its message says to a person which, and what to do.</summary>
public sealed class DatabaseInUseException(string message) : Exception(message);

/// <summary>
/// One process at a time writes into a database: the server for its lifetime, a command while it runs. SQLite itself would let two
/// write by turns, but each keeps figures that it computed from what it wrote, and would not learn of the other's.
/// </summary>
/// <remarks>
/// The lock is the system's, on the file <c>dashboard.db.lock</c>, and ends with the process however that ends; the file stays,
/// for removing it would let one process lock the old file and another a new one. Who holds it stands in <c>dashboard.db.holder</c>
/// beside it, because on Windows nobody can read a locked file; that text means something only while the lock is held.
/// </remarks>
public sealed partial class DatabaseLock(string databasePath) : IDisposable
{
    private readonly string _path = Path.GetFullPath(databasePath);
    private FileStream? _lock;

    private string HolderPath => _path + ".holder";

    /// <summary>Takes the lock, and keeps it until disposed.</summary>
    /// <exception cref="DatabaseInUseException">Another process, or another lock of this one, has it.</exception>
    /// <exception cref="StoreFaultException">The folder cannot be written.</exception>
    public void Take()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            _lock = new(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(_path + ".lock") && StoreFaultException.FaultOf(exception) == StoreFault.Disk)
        {
            throw new DatabaseInUseException(Describe());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreFaultException.Of(exception, _path)!;
        }

        WriteHolder("");
    }

    /// <summary>Tells others where the server that holds the lock answers.</summary>
    public void Announce(string address) => WriteHolder(address);

    public void Dispose()
    {
        if (_lock is null)
            return;

        File.Delete(HolderPath);
        _lock.Dispose();
        _lock = null;
    }

    private void WriteHolder(string address) =>
        File.WriteAllText(HolderPath, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {address}"));

    private Bilingual Describe()
    {
        var holder = HolderText().Match(ReadHolder());
        var (process, address) = (holder.Groups["process"].Value, holder.Groups["address"].Value);
        if (address.Length > 0)
        {
            return new(
                $"数据库 {_path} 正由服务器 {address}（进程 {process}）使用。请在该地址的网页上操作，或先停止这个服务器。",
                $"The database {_path} is in use by the server at {address} (process {process}). Do it on that server's pages, or stop the server first.");
        }

        return process.Length > 0
            ? new($"数据库 {_path} 正由进程 {process} 使用。请等它结束，或先停止它。", $"The database {_path} is in use by process {process}. Wait until it ends, or stop it first.")
            : new($"数据库 {_path} 正由另一个进程使用。请等它结束，或先停止它。", $"The database {_path} is in use by another process. Wait until it ends, or stop it first.");
    }

    /// <summary>The holder may end, or not have written yet, while it is asked for.</summary>
    private string ReadHolder()
    {
        try
        {
            return File.ReadAllText(HolderPath);
        }
        catch (IOException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"^(?<process>[0-9]+) (?<address>\S*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HolderText();
}
