using System.Diagnostics;

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
        "--disable-sync", "--disable-extensions", "--hide-scrollbars", "--no-pdf-header-footer", "--generate-pdf-document-outline",
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

    /// <summary>Sets a file of HTML as PDF.</summary>
    /// <exception cref="IOException">The browser gave none; the message says what it said.</exception>
    public async Task PrintAsync(string html, string pdf, CancellationToken cancellation = default)
    {
        var profile = Directory.CreateTempSubdirectory("bulletin-");
        try
        {
            var page = Path.Combine(profile.FullName, "bulletin.html");
            await File.WriteAllTextAsync(page, html, cancellation);
            var printed = Path.Combine(profile.FullName, "bulletin.pdf");
            var start = new ProcessStartInfo(path) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in Quiet)
                start.ArgumentList.Add(argument);
            // Its sandbox cannot be had by root on Linux, where containers run. The page is our own and loads nothing.
            if (OperatingSystem.IsLinux() && Environment.UserName == "root")
                start.ArgumentList.Add("--no-sandbox");
            start.ArgumentList.Add($"--user-data-dir={Path.Combine(profile.FullName, "profile")}");
            start.ArgumentList.Add($"--print-to-pdf={printed}");
            start.ArgumentList.Add(new Uri(page).AbsoluteUri);
            var said = await RunAsync(start, cancellation);
            if (!File.Exists(printed))
                throw new IOException($"{path}: {said}");

            File.Move(printed, pdf, overwrite: true);
        }
        finally
        {
            // The browser's helpers may still hold files for a moment; what is left lies in the system's folder for such.
            try
            {
                profile.Delete(recursive: true);
            }
            catch (IOException)
            {
            }
        }
    }

    private static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var process = Process.Start(start) ?? throw new IOException($"{start.FileName} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return await error;
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new IOException($"{start.FileName} had not finished after {Patience.TotalMinutes:0} minutes.", exception);
        }
    }
}
