using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Database;

/// <summary>What keeps the store from being read or written.</summary>
public enum StoreFault
{
    /// <summary>The disk holds no more.</summary>
    Full,

    /// <summary>The disk failed, or a limit of the system was reached.</summary>
    Disk,

    /// <summary>The file or its folder may not be written.</summary>
    ReadOnly,

    /// <summary>The file or its folder is not there, or may not be opened.</summary>
    Missing,

    /// <summary>Pages or figures are not what was written.</summary>
    Damaged,

    /// <summary>The file is something else than a database.</summary>
    NotADatabase,

    /// <summary>There is nothing where there was a database before.</summary>
    Vanished,
}

/// <summary>The store cannot be used as was asked. Nothing was half written.</summary>
/// <param name="path">The file, or the folder, that it is about; its message, for whoever runs the program, names it.</param>
public sealed class StoreFaultException(StoreFault fault, string path, Exception? inner = null) : Exception(Describe(fault, new($"{path} ", path)), inner)
{
    public StoreFault Fault => fault;

    public string Path => path;

    /// <summary>What a page says: in both languages, and without telling where the files lie.</summary>
    public Bilingual Words => WordsOf(fault);

    public static Bilingual WordsOf(StoreFault fault) => Describe(fault, new("数据库", "the database"));

    /// <summary>What SQLite or the system says, put so that a person can act on it; null where it is about something else.</summary>
    /// <param name="path">The file of the store.</param>
    public static StoreFaultException? Of(Exception exception, string path) => FaultOf(exception) is { } fault ? exception as StoreFaultException ?? new(fault, path, exception) : null;

    /// <summary>The same for what can be about the store only, wherever it is caught.</summary>
    public static StoreFault? OfStore(Exception exception) => exception is StoreFaultException or SqliteException ? FaultOf(exception) : null;

    /// <summary>The same for what was caught where only the store, or a file of this program, was at work.</summary>
    public static StoreFault? FaultOf(Exception exception) => exception switch
    {
        StoreFaultException known => known.Fault,
        SqliteException sqlite => FaultOf(sqlite.SqliteErrorCode),
        UnauthorizedAccessException => StoreFault.ReadOnly,
        FileNotFoundException or DirectoryNotFoundException => StoreFault.Missing,
        IOException { HResult: var code } => IsFull(code) ? StoreFault.Full : IsReadOnly(code) ? StoreFault.ReadOnly : IsNoFolder(code) ? StoreFault.Missing : StoreFault.Disk,
        _ => null,
    };

    private static StoreFault? FaultOf(int code) => (code & 0xff) switch
    {
        SQLitePCL.raw.SQLITE_FULL => StoreFault.Full,
        SQLitePCL.raw.SQLITE_IOERR => StoreFault.Disk,
        SQLitePCL.raw.SQLITE_READONLY => StoreFault.ReadOnly,
        SQLitePCL.raw.SQLITE_CANTOPEN => StoreFault.Missing,
        SQLitePCL.raw.SQLITE_CORRUPT => StoreFault.Damaged,
        SQLitePCL.raw.SQLITE_NOTADB => StoreFault.NotADatabase,
        _ => null,
    };

    /// <summary>In a sentence or two, without the mending that only backups bring.</summary>
    /// <param name="what">What it is about, as it stands before a verb.</param>
    private static Bilingual Describe(StoreFault fault, Bilingual what) => fault switch
    {
        StoreFault.Full => new(
            $"磁盘已满，{what.Zh}写不进去。什么也没有改，原有的数字照常可读；腾出空间后再做一次。",
            $"The disk is full: {what.En} cannot be written. Nothing was changed, and what stands can be read; make room and try again."),
        StoreFault.Disk => new(
            $"磁盘出错，{what.Zh}写不进去。什么也没有改；请管理员看系统日志，排除故障后再做一次。",
            $"The disk failed: {what.En} cannot be written. Nothing was changed; look into the system's log, mend the cause and try again."),
        StoreFault.ReadOnly => new(
            $"{what.Zh}或其文件夹只读，不能写入。请给运行本程序的用户写权限，或用 --database 指明别处。",
            $"Read-only: {what.En} or its folder may not be written. Let the user that runs this program write there, or name another place with --database."),
        StoreFault.Missing => new(
            $"{what.Zh}打不开：文件或文件夹不在，或无权读取。请接回磁盘、恢复文件，或用 --database 指明别处。",
            $"Not to be opened: {what.En}. The file or its folder is not there, or may not be read. Bring the disk or the file back, or name another with --database."),
        StoreFault.Damaged => new(
            $"{what.Zh}已损坏：有的内容不是写入时的样子。",
            $"Damaged: {what.En} holds something that was not written so."),
        StoreFault.NotADatabase => new(
            $"{what.Zh}不是本程序的数据库。",
            $"No database of this program: {what.En}."),
        StoreFault.Vanished => new(
            $"{what.Zh}是空的或不在，旁边却有它的备份，所以没有新建。",
            $"Empty or gone: {what.En}. There are backups of it, so no new one was made."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    /// <summary>ENOSPC and EDQUOT, and ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.</summary>
    private static bool IsFull(int code) => OperatingSystem.IsWindows() ? code is unchecked((int)0x80070070) or unchecked((int)0x80070027) : code is 28 or 122;

    /// <summary>EEXIST and ENOTDIR, where something on the way is no folder.</summary>
    private static bool IsNoFolder(int code) => !OperatingSystem.IsWindows() && code is 17 or 20;

    /// <summary>EROFS; Windows says that access is denied.</summary>
    private static bool IsReadOnly(int code) => !OperatingSystem.IsWindows() && code == 30;
}
