using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace EmploymentDashboard.Benchmarks;

/// <summary>All measures of what readers wait for, one after the other, into docs/benchmarks.md.</summary>
internal static class FullReport
{
    public static async Task RunAsync()
    {
        var report = new Report();
        await StartAndPagesAsync(report);
        await QueryBenchmark.RunAsync(report, rounds: 9);
        await WriteAsync(report);
    }

    private static async Task StartAndPagesAsync(Report report)
    {
        using var programs = await Programs.PublishAsync();
        await StartBenchmark.RunAsync(programs, report, rounds: 5);
        await RateBenchmark.RunAsync(programs, report, TimeSpan.FromSeconds(4), rounds: 3);
        await BrowserBenchmark.RunAsync(programs, report, loads: 9, changes: 80);
        await CircuitBenchmark.RunAsync(programs, report, TimeSpan.FromSeconds(60));
        // Queries take long on a busy machine: what is known so far is not lost.
        await WriteAsync(report);
    }

    private static Task WriteAsync(Report report) => File.WriteAllTextAsync(Path.Combine(Checkout.Root, "docs", "benchmarks.md"), Text(report));

    private static string Text(Report report) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"""
            # What readers wait for

            Made by

            ```sh
            dotnet run -c Release --project EmploymentDashboard.Benchmarks report
            ```

            on {DateTime.UtcNow:yyyy-MM-dd}, on a {RuntimeInformation.OSArchitecture} machine of {Environment.ProcessorCount} processors that others used at the same time, with .NET {Environment.Version}. What each measure is compared with was measured in the same run. The readers, the browser and the server share the processors.

            """)
        .Append('\n')
        .Append(report)
        .Append("""
            ### How it is measured

            - **Queries** (`queries`): a store of the generated panel, 38 districts over ten years with 160 indicators (the catalogue's own several times over, with targets, parts, gaps and bounds), and a second batch that revised the last month. "Asked anew" empties all that is kept before each round: what the first reader after a batch waits for, rows turned into figures and points included; the goal is judged by it. The code is compiled by then, as that of a server at work is: the rounds of the first two seconds do not count. "As readers meet it" is 200 times in a row, with what the program keeps in memory until the next batch. The `sqlite3` shell runs the very statements that the program sent, on the same file, in one process with its own timer.
            - **Start** (`start`): process started to first answer, in turn with the bare endpoint and the template; the database is filled already. "Compiled ahead" is the same program published with ReadyToRun, as the README advises.
            - **Pages per second** (`rates`): eight readers on the machine of the server, real data of the articles, in turn with the template's counter page. Pages that all readers get alike are kept for a minute, or until the figures change: this is what readers meet, not what a page costs to make.
            - **In the browser** (`browser`): headless Chromium. Bytes count headers and bodies as they came; those of the circuit as they are before its connection compresses them. "Fast 4G" is 165 ms latency, 8.1 Mbit/s down and 1.35 Mbit/s up. A change counts from the event of the list to the second animation frame after the new chart stood in the page.
            - **Circuits** (`circuits`): readers without a browser, who open the page, start its circuit, take and acknowledge what is drawn, and use the lists as a hand does. The live heap is what a full collection leaves; the working set is what the system counts before it.

            A word in brackets measures that part alone, and prints it: `dotnet run -c Release --project EmploymentDashboard.Benchmarks queries`. `import`, `explore` and `bulletin` measure what analysts and staff wait for; the README gives their results.

            """)
        .ToString();
}
