using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Data;

/// <summary>The project's data folder, loaded into a database of its own.</summary>
public sealed class ProjectData : IAsyncLifetime
{
    private TestDatabase _store = null!;

    public ReferenceTables Tables { get; private set; } = null!;

    public Catalog Catalog => Tables.Catalog;

    /// <summary>What the first load said.</summary>
    public LoadReport Report { get; private set; } = null!;

    public IReadOnlyList<Observation> Figures { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _store = await TestDatabase.CreateAsync();
        Tables = await ReferenceTables.ReadAsync(Repository.Data);
        Report = await LoadAsync();
        Figures = Stored();
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    public Task<LoadReport> LoadAsync() => new DataFolder(_store.Database, _store.Clock).LoadAsync(Repository.Data);

    /// <summary>All stored figures, superseded ones too.</summary>
    public IReadOnlyList<Observation> Stored()
    {
        using var connection = _store.Database.Open();
        return [.. FigureReader.Read(connection, FigureReader.Select).Select(figure => figure.Observation)];
    }

    public long Batches()
    {
        using var connection = _store.Database.Open();
        return connection.QuerySingle<long>("SELECT count(*) FROM batch");
    }
}
