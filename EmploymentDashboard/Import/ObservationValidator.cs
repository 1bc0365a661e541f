using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>
/// Rules about figures beside each other and beside what is stored. An error takes its row out; a warning leaves it in.
/// </summary>
/// <param name="today">The day in 重庆, for what lies in the future.</param>
public sealed class ObservationValidator(Catalog catalog, DateOnly today, IssueLog log)
{
    private const string Percent = "%";

    /// <summary>Units in which a figure may be less than nothing: changes and shares of 100.</summary>
    private static readonly string[] SignedUnits = [Percent, "‰", "百分点", "个百分点"];

    private readonly Aggregation _aggregation = new(catalog);

    /// <summary>The rows that may be taken in.</summary>
    /// <param name="figures">All rows of the file that could be read.</param>
    /// <param name="stored">Current figures of the same areas and indicators.</param>
    public IReadOnlyList<ImportedFigure> Accept(IReadOnlyList<ImportedFigure> figures, IReadOnlyList<Observation> stored)
    {
        List<ImportedFigure> accepted = [.. WithoutDuplicates([.. figures.Where(IsPossible)])];
        foreach (var figure in accepted)
            Question(figure);

        var rows = new RowsOf(accepted);
        IReadOnlyList<Observation> afterwards = [.. accepted.Select(figure => figure.Observation), .. stored.Where(observation => !rows.Replace(observation))];
        QuestionConflicts(afterwards, rows);
        QuestionParts(afterwards, rows);
        QuestionYearToDate(afterwards, rows);
        return accepted;
    }

    private bool IsPossible(ImportedFigure figure)
    {
        var unit = catalog.Indicator(figure.Observation.Series.Indicator).Unit.Zh;
        if (figure.Observation.Quantity is not { Value: < 0 } || SignedUnits.Contains(unit))
            return true;

        log.Add(IssueKind.NegativeCount, new($"0 或更多{unit}", "0 or more"), figure.Raw[FigureField.Value]);
        return false;
    }

    /// <summary>Of rows of one key that say the same the first stays; where they differ no one knows which is right, and none does.</summary>
    private IEnumerable<ImportedFigure> WithoutDuplicates(IReadOnlyList<ImportedFigure> figures)
    {
        var byKey = figures.GroupBy(figure => FigureKey.Of(figure.Observation)).ToDictionary(key => key.Key, key => key.ToList());
        foreach (var figure in figures)
        {
            var same = byKey[FigureKey.Of(figure.Observation)];
            var isFirst = ReferenceEquals(figure, same[0]);
            var differ = same.Any(other => other.Observation.Quantity != figure.Observation.Quantity || other.Observation.Status != figure.Observation.Status);
            if (isFirst && !differ)
            {
                yield return figure;
                continue;
            }

            var others = string.Join(", ", same.Where(other => !ReferenceEquals(other, figure)).Select(other => other.Line));
            log.Add(
                IssueKind.DuplicateKey,
                differ ? new($"只有一行；第 {others} 行数值不同", $"one row only; line {others} has another figure") : new($"只有一行；与第 {others} 行相同", $"one row only; the same as line {others}"),
                figure.Raw[FigureField.Value]);
        }
    }

    private void Question(ImportedFigure figure)
    {
        var (observation, raw) = figure;
        if (observation.Series.Basis != Basis.Target && LiesAhead(observation.Period))
            log.Add(IssueKind.PeriodInFuture, new($"不晚于 {today:yyyy-MM-dd}", $"not after {today:yyyy-MM-dd}"), raw[FigureField.Period]);
        if (observation.Quantity is { Value: > 100 } && catalog.Indicator(observation.Series.Indicator).Unit.Zh == Percent)
            log.Add(IssueKind.RateOver100, new("不超过 100", "at most 100"), raw[FigureField.Value]);
    }

    /// <summary>A year or quarter that has begun does not lie ahead; a span does from the month after this one.</summary>
    private bool LiesAhead(Period period) => period.Granularity == Granularity.Interval
        ? period.ReferenceMonth > YearMonth.Of(today)
        : period.Start > today;

    private void QuestionConflicts(IReadOnlyList<Observation> figures, RowsOf rows)
    {
        foreach (var key in Conflicts.Resolve(figures, catalog).Where(key => key.IsConflict))
        {
            IReadOnlyList<Observation> all = [key.Shown, .. key.Others];
            foreach (var (observation, row) in rows.Among(all))
            {
                var others = string.Join("; ", all
                    .Where(other => other.Quantity != observation.Quantity)
                    .Select(other => $"{other.Source}: {(other.Quantity is { } quantity ? Format.Full(quantity) : "—")}"));
                if (others.Length > 0)
                    log.Add(IssueKind.ConflictWithOtherSource, new(others, others), row.Raw[FigureField.Value]);
            }
        }
    }

    private void QuestionParts(IReadOnlyList<Observation> figures, RowsOf rows)
    {
        foreach (var group in figures.GroupBy(figure => (figure.Series.Area, figure.Series.Indicator, figure.Series.Basis, figure.Period, figure.Source)))
        {
            var byBreakdown = group.ToLookup(figure => catalog.Breakdown(figure.Series.Breakdown).Parent);
            foreach (var total in group.Where(total => byBreakdown.Contains(total.Series.Breakdown)))
            {
                foreach (var dimension in byBreakdown[total.Series.Breakdown].GroupBy(part => catalog.Breakdown(part.Series.Breakdown).Dimension))
                    QuestionParts(total, [.. dimension], rows);
            }
        }
    }

    private void QuestionParts(Observation total, IReadOnlyList<Observation> parts, RowsOf rows)
    {
        if (total.Quantity is not { } whole || !catalog.Indicator(total.Series.Indicator).IsAdditive)
            return;

        var isUpperLimit = whole.Bound.Direction() is Direction.None or Direction.Down;
        foreach (var part in parts)
        {
            if (isUpperLimit && part.Quantity is { } own && own.Bound.Direction() is Direction.None or Direction.Up && own.Value > whole.Value)
                Report(IssueKind.PartsExceedTotal, own);
        }

        if (_aggregation.SumOfParts(parts).Quantity is not { } sum)
            return;

        var dimension = catalog.Breakdown(parts[0].Series.Breakdown);
        var isComplete = catalog.Breakdowns.Count(breakdown => breakdown.Dimension == dimension.Dimension && breakdown.Parent == dimension.Parent) == parts.Count;
        if (isComplete && sum.Bound == Bound.Exact && !whole.Admits(sum.Value))
            Report(IssueKind.PartsDoNotAddUp, sum);
        else if (!isComplete && parts.Count > 1 && isUpperLimit && sum.Bound.Direction() is Direction.None or Direction.Up && sum.Value > whole.Value)
            Report(IssueKind.PartsExceedTotal, sum);

        void Report(IssueKind kind, Quantity found)
        {
            // One row is enough to lead to the others; the total's where the file holds it.
            var (_, row) = rows.Among([total, .. parts]).First();
            log.Add(kind, new($"总数 {Format.Full(whole)}，部分 {Format.Full(found)}", $"total {Format.Full(whole)}, parts {Format.Full(found)}"), row.Raw[FigureField.Value]);
        }
    }

    private void QuestionYearToDate(IReadOnlyList<Observation> figures, RowsOf rows)
    {
        foreach (var series in figures.Where(figure => figure.Series.Basis == Basis.Ytd).GroupBy(figure => figure.Series))
        {
            var shown = Conflicts.Resolve(series, catalog).Select(key => key.Shown).ToList();
            foreach (var month in YearToDate.Falls(shown))
            {
                var pair = shown.Where(figure => figure.Period.ReferenceMonth == month || figure.Period.ReferenceMonth == month.AddMonths(-1)).ToList();
                foreach (var (_, row) in rows.Among(pair).TakeLast(1))
                {
                    var both = string.Join(" → ", pair.OrderBy(figure => figure.Period.End).Select(figure => figure.Quantity is { } quantity ? Format.Full(quantity) : "—"));
                    log.Add(IssueKind.FallingYearToDate, new($"{month} 不小于上月：{both}", $"{month} no less than the month before: {both}"), row.Raw[FigureField.Value]);
                }
            }
        }
    }

    /// <summary>Which figures come from rows of the file, so that an issue has a line to point to.</summary>
    private sealed class RowsOf(IReadOnlyList<ImportedFigure> figures)
    {
        private readonly Dictionary<FigureKey, ImportedFigure> _byKey = figures.ToDictionary(figure => FigureKey.Of(figure.Observation));

        /// <summary>Whether a row of the file says the same thing anew, so that the stored figure is about to be superseded.</summary>
        public bool Replace(Observation stored) => _byKey.ContainsKey(FigureKey.Of(stored));

        public IEnumerable<(Observation Observation, ImportedFigure Row)> Among(IEnumerable<Observation> observations)
        {
            foreach (var observation in observations)
            {
                if (_byKey.TryGetValue(FigureKey.Of(observation), out var row))
                    yield return (observation, row);
            }
        }
    }
}
