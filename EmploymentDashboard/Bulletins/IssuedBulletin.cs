using System.IO.Compression;
using System.Text;
using Dapper;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Bulletins;

/// <summary>A bulletin that went out, without its pages.</summary>
/// <param name="Order">What was ordered; its moment is that whose knowledge the bulletin holds.</param>
/// <param name="Corrects">Number of the edition that it takes the place of; null for a first one.</param>
/// <param name="CorrectedBy">Number of the edition that took its place; null where it stands.</param>
public sealed record IssuedBulletin(long Id, string Number, BulletinOrder Order, string? Corrects, string? CorrectedBy, string IssuedBy, DateTimeOffset IssuedAt)
{
    public DateTimeOffset KnownAt => Order.AsOf!.Value;
}

/// <summary>The pages of a bulletin in one language, as they went out.</summary>
/// <param name="Sha256">Of the file's bytes, in lower-case hexadecimal.</param>
public sealed record IssuedEdition(string Title, string Sha256, string Html);

/// <summary>Issued bulletins in the database. Rows are written once; triggers refuse the rest.</summary>
public static class IssuedBulletins
{
    private const string Select = """
        SELECT b.id, b.number, b.period, b.areas, b.sections, b.landscape, b.known_at, b.issued_by, b.issued_at, old.number AS corrects, new.number AS corrected_by
        FROM bulletin b LEFT JOIN bulletin old ON old.id = b.corrects LEFT JOIN bulletin new ON new.corrects = b.id

        """;

    /// <summary>The latest first.</summary>
    public static IReadOnlyList<IssuedBulletin> All(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        [.. connection.Query<Row>(Select + "ORDER BY b.id DESC", transaction: transaction).Select(row => row.ToBulletin())];

    /// <summary>null where none has this number.</summary>
    public static IssuedBulletin? Find(string number, SqliteConnection connection, SqliteTransaction? transaction = null) =>
        connection.QuerySingleOrDefault<Row>(Select + "WHERE b.number = @number", new { number }, transaction)?.ToBulletin();

    /// <summary>The pages as they went out.</summary>
    /// <param name="language">zh or en.</param>
    /// <exception cref="InvalidDataException">The bytes are not those that were issued.</exception>
    public static IssuedEdition Edition(long id, string language, SqliteConnection connection)
    {
        var (title, sha256, bytes) = connection.QuerySingle<(string, string, byte[])>("SELECT title, sha256, bytes FROM bulletin_edition WHERE bulletin_id = @id AND language = @language", new { id, language });
        using var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        var content = plain.ToArray();
        return HashOf(content) == sha256 ? new(title, sha256, Encoding.UTF8.GetString(content)) : throw new InvalidDataException($"The {language} edition of bulletin {id} is not what was issued: its bytes do not have the hash {sha256}.");
    }

    public static IReadOnlyList<long> Figures(long id, SqliteConnection connection) =>
        [.. connection.Query<long>("SELECT observation_id FROM bulletin_figure WHERE bulletin_id = @id ORDER BY observation_id", new { id })];

    /// <param name="editions">By language: title and HTML.</param>
    public static void Add(string number, BulletinOrder order, DateTimeOffset knownAt, long? corrects, string by, DateTimeOffset at, IReadOnlyDictionary<string, (string Title, string Html)> editions, IEnumerable<long> figures, SqliteConnection connection, SqliteTransaction transaction)
    {
        var id = connection.QuerySingle<long>(
            """
            INSERT INTO bulletin (number, period, areas, sections, landscape, known_at, corrects, issued_by, issued_at)
            VALUES (@number, @Edtf, @areas, @sections, @IsLandscape, @known, @corrects, @by, @at) RETURNING id
            """,
            new
            {
                number,
                order.Period.Edtf,
                areas = string.Join(',', order.Areas),
                sections = string.Join(',', order.Sections.Select(BulletinSections.Codes.Write)),
                order.IsLandscape,
                known = Moment.Write(knownAt),
                corrects,
                by,
                at = Moment.Write(at),
            },
            transaction);
        foreach (var (language, (title, html)) in editions)
        {
            var content = Encoding.UTF8.GetBytes(html);
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                brotli.Write(content);
            connection.Execute(
                "INSERT INTO bulletin_edition (bulletin_id, language, title, sha256, packing, bytes) VALUES (@id, @language, @title, @sha256, 'brotli', @bytes)",
                new { id, language, title, sha256 = HashOf(content), bytes = packed.ToArray() },
                transaction);
        }

        connection.Execute("INSERT INTO bulletin_figure (bulletin_id, observation_id) VALUES (@id, @figure)", figures.Select(figure => new { id, figure }), transaction);
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));

    private sealed class Row
    {
        public required long Id { get; init; }

        public required string Number { get; init; }

        public required string Period { get; init; }

        public required string Areas { get; init; }

        public required string Sections { get; init; }

        public required long Landscape { get; init; }

        public required string KnownAt { get; init; }

        public required string IssuedBy { get; init; }

        public required string IssuedAt { get; init; }

        public required string? Corrects { get; init; }

        public required string? CorrectedBy { get; init; }

        public IssuedBulletin ToBulletin() => new(
            Id,
            Number,
            new()
            {
                Period = Statistics.Period.Parse(Period),
                Areas = Areas.Split(',', StringSplitOptions.RemoveEmptyEntries),
                Sections = [.. Sections.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(BulletinSections.Codes.Parse)],
                IsLandscape = Landscape != 0,
                AsOf = Moment.Parse(KnownAt),
            },
            Corrects,
            CorrectedBy,
            IssuedBy,
            Moment.Parse(IssuedAt));
    }
}
