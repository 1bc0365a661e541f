using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Benchmarks;

/// <summary>Takes generated files in, beside bare loaders of the same files, and prints what was measured as Markdown tables.</summary>
internal sealed class ImportBenchmark
{
    private const int PreviewRows = 10_000;
    private const int Previews = 100;
    private const int RefusedSize = 50_000_000;

    private readonly string _folder;
    private readonly Catalog _catalog;
    private int _databases;

    private ImportBenchmark(string folder, Catalog catalog) => (_folder, _catalog) = (folder, catalog);

    public static async Task RunAsync(int rows, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-benchmark-").FullName;
        try
        {
            var tables = await ReferenceTables.ReadAsync(Path.Combine(AppContext.BaseDirectory, "data"));
            var benchmark = new ImportBenchmark(folder, tables.Catalog);
            await benchmark.WarmUpAsync();
            await benchmark.MemoryAsync(rows);
            await benchmark.LoadersAsync(rows, rounds, Course.Smooth, [Loader.Shell, Loader.Utilities]);
            await benchmark.LoadersAsync(rows, rounds, Course.Wild, [Loader.Shell]);
            await benchmark.PreviewsAsync(rows);
            await benchmark.RefusalsAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task WarmUpAsync()
    {
        var file = Generate(PreviewRows, Course.Smooth);
        for (var i = 0; i < 5; i++)
            await ImportAsync(file);
    }

    private async Task MemoryAsync(int rows)
    {
        Measured.Print($"| rows | peak growth of memory, MB |\n|---|---|");
        foreach (var count in new[] { rows / 5, rows })
        {
            var file = Generate(count, Course.Smooth);
            using var watch = new MemoryWatch();
            await ImportAsync(file);
            watch.Dispose();
            Measured.Print($"| {count:N0} | {watch.GrowthInMegabytes:0} |");
        }
    }

    private async Task LoadersAsync(int rows, int rounds, Course course, IReadOnlyList<Loader> loaders)
    {
        var file = Generate(rows, course);
        var (prepare, commit, seconds) = (new List<double>(), new List<double>(), loaders.ToDictionary(loader => loader, _ => new List<double>()));
        for (var i = 0; i < rounds; i++)
        {
            var (prepared, committed) = await ImportAsync(file);
            prepare.Add(prepared);
            commit.Add(committed);
            foreach (var (loader, taken) in seconds)
            {
                if (await loader.LoadAsync(file, NewDatabase()) is { } time)
                    taken.Add(time);
            }
        }

        var full = Measured.Median([.. prepare.Zip(commit, (one, other) => one + other)]);
        Measured.Print($"\n| {rows:N0} rows, {new FileInfo(file).Length / 1e6:0} MB, {course} | seconds, median of {rounds} | full import : this |\n|---|---|---|");
        Measured.Print($"| full import | {full:0.00} = {Measured.Median(prepare):0.00} preview + {Measured.Median(commit):0.00} commit | |");
        foreach (var (loader, taken) in seconds)
        {
            if (taken.Count == 0)
                Measured.Print($"| {loader.Name} | not installed | |");
            else
                Measured.Print($"| {loader.Name} | {Measured.Median(taken):0.00} | {full / Measured.Median(taken):0.00} |");
        }
    }

    private async Task PreviewsAsync(int rows)
    {
        var file = Generate(PreviewRows, Course.Smooth);
        Measured.Print($"\n| preview of {PreviewRows:N0} rows | median, ms | 95th percentile, ms |\n|---|---|---|");
        using var store = await CreateStoreAsync();
        await PrintAsync("in an empty store");
        await store.ImportAsync(Generate(rows, Course.Wild));
        await PrintAsync($"in a store of {rows:N0} other figures of the same series");

        async Task PrintAsync(string where)
        {
            var times = new List<double>();
            for (var i = 0; i < Previews; i++)
                times.Add(await store.PreviewAsync(file));
            Measured.Print($"| {where} | {Measured.Median(times):0} | {Measured.Percentile(times, 95):0} |");
        }
    }

    private async Task RefusalsAsync()
    {
        var file = Generate(RefusedSize / 100, Course.Smooth);
        var rows = await File.ReadAllTextAsync(file);
        var half = rows.IndexOf('\n', rows.Length / 2) + 1;
        using var store = await CreateStoreAsync();
        Measured.Print($"\n| {RefusedSize / 1_000_000} MB, refused | ms |\n|---|---|");
        await PrintAsync("one line of one cell", new('a', RefusedSize));
        await PrintAsync("one line of many cells", rows.Replace('\n', ','));
        await PrintAsync("a quote never closed in the first row", rows.Insert(rows.IndexOf('\n', StringComparison.Ordinal) + 1, "\""));
        await PrintAsync("a quote never closed halfway", rows.Insert(half, "\""));

        async Task PrintAsync(string what, string text)
        {
            await File.WriteAllTextAsync(file, text);
            Measured.Print($"| {what} | {await store.RefuseAsync(file):0} |");
        }
    }

    private async Task<(double Prepare, double Commit)> ImportAsync(string file)
    {
        using var store = await CreateStoreAsync();
        return await store.ImportAsync(file);
    }

    private Task<Store> CreateStoreAsync() => Store.CreateAsync(NewDatabase(), _catalog);

    private string Generate(int rows, Course course)
    {
        var path = Path.Combine(_folder, $"{course}-{rows}.csv");
        if (!File.Exists(path))
            new LongFile(_catalog, course).Write(path, rows);
        return path;
    }

    private string NewDatabase() => Path.Combine(_folder, $"{++_databases}.db");
}
