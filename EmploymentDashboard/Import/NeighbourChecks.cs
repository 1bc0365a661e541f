using EmploymentDashboard.Import.Staging;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>
/// What can only be seen of figures beside each other: those of one area and indicator, of the file and of the store. All of it
/// is warnings, because any of the figures may be the wrong one.
/// </summary>
internal sealed class NeighbourChecks(Catalog catalog, IssueLog log)
{
    /// <summary>A figure so many times larger or smaller than its series' median is likely a slip of 万.</summary>
    public const decimal OutOfScale = 10;

    /// <summary>Fewer figures have no scale.</summary>
    private const int FewestForScale = 5;

    private readonly Aggregation _aggregation = new(catalog);

    /// <param name="rows">The file's figures of one area and indicator.</param>
    /// <param name="stored">What stands of the same area and indicator.</param>
    public void Question(IReadOnlyList<StagedFigure> rows, IReadOnlyList<Observation> stored)
    {
        var ofFile = new RowsOf(rows);
        IReadOnlyList<Observation> afterwards = [.. rows.Select(row => row.Observation), .. stored.Where(observation => !ofFile.Replace(observation))];
        QuestionConflicts(afterwards, ofFile);
        QuestionParts(afterwards, ofFile);
        QuestionYearToDate(afterwards, ofFile);
        QuestionScale(afterwards, ofFile);
    }

    private void QuestionConflicts(IReadOnlyList<Observation> figures, RowsOf rows)
    {
        if (figures.All(figure => figure.Source == figures[0].Source))
            return;

        foreach (var key in Conflicts.Resolve(figures, catalog).Where(key => key.IsConflict))
        {
            IReadOnlyList<Observation> all = [key.Shown, .. key.Others];
            foreach (var (observation, value) in rows.Among(all))
            {
                var others = string.Join("; ", all
                    .Where(other => other.Quantity != observation.Quantity)
                    .Select(other => $"{other.Source}: {Text(other)}"));
                if (others.Length > 0)
                    log.Add(IssueKind.ConflictWithOtherSource, new(others, others), value);
            }
        }
    }

    private void QuestionParts(IReadOnlyList<Observation> figures, RowsOf rows)
    {
        if (figures.All(figure => figure.Series.Breakdown == figures[0].Series.Breakdown))
            return;

        foreach (var group in figures.GroupBy(figure => (figure.Series.Basis, figure.Period, figure.Source)))
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
        var isComplete = dimension.IsExhaustive && catalog.Breakdowns.Count(breakdown => breakdown.Dimension == dimension.Dimension && breakdown.Parent == dimension.Parent) == parts.Count;
        if (isComplete && sum.Bound == Bound.Exact && !whole.Admits(sum.Value))
            Report(IssueKind.PartsDoNotAddUp, sum);
        else if (!isComplete && parts.Count > 1 && isUpperLimit && sum.Bound.Direction() is Direction.None or Direction.Up && sum.Value > whole.Value)
            Report(IssueKind.PartsExceedTotal, sum);

        void Report(IssueKind kind, Quantity found)
        {
            // One row is enough to lead to the others; the total's where the file holds it.
            if (rows.Among([total, .. parts]).FirstOrDefault() is (not null, var value))
                log.Add(kind, new($"总数 {Format.Full(whole)}，部分 {Format.Full(found)}", $"total {Format.Full(whole)}, parts {Format.Full(found)}"), value);
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
                foreach (var (_, value) in rows.Among(pair).TakeLast(1))
                {
                    var both = string.Join(" → ", pair.OrderBy(figure => figure.Period.End).Select(Text));
                    log.Add(IssueKind.FallingYearToDate, new($"{month} 不小于上月：{both}", $"{month} no less than the month before: {both}"), value);
                }
            }
        }
    }

    private void QuestionScale(IReadOnlyList<Observation> figures, RowsOf rows)
    {
        // Periods of one length only: a year is rightly twelve times a month.
        foreach (var series in figures.Where(figure => figure.Quantity is { Value: > 0 }).GroupBy(figure => (figure.Series, figure.Period.LengthInMonths)))
        {
            decimal[] values = [.. series.Select(figure => figure.Quantity!.Value.Value).Order()];
            if (values.Length < FewestForScale)
                continue;

            var median = values[values.Length / 2];
            foreach (var (_, value) in rows.Among(series.Where(figure => IsOutOfScale(figure.Quantity!.Value.Value, median))))
            {
                var usual = Format.Full(new Quantity(median));
                log.Add(IssueKind.OutOfScale, new($"与本序列的中位数 {usual} 同一量级", $"a figure of the same order as its series, whose median is {usual}"), value);
            }
        }
    }

    private static bool IsOutOfScale(decimal value, decimal median) => value >= median * OutOfScale || value * OutOfScale <= median;

    private static string Text(Observation observation) => observation.Quantity is { } quantity ? Format.Full(quantity) : "—";

    /// <summary>Which figures come from rows of the file, so that an issue has a cell to point to.</summary>
    private sealed class RowsOf(IReadOnlyList<StagedFigure> figures)
    {
        // Most files have nothing to point to.
        private readonly Lazy<Dictionary<FigureKey, StagedFigure>> _byKey = new(() => figures.ToDictionary(figure => FigureKey.Of(figure.Observation)));

        /// <summary>Whether a row of the file says the same thing anew, so that the stored figure is about to be superseded.</summary>
        public bool Replace(Observation stored) => _byKey.Value.ContainsKey(FigureKey.Of(stored));

        public IEnumerable<(Observation Observation, Cell Value)> Among(IEnumerable<Observation> observations)
        {
            foreach (var observation in observations)
            {
                if (_byKey.Value.TryGetValue(FigureKey.Of(observation), out var row))
                    yield return (observation, row.Value);
            }
        }
    }
}
