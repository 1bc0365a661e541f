using System.Text.RegularExpressions;

namespace EmploymentDashboard.Tests.Shared;

/// <summary>Dependencies point one way: Statistics ← Database ← Audit ← Import, Accounts, Bulletins, Backups, Operations ← Web ← Features ← Shell ← Commands; Charts, Shell and Commands know no SQL.</summary>
public sealed class HouseTests
{
    /// <summary>A folder, and the folders of the project that it may use.</summary>
    public static TheoryData<string, string[]> Folders => new()
    {
        { "Statistics", [] },
        { "Charts", ["Statistics"] },
        { "Database", ["Statistics"] },
        { "Audit", ["Statistics", "Database"] },
        { "Import", ["Statistics", "Database", "Audit"] },
        { "Accounts", ["Statistics", "Database", "Audit", "Operations"] },
        { "Bulletins", ["Statistics", "Database", "Audit", "Charts"] },
        { "Backups", ["Statistics", "Database", "Import"] },
        { "Operations", ["Statistics", "Database"] },
        { "Web", ["Statistics", "Operations"] },
        { "Commands", ["Statistics", "Database", "Audit", "Import", "Accounts", "Bulletins", "Backups", "Operations", "Shell"] },
        { "Synthetic", ["Statistics"] },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_InItsSources_UsesOnlyWhatLiesBelowIt(string folder, string[] allowed)
    {
        var strangers =
            from file in Sources(folder)
            from Match use in Regex.Matches(File.ReadAllText(file), @"EmploymentDashboard\.(?<folder>[A-Z]\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            let used = use.Groups["folder"].Value
            where used != folder && !allowed.Contains(used)
            select $"{Path.GetFileName(file)} uses {used}";
        Assert.Empty(strangers.Distinct());
    }

    [Theory]
    [InlineData("Charts")]
    [InlineData("Commands")]
    [InlineData("Shell")]
    [InlineData("Statistics")]
    [InlineData("Synthetic")]
    [InlineData("Web")]
    public void Folder_ThatShowsOrThinks_KnowsNoSql(string folder)
    {
        var knowing = Sources(folder).Where(file => Regex.IsMatch(File.ReadAllText(file), @"\b(?:Dapper|SqliteConnection|SELECT\s)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        Assert.Empty(knowing.Select(Path.GetFileName));
    }

    private static IEnumerable<string> Sources(string folder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.App, folder), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }
}
