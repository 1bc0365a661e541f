using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Database;

/// <summary>Annotations in the database. Rows are written once; the only update ever made withdraws one.</summary>
public static class AnnotationStore
{
    /// <summary>All of them, the latest month first, those withdrawn too.</summary>
    public static IReadOnlyList<Annotation> All(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        [.. connection.Query<AnnotationRow>("SELECT * FROM annotation ORDER BY first_month DESC, id DESC", transaction: transaction).Select(row => row.ToAnnotation())];

    /// <summary>null where none has this number.</summary>
    public static Annotation? Find(long id, SqliteConnection connection, SqliteTransaction? transaction = null) =>
        connection.QuerySingleOrDefault<AnnotationRow>("SELECT * FROM annotation WHERE id = @id", new { id }, transaction)?.ToAnnotation();

    /// <summary>Adds one and returns its number.</summary>
    public static long Add(AnnotationContent content, string by, DateTimeOffset at, SqliteConnection connection, SqliteTransaction transaction, string? code = null) =>
        Insert(content, code, null, by, at, connection, transaction);

    /// <summary>Withdraws one; false where none of this number stands.</summary>
    public static bool Withdraw(long id, string by, DateTimeOffset at, SqliteConnection connection, SqliteTransaction transaction) => connection.Execute(
        "UPDATE annotation SET withdrawn_by = @by, withdrawn_at = @at WHERE id = @id AND withdrawn_at IS NULL",
        new { id, by, at = Moment.Write(at) },
        transaction) == 1;

    /// <summary>Puts another in the place of one and returns its number; null where the one does not stand any more, and nothing is written.</summary>
    public static long? Replace(Annotation replaced, AnnotationContent content, string by, DateTimeOffset at, SqliteConnection connection, SqliteTransaction transaction) =>
        Withdraw(replaced.Id, by, at, connection, transaction) ? Insert(content, replaced.Code, replaced.Id, by, at, connection, transaction) : null;

    /// <summary>
    /// Takes in what the data folder says, each under its code. What it has said before changes nothing, so that a withdrawal or a correction made
    /// since stays; what it says anew takes the place of whatever stands. A code that is not in the file any more is left alone.
    /// </summary>
    /// <param name="loader">In whose name; tells what the file said from what people made of it.</param>
    public static void Load(IEnumerable<(string Code, AnnotationContent Content)> entries, string loader, DateTimeOffset at, SqliteConnection connection, SqliteTransaction transaction)
    {
        var stored = All(connection, transaction).Where(annotation => annotation.Code is not null).ToLookup(annotation => annotation.Code!, StringComparer.Ordinal);
        foreach (var (code, content) in entries)
        {
            var past = stored[code].OrderBy(annotation => annotation.Id).ToList();
            if (past.FindLast(annotation => annotation.MadeBy == loader)?.Content.IsSameAs(content) == true)
                continue;

            if (past.Find(annotation => annotation.Stands) is { } standing)
                Replace(standing, content, loader, at, connection, transaction);
            else
                Add(content, loader, at, connection, transaction, code);
        }
    }

    private static long Insert(AnnotationContent content, string? code, long? replaces, string by, DateTimeOffset at, SqliteConnection connection, SqliteTransaction transaction) => connection.QuerySingle<long>(
        """
        INSERT INTO annotation (code, period, first_month, last_month, area, indicator, theme, kind, text_zh, text_en, source, locator, replaces, made_by, made_at)
        VALUES (@code, @Edtf, @first, @last, @Area, @Indicator, @Theme, @kind, @Chinese, @English, @Source, @Locator, @replaces, @by, @at)
        RETURNING id
        """,
        new
        {
            code,
            content.Period.Edtf,
            first = content.FirstMonth.ToString(),
            last = content.LastMonth.ToString(),
            content.Area,
            content.Indicator,
            content.Theme,
            kind = AnnotationKinds.Codes.Write(content.Kind),
            content.Chinese,
            content.English,
            content.Source,
            content.Locator,
            replaces,
            by,
            at = Moment.Write(at),
        },
        transaction);
}

/// <summary>A row of the table as SQL gives it.</summary>
internal sealed class AnnotationRow
{
    public required long Id { get; init; }

    public required string? Code { get; init; }

    public required string Period { get; init; }

    public required string? Area { get; init; }

    public required string? Indicator { get; init; }

    public required string? Theme { get; init; }

    public required string Kind { get; init; }

    public required string TextZh { get; init; }

    public required string TextEn { get; init; }

    public required string? Source { get; init; }

    public required string Locator { get; init; }

    public required long? Replaces { get; init; }

    public required string MadeBy { get; init; }

    public required string MadeAt { get; init; }

    public required string? WithdrawnBy { get; init; }

    public required string? WithdrawnAt { get; init; }

    public Annotation ToAnnotation() => new(
        Id,
        Code,
        new()
        {
            Period = Statistics.Period.Parse(Period),
            Area = Area,
            Indicator = Indicator,
            Theme = Theme,
            Kind = AnnotationKinds.Codes.Parse(Kind),
            Chinese = TextZh,
            English = TextEn,
            Source = Source,
            Locator = Locator,
        },
        Replaces,
        MadeBy,
        Moment.Parse(MadeAt),
        WithdrawnBy,
        WithdrawnAt is null ? null : Moment.Parse(WithdrawnAt));
}
