using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Overview;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmploymentDashboard.Tests.Features;

public sealed class AnswersAheadTests : IAsyncLifetime
{
    private readonly Language _language = Language.Chinese();
    private FilledDatabase _store = null!;

    public async Task InitializeAsync() => _store = await FilledDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        _language.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The tables are gone behind the program's back: whoever is answered was answered ahead.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Questions_ThatAllReadersAsk_AreAnsweredAhead(bool isAskedAhead)
    {
        await _store.TakeInAsync("500113 jobs_created total flow 2023-01 10", "500115 loans total flow 2023-02 7");
        var database = _store.Database;
        var (explorer, areas) = (new ExplorerQuery(database), new AreaQuery(database));
        var overviews = new Overviews(database, new(new(database), new(database), new(database), explorer), new CatalogCache(database));
        using var ahead = new AnswersAhead(database, overviews, explorer, areas, TimeProvider.System, NullLogger<AnswersAhead>.Instance);
        if (isAskedAhead)
            ahead.Ask();
        using (var connection = database.Open())
            connection.Execute("DROP VIEW observation; DROP TABLE confirmation; DROP TABLE bulletin_figure; DROP TABLE stored_observation; DROP TABLE series_summary; DROP TABLE area_month;");

        Func<object>[] questions = [() => overviews.Current, () => areas.Lines(), () => explorer.Indicators(), () => explorer.Figures("jobs_created", asOf: null), () => explorer.Figures("loans", asOf: null)];
        if (isAskedAhead)
            Assert.All(questions, question => Assert.NotNull(question()));
        else
            Assert.All(questions, question => Assert.Throws<SqliteException>(question));
    }
}
