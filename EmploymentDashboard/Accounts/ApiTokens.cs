using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Accounts;

/// <summary>Makes, lists, finds and revokes the tokens by which programs send files in.</summary>
public sealed partial class ApiTokens(DashboardDatabase database, TimeProvider clock, ILogger<ApiTokens> log)
{
    /// <summary>How each begins, so that whoever searches files for secrets finds it.</summary>
    public const string Start = "cqed_";

    public const int LongestName = 40;
    public const int MostDays = 366;

    /// <summary>Most that one person may have alive.</summary>
    public const int MostAlive = 20;

    private const int Bytes = 32;
    private const int Letters = 43;
    private const int PrefixLength = 10;

    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _noted = new();

    /// <summary>Whether it could be a token.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length == Start.Length + Letters && text.StartsWith(Start, StringComparison.Ordinal) && text.AsSpan(Start.Length).IndexOfAnyExcept(Base64UrlLetters) < 0;

    /// <summary>What is wrong with what someone asks for.</summary>
    public static IReadOnlyList<Bilingual> Problems(string name, IReadOnlyCollection<TokenScope> scopes, int? days)
    {
        var problems = new List<Bilingual>();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            problems.Add(new($"名称 1 至 {LongestName} 个字符，一行。", $"A name has 1 to {LongestName} characters on one line."));
        if (scopes.Count == 0)
            problems.Add(new("至少选一项可做的事。", "Choose at least one thing that it may do."));
        if (days is not (>= 1 and <= MostDays))
            problems.Add(new($"有效期 1 至 {MostDays} 天。", $"It is valid for 1 to {MostDays} days."));
        return problems;
    }

    /// <summary>A new token, what it shows said this once only; null where its owner has as many as there may be.</summary>
    /// <param name="client">The network address that it was asked for from.</param>
    public Task<MadeToken?> MakeAsync(SignedInUser owner, string name, IReadOnlyList<TokenScope> scopes, int days, string client)
    {
        if (Problems(name, scopes, days) is [var problem, ..])
            throw new ArgumentException(problem.En, nameof(name));

        var plainText = Start + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.GetUtcNow();
        var token = new ApiToken { Id = 0, Owner = owner.Name, Name = name, Prefix = plainText[..PrefixLength], Scopes = scopes, CreatedAt = now, ExpiresAt = now.AddDays(days) };
        return database.WriteBesideFiguresAsync((connection, transaction) =>
        {
            var at = Moment.Write(now);
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM api_token WHERE account_id = @Id AND revoked_at IS NULL AND expires_at > @at", new { owner.Id, at }, transaction) >= MostAlive)
                return null;

            var id = connection.QuerySingle<long>(
                """
                INSERT INTO api_token (account_id, name, hash, prefix, scopes, created_at, expires_at)
                VALUES (@account, @Name, @hash, @Prefix, @scopes, @at, @expires)
                RETURNING id
                """,
                new { account = owner.Id, token.Name, hash = Hash(plainText), token.Prefix, scopes = TokenScopes.Write(scopes), at, expires = Moment.Write(token.ExpiresAt) },
                transaction);
            AuditTrail.Append(new(AuditKind.TokenMade, owner.Name, token.Label, $"{TokenScopes.Write(scopes)}, {Moment.Day(DateOnly.FromDateTime(token.ExpiresAt.UtcDateTime))}", client), at, connection, transaction);
            return new MadeToken(token with { Id = id }, plainText);
        });
    }

    /// <summary>The latest first.</summary>
    /// <param name="owner">Whose; null for everyone's.</param>
    public IReadOnlyList<ApiToken> All(SignedInUser? owner = null)
    {
        using var connection = database.Open();
        return [.. connection.Query<TokenRow>(TokenRow.Select + "WHERE @id IS NULL OR t.account_id = @id ORDER BY t.id DESC", new { id = owner?.Id }).Select(row => row.ToToken())];
    }

    /// <summary>Ends a token at once.</summary>
    /// <param name="owner">Only one of this user; null for anyone's.</param>
    /// <param name="client">The network address that it was asked for from, where one is known.</param>
    /// <returns>The token; null where there is none such that is not revoked yet.</returns>
    public Task<ApiToken?> RevokeAsync(long id, string by, SignedInUser? owner = null, string client = "") => database.WriteBesideFiguresAsync((connection, transaction) =>
    {
        var found = connection.QuerySingleOrDefault<TokenRow>(
            TokenRow.Select + "WHERE t.id = @id AND t.revoked_at IS NULL AND (@account IS NULL OR t.account_id = @account)", new { id, account = owner?.Id }, transaction);
        if (found is null)
            return null;

        var at = Moment.Write(clock.GetUtcNow());
        connection.Execute("UPDATE api_token SET revoked_at = @at WHERE id = @id", new { id, at }, transaction);
        AuditTrail.Append(new(AuditKind.TokenRevoked, by, found.ToToken().Label, found.Owner, client), at, connection, transaction);
        return found.ToToken();
    });

    /// <summary>Whose a token is that was shown, or why it opens nothing.</summary>
    public (TokenHolder? Holder, TokenRefusal? Refusal) Find(string plainText)
    {
        if (!IsWellFormed(plainText))
            return (null, TokenRefusal.Malformed);

        using var connection = database.Open();
        // By an index, in a time that tells of the hash and not of the token.
        return connection.QuerySingleOrDefault<TokenRow>(TokenRow.Select + "WHERE t.hash = @hash", new { hash = Hash(plainText) }) switch
        {
            null => (null, TokenRefusal.Unknown),
            { RevokedAt: not null } => (null, TokenRefusal.Revoked),
            { DisabledAt: not null } => (null, TokenRefusal.OwnerDisabled),
            var row when !row.ToToken().IsAlive(clock.GetUtcNow()) => (null, TokenRefusal.Expired),
            var row => (new(row.ToToken(), row.AccountId, row.SecurityStamp), null),
        };
    }

    /// <summary>Notes that it was used, once a minute at most. Nobody waits for it, and nothing fails with it: an import may be writing for long, or the disk be full.</summary>
    public void NoteUse(ApiToken token)
    {
        var now = clock.GetUtcNow();
        if (now - _noted.GetValueOrDefault(token.Id, DateTimeOffset.MinValue) < BetweenNotes)
            return;

        _noted[token.Id] = now;
        _ = NoteAsync(token.Id, now);
    }

    private static ReadOnlySpan<char> Base64UrlLetters => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static byte[] Hash(string plainText) => SHA256.HashData(Encoding.ASCII.GetBytes(plainText));

    private async Task NoteAsync(long id, DateTimeOffset now)
    {
        try
        {
            await Task.Yield();
            await database.WriteBesideFiguresAsync((connection, transaction) =>
                connection.Execute("UPDATE api_token SET last_used_at = @at WHERE id = @id", new { id, at = Moment.Write(now) }, transaction));
        }
        catch (Exception exception) when (exception is StoreFaultException or ObjectDisposedException)
        {
            LogNotNoted(log, exception, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be noted that token {Token} was used")]
    private static partial void LogNotNoted(ILogger log, Exception exception, long token);

    /// <summary>A token with its owner, as SQL gives them.</summary>
    private sealed class TokenRow
    {
        public const string Select = """
            SELECT t.id, t.account_id, a.name AS owner, t.name, t.prefix, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.revoked_at, a.security_stamp, a.disabled_at
            FROM api_token t JOIN account a ON a.id = t.account_id

            """;

        public required long Id { get; init; }

        public required long AccountId { get; init; }

        public required string Owner { get; init; }

        public required string Name { get; init; }

        public required string Prefix { get; init; }

        public required string Scopes { get; init; }

        public required string CreatedAt { get; init; }

        public required string ExpiresAt { get; init; }

        public required string? LastUsedAt { get; init; }

        public required string? RevokedAt { get; init; }

        public required string SecurityStamp { get; init; }

        public required string? DisabledAt { get; init; }

        public ApiToken ToToken() => new()
        {
            Id = Id,
            Owner = Owner,
            Name = Name,
            Prefix = Prefix,
            Scopes = TokenScopes.Parse(Scopes),
            CreatedAt = Moment.Parse(CreatedAt),
            ExpiresAt = Moment.Parse(ExpiresAt),
            LastUsedAt = LastUsedAt is { } used ? Moment.Parse(used) : null,
            RevokedAt = RevokedAt is { } revoked ? Moment.Parse(revoked) : null,
        };
    }
}
