using System.Globalization;
using Dapper;
using EmploymentDashboard.Import;
using EmploymentDashboard.Synthetic;

namespace EmploymentDashboard.Benchmarks;

/// <summary>
/// A store of a million figures that stand: the generated panel of 38 districts over ten years, with 160 indicators, which are the catalogue's own several
/// times over. A second batch has then revised the last month, as the next month's work would.
/// </summary>
internal static class LargeStore
{
    private const int Months = 120;
    private const int Indicators = 160;

    /// <summary>The catalogue is taken so many times.</summary>
    private const int Copies = 4;

    public static async Task<PanelStore> CreateAsync()
    {
        var store = await PanelStore.CreateEmptyAsync();
        var references = Path.Combine(store.Folder, "references");
        WriteReferences(Path.Combine(Checkout.Root, "data"), references);
        await LoadAsync(store, references, "data", new(Months: Months, Indicators: Indicators));
        await LoadAsync(store, references, "revision", new(Seed: 2, Months: 1, Indicators: Indicators));
        using var connection = store.Database.Open();
        await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return store;
    }

    private static async Task LoadAsync(PanelStore store, string references, string name, SyntheticPanelSize size)
    {
        var folder = Path.Combine(store.Folder, name);
        SyntheticDataFolder.Write(references, (await ReferenceTables.ReadAsync(references)).Catalog, size, folder);
        var report = await new DataFolder(store.Database, TimeProvider.System).LoadAsync(folder);
        if (report.HasErrors)
            throw new InvalidOperationException(report.Issues.First(issue => issue.IsError).ToString());
    }

    private static void WriteReferences(string data, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(data, "*.csv"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        var path = Path.Combine(folder, "indicators.csv");
        var lines = File.ReadAllLines(path);
        for (var copy = 2; copy <= Copies; copy++)
        {
            var number = copy.ToString(CultureInfo.InvariantCulture);
            File.AppendAllLines(path, lines.Skip(1).Where(line => line.Length > 0).Select(line => Renamed(line, number)));
        }
    }

    /// <summary>Another code and other names, and no aliases, which stand last.</summary>
    private static string Renamed(string line, string number)
    {
        var cells = line.Split(',', 3);
        var english = cells[2].StartsWith('"') ? $"\"{number} {cells[2][1..]}" : $"{number} {cells[2]}";
        return $"{cells[0]}_{number},{cells[1]}{number},{english[..(english.LastIndexOf(',') + 1)]}";
    }
}
