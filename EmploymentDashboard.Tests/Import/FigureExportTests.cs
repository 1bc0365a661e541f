using System.Globalization;
using System.Text;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import;

public sealed class FigureExportTests
{
    private const string Header = "area,indicator,breakdown,basis,period,value,unit,bound,as_printed,status,source,locator,note";

    private static readonly Catalog Catalog = TestCatalog.Create();

    [Fact]
    public void Store_ExportedAndImportedIntoAnEmptyOne_IsTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(Figures.ToArbitrary(), figures => Task.Run(async () =>
        {
            using var store = await StoreOfAsync(Csv(figures));
            Assert.Equal(figures.Length, Standing(store).Count);
            var exported = Export(store);

            using var again = await StoreOfAsync(exported);

            Assert.Equal(Encoding.UTF8.GetString(exported), Encoding.UTF8.GetString(Export(again)));
            Assert.Equal(Standing(store), Standing(again));
        }).GetAwaiter().GetResult()));

    [Theory]
    [InlineData("500113,jobs_created,,flow,2023-01,2300,,more_than,2300余人,,early,导语,备注", "500113,jobs_created,total,flow,2023-01,2300,人,more_than,2300余人,A,early,导语,备注")]
    [InlineData("巴南,新增就业,就地,当期,2023年1月,约1.5万,人,,,P,early,,", "500113,jobs_created,local,flow,2023-01,15000,人,about,,P,early,,")]
    [InlineData("500113,jobs_created,,flow,2023-01~,—,,,,,early,,", "500113,jobs_created,total,flow,2023-01~,,人,,,O,early,,")]
    [InlineData("500113,jobs_created,,flow,2023-01,,,,,Q,early,,保密", "500113,jobs_created,total,flow,2023-01,,人,,,Q,early,,保密")]
    [InlineData("500113,rate_change,,flow,2023-01,-0.3,,,,,early,,", "500113,rate_change,total,flow,2023-01,-0.3,百分点,exact,,A,early,,")]
    [InlineData("500113,loans,,stock,../2023-01,3.2,万元,,3.2,,early,,", "500113,loans,total,stock,../2023-01,3.2,万元,exact,3.2,A,early,,")]
    [InlineData("500113,loans,,stock,../2023-01,3.2万,元,,3.2万元,,early,,", "500113,loans,total,stock,../2023-01,32000,元,exact,3.2万元,A,early,,")]
    [InlineData("500113,jobs_created,,flow,2023-01,5,,,,,early,-,=1+1", "500113,jobs_created,total,flow,2023-01,5,人,exact,,A,early,'-,'=1+1")]
    [InlineData("500113,jobs_created,,flow,2023-01,5,,,,,early,\"甲,\"\"乙\"\"\",\"一\n二\"", "500113,jobs_created,total,flow,2023-01,5,人,exact,,A,early,\"甲,\"\"乙\"\"\",\"一\n二\"")]
    public async Task Figure_OfAnyKind_IsWrittenInTheCanonicalForm(string row, string written)
    {
        using var store = await StoreOfAsync(Bytes($"{Header}\n{row}\n"));

        Assert.Equal($"{Header}\r\n{written}\r\n", Encoding.UTF8.GetString(Export(store)));
    }

    [Fact]
    public async Task Stores_FilledInAnotherOrder_AreWrittenAlike()
    {
        byte[][] files = [Bytes($"{Header}\n{Row("500115", 1)}\n{Row("500113", 2)}\n"), Bytes($"{Header}\n{Row("500000", 3)}\n")];
        using var one = await StoreOfAsync(files);
        using var other = await StoreOfAsync([files[1], files[0]]);

        Assert.Equal(Export(one), Export(other));
    }

    [Fact]
    public async Task Store_AfterAnUndo_IsWrittenAsBefore()
    {
        using var store = await StoreOfAsync(Bytes($"{Header}\n{Row("500113", 1)}\n{Row("500115", 2)}\n"));
        var before = Export(store);
        var second = await CommitAsync(store, Bytes($"{Header}\n{Row("500113", 7)}\n{Row("500000", 8)}\n"));
        var between = Export(store);

        var history = new BatchHistory(store.Database, store.Clock);
        await history.TurnAsync(history.Preview(second)!, "test");

        Assert.NotEqual(before, between);
        Assert.Equal(before, Export(store));
    }

    /// <summary>A file that adds, changes and says again: what stands after its undo is what stood before, and after its redo what it had made of it.</summary>
    [Fact]
    public void Store_AfterAnUndoAndARedoOfAnyBatch_IsWrittenAsBeforeAndAfterIt() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(15), Prop.ForAll(Figures.ToArbitrary(), Figures.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (standing, more, share) => Task.Run(async () =>
        {
            using var store = await StoreOfAsync(Csv(standing));
            var before = Export(store);
            var said = standing.Take(standing.Length * share / 100).Select((figure, index) => index % 2 == 0 ? figure : figure with { Note = figure.Note + "更正" });
            var batch = await CommitAsync(store, Csv(said.Concat(more).DistinctBy(FigureKey.Of)));
            var after = Export(store);

            var history = new BatchHistory(store.Database, store.Clock);
            if (batch == 0)
                return;
            await history.TurnAsync(history.Preview(batch)!, "test");
            Assert.Equal(Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(Export(store)));
            await history.TurnAsync(history.Preview(batch)!, "test");
            Assert.Equal(Encoding.UTF8.GetString(after), Encoding.UTF8.GetString(Export(store)));
        }).GetAwaiter().GetResult()));

    [Fact]
    public async Task ProjectsData_ExportedAndImportedIntoAnEmptyStore_IsTheSame()
    {
        using var store = await TestDatabase.CreateAsync();
        Assert.False((await new DataFolder(store.Database, store.Clock).LoadAsync(Repository.Data)).HasErrors);
        var exported = Export(store);
        Assert.True(Lines(exported).Length > 50);

        using var again = await TestDatabase.CreateAsync((await ReferenceTables.ReadAsync(Repository.Data)).Catalog);
        await CommitAsync(again, exported);

        Assert.Equal(Encoding.UTF8.GetString(exported), Encoding.UTF8.GetString(Export(again)));
    }

    [Fact]
    public async Task Filter_ByAreaIndicatorAndMoment_LeavesOutTheRest()
    {
        using var store = await StoreOfAsync(Bytes($"{Header}\n{Row("500113", 1)}\n{Row("500115", 2)}\n{Row("500115", 3, "loans")}\n"));
        var then = store.Clock.Now;
        store.Clock.Now += TimeSpan.FromDays(1);
        await CommitAsync(store, Bytes($"{Header}\n{Row("500115", 20)}\n"));

        Assert.Equal(["20"], Values(new() { Areas = ["500115"], Indicators = ["jobs_created"] }));
        Assert.Equal(["1", "20"], Values(new() { Indicators = ["jobs_created"] }));
        Assert.Equal(["1", "2", "3"], Values(new() { AsOf = then }).Order());
        Assert.Empty(Values(new() { AsOf = then - TimeSpan.FromSeconds(1) }));

        string[] Values(ExportFilter filter) => [.. Lines(Export(store, filter)).Skip(1).Select(line => line.Split(',')[5])];
    }

    [Fact]
    public async Task Mark_IsWrittenWhereAskedFor_AndReadAgain()
    {
        using var store = await StoreOfAsync(Bytes($"{Header}\n{Row("500113", 1)}\n"));
        using var stream = new MemoryStream();
        new FigureExport(store.Database).Write(stream, new(), withMark: true);

        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'a'], stream.ToArray()[..4]);
        Assert.Equal((byte)'a', Export(store)[0]);
        using var again = await StoreOfAsync(stream.ToArray());
        Assert.Equal(Export(store), Export(again));
    }

    [Fact]
    public async Task BatchColumns_NameTheFileAndLine_AndAreNotImported()
    {
        using var store = await StoreOfAsync(Bytes($"{Header}\n\n{Row("500113", 1)}\n"));
        using var stream = new MemoryStream();
        new FigureExport(store.Database).Write(stream, new(), withBatch: true);

        Assert.Equal([$"{Header},batch,batch_line,recorded_at", $"{Row("500113", 1)},1,3,2023-04-01T08:00:00.000Z"], Lines(stream.ToArray()));
        using var again = await StoreOfAsync(stream.ToArray());
        Assert.Equal(Export(store), Export(again));
    }

    private static Gen<Observation[]> Figures => Figure.NonEmptyListOf().Select(figures => figures.DistinctBy(FigureKey.Of).ToArray());

    private static Gen<Observation> Figure =>
        from area in Gen.Elements(Catalog.Areas.Select(area => area.Code))
        from indicator in Gen.Elements<Indicator>(Catalog.Indicators)
        from breakdown in Gen.Elements(Catalog.Breakdowns.Select(breakdown => breakdown.Code))
        from basis in Gen.Elements(Enum.GetValues<Basis>())
        from period in Gen.Elements("2022", "2022-Q3", "2022-02", "2022-02~", "2022-02-28", "2021-01/2021-09", "../2022-03", "../2022-03-05~", "2022-01-05/2022-02-10~")
        from source in Gen.Elements("early", "late")
        from status in Gen.Elements(Enum.GetValues<ObsStatus>())
        from tenths in Gen.Choose(0, 1_000_000)
        from step in Gen.Elements(0.001m, 0.1m, 1m, 100m, 10_000m)
        from bound in Gen.Elements(Enum.GetValues<Bound>())
        from isPrinted in Gen.Elements(true, false)
        from locator in Texts
        from note in Texts
        let quantity = status.IsMissing() ? default(Quantity?) : new Quantity(tenths * step, bound)
        select new Observation
        {
            Series = new(area, indicator.Code, breakdown, basis),
            Period = Period.Parse(period),
            Quantity = quantity,
            Status = status,
            Source = source,
            AsPrinted = quantity is { } printed && isPrinted ? Printed(printed, indicator.Unit.Zh) : "",
            Locator = locator,
            Note = note,
        };

    /// <summary>Texts as cells hold them: without white space around, but with all that CSV and spreadsheets take for their own.</summary>
    private static Gen<string> Texts => Gen.Elements("=", "+", "-", "@", "'", "\"", ",", ";", "\n", "\r\n", " ", "\t", "甲", "导语", "𠮷", "a1", "|", "\\", "‘", "％")
        .ListOf().Select(parts => string.Concat(parts).Trim());

    private static string Printed(Quantity quantity, string unit)
    {
        var number = quantity.Value.ToString("0.#####", CultureInfo.InvariantCulture);
        return quantity.Bound switch
        {
            Bound.MoreThan => $"超{number}{unit}",
            Bound.AtLeast => $"不低于{number}{unit}",
            Bound.About => $"约{number}{unit}",
            Bound.Nearly => $"近{number}{unit}",
            Bound.AtMost => $"不超过{number}{unit}",
            Bound.LessThan => $"不到{number}{unit}",
            _ => number + unit,
        };
    }

    /// <summary>A file of the figures, every text cell quoted, written without the export's help.</summary>
    private static byte[] Csv(IEnumerable<Observation> figures) => Bytes(Header + "\n" + string.Concat(figures.Select(figure => string.Join(
        ',',
        Quoted(figure.Series.Area),
        Quoted(figure.Series.Indicator),
        Quoted(figure.Series.Breakdown),
        Codes.Basis.Write(figure.Series.Basis),
        figure.Period.Edtf,
        figure.Quantity?.Value.ToString(CultureInfo.InvariantCulture),
        "",
        figure.Quantity is { } quantity ? Codes.Bound.Write(quantity.Bound) : "",
        Quoted(figure.AsPrinted),
        Codes.Status.Write(figure.Status),
        figure.Source,
        Quoted(SpreadsheetText.Escape(figure.Locator)),
        Quoted(SpreadsheetText.Escape(figure.Note))) + "\n")));

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Row(string area, int value, string indicator = "jobs_created") =>
        $"{area},{indicator},total,flow,2023-01,{value},{Catalog.Indicator(indicator).Unit.Zh},exact,,A,early,,";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string[] Lines(byte[] csv) => Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static async Task<TestDatabase> StoreOfAsync(params byte[][] files)
    {
        var store = await TestDatabase.CreateAsync(Catalog);
        foreach (var file in files)
            await CommitAsync(store, file);
        return store;
    }

    /// <summary>Takes the file in; one without figures brings no batch.</summary>
    private static async Task<long> CommitAsync(TestDatabase store, byte[] file)
    {
        var run = new ImportRun(store.Database, store.Clock);
        using var preview = run.Prepare(ImportFile.OfBytes("figures.csv", file), new());
        Assert.DoesNotContain(preview.Issues(), issue => issue.IsError);
        return (await run.CommitAsync(preview, "test", goodRowsOnly: false)).BatchId ?? 0;
    }

    private static byte[] Export(TestDatabase store, ExportFilter? filter = null)
    {
        using var stream = new MemoryStream();
        new FigureExport(store.Database).Write(stream, filter ?? new());
        return stream.ToArray();
    }

    private static IReadOnlyList<Observation> Standing(TestDatabase store)
    {
        using var connection = store.Database.Open();
        var pairs = Catalog.Areas.SelectMany(area => Catalog.Indicators.Select(indicator => (area.Code, indicator.Code)));
        return [.. CurrentFigures.Of(connection, pairs)
            .Select(figure => figure.Observation)
            .OrderBy(figure => $"{figure.Series} {figure.Period.Edtf} {figure.Source}", StringComparer.Ordinal)];
    }
}
