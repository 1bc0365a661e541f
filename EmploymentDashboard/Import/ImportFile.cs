using System.Security.Cryptography;

namespace EmploymentDashboard.Import;

/// <summary>A file as it came in. It may be larger than what should be held in memory, so its bytes are read as a stream, as often as needed.</summary>
public sealed class ImportFile
{
    private readonly Func<Stream> _open;

    private ImportFile(string name, long length, string sha256, Func<Stream> open)
    {
        Name = name;
        Length = length;
        Sha256 = sha256;
        _open = open;
    }

    /// <summary>File name without its folder.</summary>
    public string Name { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal. It tells whether the file came in before.</summary>
    public string Sha256 { get; }

    public static ImportFile OfBytes(string name, ReadOnlyMemory<byte> content)
    {
        var bytes = content.ToArray();
        return new(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), () => new MemoryStream(bytes, writable: false));
    }

    /// <param name="name">What the file is called, where that is not the name it is stored under.</param>
    public static async Task<ImportFile> OfPathAsync(string path, string? name = null, CancellationToken cancellation = default)
    {
        await using var stream = OpenPath(path);
        var hash = await SHA256.HashDataAsync(stream, cancellation);
        return new(name ?? Path.GetFileName(path), stream.Length, Convert.ToHexStringLower(hash), () => OpenPath(path));
    }

    /// <summary>The bytes from the beginning. The caller disposes the stream.</summary>
    public Stream Open() => _open();

    /// <summary>The same file, telling how far its stream has been read whenever that moves.</summary>
    internal ImportFile Watched(Action<long> position) => new(Name, Length, Sha256, () => new WatchedStream(_open(), position));

    /// <summary>All bytes at once, for files that are known to be small.</summary>
    public byte[] ReadAll()
    {
        using var stream = Open();
        var bytes = new byte[Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static FileStream OpenPath(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
}
