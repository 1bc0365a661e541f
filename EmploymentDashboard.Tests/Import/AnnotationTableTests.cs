using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Tests.Import;

/// <summary>data/annotations.csv on its way into the database.</summary>
public sealed class AnnotationTableTests : IAsyncLifetime
{
    private const string Header = "code,period,area,indicator,theme,kind,text_zh,text_en,source,locator\n";
    private const string Good = "a,2023-01-30~,500113,jobs,,policy,招聘会开场,Fairs begin,paper,导语\n";

    private TestDatabase _store = null!;

    public async Task InitializeAsync()
    {
        _store = await TestDatabase.CreateAsync();
        ReferenceFiles.Write(_store.Folder);
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Row_Loaded_IsStoredWithAllItSays()
    {
        Assert.Empty((await LoadAsync(Good + "b,2023-02/2023-04,,,work,note,口径有变,,,\n")).Issues);

        var (later, earlier) = All() is [var first, var second] ? (first, second) : throw new InvalidOperationException("Two were loaded.");
        Assert.Equal(("a", "data", _store.Clock.Now, true), (earlier.Code, earlier.MadeBy, earlier.MadeAt, earlier.Stands));
        Assert.Equal(
            ("2023-01-30~", "500113", "jobs", null, AnnotationKind.Policy, "招聘会开场", "Fairs begin", "paper", "导语"),
            (earlier.Content.Period.Edtf, earlier.Content.Area, earlier.Content.Indicator, earlier.Content.Theme, earlier.Content.Kind, earlier.Content.Chinese, earlier.Content.English, earlier.Content.Source, earlier.Content.Locator));
        Assert.Equal((null, "work", AnnotationKind.Note, null), (later.Content.Area, later.Content.Theme, later.Content.Kind, later.Content.Source));
        Assert.Equal(("2023-02", "2023-04"), (later.Content.FirstMonth.ToString(), later.Content.LastMonth.ToString()));
        using (Language.English())
            Assert.Equal("口径有变", later.Content.Text.ToString());
    }

    /// <summary>A row put after a good one, and the issue that it must give. The good one and the figures stay.</summary>
    [Theory]
    [InlineData("b,May 2020,,,,note,字,,,", "invalid_cell", "period")]
    [InlineData("b,2023-01,500999,,,note,字,,,", "unknown_area", "area")]
    [InlineData("b,2023-01,,posts,,note,字,,,", "unknown_indicator", "indicator")]
    [InlineData("b,2023-01,,,play,note,字,,,", "unknown_reference", "theme")]
    [InlineData("b,2023-01,,jobs,work,note,字,,,", "invalid_cell", "theme")]
    [InlineData("b,2023-01,,,,law,字,,,", "invalid_cell", "kind")]
    [InlineData("b,2023-01,,,,note,,words,,", "invalid_cell", "text_zh")]
    [InlineData("b,2023-01,,,,note,字,,radio,", "unknown_source", "source")]
    [InlineData("a,2023-01,,,,note,字,,,", "duplicate_code", "code")]
    [InlineData(",2023-01,,,,note,字,,,", "invalid_cell", "code")]
    [InlineData("b,2023-01", "ragged_row", "")]
    public async Task Row_WithAnError_IsLeftOutAndPointedTo(string row, string code, string column)
    {
        _store.Folder.Write("figures/a.csv", "area,indicator,period,value,source\n500113,jobs,2023-01,5,paper\n");
        var report = await LoadAsync(Good + row + "\n");

        var issue = Assert.Single(report.Issues);
        Assert.Equal((code, "annotations.csv", 3, column), (issue.Kind.Code, issue.File, issue.Line, issue.ColumnName));
        Assert.Equal("a", Assert.Single(All()).Code);
        Assert.Equal(1, Assert.Single(report.Files).Counts.Added);
    }

    [Fact]
    public async Task File_ThatIsNotThere_IsNoIssue()
    {
        var report = await new DataFolder(_store.Database, _store.Clock).LoadAsync(_store.Folder.Path);
        Assert.Empty(report.Issues);
        Assert.Empty(All());
    }

    [Fact]
    public async Task Row_LoadedAgain_ChangesNothing()
    {
        await LoadAsync(Good);
        var before = All();
        _store.Clock.Now = _store.Clock.Now.AddDays(1);
        await LoadAsync(Good);
        Assert.Equal(before.Select(Text), All().Select(Text));
    }

    /// <summary>The least change counts: of a letter, or of how the day is known.</summary>
    [Theory]
    [InlineData("a,2023-01-30~,500113,jobs,,policy,招聘会开幕,Fairs begin,paper,导语\n")]
    [InlineData("a,2023-01-30,500113,jobs,,policy,招聘会开场,Fairs begin,paper,导语\n")]
    public async Task Row_Changed_TakesThePlaceOfTheOlderOneWhichStays(string changed)
    {
        await LoadAsync(Good);
        await LoadAsync(changed);

        var (old, current) = (All().Single(one => !one.Stands), All().Single(one => one.Stands));
        Assert.Equal((old.Id, "data"), (current.Replaces!.Value, old.WithdrawnBy));
    }

    /// <summary>The file is heard again only where it says something that it has not said last.</summary>
    [Fact]
    public async Task Row_ThatSomeoneWithdrew_ComesBackOnlyWhenTheFileSaysSomethingElse()
    {
        await LoadAsync(Good);
        await WriteAsync((annotation, connection, transaction) => AnnotationStore.Withdraw(annotation.Id, "li", _store.Clock.Now, connection, transaction));
        await LoadAsync(Good);
        Assert.Equal("li", Assert.Single(All()).WithdrawnBy);

        await LoadAsync(Good.Replace("开场", "开幕", StringComparison.Ordinal));
        Assert.Equal("招聘会开幕", All().Single(one => one.Stands).Content.Chinese);
    }

    [Fact]
    public async Task Row_ThatSomeoneCorrected_StaysCorrectedAtTheNextStart()
    {
        await LoadAsync(Good);
        await WriteAsync((annotation, connection, transaction) => AnnotationStore.Replace(annotation, annotation.Content with { Chinese = "首场招聘会" }, "li", _store.Clock.Now, connection, transaction) is not null);
        await LoadAsync(Good);

        var current = All().Single(one => one.Stands);
        Assert.Equal(("首场招聘会", "a", "li"), (current.Content.Chinese, current.Code, current.MadeBy));
    }

    /// <summary>An area, indicator, theme or source stays in the catalogue as long as an annotation names it.</summary>
    [Fact]
    public async Task Catalogue_KeepsWhatAnAnnotationNames()
    {
        await LoadAsync(Good + "b,2023-02,,,work,note,字,,,\n");
        var other = TestCatalog.Create();
        await _store.SaveAsync(new(other.Areas.Where(area => area.Code != "500113"), other.Themes, other.Indicators, other.Breakdowns, other.Sources));

        using var connection = _store.Database.Open();
        var catalog = CatalogStore.Read(connection);
        Assert.True(catalog.TryIndicator("jobs", out _) && catalog.TryTheme("work", out _) && catalog.TrySource("paper", out _) && catalog.TryArea("500113", out _));
    }

    /// <summary>Does something to the only annotation that stands.</summary>
    private async Task WriteAsync(Func<Annotation, SqliteConnection, SqliteTransaction, bool> write) => Assert.True(await _store.Database.WriteAsync(
        (connection, transaction) => write(AnnotationStore.All(connection, transaction).Single(one => one.Stands), connection, transaction)));

    private Task<LoadReport> LoadAsync(string rows)
    {
        _store.Folder.Write("annotations.csv", Header + rows);
        return new DataFolder(_store.Database, _store.Clock).LoadAsync(_store.Folder.Path);
    }

    private IReadOnlyList<Annotation> All()
    {
        using var connection = _store.Database.Open();
        return AnnotationStore.All(connection);
    }

    private static string Text(Annotation annotation) => $"{annotation}";
}
