using System.Diagnostics;
using System.Text.RegularExpressions;
using EmploymentDashboard.Tests.Commands;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Bulletins on paper, by the command line and an installed browser, read back by poppler.</summary>
public sealed class BulletinPrintTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "print.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pdf_OfASparseMonth_HoldsFiguresBoundsNotesAndPageNumbers()
    {
        await LoadAsync();
        await RunAsync("bulletin", "print", "2023-01", "--area", "巴南", "--output", File("banan.pdf"));
        var text = await ToolAsync("pdftotext", "-layout", File("banan.pdf"), "-");
        var pages = text.TrimEnd('\f', '\n').Split('\f');
        Assert.Equal(pages.Length, int.Parse(Regex.Match(await ToolAsync("pdfinfo", File("banan.pdf")), @"(?<=Pages:\s+)\d+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, System.Globalization.CultureInfo.InvariantCulture));
        for (var number = 1; number <= pages.Length; number++)
            Assert.Contains($"第 {number} 页，共 {pages.Length} 页", pages[number - 1], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Contains("草稿", page, StringComparison.Ordinal));
        Assert.Contains(">1,500", text, StringComparison.Ordinal);
        Assert.Contains("≥32,000", text, StringComparison.Ordinal);
        Assert.Contains("超过 1,500 个", text, StringComparison.Ordinal);
        Assert.Matches(new Regex("①\\s*期间由来源的日期和上下文推断", RegexOptions.None, TimeSpan.FromSeconds(1)), text);
        Assert.Contains("[1]", text, StringComparison.Ordinal);
        var info = await ToolAsync("pdfinfo", File("banan.pdf"));
        Assert.Contains("巴南区就业统计月报 2023 年 1 月", info, StringComparison.Ordinal);
        Assert.Contains("A4", info, StringComparison.Ordinal);
        // Bookmarks, for a reader of the file.
        Assert.Contains("/Outlines", System.Text.Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(File("banan.pdf"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reprint_IsTheSameButForTheDateOfPrint()
    {
        await LoadAsync();
        var issued = await RunAsync("bulletin", "issue", "2023-01", "--area", "巴南");
        Assert.Equal("2023-01-500113", issued.Output.Trim());
        foreach (var name in new[] { "first", "second" })
        {
            await RunAsync("bulletin", "reprint", "2023-01-500113", "--output", File(name + ".html"));
            await RunAsync("bulletin", "reprint", "2023-01-500113", "--lang", "en", "--output", File(name + ".pdf"));
        }

        Assert.Equal(await System.IO.File.ReadAllBytesAsync(File("first.html")), await System.IO.File.ReadAllBytesAsync(File("second.html")));
        Assert.Equal(await TextAsync("first"), await TextAsync("second"));
        Assert.Contains("2023-01-500113\t2023-01\t", (await RunAsync("bulletin", "list")).Output, StringComparison.Ordinal);

        async Task<string> TextAsync(string name) =>
            Regex.Replace(await ToolAsync("pdftotext", "-layout", File(name + ".pdf"), "-"), @"Printed \d{4}-\d\d-\d\d \d\d:\d\d", "", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("2023-13", "no month, quarter or year")]
    [InlineData("2023-01-30", "no month, quarter or year")]
    public async Task Print_OfWhatIsNoPeriod_IsRefusedWithTheForms(string period, string expected)
    {
        await LoadAsync();
        var run = await ProgramRun.OfAsync("bulletin", "print", period, "--output", File("x.html"), "--database", Database);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File("x.html")));
    }

    [Fact]
    public async Task Print_WithoutABrowser_SaysWhatElseCanBeDone()
    {
        await LoadAsync();
        var run = await ProgramRun.OfAsync("bulletin", "print", "2023-01", "--output", File("x.pdf"), "--chromium", File("nothing"), "--database", Database);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There is no browser", run.Error, StringComparison.Ordinal);
    }

    private string File(string name) => Path.Combine(_folder.Path, name);

    /// <summary>The articles' figures, by the way that analysts take.</summary>
    private async Task LoadAsync()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Data, "figures"), "*.csv").Order(StringComparer.Ordinal);
        await RunAsync(["import", .. files]);
    }

    private async Task<ProgramRun> RunAsync(params string[] arguments)
    {
        var run = await ProgramRun.OfAsync([.. arguments, "--database", Database]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    private static async Task<string> ToolAsync(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
