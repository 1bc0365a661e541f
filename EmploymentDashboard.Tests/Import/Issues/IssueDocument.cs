using System.Globalization;
using System.Text;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import.Issues;

/// <summary>The list of issues for people, in one language: the program's own words, with an example and what it is told about it.</summary>
internal sealed class IssueDocument(string name, Func<Bilingual, string> say)
{
    public static IssueDocument English { get; } = new("import-issues.md", text => text.En);

    public static IssueDocument Chinese { get; } = new("import-issues.zh-CN.md", text => text.Zh);

    public string Path { get; } = System.IO.Path.Combine(Repository.Root, "docs", name);

    /// <param name="found">What each kind's example gives.</param>
    public string Write(IReadOnlyDictionary<IssueKind, IReadOnlyList<ImportIssue>> found)
    {
        var text = new StringBuilder();
        Line(text, new("# 导入问题一览", "# Issues of an import"));
        Line(text, new(
            "导入一个文件时可能报告的所有问题，各有代码、例子和做法。**错误**使那一行（或整个文件）不载入，其余好行可以照常载入；**警告**照样载入，请人看一眼。",
            "All that an import may report, each with its code, an example and what to do. An **error** keeps its row (or the file) out, and good rows can be taken in all the same; a **warning** lets it in and asks someone to look."));
        Line(text, new(
            $"例子都按来源 `{IssueExample.Source}` 和项目 `data` 文件夹里的名称导入；测试逐个运行它们，核对代码、行和列。`<C7>` 表示值为 C7 的一个字节，`<见说明 × 400000>` 表示这几个字重复四十万次。",
            $"The examples are imported with the source `{IssueExample.Source}` and the names of the project's `data` folder; a test runs each and compares code, line and column. `<C7>` is the byte of that value, `<见说明 × 400000>` the text so many times."));
        Line(text, new("| 代码 | 级别 | 意思 |\n|---|---|---|", "| code | level | meaning |\n|---|---|---|"), end: "\n");
        foreach (var kind in IssueKind.All)
            Line(text, new($"| [`{kind.Code}`](#{kind.Code}) | {Level(kind)} | {kind.Title.Zh} |", $"| [`{kind.Code}`](#{kind.Code}) | {Level(kind)} | {kind.Title.En} |"), end: "\n");
        foreach (var kind in IssueKind.All)
            Section(text, IssueExamples.All.Single(example => example.Kind == kind), found[kind]);
        return text.ToString();
    }

    private void Section(StringBuilder text, IssueExample example, IReadOnlyList<ImportIssue> issues)
    {
        var kind = example.Kind;
        text.Append('\n');
        Line(text, new($"## {kind.Code}", $"## {kind.Code}"));
        Line(text, new($"**{kind.Title.Zh}**（{Level(kind)}）。{kind.Remedy.Zh}。", $"**{kind.Title.En}** ({Level(kind)}). {kind.Remedy.En}."));
        if (example.Before.Length > 0)
        {
            Line(text, new("先载入了：", "Taken in before:"));
            Block(text, example.Before);
            Line(text, new("然后是：", "Then comes:"));
        }

        if (example.Remark is { } remark)
            Line(text, remark);
        if (example.Text.Length > 0)
            Block(text, example.Text);
        text.AppendJoin(">\n", issues.Select(issue => $"> {say(issue.Describe())}\n"));
    }

    private static void Block(StringBuilder text, string file) => text.Append(CultureInfo.InvariantCulture, $"```csv\n{file}```\n\n");

    private void Line(StringBuilder text, Bilingual line, string end = "\n\n") => text.Append(say(line)).Append(end);

    private string Level(IssueKind kind) => say(kind.Level == IssueLevel.Error ? new("错误", "error") : new("警告", "warning"));
}
