using System.Globalization;
using System.Text;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import;

public sealed class ImportRunTests : IAsyncLifetime
{
    private const string Header = "area,indicator,breakdown,basis,period,value,unit,bound,as_printed,status,source,locator,note";
    private static readonly ImportSettings Settings = new() { Layout = new() { Source = "early" } };

    private TestDatabase _store = null!;
    private ImportRun _run = null!;

    public async Task InitializeAsync()
    {
        _store = await TestDatabase.CreateAsync(TestCatalog.Create());
        _run = new(_store.Database, _store.Clock);
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A program that is killed leaves the rows it read beside the store; the next import of another day takes them away, and those of a run that goes on stay.</summary>
    [Fact]
    public async Task Rows_LeftByAnImportThatWasKilled_AreTakenAwayLater()
    {
        var (left, other) = (_store.Database.Path + ".staged-left", _store.Database.Path + ".staged-other");
        await System.IO.File.WriteAllTextAsync(left, "rows");
        await System.IO.File.WriteAllTextAsync(other, "rows");
        System.IO.File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-25));
        System.IO.File.SetLastWriteTimeUtc(other, DateTime.UtcNow.AddHours(-23));

        await CommitAsync(Header + "\n500113,loans,local,cumulative,../2023-03~,430000000,元,more_than,4.3亿余元,P,late,导语,起点未载明\n");

        Assert.Equal((false, true), (System.IO.File.Exists(left), System.IO.File.Exists(other)));
    }

    [Fact]
    public async Task Row_WithAllColumns_IsStoredAsWritten()
    {
        await CommitAsync(Header + "\n500113,loans,local,cumulative,../2023-03~,430000000,元,more_than,4.3亿余元,P,late,导语,起点未载明\n");

        var figure = Assert.Single(Figures());
        Assert.Equal(
            new Observation
            {
                Series = new("500113", "loans", "local", Basis.Cumulative),
                Period = Period.Parse("../2023-03~"),
                Quantity = new(430_000_000, Bound.MoreThan),
                Status = ObsStatus.Provisional,
                Source = "late",
                AsPrinted = "4.3亿余元",
                Locator = "导语",
                Note = "起点未载明",
            },
            figure.Observation);
        Assert.Equal("../2023-03~", figure.Observation.Period.Edtf);
        Assert.Equal((1, 2, _store.Clock.Now), (figure.BatchId, figure.Line, figure.RecordedAt));
    }

    [Fact]
    public async Task Row_WithRequiredColumnsOnly_TakesTheDefaults()
    {
        await CommitAsync("区县,指标,月份,数值\n巴南,新增就业,2023年1月,1500余\n");

        var observation = Assert.Single(Figures()).Observation;
        Assert.Equal(new SeriesKey("500113", "jobs_created", "total", Basis.Flow), observation.Series);
        Assert.Equal(new Quantity(1500, Bound.MoreThan), observation.Quantity);
        Assert.Equal(("2023-01", ObsStatus.Normal, "early", ""), (observation.Period.Edtf, observation.Status, observation.Source, observation.AsPrinted));
    }

    /// <summary>Value cell, unit cell and what comes of them; null where the row is refused for its unit.</summary>
    [Theory]
    [InlineData("jobs_created", "3.2", "万人", "32000")]
    [InlineData("jobs_created", "3.2", "千人", "3200")]
    [InlineData("jobs_created", "3.2万", "人", "32000")]
    [InlineData("jobs_created", "3.2万人", "", "32000")]
    [InlineData("jobs_created", "450名", "", "450")]
    [InlineData("jobs_created", "450", "Persons", "450")]
    [InlineData("loans", "877", "万元", "8770000")]
    [InlineData("loans", "4.3", "亿元", "430000000")]
    [InlineData("subsidy", "600元/人", "元/人", "600")]
    [InlineData("unemployment", "5.5%", "％", "5.5")]
    [InlineData("rate_change", "-7.1", "百分点", "-7.1")]
    [InlineData("loans", "3.2万", "万元", null)]
    [InlineData("loans", "877元", "万元", null)]
    [InlineData("loans", "877", "人", null)]
    [InlineData("loans", "877人", "", null)]
    [InlineData("unemployment", "0.5", "万", null)]
    public void Unit_OfTheRow_IsConvertedOrRefused(string indicator, string value, string unit, string? expected)
    {
        var preview = Prepare($"area,indicator,period,value,unit\n500113,{indicator},2023-01,{value},{unit}\n");

        if (expected is null)
            Assert.Equal("unit_mismatch", Assert.Single(preview.Issues()).Kind.Code);
        else
            Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Assert.Single(preview.Added()).Observation.Quantity?.Value);
    }

    /// <summary>A row (without header), the code that it must give, and the column that it must point to.</summary>
    [Theory]
    [InlineData("巴男区,jobs_created,,,2023-01,1,,,,,,,", "unknown_area", 1)]
    [InlineData("500113,jobs,,,2023-01,1,,,,,,,", "unknown_indicator", 2)]
    [InlineData("500113,jobs_created,women,,2023-01,1,,,,,,,", "unknown_breakdown", 3)]
    [InlineData("500113,jobs_created,,monthly,2023-01,1,,,,,,,", "unknown_basis", 4)]
    [InlineData("500113,jobs_created,,,Jan-23,1,,,,,,,", "period_unreadable", 5)]
    [InlineData("500113,jobs_created,,,2023-01,10-20,,,,,,,", "not_a_number", 6)]
    [InlineData("500113,jobs_created,,,2023-01,,,,,,,,", "value_without_number", 6)]
    [InlineData("500113,jobs_created,,,2023-01,—,,,,A,,,", "value_without_number", 6)]
    [InlineData("500113,jobs_created,,,2023-01,5,,,,O,,,", "number_with_missing_status", 6)]
    [InlineData("500113,jobs_created,,,2023-01,-5,,,,,,,", "negative_count", 6)]
    [InlineData("500113,jobs_created,,,2023-01,5,元,,,,,,", "unit_mismatch", 7)]
    [InlineData("500113,jobs_created,,,2023-01,5,,many,,,,,", "unknown_bound", 8)]
    [InlineData("500113,jobs_created,,,2023-01,5余,,at_most,,,,,", "bound_disagrees", 8)]
    [InlineData("500113,jobs_created,,,2023-01,5,,,6人,,,,", "printed_disagrees", 9)]
    [InlineData("500113,jobs_created,,,2023-01,5,,,5余人,,,,", "printed_disagrees", 9)]
    [InlineData("500113,jobs_created,,,2023-01,5,,,—,,,,", "printed_disagrees", 9)]
    [InlineData("500113,jobs_created,,,2023-01,—,,,5人,,,,", "printed_disagrees", 9)]
    [InlineData("500113,jobs_created,,,2023-01,5,,,,Z,,,", "unknown_status", 10)]
    [InlineData("500113,jobs_created,,,2023-01,5,,,,,nowhere,,", "unknown_source", 11)]
    public void Row_WithAnError_IsRejectedAtItsCell(string row, string code, int column)
    {
        var preview = Prepare($"{Header}\n500115,jobs_created,,,2023-01,7,,,,,,,\n{row}\n");

        var issue = Assert.Single(preview.Issues());
        Assert.Equal((code, 3, column), (issue.Kind.Code, issue.Line, issue.Column));
        Assert.Equal(Header.Split(',')[column - 1], issue.ColumnName);
        Assert.Equal(row.Split(',')[column - 1], issue.Raw);
        Assert.True(issue.IsError);
        Assert.NotEqual("", issue.Expected.Zh);
        Assert.NotEqual("", issue.Expected.En);
        Assert.Equal((1, 1), (preview.Counts.Added, preview.Counts.Rejected));
    }

    [Fact]
    public void Row_WithoutAnArea_WhereOthersRepeatTheirs_IsRejected()
    {
        var preview = Prepare($"{Header}\n500115,jobs_created,,,2023-01,7,,,,,,,\n500115,jobs_created,,,2023-02,7,,,,,,,\n,jobs_created,,,2023-03,1,,,,,,,\n");

        var issue = Assert.Single(preview.Issues());
        Assert.Equal(("unknown_area", 4, 1), (issue.Kind.Code, issue.Line, issue.Column));
    }

    /// <summary>1,200 in two cells of a row that is too long by one empty cell: read as it stands it would be 1.</summary>
    [Theory]
    [InlineData("area,indicator,period,value,note\n500113,jobs_created,2023-01,1,200,\n", "ragged_row@2")]
    [InlineData("area,indicator,2023-01,2023-02,2023-03\n500113,jobs_created,1,200,90,\n", "ragged_row@2")]
    [InlineData("area,indicator,2023-01,2023-02\n500113,jobs_created,90,95,\n500115,jobs_created,1,200,\n", "")]
    public void Row_WithANumberSplitAtItsComma_IsRejected(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Prepare(text).Issues().Select(issue => $"{issue.Kind.Code}@{issue.Line}")));

    /// <summary>Header of the periods, their cells, the periods read and what is said of it.</summary>
    [Theory]
    [InlineData("月份", "2020/3/1|2020/4/1|2020年5月", "2020-03 2020-04 2020-05", "first_of_month@2,3")]
    [InlineData("统计月份", "2020-03|2020-04-01 00:00:00|43952", "2020-03 2020-04 2020-05", "first_of_month@3,3")]
    [InlineData("month", "20200301", "2020-03", "first_of_month@2,3")]
    [InlineData("年月", "2020/3/1|2020/3/15", "2020-03", "first_of_month@2,3 period_unreadable@3,3")]
    [InlineData("月份", "2020/3/15", "", "period_unreadable@2,3")]
    [InlineData("月份", "截至2020年3月15日|2020年1-3月", "../2020-03-15 2020-Q1", "")]
    [InlineData("年份,月份", "2020,3月1日|2020,2020/4/1|2020,5", "2020-03 2020-04 2020-05", "first_of_month@2,4")]
    [InlineData("起始月份,截止月份", "2020/1/1,2020/3/1|2020/1/1,2020/4/30", "2020-Q1 2020-01/2020-04", "first_of_month@2,3")]
    [InlineData("期间", "2020/3/1|2020/4/1", "2020-03-01 2020-04-01", "first_of_month@2,3")]
    [InlineData("日期", "2020/3/1|2020/4/2", "2020-03-01 2020-04-02", "")]
    [InlineData("日期", "2020/3/1", "2020-03-01", "")]
    public void FirstDays_OfMonths_AreMonthsWhereTheHeaderSaysSo(string header, string cells, string periods, string issues)
    {
        var preview = Prepare($"区县,指标,{header},数值\n" + string.Concat(cells.Split('|').Select(cell => $"巴南,新增就业,{cell},5\n")));

        Assert.Equal(periods, string.Join(' ', preview.Added().Select(figure => figure.Observation.Period.Edtf)));
        Assert.Equal(issues, string.Join(' ', preview.Issues().Select(issue => $"{issue.Kind.Code}@{issue.Line},{issue.Column}")));
    }

    /// <summary>A row that cannot be read begins a block all the same: blanks and parts below it are not of the block above.</summary>
    [Theory]
    [InlineData("巴南,新增就业,2023-01,5\n,新增就业,2023-02,6\n长寿,新增就业,2023-01,7,8\n,新增就业,2023-02,9\n", "500113/2023-01 500113/2023-02 500115/2023-02")]
    [InlineData("巴南,新增就业,2023-01,5\n,新增就业,2023-02,6\n长寿,新增就业,2023-01,7\"7\n,新增就业,2023-02,9\n", "500113/2023-01 500113/2023-02 500115/2023-02")]
    [InlineData("巴南,新增就业,2023-01,5\n巴南,失业率,2023-01,6,6\n巴南,其中：农民工,2023-01,3\n", "500113/2023-01")]
    public void Row_BelowABrokenOne_TakesNothingFromFurtherAbove(string rows, string expected) =>
        Assert.Equal(expected, string.Join(' ', Prepare($"区县,指标,期间,数值\n{rows}").Added().Select(figure => $"{figure.Observation.Series.Area}/{figure.Observation.Period}")));

    [Theory]
    [InlineData("500113,jobs_created,,,2023-05,1,,,,,,,", "period_in_future", 5)]
    [InlineData("500113,jobs_created,,ytd,2023-01/2023-05,1,,,,,,,", "period_in_future", 5)]
    [InlineData("500113,unemployment,,,2023-01,103,,,,,,,", "rate_over_100", 6)]
    [InlineData("500113,jobs_created,,,2023-01,5,,,共5人（估）,,,,", "printed_unreadable", 9)]
    public void Row_WithAWarning_IsTakenInAndPointedTo(string row, string code, int column)
    {
        var preview = Prepare($"{Header}\n{row}\n");

        var issue = Assert.Single(preview.Issues());
        Assert.Equal((code, 2, column, false), (issue.Kind.Code, issue.Line, issue.Column, issue.IsError));
        Assert.Single(preview.Added());
    }

    [Theory]
    [InlineData("500113,jobs_created,,target,2025,1,,,,,,,")]
    [InlineData("500113,jobs_created,,,2023,1,,,,,,,")]
    [InlineData("500113,jobs_created,,ytd,2023-01/2023-04,1,,,,,,,")]
    [InlineData("500113,jobs_created,,,2023-01,0,,,,,,,")]
    [InlineData("500113,rate_change,,,2023-01,-0.2,,,,,,,")]
    [InlineData("500113,jobs_created,,,2023-01,32000,,at_least,3.2万人以上,,,,")]
    [InlineData("500113,loans,,,2023-01,877,万元,,877,,,,")]
    [InlineData("500113,loans,,,2023-01,877,万元,,877万元,,,,")]
    [InlineData("500113,jobs_created,,,2023-01,—,,,—,O,,,")]
    [InlineData("500113,jobs_created,,,2023-01,,,,,Q,,,")]
    public void Row_InOrder_RaisesNothing(string row)
    {
        var preview = Prepare($"{Header}\n{row}\n");

        Assert.Empty(preview.Issues());
        Assert.Single(preview.Added());
    }

    [Fact]
    public async Task Missing_WithItsMark_IsStoredAsMissingNotAsZero()
    {
        await CommitAsync($"{Header}\n500113,jobs_created,,,2023-01,—,,,,,,,\n500113,jobs_created,,,2023-02,0,,,,,,,\n");

        Assert.Equal(
            [((Quantity?)null, ObsStatus.Missing), (Quantity.Zero, ObsStatus.Normal)],
            Figures().Select(figure => (figure.Observation.Quantity, figure.Observation.Status)));
    }

    [Fact]
    public void Row_OfUnknownArea_SuggestsTheNearestNames()
    {
        var issue = Assert.Single(Prepare("area,indicator,period,value\n巴男区,jobs_created,2023-01,1\n").Issues());

        Assert.Contains("巴南区", issue.Expected.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_NamedNowhere_IsAnError()
    {
        var preview = _run.Prepare(File("area,indicator,period,value\n500113,jobs_created,2023-01,1\n"), new());

        Assert.Equal("unknown_source", Assert.Single(preview.Issues()).Kind.Code);
    }

    /// <summary>Rows as area, breakdown, basis, period, value, source; then the expected codes with their lines.</summary>
    [Theory]
    [InlineData("500113,,,2023-01,5,early|500113,,,2023-01~,5,early", "duplicate_key@3")]
    [InlineData("500113,,,2023-01,5,early|500113,,,2023-01,6,early", "duplicate_key@2 duplicate_key@3")]
    [InlineData("500113,,,2023-01,5,early|500113,,,2023-01,5余,early", "duplicate_key@2 duplicate_key@3")]
    [InlineData("500113,,,2023-01,5,early|500113,,,2023-01,5,late", "")]
    [InlineData("500113,,,2023-01,5,early|500113,,,2023-01,6,late", "conflict_with_other_source@2 conflict_with_other_source@3")]
    [InlineData("500113,,,2023-01,5,early|500113,migrants,,2023-01,6,early", "parts_exceed_total@2")]
    [InlineData("500113,,,2023-01,5余,early|500113,migrants,,2023-01,6,early", "")]
    [InlineData("500113,,,2023-01,5,early|500113,migrants,,2023-01,近6,early", "")]
    [InlineData("500113,,,2023-01,5,early|500113,migrants,,2023-01,5,early", "")]
    [InlineData("500113,,,2023-01,5,early|500113,migrants,,2023-01,3,early", "")]
    [InlineData("500113,,,2023-01,5,early|500113,migrants,,2023-02,6,early", "")]
    [InlineData("500113,,,2023-01,5,early|500115,migrants,,2023-01,6,early", "")]
    [InlineData("500113,,stock,2023-01,5,early|500113,local,stock,2023-01,2,early|500113,outside,stock,2023-01,3,early", "")]
    [InlineData("500113,,stock,2023-01,5,early|500113,local,stock,2023-01,2,early|500113,outside,stock,2023-01,2,early", "parts_do_not_add_up@2")]
    [InlineData("500113,,,2023-01,5余,early|500113,local,,2023-01,3,early|500113,outside,,2023-01,3,early", "")]
    [InlineData("500113,,,2023-01,5余,early|500113,local,,2023-01,2,early|500113,outside,,2023-01,3,early", "parts_do_not_add_up@2")]
    [InlineData("500113,,ytd,2023-01,5,early|500113,,ytd,2023-01/2023-02,7,early", "")]
    [InlineData("500113,,ytd,2023-01,5,early|500113,,ytd,2023-01/2023-02,4,early", "falling_year_to_date@3")]
    [InlineData("500113,,ytd,2023-01,5,early|500113,,ytd,2023-01/2023-02,4,late", "falling_year_to_date@3")]
    [InlineData("500113,,ytd,2023-01,5,early|500113,,ytd,2023-01/2023-02,4余,early", "")]
    public void Rows_BesideEachOther_AreCheckedTogether(string rows, string expected)
    {
        var preview = Prepare(Rows(rows));

        Assert.Equal(expected, string.Join(' ', preview.Issues().Select(issue => $"{issue.Kind.Code}@{issue.Line}")));
    }

    /// <summary>The same rules across files: what is stored, the new row, the expected code.</summary>
    [Theory]
    [InlineData("500113,,,2023-01,5,early", "500113,,,2023-01,6,late", "conflict_with_other_source")]
    [InlineData("500113,,,2023-01,5,early", "500113,migrants,,2023-01,6,early", "parts_exceed_total")]
    [InlineData("500113,,ytd,2023-01,5,early", "500113,,ytd,2023-01/2023-02,4,late", "falling_year_to_date")]
    [InlineData("500113,,ytd,2023-01/2023-02,5,early", "500113,,ytd,2023-01,7,early", "falling_year_to_date")]
    [InlineData("500113,,,2023-01,5,early", "500113,,,2023-01,6,early", "")]
    public async Task Row_BesideStoredFigures_IsCheckedWithThem(string stored, string row, string expected)
    {
        await CommitAsync(Rows(stored));

        Assert.Equal(expected, string.Join(' ', Prepare(Rows(row)).Issues().Select(issue => issue.Kind.Code)));
    }

    [Fact]
    public async Task Preview_AgainstTheStore_TellsAddedChangedAndUnchanged()
    {
        await CommitAsync(Rows("500113,,,2023-01,5,early|500113,,,2023-02,6,early"));

        var preview = Prepare(Rows("500113,,,2023-01,5,early|500113,,,2023-02,6余,early|500113,,,2023-03,7,early|500113,,,2023,x,early"));

        Assert.Equal([2], preview.Unchanged().Select(figure => figure.Line));
        Assert.Equal([4], preview.Added().Select(figure => figure.Line));
        var changed = Assert.Single(preview.Changed());
        Assert.Equal((new Quantity(6), new Quantity(6, Bound.MoreThan)), (changed.Old.Observation.Quantity, changed.New.Observation.Quantity));
        Assert.Equal((4, 1), (preview.Counts.Read, preview.Counts.Rejected));
    }

    [Theory]
    [InlineData("500113,jobs_created,,,2023-01~,5,,,,,,,")]
    [InlineData("500113,jobs_created,,,2023-01,5,,,,P,,,")]
    [InlineData("500113,jobs_created,,,2023-01,5,,,5人,,,,")]
    [InlineData("500113,jobs_created,,,2023-01,5,,,,,,第二段,")]
    [InlineData("500113,jobs_created,,,2023-01,5,,,,,,,更正")]
    [InlineData("500113,jobs_created,,,2023-01,—,,,,,,,")]
    public async Task Row_DifferingInAnything_IsAChange(string row)
    {
        await CommitAsync(Rows("500113,,,2023-01,5,early"));

        Assert.Single(Prepare($"{Header}\n{row}\n").Changed());
    }

    [Fact]
    public async Task Change_OfAFigure_SupersedesAndKeepsTheOldOne()
    {
        await CommitAsync(Rows("500113,,,2023-01,5,early"));
        var before = _store.Clock.Now;
        _store.Clock.Now += TimeSpan.FromDays(1);
        await CommitAsync(Rows("500113,,,2023-01,6,early"));
        var after = _store.Clock.Now;

        Assert.Equal([5, 6], All().Select(figure => figure.Observation.Quantity!.Value.Value));
        var old = All()[0];
        Assert.Equal((after, 2L), (old.SupersededAt, old.SupersededBy));
        Assert.Equal(6, Assert.Single(Figures()).Observation.Quantity?.Value);
        Assert.Equal(6, Assert.Single(Figures(after)).Observation.Quantity?.Value);
        Assert.Equal(5, Assert.Single(Figures(after.AddMilliseconds(-1))).Observation.Quantity?.Value);
        Assert.Equal(5, Assert.Single(Figures(before)).Observation.Quantity?.Value);
        Assert.Empty(Figures(before.AddMilliseconds(-1)));
    }

    [Fact]
    public async Task Commit_WithAClockPutBack_StillComesAfterTheLast()
    {
        await CommitAsync(Rows("500113,,,2023-01,5,early"));
        var first = _store.Clock.Now;
        _store.Clock.Now -= TimeSpan.FromHours(1);
        await CommitAsync(Rows("500113,,,2023-01,6,early"));

        Assert.Equal(5, Assert.Single(Figures(first)).Observation.Quantity?.Value);
        Assert.Equal(6, Assert.Single(Figures(first.AddMilliseconds(1))).Observation.Quantity?.Value);
    }

    [Fact]
    public async Task Batch_OfAFile_KeepsBytesCountsAndIssues()
    {
        var text = Rows("500113,,,2023-01,5,early|500113,,,2023-02,x,early|500113,,,2023-09,7,early");
        await CommitAsync(text);

        using var connection = _store.Database.Open();
        var batch = Assert.Single(BatchStore.All(connection));
        Assert.Equal((3, 2, 0, 0, 1), (batch.RowsRead, batch.Added, batch.Changed, batch.Unchanged, batch.Rejected));
        Assert.Equal(("test.csv", "utf-8", ",", "long", "tester", BatchState.Committed), (batch.FileName, batch.Encoding, batch.Delimiter, batch.Layout, batch.ImportedBy, batch.State));
        Assert.Equal(_store.Clock.Now, batch.ImportedAt);
        using var content = new MemoryStream();
        await BatchContent.CopyToAsync(connection, batch.Id, content);
        Assert.Equal(text, Encoding.UTF8.GetString(content.ToArray()));
        Assert.Equal(Prepare(text).Issues().Select(issue => issue.ToString()), BatchStore.Issues(connection, batch.Id).Select(issue => issue.ToString()));
        Assert.Equal(["not_a_number", "period_in_future"], BatchStore.Issues(connection, batch.Id).Select(issue => issue.Kind.Code));
    }

    [Fact]
    public async Task Bytes_TheSameAgain_ChangeNothingAndNameTheBatch()
    {
        var text = Rows("500113,,,2023-01,5,early");
        await CommitAsync(text);
        await CommitAsync(Rows("500113,,,2023-01,6,early"));

        var preview = Prepare(text);
        var committed = await _run.CommitAsync(preview, "tester", goodRowsOnly: true);

        Assert.Equal(1, preview.AlreadyLoadedAs);
        Assert.False(preview.CanCommit);
        Assert.Equal(new(CommitOutcome.NothingToCommit, 1), committed);
        Assert.Equal(6, Assert.Single(Figures()).Observation.Quantity?.Value);
    }

    [Fact]
    public async Task Bytes_TheSameAgainAfterAnAreaWasAdded_BringOnlyTheRowsRejectedBefore()
    {
        var text = Rows("500113,,,2023-01,5,early|500120,,,2023-01,8,early");
        await CommitAsync(text);
        await CommitAsync(Rows("500113,,,2023-01,6,early"));
        var catalog = TestCatalog.Create();
        await _store.SaveAsync(new(
            [.. catalog.Areas, new("500120", AreaKind.District, "500000", new("璧山区", "Bishan District"), "璧山", [])],
            catalog.Themes,
            catalog.Indicators,
            catalog.Breakdowns,
            catalog.Sources));

        var committed = await _run.CommitAsync(Prepare(text), "tester", goodRowsOnly: true);

        Assert.Equal(new(CommitOutcome.Committed, 3), committed);
        Assert.Equal([6, 8], Figures().Select(figure => figure.Observation.Quantity!.Value.Value).Order());
        Assert.Equal(new(CommitOutcome.NothingToCommit, 3), await _run.CommitAsync(Prepare(text), "tester", goodRowsOnly: true));
    }

    [Fact]
    public async Task Preview_OvertakenByAnotherBatch_IsNotCommitted()
    {
        var preview = Prepare(Rows("500113,,,2023-01,5,early"));
        await CommitAsync(Rows("500113,,,2023-01,6,early"));

        Assert.Equal(new(CommitOutcome.PreviewIsStale, null), await _run.CommitAsync(preview, "tester", goodRowsOnly: true));
        Assert.Equal(6, Assert.Single(Figures()).Observation.Quantity?.Value);
    }

    [Fact]
    public async Task Commit_OfAnAreaThatWasTakenFromTheCatalogueMeanwhile_IsRefused()
    {
        var catalog = TestCatalog.Create();
        var preview = Prepare(Rows("500113,,,2023-01,5,early"));
        await _store.SaveAsync(new([.. catalog.Areas.Where(area => area.Code != "500113")], catalog.Themes, catalog.Indicators, catalog.Breakdowns, catalog.Sources));

        Assert.Equal(new(CommitOutcome.PreviewIsStale, null), await _run.CommitAsync(preview, "tester", goodRowsOnly: true));
        Assert.Empty(Figures());
    }

    [Fact]
    public async Task File_WithNoGoodRow_MakesNoBatch()
    {
        Assert.Equal(new(CommitOutcome.NothingToCommit, null), await _run.CommitAsync(Prepare(Rows("500113,,,2023-01,x,early")), "tester", goodRowsOnly: true));
        Assert.Equal(0, Count("batch"));
    }

    [Fact]
    public async Task Commit_ThatFails_LeavesNothingBehind()
    {
        var preview = Prepare(Rows("500113,,,2023-01,5,early|500115,,,2023-01,6,early"));
        using (var staged = _store.Database.OpenWith(preview.StagedPath!))
            staged.Execute("DROP TABLE staged.row");

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => _run.CommitAsync(preview, "tester", goodRowsOnly: true));

        Assert.Equal((0, 0, 0), (Count("batch"), Count("observation"), Count("series")));
    }

    [Fact]
    public void Commit_OfAnyRowsFollowedByTheSame_ChangesNothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(20),
        Prop.ForAll(
            Arb.From(Gen.NonEmptyListOf(
                from area in Gen.Elements("500113", "500115", "Z-GXQ")
                from month in Gen.Choose(1, 12)
                from value in Gen.Choose(0, 100_000)
                from words in Gen.Elements("{0}", "{0}余", "约{0}", "不低于{0}", "—")
                select $"{area},,,2022-{month:00},{string.Format(CultureInfo.InvariantCulture, words, value)},early")),
            rows =>
            {
                var text = Rows(string.Join('|', rows));
                _run.CommitAsync(Prepare(text), "tester", goodRowsOnly: true).GetAwaiter().GetResult();
                var batches = Count("batch");

                // A blank line makes other bytes of the same rows.
                var again = Prepare(text + "\n");
                var sameBytes = _run.CommitAsync(Prepare(text), "tester", goodRowsOnly: true).GetAwaiter().GetResult();

                return again.Counts.Added + again.Counts.Changed == 0 && sameBytes.Outcome == CommitOutcome.NothingToCommit && Count("batch") == batches;
            }));

    private ImportPreview Prepare(string text) => _run.Prepare(File(text), Settings);

    private async Task CommitAsync(string text) => Assert.Equal(CommitOutcome.Committed, (await _run.CommitAsync(Prepare(text), "tester", goodRowsOnly: true)).Outcome);

    private static ImportFile File(string text) => ImportFile.OfBytes("test.csv", Encoding.UTF8.GetBytes(text));

    /// <summary>A file of rows "area,breakdown,basis,period,value,source" of one indicator.</summary>
    private static string Rows(string rows) => string.Join('\n', rows.Split('|').Select(row => "jobs_created," + row).Prepend("indicator,area,breakdown,basis,period,value,source")) + "\n";

    private IReadOnlyList<Figure> Figures(DateTimeOffset? asOf = null)
    {
        using var connection = _store.Database.Open();
        return FigureReader.Read(connection, FigureReader.Select + "WHERE " + FigureReader.KnownAsOf + " ORDER BY o.id", new { asOf = asOf is { } moment ? Moment.Write(moment) : null });
    }

    private IReadOnlyList<Figure> All()
    {
        using var connection = _store.Database.Open();
        return FigureReader.Read(connection, FigureReader.Select + "ORDER BY o.id");
    }

    private long Count(string table)
    {
        using var connection = _store.Database.Open();
        return connection.QuerySingle<long>($"SELECT count(*) FROM {table}");
    }
}
