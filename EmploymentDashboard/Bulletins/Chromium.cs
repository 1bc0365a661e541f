using System.Diagnostics;
using System.Text;

namespace EmploymentDashboard.Bulletins;

/// <summary>A browser of the Chromium family that is installed here: the one thing that sets HTML as PDF with fonts, bookmarks and tags.</summary>
public sealed class Chromium(string path)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    private static readonly string[] Places =
    [
        @"Google\Chrome\Application\chrome.exe",
        @"Microsoft\Edge\Application\msedge.exe",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] Quiet =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-extensions", "--hide-scrollbars",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The one named, or the first of the usual ones that is there; null where there is none.</summary>
    /// <param name="named">Path from the settings or the command line; empty to look around.</param>
    public static Chromium? Find(string named)
    {
        if (named.Length > 0)
            return File.Exists(named) ? new(named) : null;

        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name + suffix)));
        Environment.SpecialFolder[] roots = [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];
        var usual = Places.SelectMany(place => roots.Select(root => Path.Combine(Environment.GetFolderPath(root), place)));
        return onPath.Concat(usual).FirstOrDefault(File.Exists) is { } found ? new(found) : null;
    }

    /// <summary>Sets HTML as PDF, with bookmarks.</summary>
    /// <exception cref="IOException">The browser gave none; the message says what it said.</exception>
    public Task PrintAsync(string html, string pdf, CancellationToken cancellation = default) => WithPageAsync(html, async page =>
    {
        var printed = Path.ChangeExtension(page, ".pdf");
        var said = await RunAsync(page, ["--no-pdf-header-footer", "--generate-pdf-document-outline", $"--print-to-pdf={printed}"], cancellation);
        Take(printed, pdf, said.Error);
        return true;
    });

    /// <summary>The HTML that a page is once its script has run.</summary>
    /// <param name="width">Of the window, in CSS pixels.</param>
    public Task<string> DumpAsync(string html, int width, CancellationToken cancellation = default) => WithPageAsync(html, async page =>
        (await RunAsync(page, ["--dump-dom", $"--window-size={width},1000"], cancellation)).Output);

    /// <summary>A picture of a page, two dots a CSS pixel.</summary>
    /// <param name="width">Of the window, in CSS pixels, as is the height.</param>
    /// <returns>PNG.</returns>
    /// <exception cref="IOException">The browser gave none; the message says what it said.</exception>
    public Task<byte[]> PictureAsync(string html, int width, int height, CancellationToken cancellation = default) => WithPageAsync(html, async page =>
    {
        var taken = Path.ChangeExtension(page, ".png");
        var said = await RunAsync(page, [$"--screenshot={taken}", $"--window-size={width},{height}", "--force-device-scale-factor=2"], cancellation);
        return File.Exists(taken) ? await File.ReadAllBytesAsync(taken, cancellation) : throw new IOException($"{path}: {said.Error}");
    });

    private static async Task<T> WithPageAsync<T>(string html, Func<string, Task<T>> work)
    {
        var folder = Directory.CreateTempSubdirectory("bulletin-");
        try
        {
            var page = Path.Combine(folder.FullName, "bulletin.html");
            await File.WriteAllTextAsync(page, html);
            return await work(page);
        }
        finally
        {
            // The browser's helpers may still hold files for a moment; what is left lies in the system's folder for such.
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
            }
        }
    }

    private void Take(string made, string target, string said)
    {
        if (!File.Exists(made))
            throw new IOException($"{path}: {said}");
        File.Move(made, target, overwrite: true);
    }

    private async Task<(string Output, string Error)> RunAsync(string page, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(path, [.. Quiet, $"--user-data-dir={Path.Combine(Path.GetDirectoryName(page)!, "profile")}", .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 };
        // Its sandbox cannot be had by root on Linux, where containers run. The page is our own and loads nothing.
        if (OperatingSystem.IsLinux() && Environment.UserName == "root")
            start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        using var process = Process.Start(start) ?? throw new IOException($"{path} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (output, await error);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new IOException($"{path} had not finished after {Patience.TotalMinutes:0} minutes.", exception);
        }
    }
}
