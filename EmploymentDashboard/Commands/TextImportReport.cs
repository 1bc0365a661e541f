using System.Globalization;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Reading;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Commands;

/// <summary>For a person.</summary>
internal sealed class TextImportReport(int show, TextWriter output) : ImportReport
{
    private static readonly RowFate[] LeftOut = [RowFate.NoFigures, RowFate.Preamble, RowFate.Total, RowFate.Note, RowFate.Example, RowFate.Rejected, RowFate.NotRead];

    public override void Begin(bool isDryRun)
    {
        if (isDryRun)
            output.WriteLine(new Bilingual("试运行：什么都不会改动。", "Dry run: nothing will be changed."));
    }

    public override void Add(FileResult result)
    {
        var name = Terminal.Plain(result.File);
        if (result.Preview is not { } preview)
        {
            output.WriteLine(name);
            WriteIssues(name, result.Failures);
            output.WriteLine("  " + Conclusion(result));
            return;
        }

        output.WriteLine(name);
        var counts = preview.Counts;
        if (preview.Reading is { } reading)
            WriteReading(reading);
        if (preview.Layout is { } layout)
        {
            WriteTable(layout, preview.Account!);
            output.WriteLine("  " + new Bilingual(
                $"读到 {Number(counts.Read)} 个数：新增 {Number(counts.Added)}，变更 {Number(counts.Changed)}，未变 {Number(counts.Unchanged)}，不收 {Number(counts.Rejected)}",
                $"{Number(counts.Read)} figures read: {Number(counts.Added)} added, {Number(counts.Changed)} changed, {Number(counts.Unchanged)} unchanged, {Number(counts.Rejected)} rejected"));
        }

        foreach (var (kind, count) in preview.IssueCounts)
            output.WriteLine($"  {ImportJson.Name(kind.Level)} {kind.Code} × {Number(count)}: {kind.Title}");
        WriteIssues(name, preview.Issues(take: show));
        WriteMore(preview.IssueCounts.Sum(count => count.Count) - show);
        foreach (var change in preview.Changed(take: show))
            output.WriteLine("  ~ " + FigureText.Change(change.Old.Observation, change.New.Observation));
        WriteMore(counts.Changed - show);
        output.WriteLine("  " + Conclusion(result));
    }

    public override void End(int exitCode)
    {
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static Bilingual NameOf(string delimiter) => delimiter switch
    {
        "\t" => new("制表符", "tab"),
        " " => new("空格", "space"),
        _ => new($"「{delimiter}」", $"“{delimiter}”"),
    };

    private static Bilingual Conclusion(FileResult result)
    {
        var rejected = result.Preview?.Counts.Rejected ?? 0;
        return result.Outcome switch
        {
            FileOutcome.Committed when rejected > 0 => new($"已收下，批次 {result.Batch!.Id}；其中 {rejected} 个不收", $"Committed as batch {result.Batch.Id}; {rejected} rejected"),
            FileOutcome.Committed => new($"已收下，批次 {result.Batch!.Id}", $"Committed as batch {result.Batch.Id}"),
            FileOutcome.WouldCommit => new("可以收下", "It can be committed"),
            FileOutcome.AlreadyLoaded when result.Batch!.State == BatchState.Undone =>
                new($"已在批次 {result.Batch.Id} 导入过，后被撤销；恢复用 redo {result.Batch.Id}", $"Already loaded as batch {result.Batch.Id}, which was undone; redo {result.Batch.Id} brings it back"),
            FileOutcome.AlreadyLoaded => new($"已在批次 {result.Batch!.Id} 导入过，未作改动", $"Already loaded as batch {result.Batch.Id}; nothing was changed"),
            FileOutcome.NothingToCommit => new("里面没有数字，未作改动", "There is no figure in it; nothing was changed"),
            FileOutcome.Rejected => new("有错，未收下。改好再导入，或用 --good-rows 只收无错的行", "It has errors and was not taken in. Mend them, or take the good rows with --good-rows"),
            FileOutcome.Unusable => new("读不成表格，未收下", "It cannot be read as a table, and was not taken in"),
            _ => throw new ArgumentOutOfRangeException(nameof(result), result.Outcome, null),
        };
    }

    private void WriteReading(FileReading reading)
    {
        var delimiter = NameOf(reading.Dialect.Delimiter);
        output.WriteLine(Terminal.Plain("  " + new Bilingual(
            $"编码 {reading.Encoding}（{reading.EncodingReason.Zh}），分隔符{delimiter.Zh}（{reading.DialectReason.Zh}）",
            $"encoding {reading.Encoding} ({reading.EncodingReason.En}), delimiter {delimiter.En} ({reading.DialectReason.En})")));
    }

    private void WriteTable(TableLayout table, TableAccount account)
    {
        var year = table.Year is { } known ? new Bilingual($"，年份 {known}", $", year {known}") : new("", "");
        output.WriteLine("  " + new Bilingual($"布局 {table.Kind.Code()}，表头在第 {string.Join("、", table.HeaderLines)} 行{year.Zh}", $"layout {table.Kind.Code()}, header on line {string.Join(", ", table.HeaderLines)}{year.En}"));
        foreach (var (field, cell) in table.Defaults)
            output.WriteLine(Terminal.Plain("  " + new Bilingual($"{field.Name().Zh}取「{cell.Text}」", $"{field.Name().En} is “{cell.Text}”") + (cell.Line > 0 ? new Bilingual($"（第 {cell.Line} 行）", $" (line {cell.Line})").ToString() : "")));
        var leftOut = string.Join(", ", LeftOut.Where(fate => account[fate] > 0).Select(fate => $"{ImportJson.Name(fate)} {Number(account[fate])}"));
        if (leftOut.Length > 0)
            output.WriteLine("  " + new Bilingual($"没有读成数字的行：{leftOut}", $"rows that gave no figures: {leftOut}"));
    }

    /// <summary>Places are written as compilers do, so that editors lead to them.</summary>
    private void WriteIssues(string name, IEnumerable<ImportIssue> issues)
    {
        foreach (var issue in issues)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{name}{(issue.Line is { } line ? $":{line}" : "")}{(issue.Column is { } column ? $":{column}" : "")}");
            var found = issue.Raw.Length == 0 ? "" : new Bilingual($"读到「{issue.Raw}」，", $"found “{issue.Raw}”, ").ToString();
            output.WriteLine(Terminal.Plain($"  {place}: {issue.Kind.Code}: {new Bilingual(
                $"{issue.Kind.Title.Zh}；{found}应为{issue.Expected.Zh}。{issue.Remedy.Zh}。",
                $"{issue.Kind.Title.En}; {found}expected {issue.Expected.En}. {issue.Remedy.En}.")}"));
        }
    }

    private void WriteMore(long more)
    {
        if (more > 0)
            output.WriteLine($"  {new Bilingual($"……还有 {more} 处", $"… and {more} more")}");
    }
}
