using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace EmploymentDashboard.Tests.Commands;

/// <summary>One run of the built program as a process of its own, in English.</summary>
internal sealed record ProgramRun(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public JsonElement Json => JsonDocument.Parse(OutputBytes).RootElement;

    public static Task<ProgramRun> OfAsync(params string[] arguments) => WithInputAsync([], arguments);

    public static async Task<ProgramRun> WithInputAsync(byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EmploymentDashboard.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var (reading, error) = (process.StandardOutput.BaseStream.CopyToAsync(output), process.StandardError.ReadToEndAsync());
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.ToArray(), await error);
    }
}
