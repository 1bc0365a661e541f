using System.Globalization;
using EmploymentDashboard.Benchmarks;

// All that readers wait for, each measure beside its yardstick, into docs/benchmarks.md:
//
//   dotnet run -c Release --project EmploymentDashboard.Benchmarks report
//
// Or a part of it, printed only: queries, start, rates, browser, circuits [seconds, 60].
//
// What an analyst waits for: a long file taken in whole beside the bare loaders of SQLite, a preview, and a refusal.
//
//   dotnet run -c Release --project EmploymentDashboard.Benchmarks import [rows, 500000] [rounds, 5]
//
// What an official waits for in the Explorer, step by step and view by view: explore [rounds, 21].
// What staff wait for: one area's bulletin, all 38 as HTML, and as PDF: bulletin [rounds, 5].
int[] numbers = [.. args.Where(text => char.IsAsciiDigit(text[0])).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
switch (args.FirstOrDefault())
{
    case "report":
        await FullReport.RunAsync();
        break;
    case "queries":
        await QueryBenchmark.RunAsync(new(), Number(0, 21));
        break;
    case "start":
        await WithProgramsAsync(programs => StartBenchmark.RunAsync(programs, new(), Number(0, 9)));
        break;
    case "rates":
        await WithProgramsAsync(programs => RateBenchmark.RunAsync(programs, new(), TimeSpan.FromSeconds(Number(0, 5)), Number(1, 5)));
        break;
    case "browser":
        await WithProgramsAsync(programs => BrowserBenchmark.RunAsync(programs, new(), Number(0, 9), Number(1, 100)));
        break;
    case "circuits":
        await WithProgramsAsync(programs => CircuitBenchmark.RunAsync(programs, new(), TimeSpan.FromSeconds(Number(0, 60))));
        break;
    case "import":
        await ImportBenchmark.RunAsync(Number(0, 500_000), Number(1, 5));
        break;
    case "explore":
        await ExploreBenchmark.RunAsync(Number(0, 21));
        break;
    case "bulletin":
        await BulletinBenchmark.RunAsync(Number(0, 5));
        break;
    default:
        Console.Error.WriteLine("report, queries, start, rates, browser, circuits, import, explore or bulletin");
        return 2;
}

return 0;

int Number(int at, int otherwise) => at < numbers.Length ? numbers[at] : otherwise;

static async Task WithProgramsAsync(Func<Programs, Task> run)
{
    using var programs = await Programs.PublishAsync();
    await run(programs);
}
