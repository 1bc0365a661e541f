namespace EmploymentDashboard.Tests.Shared;

/// <summary>Where the sources of the project are, seen from the built tests.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Data => Path.Combine(Root, "data");

    public static string App => Path.Combine(Root, "EmploymentDashboard");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmploymentDashboard.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No EmploymentDashboard.sln above {AppContext.BaseDirectory}.");
    }
}
