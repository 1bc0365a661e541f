using EmploymentDashboard.Shell;

namespace EmploymentDashboard.Tests.Shell;

public sealed class DashboardOptionsTests
{
    /// <summary>Generated figures never share a file with real ones, whatever the database is called.</summary>
    [Theory]
    [InlineData("var/dashboard.db", "dashboard.demo.db")]
    [InlineData("/srv/employment.sqlite", "employment.demo.db")]
    [InlineData("/srv/employment", "employment.demo.db")]
    [InlineData("/srv/a.demo.db", "a.demo.demo.db")]
    public void DatabasePath_WithDemo_IsAnotherFileOfTheSameFolder(string database, string demo)
    {
        var real = new DashboardOptions { Database = database }.DatabasePath;
        var generated = new DashboardOptions { Database = database, Demo = true }.DatabasePath;

        Assert.Equal(Path.GetFileName(database), Path.GetFileName(real));
        Assert.Equal(demo, Path.GetFileName(generated));
        Assert.NotEqual(real, generated);
        Assert.Equal(Path.GetDirectoryName(real), Path.GetDirectoryName(generated));
    }

    [Fact]
    public void RelativePaths_CountFromTheProgramAndAbsoluteOnesStay()
    {
        var options = new DashboardOptions();
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "var", "dashboard.db"), options.DatabasePath);
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "data"), options.DataPath);

        var elsewhere = Path.Combine(Path.GetTempPath(), "elsewhere");
        Assert.Equal(elsewhere, new DashboardOptions { Data = elsewhere }.DataPath);
        Assert.Equal(elsewhere, new DashboardOptions { Database = elsewhere }.DatabasePath);
    }
}
