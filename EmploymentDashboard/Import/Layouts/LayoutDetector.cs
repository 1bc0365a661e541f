namespace EmploymentDashboard.Import.Layouts;

/// <summary>Finds the header of a table and what its columns mean.</summary>
public static class LayoutDetector
{
    /// <summary>Records that are worth looking at: the first ones of the file.</summary>
    public const int SampleSize = 200;

    /// <summary>Records among which the header is looked for.</summary>
    private const int DeepestHeader = 40;

    /// <summary>What the table is, or null where none is found or something needed is nowhere; <paramref name="log"/> says what.</summary>
    /// <param name="sample">The first records of the file.</param>
    public static TableLayout? Detect(IReadOnlyList<CsvRow> sample, ReferenceNames names, LayoutSettings settings, IssueLog log)
    {
        var records = sample.Where(row => row.FirstWritten() >= 0).ToList();
        if (records.Count == 0)
        {
            log.Add(IssueKind.FileEmpty, new("表头和数据", "a header and data"));
            return null;
        }

        var drafts = Candidates(records, settings, names).Select(block => new TableDraft(block, records, settings, names)).ToList();
        if (Choose(drafts, records) is not { } draft)
        {
            var wanted = string.Join("、", new[] { FigureField.Area, FigureField.Indicator, FigureField.Period, FigureField.Value }.Select(field => HeaderWords.Wanted(field).Zh));
            var wantedEn = string.Join(", ", new[] { FigureField.Area, FigureField.Indicator, FigureField.Period, FigureField.Value }.Select(field => HeaderWords.Wanted(field).En));
            log.Add(IssueKind.NoTable, new($"一行表头，如 {wanted}；或以月份、指标、区县为列", $"a header row such as {wantedEn}, or columns of months, indicators or areas"), records[0].Line, records[0].Sentence());
            return null;
        }

        draft.Report(log);
        return draft.IsUsable ? draft.Layout() : null;
    }

    /// <summary>Whether the record may be a header of its own, looked at by itself.</summary>
    internal static bool MayBeHeader(CsvRow row, ReferenceNames names) => row.Written(limit: 2) >= 2 && HeaderBlock.Of([row], 0, null, names).IsLikely;

    private static IEnumerable<HeaderBlock> Candidates(List<CsvRow> records, LayoutSettings settings, ReferenceNames names)
    {
        if (settings.HeaderLine is { } line)
        {
            var at = records.FindIndex(row => row.Line <= line && line <= row.LastLine);
            if (at >= 0)
                yield return HeaderBlock.Of(records, at, settings.HeaderRows, names);
            yield break;
        }

        for (var first = 0; first < Math.Min(records.Count, DeepestHeader); first++)
        {
            if (records[first].Written(limit: 2) < 2)
                continue;

            var block = HeaderBlock.Of(records, first, settings.HeaderRows, names);
            if (!block.IsLikely && settings.Columns.Count == 0)
                continue;
            if (settings.HeaderRows is null && first > 0)
                block = block.WithRowAbove(records[first - 1]);
            yield return block;
        }
    }

    /// <summary>
    /// The first header that says all that is needed; but none beyond rows of data, for those would be passed over without a word.
    /// Where no header says all, the first likely one, whose issues then say what is missing.
    /// </summary>
    private static TableDraft? Choose(List<TableDraft> drafts, List<CsvRow> records)
    {
        var first = drafts.Find(draft => draft.IsUsable);
        var best = drafts.Where(draft => draft.Block.IsLikely || draft.IsSetByHand).Aggregate((TableDraft?)null, (chosen, draft) =>
            chosen is null || (draft.Block.Understood > chosen.Block.Understood && !HasDataBetween(chosen, draft, records)) ? draft : chosen);
        return first is null || (best is not null && best.Block.FirstLine < first.Block.FirstLine && HasDataBetween(best, first, records)) ? best : first;
    }

    private static bool HasDataBetween(TableDraft above, TableDraft below, List<CsvRow> records) => records.Exists(row =>
        row.Line > above.Block.LastLine && row.LastLine < below.Block.FirstLine && row.Written(limit: 2) >= 2 && row.Fields.Any(field => FigureParser.Read(field) is FigureReading.Number));
}
