using System.Globalization;
using EmploymentDashboard.Benchmarks;

// Measures what a reader waits for: start, first load, and pages per second beside the counter page of the .NET template,
// both served by published programs in the same run, because the machine that measures is never quiet.
//
//   dotnet run -c Release --project EmploymentDashboard.Benchmarks [seconds per round, 5] [rounds, 5]
//
// Or what an analyst waits for: a long file taken in whole beside the bare loaders of SQLite, a preview, and a refusal.
//
//   dotnet run -c Release --project EmploymentDashboard.Benchmarks import [rows, 500000] [rounds, 5]
// Or what an official waits for in the Explorer, step by step and view by view.
//
//   dotnet run -c Release --project EmploymentDashboard.Benchmarks explore [rounds, 21]
// Or what staff wait for: one area's bulletin, all 38 as HTML, and as PDF.
//
//   dotnet run -c Release --project EmploymentDashboard.Benchmarks bulletin [rounds, 5]
//
string[] numbers = [.. args.SkipWhile(text => !char.IsAsciiDigit(text[0]))];
if (args is ["import", ..])
    await ImportBenchmark.RunAsync(Number(0, 500_000), Number(1, 5));
else if (args is ["explore", ..])
    await ExploreBenchmark.RunAsync(Number(0, 21));
else if (args is ["bulletin", ..])
    await BulletinBenchmark.RunAsync(Number(0, 5));
else
    await PageBenchmark.RunAsync(TimeSpan.FromSeconds(Number(0, 5)), Number(1, 5));

int Number(int at, int otherwise) => at < numbers.Length ? int.Parse(numbers[at], CultureInfo.InvariantCulture) : otherwise;
