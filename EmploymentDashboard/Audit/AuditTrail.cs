using System.Globalization;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Audit;

/// <summary>Which entries are asked for.</summary>
/// <param name="Kind">null for all.</param>
/// <param name="Words">Part of an actor, client or subject; empty for all.</param>
/// <param name="From">The first moment; null for the beginning.</param>
/// <param name="To">The moment before which; null for now.</param>
public sealed record AuditFilter(AuditKind? Kind = null, string Words = "", DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <summary>The trail of who did what: entries are added and never changed. See <see cref="AuditSeal"/> for how tampering is found.</summary>
public sealed class AuditTrail : IDisposable
{
    private const string Matching = """
        FROM audit_entry
        WHERE (@kind IS NULL OR kind = @kind) AND (@from IS NULL OR at >= @from) AND (@to IS NULL OR at < @to)
          AND (@words = '' OR instr(lower(actor || ' ' || client || ' ' || subject), lower(@words)) > 0)

        """;

    private readonly DashboardDatabase _database;
    private readonly TimeProvider _clock;

    public AuditTrail(DashboardDatabase database, TimeProvider clock)
    {
        (_database, _clock) = (database, clock);
        _database.Committed += NoteHead;
    }

    /// <summary>Adds an entry within the write that it is about, so that there is neither without the other.</summary>
    /// <param name="at">The moment of the write, as <see cref="Moment"/> writes it.</param>
    public static void Append(AuditEvent happened, string at, SqliteConnection connection, SqliteTransaction transaction)
    {
        var last = connection.QuerySingleOrDefault<(long Id, byte[] Seal)>("SELECT id, seal FROM audit_entry ORDER BY id DESC LIMIT 1", transaction: transaction);
        if (last.Id == 0)
            last = connection.QuerySingleOrDefault<(long Id, byte[] Seal)>("SELECT past, seal FROM audit_start", transaction: transaction);
        var (id, kind) = (last.Id + 1, AuditKinds.Codes.Write(happened.Kind));
        var seal = AuditSeal.Of(connection.DataSource).Seal(id, at, kind, happened, last.Seal ?? []);
        connection.Execute(
            "INSERT INTO audit_entry (id, at, kind, actor, client, subject, detail, seal) VALUES (@id, @at, @kind, @Actor, @Client, @Subject, @Detail, @seal)",
            new { id, at, kind, happened.Actor, happened.Client, happened.Subject, happened.Detail, seal },
            transaction);
    }

    /// <summary>Adds an entry by itself.</summary>
    public Task AddAsync(AuditEvent happened) => _database.WriteBesideFiguresAsync((connection, transaction) =>
    {
        Append(happened, Moment.Write(_clock.GetUtcNow()), connection, transaction);
        return true;
    });

    /// <summary>
    /// Writes down, once, that a backup was put in the database's place at a moment: the trail is that of the backup, and shorter than it was. What it
    /// was before stands in the file that was replaced.
    /// </summary>
    public async Task AcceptRestoredAsync(DateTimeOffset moment)
    {
        var subject = Moment.Write(moment);
        if (Entries(new(AuditKind.Restored)).Any(entry => entry.Event.Subject == subject))
            return;

        var seals = AuditSeal.Of(_database.Path);
        await AddAsync(new(AuditKind.Restored, "server", subject, string.Create(CultureInfo.InvariantCulture, $"{seals.Head().Id}")));
        using var connection = _database.Open();
        var last = Last(connection);
        seals.NoteHead(last.Id, last.Seal);
    }

    public void Dispose() => _database.Committed -= NoteHead;

    public long Count(AuditFilter filter)
    {
        using var connection = _database.Open();
        return connection.ExecuteScalar<long>("SELECT count(*) " + Matching, Parameters(filter));
    }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<AuditEntry> Entries(AuditFilter filter, long skip = 0, long take = long.MaxValue)
    {
        using var connection = _database.Open();
        return [.. connection.Query<Row>("SELECT id, at, kind, actor, client, subject, detail, seal " + Matching + "ORDER BY id DESC LIMIT @take OFFSET @skip", Parameters(filter, skip, take)).Select(row => row.ToEntry())];
    }

    /// <summary>Goes through the whole trail and says what does not fit.</summary>
    public AuditVerdict Verify()
    {
        AuditSeal.Forget(_database.Path);
        var seals = AuditSeal.Of(_database.Path);
        using var connection = _database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        var problems = new List<Bilingual>();
        var start = connection.QuerySingleOrDefault<StartRow>("SELECT past, seal, mark FROM audit_start", transaction: transaction);
        if (start is not null && !start.Mark.AsSpan().SequenceEqual(seals.Mark(start.Past, start.Seal)))
            problems.Add(new("记录从哪一条开始被改动过", "Where the trail begins was changed"));

        var (count, last, before, head) = (0L, start?.Past ?? 0, start?.Seal ?? [], seals.Head());
        foreach (var row in connection.Query<Row>("SELECT id, at, kind, actor, client, subject, detail, seal FROM audit_entry ORDER BY id", transaction: transaction, buffered: false))
        {
            if (row.Id != last + 1)
                problems.Add(new($"缺第 {last + 1} 至 {row.Id - 1} 条", $"Entries {last + 1} to {row.Id - 1} are missing"));
            else if (!row.Seal.AsSpan().SequenceEqual(seals.Seal(row.Id, row.At, row.Kind, row.ToEvent(AuditKind.Started), before)))
                problems.Add(new($"第 {row.Id} 条（{row.At}）被改动过，或不是用现在的密钥写的", $"Entry {row.Id} ({row.At}) was changed, or was not written with the present key"));
            if (row.Id == head.Id && !row.Seal.AsSpan().SequenceEqual(head.Seal))
                problems.Add(new($"第 {row.Id} 条被换成了另一条", $"Entry {row.Id} was replaced by another"));
            (count, last, before) = (count + 1, row.Id, row.Seal);
        }

        if (head.Id > last)
            problems.Add(new($"末尾缺第 {last + 1} 至 {head.Id} 条", $"At the end entries {last + 1} to {head.Id} are missing"));
        return new(count, last, problems);
    }

    /// <summary>Lets go of the entries of before a moment, whose time is over. What follows them stays a chain.</summary>
    /// <returns>How many those were.</returns>
    public Task<long> LetGoAsync(DateTimeOffset before, string by) => _database.WriteBesideFiguresAsync((connection, transaction) =>
        {
            // The entries up to the last of that time: none between them is left out.
            var end = connection.QuerySingleOrDefault<(long Id, byte[] Seal)>(
                "SELECT id, seal FROM audit_entry WHERE id < coalesce((SELECT min(id) FROM audit_entry WHERE at >= @before), 9223372036854775807) ORDER BY id DESC LIMIT 1", new { before = Moment.Write(before) }, transaction);
            if (end.Id == 0)
                return 0L;

            connection.Execute(
                "INSERT INTO audit_start (id, past, seal, mark) VALUES (1, @Id, @Seal, @mark) ON CONFLICT (id) DO UPDATE SET past = excluded.past, seal = excluded.seal, mark = excluded.mark",
                new { end.Id, end.Seal, mark = AuditSeal.Of(_database.Path).Mark(end.Id, end.Seal) },
                transaction);
            var count = connection.Execute("DELETE FROM audit_entry WHERE id <= @Id", new { end.Id }, transaction);
            Append(new(AuditKind.AuditLetGo, by, $"{end.Id}", $"{count}"), Moment.Write(_clock.GetUtcNow()), connection, transaction);
            return count;
        });

    /// <summary>Notes outside the database how far the trail goes. A trail that lost its end goes on, but the note of what was there stays.</summary>
    private void NoteHead(object? sender, EventArgs happened)
    {
        var seals = AuditSeal.Of(_database.Path);
        var head = seals.Head();
        using var connection = _database.Open();
        var last = Last(connection);
        var isWhole = head.Id == 0 || connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM audit_entry WHERE id = @Id AND seal = @Seal)", new { head.Id, head.Seal });
        if (last.Id > head.Id && isWhole)
            seals.NoteHead(last.Id, last.Seal);
    }

    private static (long Id, byte[] Seal) Last(SqliteConnection connection) =>
        connection.QuerySingleOrDefault<(long Id, byte[] Seal)>("SELECT id, seal FROM audit_entry ORDER BY id DESC LIMIT 1");

    private static object Parameters(AuditFilter filter, long skip = 0, long take = 0) => new
    {
        kind = filter.Kind is { } kind ? AuditKinds.Codes.Write(kind) : null,
        words = filter.Words.Trim(),
        from = filter.From is { } from ? Moment.Write(from) : null,
        to = filter.To is { } to ? Moment.Write(to) : null,
        skip,
        take,
    };

    private sealed class StartRow
    {
        public required long Past { get; init; }

        public required byte[] Seal { get; init; }

        public required byte[] Mark { get; init; }
    }

    private sealed class Row
    {
        public required long Id { get; init; }

        public required string At { get; init; }

        public required string Kind { get; init; }

        public required string Actor { get; init; }

        public required string Client { get; init; }

        public required string Subject { get; init; }

        public required string Detail { get; init; }

        public required byte[] Seal { get; init; }

        public AuditEvent ToEvent(AuditKind kind) => new(kind, Actor, Subject, Detail, Client);

        public AuditEntry ToEntry() => new(Id, Moment.Parse(At), ToEvent(AuditKinds.Codes.Parse(Kind)));
    }
}

/// <summary>What a look through the whole trail found.</summary>
/// <param name="Entries">How many there are.</param>
/// <param name="Last">The number of the last.</param>
/// <param name="Problems">What does not fit; empty where all of it does.</param>
public sealed record AuditVerdict(long Entries, long Last, IReadOnlyList<Bilingual> Problems);
