using System.Security.Cryptography;

namespace EmploymentDashboard.Import;

/// <summary>A file as it came in: its bytes are kept with the batch, and their checksum tells whether it came in before.</summary>
/// <param name="name">File name without its folder.</param>
public sealed class ImportFile(string name, ReadOnlyMemory<byte> content)
{
    public string Name => name;

    public ReadOnlyMemory<byte> Content => content;

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(content.Span));

    public static async Task<ImportFile> ReadAsync(string path, CancellationToken cancellation = default) =>
        new(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellation));
}
