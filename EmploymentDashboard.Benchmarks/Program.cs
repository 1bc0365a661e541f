using EmploymentDashboard.Benchmarks;

// Measures what a reader waits for: start, first load, and pages per second beside the counter page of the .NET template,
// both served by published programs in the same run, because the machine that measures is never quiet.
//
//   dotnet run -c Release --project EmploymentDashboard.Benchmarks [seconds per round, 5] [rounds, 5]
var seconds = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 5;
var rounds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5;
await PageBenchmark.RunAsync(TimeSpan.FromSeconds(seconds), rounds);
