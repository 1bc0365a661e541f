using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

/// <summary>The original bytes of batches, kept in packed parts so that no file need be held in memory.</summary>
public static class BatchContent
{
    private const int PartSize = 1 << 20;
    private const string Deflate = "deflate";

    internal static void Write(ImportFile file, long batch, SqliteConnection connection, SqliteTransaction transaction)
    {
        using var content = file.Open();
        var buffer = new byte[PartSize];
        for (long part = 0; content.ReadAtLeast(buffer, PartSize, throwOnEndOfStream: false) is var read and > 0; part++)
        {
            connection.Execute(
                "INSERT INTO batch_content (batch_id, part, packing, bytes) VALUES (@batch, @part, @Deflate, @bytes)",
                new { batch, part, Deflate, bytes = Pack(buffer.AsSpan(0, read)) },
                transaction);
        }
    }

    /// <summary>Copies a batch's file, as it came in, to a stream.</summary>
    public static async Task CopyToAsync(SqliteConnection connection, long batch, Stream target, CancellationToken cancellation = default)
    {
        // Not buffered: a part at a time is enough.
        foreach (var (packing, bytes) in connection.Query<(string, byte[])>("SELECT packing, bytes FROM batch_content WHERE batch_id = @batch ORDER BY part", new { batch }, buffered: false))
        {
            if (packing != Deflate)
            {
                await target.WriteAsync(bytes, cancellation);
                continue;
            }

            await using var unpacked = new DeflateStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            await unpacked.CopyToAsync(target, cancellation);
        }
    }

    /// <summary>Adds a batch's file, as it came in, to a hash; false where its parts cannot be unpacked.</summary>
    public static bool TryHash(SqliteConnection connection, long batch, IncrementalHash hash, SqliteTransaction? transaction = null)
    {
        var buffer = new byte[1 << 16];
        foreach (var (packing, bytes) in connection.Query<(string, byte[])>("SELECT packing, bytes FROM batch_content WHERE batch_id = @batch ORDER BY part", new { batch }, transaction, buffered: false))
        {
            if (packing != Deflate)
            {
                hash.AppendData(bytes);
                continue;
            }

            using var unpacked = new DeflateStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            try
            {
                while (unpacked.Read(buffer) is var read and > 0)
                    hash.AppendData(buffer, 0, read);
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(bytes);
        return packed.ToArray();
    }
}
