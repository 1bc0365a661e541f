using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Database;

public sealed class DatabaseLockTests : IDisposable
{
    private readonly Language _language = Language.English();
    private readonly TestFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "deep", "dashboard.db");

    public void Dispose()
    {
        _folder.Dispose();
        _language.Dispose();
    }

    [Fact]
    public void SecondLock_IsRefusedWithTheHoldersProcessAndAddress()
    {
        using var first = new DatabaseLock(Database);
        first.Take();
        using var second = new DatabaseLock(Database);
        var unannounced = Assert.Throws<DatabaseInUseException>(second.Take).Message;
        Assert.Contains($"process {Environment.ProcessId}", unannounced, StringComparison.Ordinal);
        Assert.DoesNotContain("server at", unannounced, StringComparison.Ordinal);

        first.Announce("http://localhost:5080");
        var announced = Assert.Throws<DatabaseInUseException>(second.Take).Message;
        Assert.Contains($"http://localhost:5080 (process {Environment.ProcessId})", announced, StringComparison.Ordinal);
        Assert.Contains(Path.GetFullPath(Database), announced, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public void Lock_DisposedOrRefused_LeavesTheNextOneFree()
    {
        using var third = new DatabaseLock(Database);
        using (var first = new DatabaseLock(Database))
        {
            first.Take();
            using (var second = new DatabaseLock(Database))
                Assert.Throws<DatabaseInUseException>(second.Take);

            // Who was refused takes nothing away when disposed.
            Assert.Throws<DatabaseInUseException>(third.Take);
        }

        third.Take();
    }

    [Fact]
    public void Files_LeftBehindByACrash_BlockNobody()
    {
        _folder.Write("deep/dashboard.db.lock", "");
        _folder.Write("deep/dashboard.db.holder", "1 http://localhost:5080");
        using var after = new DatabaseLock(Database);
        after.Take();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("\n\n")]
    public void Holder_ThatCannotBeRead_IsCalledAnotherProcess(string text)
    {
        using var first = new DatabaseLock(Database);
        first.Take();
        File.WriteAllText(Database + ".holder", text);
        using var second = new DatabaseLock(Database);
        Assert.Contains("in use by another process", Assert.Throws<DatabaseInUseException>(second.Take).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherDatabase_OfTheSameFolder_IsFree()
    {
        using var first = new DatabaseLock(Database);
        first.Take();
        using var demo = new DatabaseLock(Path.ChangeExtension(Database, ".demo.db"));
        demo.Take();
    }
}
