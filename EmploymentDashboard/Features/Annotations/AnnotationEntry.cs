using System.Globalization;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features.Annotations;

/// <summary>What someone writes down about a month.</summary>
public sealed class AnnotationDraft
{
    /// <summary>A month, day or interval, in any form that periods are read in.</summary>
    public string Period { get; set; } = "";

    /// <summary>Code of the area; empty for everywhere.</summary>
    public string Area { get; set; } = "";

    /// <summary>As <see cref="AnnotationSubject"/> writes it.</summary>
    public string Subject { get; set; } = "";

    public AnnotationKind Kind { get; set; } = AnnotationKind.Note;

    public string Chinese { get; set; } = "";

    public string English { get; set; } = "";

    /// <summary>Code of the source; empty for none.</summary>
    public string Source { get; set; } = "";

    public string Locator { get; set; } = "";

    /// <summary>A draft that says what an annotation says, to be changed.</summary>
    public static AnnotationDraft Of(AnnotationContent content) => new()
    {
        Period = content.Period.Edtf,
        Area = content.Area ?? "",
        Subject = AnnotationSubject.Of(content).ToString(),
        Kind = content.Kind,
        Chinese = content.Chinese,
        English = content.English,
        Source = content.Source ?? "",
        Locator = content.Locator,
    };
}

/// <summary>Enters, replaces and withdraws annotations. Who may do so is for the caller to ask.</summary>
public sealed class AnnotationEntry(DashboardDatabase database, TimeProvider clock)
{
    /// <summary>In characters; more than this no one reads under a chart.</summary>
    public const int LongestText = 120;

    /// <summary>What is still wrong with a draft; empty for one that can be entered.</summary>
    public static IReadOnlyList<Bilingual> Problems(AnnotationDraft draft, Catalog catalog)
    {
        var problems = new List<Bilingual>();
        if (PeriodOf(draft) is null)
            problems.Add(new("写上日子、月份或起止，如 2023-01-30、2023年1月、2023-01/2023-03", "Give a day, a month or an interval, such as 2023-01-30, 2023-01 or 2023-01/2023-03"));
        if (draft.Chinese.Trim().Length == 0)
            problems.Add(new("写上中文说明", "Give the text in Chinese"));
        if (Math.Max(draft.Chinese.Trim().Length, draft.English.Trim().Length) > LongestText)
            problems.Add(new($"说明不超过 {LongestText} 字", $"Keep the text within {LongestText} characters"));
        if (draft.Locator.Trim().Length > LongestText)
            problems.Add(new($"在来源里的位置不超过 {LongestText} 字", $"Keep the place in the source within {LongestText} characters"));
        if (!PlainText.IsKept(draft.Chinese.Trim()) || !PlainText.IsKept(draft.English.Trim()) || !PlainText.IsKept(draft.Locator.Trim()))
            problems.Add(new("文字里有换行或看不见的控制字符，删去后再试", "The text holds line breaks or unseen control characters; remove them"));
        if (draft.Kind == AnnotationKind.Policy && draft.Source.Length == 0)
            problems.Add(new("政策与事件要选来源；没有来源的，种类选“说明”", "A policy or event needs a source; what has none is a note"));
        if (draft.Area.Length > 0 && !catalog.TryArea(draft.Area, out _))
            problems.Add(new("从单子里选地区", "Choose an area of the list"));
        if (draft.Subject.Length > 0 && AnnotationSubject.Read(draft.Subject, catalog) == default)
            problems.Add(new("从单子里选指标或主题", "Choose an indicator or theme of the list"));
        if (draft.Source.Length > 0 && !catalog.TrySource(draft.Source, out _))
            problems.Add(new("从单子里选来源", "Choose a source of the list"));
        return problems;
    }

    /// <summary>What a draft without problems says.</summary>
    public static AnnotationContent ContentOf(AnnotationDraft draft, Catalog catalog)
    {
        var subject = AnnotationSubject.Read(draft.Subject, catalog);
        return new()
        {
            Period = PeriodOf(draft)!,
            Area = NullIfEmpty(draft.Area),
            Indicator = subject.Indicator,
            Theme = subject.Theme,
            Kind = draft.Kind,
            Chinese = draft.Chinese.Trim(),
            English = draft.English.Trim(),
            Source = NullIfEmpty(draft.Source),
            Locator = draft.Locator.Trim(),
        };
    }

    /// <summary>Enters one and returns its number.</summary>
    public Task<long> AddAsync(AnnotationContent content, string by) =>
        WriteAsync(AuditKind.AnnotationEntered, by, (at, connection, transaction) => AnnotationStore.Add(content, by, at, connection, transaction), id => id);

    /// <summary>Puts another in the place of one and returns its number; null where the one does not stand any more, and nothing is written.</summary>
    public Task<long?> ReplaceAsync(Annotation replaced, AnnotationContent content, string by) =>
        WriteAsync(AuditKind.AnnotationEntered, by, (at, connection, transaction) => AnnotationStore.Replace(replaced, content, by, at, connection, transaction), id => id);

    /// <summary>Withdraws one; false where it did not stand any more.</summary>
    public Task<bool> WithdrawAsync(long id, string by) =>
        WriteAsync(AuditKind.AnnotationWithdrawn, by, (at, connection, transaction) => AnnotationStore.Withdraw(id, by, at, connection, transaction), isDone => isDone ? id : null);

    /// <param name="numberOf">The annotation that was written; null where nothing was.</param>
    private Task<T> WriteAsync<T>(AuditKind kind, string by, Func<DateTimeOffset, SqliteConnection, SqliteTransaction, T> write, Func<T, long?> numberOf) => database.WriteAsync((connection, transaction) =>
    {
        var at = clock.GetUtcNow();
        var result = write(at, connection, transaction);
        if (numberOf(result) is { } number)
            AuditTrail.Append(new(kind, by, number.ToString(CultureInfo.InvariantCulture)), Moment.Write(at), connection, transaction);
        return result;
    });

    /// <summary>The period as typed, in EDTF or as people write it; null where it is none or has an open end.</summary>
    private static Period? PeriodOf(AnnotationDraft draft)
    {
        var text = draft.Period.Trim();
        if (!Edtf.TryParse(text, out var period))
            period = (PeriodParser.Read(text, new()) as PeriodReading.Read)?.Period;
        return period is { IsOpen: false } ? period : null;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
