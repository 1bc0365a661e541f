using System.Diagnostics;
using EmploymentDashboard.Shell;

namespace EmploymentDashboard.Tests.Commands;

/// <summary>One run of the built program, in a process of its own.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly string Assembly = typeof(DashboardApp).Assembly.Location;

    /// <param name="input">What standard input holds; nothing otherwise.</param>
    /// <param name="language">As the variable LANG has it.</param>
    public static async Task<ProgramRun> RunAsync(string[] arguments, string? input = null, string language = "en_GB.UTF-8")
    {
        using var process = Start(arguments, language);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts without waiting. The caller ends it.</summary>
    public static Process Start(string[] arguments, string language = "en_GB.UTF-8")
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LANG"] = start.Environment["LC_ALL"] = language;
        return Process.Start(start)!;
    }
}
