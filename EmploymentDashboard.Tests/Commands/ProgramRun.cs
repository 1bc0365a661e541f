using System.Diagnostics;
using System.Text;
using System.Text.Json;
using EmploymentDashboard.Shell;

namespace EmploymentDashboard.Tests.Commands;

/// <summary>One run of the built program, in a process of its own.</summary>
internal sealed record ProgramRun(int ExitCode, byte[] OutputBytes, string Error)
{
    private const string English = "en_GB.UTF-8";

    private static readonly string Assembly = typeof(DashboardApp).Assembly.Location;

    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public JsonElement Json => JsonDocument.Parse(OutputBytes).RootElement;

    public static Task<ProgramRun> OfAsync(params string[] arguments) => WithInputAsync([], arguments);

    public static Task<ProgramRun> WithInputAsync(byte[] input, params string[] arguments) => RunAsync(arguments, input);

    /// <param name="input">What standard input holds; nothing otherwise.</param>
    /// <param name="language">As the variable LANG has it.</param>
    public static Task<ProgramRun> RunAsync(string[] arguments, string? input = null, string language = English) =>
        RunAsync(arguments, Encoding.UTF8.GetBytes(input ?? ""), language);

    /// <summary>Starts without waiting. The caller ends it.</summary>
    public static Process Start(string[] arguments, string language = English)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LANG"] = start.Environment["LC_ALL"] = language;
        return Process.Start(start)!;
    }

    private static async Task<ProgramRun> RunAsync(string[] arguments, byte[] input, string language = English)
    {
        using var process = Start(arguments, language);
        using var output = new MemoryStream();
        var (reading, error) = (process.StandardOutput.BaseStream.CopyToAsync(output), process.StandardError.ReadToEndAsync());
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        await reading;
        return new(process.ExitCode, output.ToArray(), await error);
    }
}
