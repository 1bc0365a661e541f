using System.Globalization;
using EmploymentDashboard.Bulletins.Docx;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Bulletins;

/// <summary>How issuing a bulletin ended.</summary>
/// <param name="Number">Of the edition issued; null where it was refused.</param>
public sealed record IssueOutcome(string? Number, Bilingual Refusal = default);

/// <summary>Draws up bulletins, issues them and gives issued ones out again. Who may issue is for the caller to ask.</summary>
public sealed class BulletinDesk(DashboardDatabase database, BulletinQuery query, IOptions<BulletinOptions> options, TimeProvider clock)
{
    private const string CorrectionSign = "-C";

    private static readonly Dictionary<string, CultureInfo> Cultures = new(StringComparer.Ordinal)
    {
        ["zh"] = CultureInfo.GetCultureInfo("zh-CN"),
        ["en"] = CultureInfo.GetCultureInfo("en"),
    };

    /// <summary>zh or en, that of the current culture.</summary>
    public static string CurrentLanguage => Bilingual.EnglishIsAsked ? "en" : "zh";

    /// <summary>What an order gives, marked as a draft.</summary>
    /// <param name="language">zh or en.</param>
    public string Draft(BulletinOrder order, Catalog catalog, bool isSynthetic, string language) =>
        InLanguage(Cultures[language], () => BulletinHtml.Write(Compose(order, catalog, isSynthetic), MastheadOf(EditionKind.Draft, null, null, isSynthetic)));

    /// <summary>What an order gives as a text document to work on, marked as a draft.</summary>
    /// <param name="language">zh or en.</param>
    /// <param name="browser">Draws the charts; null leaves them out.</param>
    public async Task<byte[]> DraftDocxAsync(BulletinOrder order, Catalog catalog, bool isSynthetic, string language, Chromium? browser, CancellationToken cancellation = default)
    {
        var (document, masthead) = InLanguage(Cultures[language], () => (Compose(order, catalog, isSynthetic), MastheadOf(EditionKind.Draft, null, null, isSynthetic)));
        var page = InLanguage(Cultures[language], () => ChartPictures.Page(document));
        var pictures = browser is null || page is null ? null : await ChartPictures.DrawAsync(page, browser, cancellation);
        using var target = new MemoryStream();
        InLanguage(Cultures[language], () =>
        {
            BulletinDocx.Write(document, masthead, pictures, target);
            return true;
        });
        return target.ToArray();
    }

    /// <summary>What an order gives, in the language of the current culture.</summary>
    public BulletinDocument Compose(BulletinOrder order, Catalog catalog, bool isSynthetic)
    {
        var knownAt = order.AsOf ?? clock.GetUtcNow();
        return BulletinComposer.Compose(order, catalog, query.Figures(order), knownAt, isSynthetic);
    }

    /// <summary>Issued bulletins, the latest first.</summary>
    public IReadOnlyList<IssuedBulletin> Issued()
    {
        using var connection = database.Open();
        return IssuedBulletins.All(connection);
    }

    /// <summary>null where none has this number.</summary>
    public IssuedBulletin? Find(string number)
    {
        using var connection = database.Open();
        return IssuedBulletins.Find(number, connection);
    }

    /// <summary>The pages as they went out.</summary>
    /// <param name="language">zh or en.</param>
    public IssuedEdition Edition(IssuedBulletin bulletin, string language)
    {
        using var connection = database.Open();
        return IssuedBulletins.Edition(bulletin.Id, language, connection);
    }

    /// <summary>What became of its figures since.</summary>
    public IReadOnlyList<FigureChange> Changes(IssuedBulletin bulletin, Catalog catalog)
    {
        using var connection = database.Open();
        return BulletinChanges.Since(bulletin, catalog, query, connection);
    }

    /// <summary>Issues a first edition in both languages, from what is known now. The same order is issued once; what comes later is a correction.</summary>
    public async Task<IssueOutcome> IssueAsync(BulletinOrder order, Catalog catalog, bool isSynthetic, string by)
    {
        order = order with { AsOf = null };
        var number = NumberOf(order);
        if (Issued().Where(issued => issued.Corrects is null && issued.Order.Period == order.Period && issued.Order.Areas.Order(StringComparer.Ordinal).SequenceEqual(order.Areas.Order(StringComparer.Ordinal))).Select(issued => issued.Number).FirstOrDefault() is { } same)
            return new(null, new($"这一期已发布为第 {same} 号；数字有变时请发布更正。", $"This bulletin was issued as No. {same}; where its figures have changed, issue a correction."));
        return await WriteAsync(number, order, null, [], catalog, isSynthetic, by);
    }

    /// <summary>Issues a corrected edition that lists what changed; refused where nothing did, or where it was corrected already.</summary>
    public async Task<IssueOutcome> CorrectAsync(IssuedBulletin bulletin, Catalog catalog, bool isSynthetic, string by)
    {
        if (bulletin.CorrectedBy is { } later)
            return new(null, new($"第 {bulletin.Number} 号已由第 {later} 号更正，请更正后者。", $"No. {bulletin.Number} was corrected by No. {later}; correct that one."));
        var changes = Changes(bulletin, catalog);
        if (changes.Count == 0)
            return new(null, new("它用到的数字没有变，不需要更正。", "None of its figures has changed, so there is nothing to correct."));

        var (first, count) = PartsOf(bulletin.Number);
        return await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{first}{CorrectionSign}{count + 1}"), bulletin.Order with { AsOf = null }, bulletin, changes, catalog, isSynthetic, by);
    }

    /// <returns>The number of the first edition, and how often it was corrected.</returns>
    private static (string First, int Corrections) PartsOf(string number)
    {
        var at = number.LastIndexOf(CorrectionSign, StringComparison.Ordinal);
        return at > 0 && int.TryParse(number.AsSpan(at + CorrectionSign.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (number[..at], count) : (number, 0);
    }

    /// <summary>All within one write, so that no batch is committed between the moment that the edition names and the figures that it prints.</summary>
    private Task<IssueOutcome> WriteAsync(string number, BulletinOrder order, IssuedBulletin? corrected, IReadOnlyList<FigureChange> changes, Catalog catalog, bool isSynthetic, string by) =>
        database.WriteBesideFiguresAsync((connection, transaction) =>
        {
            if (IssuedBulletins.Find(number, connection, transaction) is not null)
                return new IssueOutcome(null, new($"第 {number} 号已经发布。", $"No. {number} has been issued already."));

            var now = clock.GetUtcNow();
            var figures = query.Figures(order);
            var documents = Cultures.ToDictionary(pair => pair.Key, pair => InLanguage(pair.Value, () =>
            {
                var document = BulletinComposer.Compose(order, catalog, figures, now, isSynthetic, changes);
                return (document, html: BulletinHtml.Write(document, MastheadOf(corrected is null ? EditionKind.Issued : EditionKind.Correction, number, corrected?.Number, isSynthetic)));
            }), StringComparer.Ordinal);
            if (documents["zh"].document.Figures.Count == 0)
                return new(null, new("这一期没有任何数字，没有可以发布的。", "There is no figure of this period, so nothing can be issued."));

            IssuedBulletins.Add(
                number, order, now, corrected?.Id, by, now,
                documents.ToDictionary(pair => pair.Key, pair => ($"{pair.Value.document.Title} {pair.Value.document.PeriodName}", pair.Value.html), StringComparer.Ordinal),
                documents["zh"].document.Figures, connection, transaction);
            AuditTrail.Append(new(AuditKind.BulletinIssued, by, number, corrected?.Number ?? ""), Moment.Write(now), connection, transaction);
            return new(number);
        });

    /// <summary>2023-01-500113; all for every area; of several the first and how many, with a count where that is taken.</summary>
    private string NumberOf(BulletinOrder order)
    {
        var scope = order.Areas switch
        {
            [] => "all",
            [var only] => only,
            var several => string.Create(CultureInfo.InvariantCulture, $"{several[0]}+{several.Count - 1}"),
        };
        var number = $"{order.Period.Edtf}-{scope}";
        var taken = Issued().Select(issued => issued.Number).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(2, taken.Count + 1).Select(count => string.Create(CultureInfo.InvariantCulture, $"{number}-{count}")).Prepend(number).First(candidate => !taken.Contains(candidate));
    }

    private Masthead MastheadOf(EditionKind kind, string? number, string? corrects, bool isSynthetic)
    {
        var settings = options.Value;
        return new(
            Bilingual.Say(settings.Bureau, settings.BureauEn.Length > 0 ? settings.BureauEn : settings.Bureau),
            Bilingual.Say(settings.SignOff, settings.SignOffEn),
            LogoFile.AsDataAddress(settings.Logo),
            kind,
            number,
            corrects,
            isSynthetic);
    }

    private static T InLanguage<T>(CultureInfo culture, Func<T> work)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
