using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Database;

public sealed class NativeSqliteTests
{
    [Fact]
    public async Task Version_Named_IsTheOneThatAnswers()
    {
        using var store = await TestDatabase.CreateAsync();
        using var connection = store.Database.Open();

        Assert.Equal(NativeSqlite.Version, connection.QuerySingle<string>("SELECT sqlite_version()"));
        Assert.True(Version.Parse(NativeSqlite.Version) >= new Version(3, 35, 5));
    }
}
