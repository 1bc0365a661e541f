using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Accounts;

/// <summary>What a program may do with a token; never more than its owner may.</summary>
public enum TokenScope
{
    Upload,
    Commit,
}

public static class TokenScopes
{
    /// <summary>As the database, claims and <c>WWW-Authenticate</c> write them.</summary>
    public static readonly CodeList<TokenScope> Codes = new(("upload", TokenScope.Upload), ("commit", TokenScope.Commit));

    public static IReadOnlyList<TokenScope> All { get; } = Enum.GetValues<TokenScope>();

    public static Bilingual Name(this TokenScope scope) => scope switch
    {
        TokenScope.Upload => new("上传文件", "send files in"),
        TokenScope.Commit => new("载入", "load them"),
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    /// <summary>Parted by spaces, as OAuth does.</summary>
    public static string Write(IEnumerable<TokenScope> scopes) => string.Join(' ', scopes.Select(Codes.Write));

    public static IReadOnlyList<TokenScope> Parse(string text) => [.. text.Split(' ').Select(Codes.Parse)];
}

/// <summary>By what a program of an analyst is known, without what it shows.</summary>
public sealed record ApiToken
{
    public required long Id { get; init; }

    /// <summary>Name of the user whose it is.</summary>
    public required string Owner { get; init; }

    public required string Name { get; init; }

    public required string Prefix { get; init; }

    public required IReadOnlyList<TokenScope> Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To the minute or so; null where it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>As the audit trail names it.</summary>
    public string Label => $"{Name} ({Prefix}…)";

    public bool IsAlive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>A token and what the program has to show, which can be said this once only.</summary>
public sealed record MadeToken(ApiToken Token, string PlainText);

/// <summary>A token that was shown, and whose it is now.</summary>
/// <param name="SecurityStamp">Of the user now: a new password ends sessions, and leaves tokens.</param>
public sealed record TokenHolder(ApiToken Token, long AccountId, string SecurityStamp);
