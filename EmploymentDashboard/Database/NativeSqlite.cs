using System.Runtime.InteropServices;

namespace EmploymentDashboard.Database;

/// <summary>
/// Chooses the SQLite library. The one that comes with the packages is old, so the system's is taken where there is one:
/// the distribution keeps it patched. <c>EMPLOYMENT_DASHBOARD_SQLITE=bundled</c> asks for the packaged one.
/// </summary>
public static class NativeSqlite
{
    private const string PackagedName = "e_sqlite3";
    private const string SystemName = "libsqlite3.so.0";

    private static readonly Lazy<bool> SystemIsUsed = new(Initialise);

    /// <summary>Version of the library in use, such as 3.40.1.</summary>
    public static string Version
    {
        get
        {
            Use();
            return SQLitePCL.raw.sqlite3_libversion().utf8_to_string();
        }
    }

    /// <summary>Whether the library is the system's rather than the packaged one.</summary>
    public static bool IsSystemLibrary => SystemIsUsed.Value;

    /// <summary>Loads the library, once for the process. To be called before the first connection.</summary>
    public static void Use() => _ = SystemIsUsed.Value;

    private static bool Initialise()
    {
        var system = nint.Zero;
        var isWanted = Environment.GetEnvironmentVariable("EMPLOYMENT_DASHBOARD_SQLITE") != "bundled";
        var isFound = isWanted && OperatingSystem.IsLinux() && NativeLibrary.TryLoad(SystemName, out system);
        if (isFound)
        {
            NativeLibrary.SetDllImportResolver(
                typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly,
                (name, _, _) => name == PackagedName ? system : nint.Zero);
        }

        SQLitePCL.Batteries_V2.Init();
        return isFound;
    }
}
