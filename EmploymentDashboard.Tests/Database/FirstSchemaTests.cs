using System.Security.Cryptography;
using System.Text;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Database;

/// <summary>A database that the first version of the program filled, opened with this one: nothing that it knew is lost, and all of it can still be done.</summary>
public sealed class FirstSchemaTests : IAsyncLifetime, IDisposable
{
    private const string FirstFile = "area,indicator,period,value,source\n500113,jobs_created,2023-01,5,early\n500113,jobs_created,2023-02~,6,early\n500115,loans,../2023-03,—,late\n";
    private const string SecondFile = "area,indicator,period,value,source\n500113,jobs_created,2023-01,7余,early\n500115,jobs_created,2023-01,8,early\nnowhere,jobs_created,2023-01,9,early\n";

    private static readonly DateTimeOffset FirstMoment = new(2023, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset SecondMoment = FirstMoment.AddDays(10);

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = new();
    private DashboardDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = new(Path.Combine(_folder.Path, "old.db"));
        await new Migrator(_database, _clock, [Migration.OfProgram()[0]]).MigrateAsync();
        await _database.WriteAsync((connection, transaction) =>
        {
            CatalogStore.Save(TestCatalog.Create(), connection, transaction);
            return true;
        });
        using (var connection = _database.Open())
        {
            FillAsTheFirstVersionDid(connection);
            Assert.Equal(["observation"], connection.Query<string>("SELECT name FROM sqlite_master WHERE name IN ('observation', 'stored_observation', 'change')"));
        }

        Assert.Equal(Migration.OfProgram().Count - 1, await new Migrator(_database, _clock).MigrateAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Figures_OfBefore_StandAsTheyDid()
    {
        Assert.Equal(["2/2 500113 jobs_created 2023-01 >7", "1/3 500113 jobs_created 2023-02~ =6", "2/3 500115 jobs_created 2023-01 =8", "1/4 500115 loans ../2023-03 Missing"], Standing());
        Assert.Equal("late", Figures(null).Single(figure => figure.Observation.Series.Indicator == "loans").Observation.Source);
    }

    /// <summary>Hours after the first batch, and the figures that were known then.</summary>
    [Theory]
    [InlineData(-1, 0, "")]
    [InlineData(0, 3, "=5")]
    [InlineData(239, 3, "=5")]
    [InlineData(240, 4, ">7")]
    public void Figures_AsOfAMoment_AreThoseOfThen(int hours, int count, string january)
    {
        var figures = Figures(FirstMoment.AddHours(hours));

        Assert.Equal(count, figures.Count);
        Assert.Equal(january, string.Concat(figures.Where(figure => figure.Observation.Series.Area == "500113" && figure.Observation.Period.Edtf == "2023-01").Select(Text)));
    }

    [Fact]
    public async Task Batches_OfBefore_KeepNumbersIssuesAndBytes()
    {
        var details = new BatchQuery(_database).Find(2)!;

        Assert.Equal((3, 1, 1, 0, 1), (details.Batch.RowsRead, details.Batch.Added, details.Batch.Changed, details.Batch.Unchanged, details.Batch.Rejected));
        Assert.Equal(("second.csv", "first-version", SecondMoment, BatchState.Committed, "{}", SecondFile.Length + 2), (details.Batch.FileName, details.Batch.ImportedBy, details.Batch.ImportedAt, details.Batch.State, details.Batch.Settings, details.Batch.Size));
        Assert.Equal([(ChangeKind.Commit, 2L, SecondMoment)], details.Changes.Select(change => (change.Kind, change.BatchId, change.MadeAt)));
        var issue = Assert.Single(new BatchQuery(_database).Issues(2, null, Paging.Of(1, 50, 1)));
        Assert.Equal((IssueKind.UnknownArea, 4, null, 1, "nowhere"), (issue.Kind, issue.Line, issue.Row, issue.Column, issue.Raw));
        var difference = new BatchDifference(_database);
        Assert.Equal(["5 → 7"], difference.Figures(2, DifferenceKind.Changed, Paging.Of(1, 50, 1)).Select(change => $"{change.Before!.Observation.Quantity!.Value.Value} → {change.After!.Observation.Quantity!.Value.Value}"));
        Assert.Equal([8m], difference.Figures(2, DifferenceKind.Added, Paging.Of(1, 50, 1)).Select(change => change.After!.Observation.Quantity!.Value.Value));

        using var connection = _database.Open();
        using var bytes = new MemoryStream();
        await BatchContent.CopyToAsync(connection, 2, bytes);
        Assert.Equal(SecondFile, Encoding.UTF8.GetString(bytes.ToArray()));
    }

    [Fact]
    public async Task Summaries_OfFiguresOfBefore_SayWhatTheySay()
    {
        using var connection = _database.Open();
        Assert.Equal(4L, connection.QuerySingle<long>("SELECT sum(figures) FROM series_summary"));
        Assert.Empty(Summaries.Differing(connection));

        await TurnAsync(1);

        Assert.Empty(Summaries.Differing(connection));
    }

    [Fact]
    public async Task RejectedRows_OfABatchOfBefore_AreWritten()
    {
        using var target = new MemoryStream();
        Assert.Equal(1, await RejectedRows.WriteAsync(_database, 2, target));
        Assert.Contains("\nnowhere,jobs_created,2023-01,9,early,", Encoding.UTF8.GetString(target.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void SameBytes_OfABatchOfBefore_AreKnown()
    {
        using var preview = new ImportRun(_database, _clock).Prepare(ImportFile.OfBytes("again.csv", Encoding.UTF8.GetBytes(FirstFile)), new());
        Assert.Equal((1L, false), (preview.AlreadyLoadedAs!.Value, preview.CanCommit));
    }

    [Fact]
    public async Task Batches_OfBefore_AreUndoneAndRedone()
    {
        var before = Dump();
        await TurnAsync(2);
        Assert.Equal(["1/2 500113 jobs_created 2023-01 =5", "1/3 500113 jobs_created 2023-02~ =6", "1/4 500115 loans ../2023-03 Missing"], Standing());

        await TurnAsync(2);
        Assert.Equal(before, Dump());

        await TurnAsync(1);
        Assert.Equal(["2/2 500113 jobs_created 2023-01 >7", "2/3 500115 jobs_created 2023-01 =8"], Standing());
        Assert.Equal(3, Figures(FirstMoment).Count);
    }

    /// <summary>Rows as the first version wrote them: each figure with its own period and moment, what it was superseded by, and the bytes whole.</summary>
    private static void FillAsTheFirstVersionDid(Microsoft.Data.Sqlite.SqliteConnection connection)
    {
        Batch(1, "first.csv", FirstFile, FirstMoment, (3, 3, 0, 0));
        Batch(2, "second.csv", SecondFile, SecondMoment, (3, 1, 1, 1));
        connection.Execute("""
            INSERT INTO batch_issue VALUES (2, 1, 'unknown_area', 'error', 4, 1, 'area', 'nowhere', '已知的地区', 'a known area', '改成已知的名称或代码', 'Use a known name or code');
            INSERT INTO series (id, area, indicator, breakdown, basis) VALUES (1, '500113', 'jobs_created', 'total', 'flow'), (2, '500115', 'loans', 'total', 'flow'), (3, '500115', 'jobs_created', 'total', 'flow');
            """);
        Figure(1, 1, Period.Parse("2023-01"), 5, "exact", "A", "early", 1, 2, FirstMoment, SecondMoment, 2);
        Figure(2, 1, Period.Parse("2023-02~"), 6, "exact", "A", "early", 1, 3, FirstMoment, null, null);
        Figure(3, 2, Period.Parse("../2023-03"), null, "exact", "O", "late", 1, 4, FirstMoment, null, null);
        Figure(4, 1, Period.Parse("2023-01"), 7, "more_than", "A", "early", 2, 2, SecondMoment, null, null);
        Figure(5, 3, Period.Parse("2023-01"), 8, "exact", "A", "early", 2, 3, SecondMoment, null, null);

        void Batch(long id, string name, string text, DateTimeOffset at, (int Read, int Added, int Changed, int Rejected) counts) => connection.Execute(
            "INSERT INTO batch VALUES (@id, @name, @sha256, 'utf-8', ',', 'long', 'first-version', @at, @Read, @Added, @Changed, 0, @Rejected, 'committed', @content)",
            new { id, name, sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), at = Moment.Write(at), counts.Read, counts.Added, counts.Changed, counts.Rejected, content = Encoding.UTF8.GetBytes(text) });

        void Figure(long id, long series, Period period, double? value, string bound, string status, string source, long batch, long line, DateTimeOffset at, DateTimeOffset? until, long? by) => connection.Execute(
            "INSERT INTO observation VALUES (@id, @series, @Edtf, @start, @end, @month, @value, @bound, @status, '', @source, '', '', @batch, @line, @at, @until, @by)",
            new
            {
                id,
                series,
                period.Edtf,
                start = Moment.Day(period.Start),
                end = Moment.Day(period.End),
                month = period.ReferenceMonth.ToString(),
                value,
                bound,
                status,
                source,
                batch,
                line,
                at = Moment.Write(at),
                until = until is { } moment ? Moment.Write(moment) : null,
                by,
            });
    }

    private async Task TurnAsync(long batch)
    {
        var history = new BatchHistory(_database, _clock);
        Assert.Equal(ReversalOutcome.Done, await history.TurnAsync(history.Preview(batch)!, "tester"));
    }

    private IReadOnlyList<Figure> Figures(DateTimeOffset? asOf)
    {
        using var connection = _database.Open();
        return FigureReader.Read(connection, FigureReader.Select + "WHERE " + FigureReader.KnownAsOf + " ORDER BY s.area, s.indicator, o.period", new { asOf = asOf is { } moment ? Moment.Write(moment) : null });
    }

    private IEnumerable<string> Standing() => Figures(null).Select(figure => $"{figure.BatchId}/{figure.Line} {figure.Observation.Series.Area} {figure.Observation.Series.Indicator} {figure.Observation.Period.Edtf} {Text(figure)}");

    private static string Text(Figure figure) => figure.Observation.Quantity is { } quantity ? $"{(quantity.Bound == Bound.MoreThan ? '>' : '=')}{quantity.Value}" : figure.Observation.Status.ToString();

    private string Dump()
    {
        using var target = new MemoryStream();
        new FigureExport(_database).Write(target, new());
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
