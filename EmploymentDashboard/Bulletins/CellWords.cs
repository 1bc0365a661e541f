using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Bulletins;

/// <summary>Says figures with all that belongs to them: bound, unit, basis, period, footnotes and sources.</summary>
internal sealed class CellWords(Catalog catalog, Period period, NoteBook notes, SourceNumbers sources)
{
    private const int MostDecimals = 2;

    public string NameOf(SeriesKey series)
    {
        var name = catalog.Indicator(series.Indicator).Name.ToString();
        return series.Breakdown == Breakdown.Total ? name : Say($"{name}（{catalog.Breakdown(series.Breakdown).Name}）", $"{name} ({catalog.Breakdown(series.Breakdown).Name})");
    }

    /// <summary>城镇新增就业（本年累计）7,378 人①，环比增加 30 人（6.8%）.</summary>
    public IEnumerable<Inline> Phrase(BulletinCell cell)
    {
        yield return new Words(Before(NameOf(cell.Series) + Qualification(cell) + Say("", ":"), Amount(cell.Figure)));
        foreach (var mark in Notes(cell))
            yield return mark;
        if (Changes(cell) is { Length: > 0 } changes)
            yield return new Words(Say("，", ", ") + changes);
    }

    /// <summary>The figure in words: 超过 1,500 个; why there is none where it is missing.</summary>
    public string Amount(Observation figure)
    {
        if (figure.Quantity is not { } quantity)
            return Say("缺", "missing");
        var amount = Format.WithUnit(quantity with { Bound = Bound.Exact }, catalog.Indicator(figure.Series.Indicator).Unit);
        return quantity.Bound == Bound.Exact ? amount : Say($"{InProse(quantity.Bound).Zh} {amount}", $"{InProse(quantity.Bound).En} {amount}");
    }

    /// <summary>Words before an amount: a space parts a number from what stands before it, as between Chinese and Western characters everywhere.</summary>
    public static string Before(string words, string amount) => EnglishIsAsked || (char.IsAsciiDigit(amount[0]) && words[^1] != '）') ? $"{words} {amount}" : words + amount;

    /// <summary>Basis and period as far as they are not those of a count within the bulletin's period.</summary>
    public static string BasisAndPeriod(Observation figure, bool isOfWholePeriod)
    {
        var basis = figure.Series.Basis == Basis.Flow && figure.Period.Granularity == Granularity.Day ? Say("当日", "On the day") : figure.Series.Basis.Name().ToString();
        return isOfWholePeriod ? basis : Prose(basis, Format.WordsOfDays(figure.Period));
    }

    public IEnumerable<Inline> Notes(BulletinCell cell)
    {
        var texts = NotesOf(cell.Figure);
        if (cell.Point.IsComputed)
            texts = texts.Append(Derivation(cell.Point));
        if (cell.Stored is { IsConflict: true } shown)
        {
            foreach (var other in shown.Others.Where(other => other.Observation.Quantity != cell.Figure.Quantity))
                texts = texts.Append(Say($"{Before("另一来源给出", Amount(other.Observation))}[{sources.Mark(other.Observation.Source).Number}]；这里用发表较晚的。", $"Another source gives {Amount(other.Observation)} [{sources.Mark(other.Observation.Source).Number}]; the one published later is shown."));
        }

        return texts.Select(notes.Mark).OrderBy(mark => mark.Number);
    }

    public IEnumerable<Inline> Notes(Observation figure) => NotesOf(figure).Select(notes.Mark).OrderBy(mark => mark.Number);

    public IEnumerable<Inline> Sources(BulletinCell cell) => sources.Marks(cell.Point.Printed.Select(figure => figure.Source));

    public IEnumerable<Inline> Sources(Observation figure) => [sources.Mark(figure.Source)];

    /// <summary>环比增加 30 人（6.8%），同比…; empty where neither is known.</summary>
    public string Changes(BulletinCell cell)
    {
        var indicator = catalog.Indicator(cell.Series.Indicator);
        string[] changes = [ChangeInWords(cell.OnPeriodBefore, indicator, isYear: false), ChangeInWords(cell.OnYearBefore, indicator, isYear: true)];
        return string.Join(Say("，", ", "), changes.Where(change => change.Length > 0));
    }

    public string ChangeInWords(Change change, Indicator indicator, bool isYear)
    {
        if (change.Difference.Quantity is not { } difference)
            return "";

        var against = isYear
            ? new Bilingual("同比", "on " + BulletinPeriods.YearBefore(period).En)
            : new Bilingual("环比", "on " + BulletinPeriods.Before(period).En);
        if (difference == Quantity.Zero)
            return Say($"{against.Zh}持平", $"unchanged {against.En}");

        // A percentage of a percentage misleads.
        var percent = change.Percent.Quantity is { } known && !indicator.Unit.IsPercentage ? Say($"（{Format.Percent(known)}）", $" ({Format.Percent(known)})") : "";
        // A change is never rounded to none.
        var decimals = Math.Max(indicator.Decimals, Math.Min(MostDecimals, (int)difference.Value.Scale));
        if (difference.Bound != Bound.Exact)
        {
            var signed = Format.Difference(difference, indicator.Unit, decimals);
            return Say($"{against.Zh} {signed}{percent}", $"{signed} {against.En}{percent}");
        }

        var size = Format.Difference(difference with { Value = Math.Abs(difference.Value) }, indicator.Unit, decimals).TrimStart('+');
        var rises = difference.Value > 0;
        return Say($"{against.Zh}{(rises ? "增加" : "减少")} {size}{percent}", $"{(rises ? "up" : "down")} {size} {against.En}{percent}");
    }

    /// <summary>环比 or 同比 for a table: %, percentage points for rates; empty where it is not known.</summary>
    public static string ChangeInTable(Change change, Indicator indicator)
    {
        if (indicator.Unit.IsPercentage)
            return change.Difference.Quantity is { } points ? Format.Difference(points, indicator.Unit, indicator.Decimals).Replace(" " + Unit.PercentagePoints.En, " pp", StringComparison.Ordinal) : "";
        return change.Percent.Quantity is { } percent ? Format.Percent(percent) : "";
    }

    private static Bilingual InProse(Bound bound) => bound switch
    {
        Bound.MoreThan => new("超过", "more than"),
        Bound.AtLeast => new("不少于", "at least"),
        Bound.About => new("约", "about"),
        Bound.Nearly => new("近", "nearly"),
        Bound.AtMost => new("不超过", "at most"),
        Bound.LessThan => new("不到", "less than"),
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, null),
    };

    /// <summary>What keeps a figure from being read as a count of the bulletin's whole period.</summary>
    private static string Qualification(BulletinCell cell)
    {
        var figure = cell.Figure;
        var basis = figure.Series.Basis == Basis.Flow ? "" : figure.Series.Basis.Name().ToString();
        var when = cell.IsOfWholePeriod ? "" : Format.WordsOfDays(figure.Period);
        var words = Prose(basis, when);
        return words.Length == 0 ? "" : Say($"（{words}）", $" ({words})");
    }

    private static string Prose(string first, string second) => string.Join(Say("，", ", "), new[] { first, second }.Where(part => part.Length > 0));

    private static IEnumerable<string> NotesOf(Observation figure)
    {
        if (figure.Quantity is { Bound: not Bound.Exact } quantity)
            yield return Explanation(quantity.Bound);
        if (figure.Quantity is null)
            yield return Say($"来源提到这一项，但没有数字（{figure.Status.Name().Zh}）；缺不等于零。", $"The source speaks of it and gives no number ({figure.Status.Name().En}); missing is not zero.");
        if (figure.Period.HasOpenStart)
            yield return Say("累计的起点来源没有载明。", "The source does not say when the count began.");
        if (figure.Period.IsInferred)
            yield return Say("期间由来源的日期和上下文推断。", "The period is inferred from the source's date and context.");
        if (figure.Series.Basis == Basis.Average)
            yield return Say("期间内每年或每月的平均，不可再拆分。", "A mean per year or month of the period, which cannot be split further.");
        if (figure.Status is not (ObsStatus.Normal or ObsStatus.Missing) && figure.Quantity is not null)
            yield return figure.Status == ObsStatus.LowReliability ? Say("存疑：按来源原样保留，不参与任何计算。", "Doubtful: kept as printed and used in no computation.") : figure.Status.Name() + Say("。", ".");
        if (figure.Note.Length > 0)
            yield return EnglishIsAsked ? $"Note of the data's keeper, in Chinese: {figure.Note}" : figure.Note.TrimEnd('。') + "。";
    }

    private static string Explanation(Bound bound) => bound switch
    {
        Bound.MoreThan => Say("＞：来源写作「余」「多」「超」之类，实际数更大。", "> : the source says “more than”; the true figure is greater."),
        Bound.AtLeast => Say("≥：来源写作「以上」「不低于」之类，实际数是它或更大。", "≥ : the source says “at least”; the true figure is this or greater."),
        Bound.About => Say("≈：来源写作「约」「左右」，实际数在其上下。", "≈ : the source says “about”; the true figure is near it."),
        Bound.Nearly => Say("≲：来源写作「近」「接近」，实际数略小。", "≲ : the source says “nearly”; the true figure is a little less."),
        Bound.AtMost => Say("≤：来源写作「以内」「不超过」「最高」之类，实际数是它或更小。", "≤ : the source says “at most”; the true figure is this or less."),
        Bound.LessThan => Say("＜：来源写作「不到」「不足」，实际数更小。", "< : the source says “less than”; the true figure is less."),
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, null),
    };

    private static string Derivation(SeriesPoint point) => point.Printed.Any(figure => figure.Series.Basis == Basis.Ytd)
        ? Say("算出的数：由本年累计数逐月相减得出，来源没有直接给出。", "Computed: year-to-date figures subtracted month by month; no source prints it.")
        : Say("算出的数：期间内各月相加得出，来源没有直接给出。", "Computed: the months of the period added up; no source prints it.");
}
