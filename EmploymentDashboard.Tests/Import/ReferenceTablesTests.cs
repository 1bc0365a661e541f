using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import;

public sealed class ReferenceTablesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public ReferenceTablesTests() => ReferenceFiles.Write(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tables_InOrder_BecomeTheCatalog()
    {
        var tables = await ReferenceTables.ReadAsync(_folder.Path);

        Assert.Empty(tables.Issues);
        var area = tables.Catalog.Area("500113");
        Assert.Equal((AreaKind.District, "500000", "巴南区", "Banan District", "巴南", new TilePosition(5, 4)), (area.Kind, area.Parent, area.Name.Zh, area.Name.En, area.ShortName, area.Tile!.Value));
        Assert.Equal(["重庆市巴南区", "巴县"], area.Aliases);
        Assert.Null(tables.Catalog.Area("500000").Tile);
        var indicator = tables.Catalog.Indicator("jobs");
        Assert.Equal((true, (bool?)null, new Unit("人", "persons"), 0), (indicator.IsAdditive, indicator.MoreIsBetter, indicator.Unit, indicator.Decimals));
        Assert.True(tables.Catalog.Breakdown(Breakdown.Total).IsTotal);
        Assert.Equal(("total", true), (tables.Catalog.Breakdown("local").Parent, tables.Catalog.Breakdown("local").IsExhaustive));
        Assert.Equal("2023-03~", tables.Catalog.Source("paper").Published.Edtf);
    }

    /// <summary>A file, a row put at its end, and the issue that it must give. The good rows stay.</summary>
    [Theory]
    [InlineData("areas.csv", "500115,town,500000,长寿区,Changshou,长寿,,,", "invalid_cell", "kind")]
    [InlineData("areas.csv", "500115,district,500999,长寿区,Changshou,长寿,,,", "unknown_reference", "parent")]
    [InlineData("areas.csv", "500115,district,500115,长寿区,Changshou,长寿,,,", "unknown_reference", "parent")]
    [InlineData("areas.csv", "500115,district,500000,长寿区,,长寿,,,", "invalid_cell", "name_en")]
    [InlineData("areas.csv", "500115,district,500000,长寿区,Changshou,长寿,,1,", "invalid_cell", "tile_row")]
    [InlineData("areas.csv", "500115,district,500000,长寿区,Changshou,长寿,,-1,2", "invalid_cell", "tile_column")]
    [InlineData("areas.csv", ",district,500000,长寿区,Changshou,长寿,,,", "invalid_cell", "code")]
    [InlineData("areas.csv", "500113,district,500000,长寿区,Changshou,长寿,,,", "duplicate_code", "code")]
    [InlineData("areas.csv", "500115,district,500000", "ragged_row", "")]
    [InlineData("indicators.csv", "loans,贷款,Loans,money,元,yuan,0,yes,,d,d,", "unknown_reference", "theme")]
    [InlineData("indicators.csv", "loans,贷款,Loans,work,元,yuan,0,true,,d,d,", "invalid_cell", "additive")]
    [InlineData("indicators.csv", "loans,贷款,Loans,work,元,yuan,,yes,,d,d,", "invalid_cell", "decimals")]
    [InlineData("breakdowns.csv", "women,女性,Women,,total,no,", "invalid_cell", "dimension")]
    [InlineData("breakdowns.csv", "women,女性,Women,sex,everyone,no,", "unknown_reference", "parent")]
    [InlineData("sources.csv", "radio,电台,标题,,May 2020,,,,,zh", "invalid_cell", "published")]
    public async Task Row_WithAnError_IsLeftOutAndPointedTo(string file, string row, string code, string column)
    {
        var path = Path.Combine(_folder.Path, file);
        var text = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, text + row + "\n");

        var tables = await ReferenceTables.ReadAsync(_folder.Path);

        var issue = Assert.Single(tables.Issues);
        Assert.Equal((code, file, text.Split('\n').Length, column), (issue.Kind.Code, issue.File, issue.Line, issue.ColumnName));
        Assert.Equal((2, 1, 2, 1), (tables.Catalog.Areas.Count, tables.Catalog.Indicators.Count, tables.Catalog.Breakdowns.Count, tables.Catalog.Sources.Count));
    }

    [Fact]
    public async Task Parents_InACircle_AreLeftOut()
    {
        var path = Path.Combine(_folder.Path, "areas.csv");
        await File.AppendAllTextAsync(path, "A,district,B,甲,A,甲,,,\nB,district,A,乙,B,乙,,,\n");

        var tables = await ReferenceTables.ReadAsync(_folder.Path);

        Assert.Equal([4, 5], tables.Issues.Select(issue => issue.Line));
        Assert.Equal(2, tables.Catalog.Areas.Count);
    }

    [Fact]
    public async Task Alias_OfTwoAreas_IsAnErrorOfTheTable()
    {
        await File.AppendAllTextAsync(Path.Combine(_folder.Path, "areas.csv"), "500115,district,500000,长寿区,Changshou,长寿,巴县,,\n");

        var issue = Assert.Single((await ReferenceTables.ReadAsync(_folder.Path)).Issues);

        Assert.Equal(("ambiguous_name", "areas.csv", "巴县", true), (issue.Kind.Code, issue.File, issue.Raw, issue.IsError));
        Assert.Contains("500113, 500115", issue.Expected.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_ThatIsNotThere_IsReportedAndTheRestIsRead()
    {
        File.Delete(Path.Combine(_folder.Path, "sources.csv"));

        var tables = await ReferenceTables.ReadAsync(_folder.Path);

        var issue = Assert.Single(tables.Issues);
        Assert.Equal(("file_unreadable", "sources.csv"), (issue.Kind.Code, issue.File));
        Assert.Equal(2, tables.Catalog.Areas.Count);
    }

    [Fact]
    public async Task Table_WithoutAColumn_IsReported()
    {
        _folder.Write("themes.csv", "code,name_zh\nwork,就业\n");

        var issues = (await ReferenceTables.ReadAsync(_folder.Path)).Issues;

        Assert.Equal(("missing_column", "themes.csv"), (issues[0].Kind.Code, issues[0].File));
    }
}

/// <summary>A small set of reference files.</summary>
internal static class ReferenceFiles
{
    public static void Write(TestFolder folder)
    {
        folder.Write("areas.csv", """
            code,kind,parent,name_zh,name_en,short_name,aliases,tile_column,tile_row
            500113,district,500000,巴南区,Banan District,巴南,重庆市巴南区|巴县,5,4
            500000,city,,重庆市,Chongqing,重庆,,,

            """);
        folder.Write("themes.csv", "code,name_zh,name_en\nwork,就业,Work\n");
        folder.Write("indicators.csv", """
            code,name_zh,name_en,theme,unit,unit_en,decimals,additive,more_is_better,definition_zh,definition_en,aliases
            jobs,新增就业,Jobs,work,人,persons,0,yes,,新增就业的人数,Persons newly employed,新增

            """);
        folder.Write("breakdowns.csv", "code,name_zh,name_en,dimension,parent,exhaustive,aliases\ntotal,总数,Total,,,no,\nlocal,就地,Local,destination,total,yes,\n");
        folder.Write("sources.csv", "code,publisher,headline,author,published,published_how_zh,published_how_en,page,url,language\npaper,日报,标题,,2023-03~,据版面推断,from the page,,,zh\n");
    }
}
