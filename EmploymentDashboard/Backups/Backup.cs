using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Backups;

/// <summary>Why a backup was made.</summary>
public enum BackupReason
{
    Asked,
    Nightly,

    /// <summary>Before a newer program changed the schema.</summary>
    Upgrade,
}

public static class BackupReasons
{
    public static Bilingual Name(this BackupReason reason) => reason switch
    {
        BackupReason.Asked => new("手动", "asked for"),
        BackupReason.Nightly => new("每夜", "nightly"),
        BackupReason.Upgrade => new("升级前", "before an upgrade"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}

/// <summary>What is known about a backup. It stands beside it as JSON and is written last: a backup that has one was verified after writing.</summary>
public sealed record BackupManifest
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public required DateTimeOffset MadeAt { get; init; }

    public required BackupReason Reason { get; init; }

    public required long SchemaVersion { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of what the file says, see <see cref="LogicalHash"/>.</summary>
    public required string LogicalHash { get; init; }

    /// <summary>Rows by table.</summary>
    public required IReadOnlyDictionary<string, long> Rows { get; init; }

    public static string PathOf(string backup) => backup + ".json";

    /// <summary>null where there is none that can be read.</summary>
    public static BackupManifest? Of(string backup)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(PathOf(backup)), Json);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Write(string backup) => PrivateFile.Replace(PathOf(backup), JsonSerializer.SerializeToUtf8Bytes(this, Json));
}

/// <summary>A copy of the database.</summary>
/// <param name="Manifest">null for one that was never verified.</param>
/// <param name="Size">Bytes of the file as it is now.</param>
public sealed record Backup(string Path, DateTimeOffset MadeAt, long Size, BackupManifest? Manifest)
{
    private const string Stamp = "yyyy-MM-dd'T'HHmmss'Z'";

    /// <summary>Whether it was verified when it was made, and has kept its length.</summary>
    public bool IsVerified => Manifest?.Size == Size;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>dashboard-2026-11-22T190000Z.db: names in order are in the order of making.</summary>
    public static string NameOf(string databasePath, DateTimeOffset moment) =>
        $"{System.IO.Path.GetFileNameWithoutExtension(databasePath)}-{moment.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}.db";

    /// <summary>null for a file that is no backup of this database by its name.</summary>
    public static Backup? At(string path, string databasePath)
    {
        var start = System.IO.Path.GetFileNameWithoutExtension(databasePath) + "-";
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        if (!path.EndsWith(".db", StringComparison.Ordinal) || !name.StartsWith(start, StringComparison.Ordinal)
            || !DateTimeOffset.TryParseExact(name[start.Length..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return null;

        return new(path, moment, new FileInfo(path).Length, BackupManifest.Of(path));
    }
}
