using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EmploymentDashboard.Audit;

/// <summary>
/// Seals entries by HMAC-SHA-256 under a key that stands beside the database, in <c>keys/audit.key</c>: whoever can write to the database alone cannot
/// make a seal. In <c>keys/audit.head</c> stands the last entry that was sealed, so that cutting off the end is found, too.
/// </summary>
internal sealed class AuditSeal
{
    private const int KeyLength = 32;

    private static readonly ConcurrentDictionary<string, Lazy<AuditSeal>> Known = new(StringComparer.Ordinal);

    private readonly string _folder;
    private readonly byte[] _key;

    private AuditSeal(string folder)
    {
        _folder = folder;
        _key = ReadOrMake(Path.Combine(folder, "audit.key"));
    }

    private string HeadPath => Path.Combine(_folder, "audit.head");

    /// <param name="databasePath">The file whose entries are sealed.</param>
    public static AuditSeal Of(string databasePath)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(databasePath))!, "keys");
        return Known.GetOrAdd(folder, path => new(() => new(path))).Value;
    }

    /// <summary>Reads the key anew where it is asked for next: for who put another one in its place.</summary>
    public static void Forget(string databasePath) => Known.TryRemove(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(databasePath))!, "keys"), out _);

    /// <param name="before">The seal of the entry before; empty for the first.</param>
    public byte[] Seal(long id, string at, string kind, AuditEvent happened, byte[] before) =>
        HMACSHA256.HashData(_key, JsonSerializer.SerializeToUtf8Bytes(new object[] { id, at, kind, happened.Actor, happened.Client, happened.Subject, happened.Detail, Convert.ToHexStringLower(before) }));

    /// <summary>Confirms where the trail begins.</summary>
    public byte[] Mark(long past, byte[] seal) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"start {past} {Convert.ToHexStringLower(seal)}"));

    /// <summary>The last entry that is known to have been there; 0 where none is, or where the note of it is not ours.</summary>
    public (long Id, byte[] Seal) Head()
    {
        try
        {
            var parts = File.ReadAllText(HeadPath).Split(' ');
            if (parts is [var id, var seal, var mark] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(mark.Trim()), MarkOfHead(number, seal)))
                return (number, Convert.FromHexString(seal));
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            // As without it: the entries themselves are still sealed.
        }

        return (0, []);
    }

    public void NoteHead(long id, byte[] seal)
    {
        var hex = Convert.ToHexStringLower(seal);
        var unfinished = HeadPath + ".tmp";
        File.WriteAllText(unfinished, $"{id} {hex} {Convert.ToHexStringLower(MarkOfHead(id, hex))}");
        File.Move(unfinished, HeadPath, overwrite: true);
    }

    private byte[] MarkOfHead(long id, string seal) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"head {id} {seal}"));

    private static byte[] ReadOrMake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(KeyLength));
        }

        return File.ReadAllBytes(path);
    }
}
