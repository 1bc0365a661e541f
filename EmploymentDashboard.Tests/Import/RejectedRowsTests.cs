using System.Text;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import;

public sealed class RejectedRowsTests : IDisposable
{
    private const string StrayQuote = "a quote within a cell";

    private readonly Language _language = Language.Chinese();

    /// <summary>A file with errors and how it is mended: each wrong text with the right one.</summary>
    public static TheoryData<string, string, string, string> Files => new()
    {
        { "long", "", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n巴男,新增就业,2023-02,6\n长寿,新增就业,2023-01,10-20\n", "巴男→巴南 10-20→15" },
        { "long of the canonical columns", "", "area,indicator,breakdown,basis,period,value,unit,bound,as_printed,status,source,locator,note\n500113,jobs_created,,,2023-01,5,,,6人,,late,=1+1,\"a,\"\"b\"\"\nc\"\n500113,jobs_created,,,2023-02,6,,,,,,-,-5\n", "6人→5人" },
        { "wide by month", "", "区县,指标,2023年1月,2023年2月,2023年3月\n巴南,新增就业,5,6x,7\n长寿,新增就业,8,9,x3\n高新区,新增就业,1,2,3\n", "6x→6 x3→3" },
        { "wide by indicator", "", "区县,期间,新增就业(人),贷款(万元)\n巴南,2023-01,5,6万\n长寿,2023-13,8,9\n高新区,2023-01,1,2\n", "6万→6 2023-13→2023-12" },
        { "a title with year and unit, remarks below", "", "2023年各区县就业情况\n单位：万人\n区县,指标,1月,2月\n巴南,新增就业,5,6\n巴男,新增就业,0.7,0.8\n注：数据来源：late\n", "巴男→长寿" },
        { "a source below", "{}", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n长寿,新增就业,2023-01,x\n\n数据来源：late\n", ",x→,7" },
        { "a unit below the header", "", "区县,指标,2023年1月,2023年2月\n单位：万人\n巴南,新增就业,5,6\n长寿,新增就业,x,8\n", "x→7" },
        { "two rows of headers", "", ",2023年,,2024年,\n区县,新增就业,贷款,新增就业,贷款\n巴南,5,6,7,8\n长寿,x,6,7,8\n", ",x→,5" },
        { "merged headers", "", "区县,2023年1月,,2023年2月,\n,新增就业,贷款,新增就业,贷款\n巴南,5,6,7,8\n长寿,5,6,7,x\n高新区,5,6,7,9\n", ",x→,8" },
        { "blanks as above", "", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n,,2023-02,6x\n,,2023-03,7\n长寿,新增就业,2023-01,8\n,,2023-02,9x\n,,2023-03,10x\n", "6x→6 9x→9 10x→10" },
        { "a name that is wrong for the blanks below", "", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n,,2023-02,6\n长受,新增就业,2023-01,8\n,,2023-02,9\n", "长受→长寿" },
        { "as above in words", "", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n同上,〃,2023-02,6x\n", "6x→6" },
        { "parts", "", "区县,指标,期间,数值\n巴南,新增就业,2023-01,50\n,其中：农民工,2023-01,6x\n,就地,2023-01,7x\n,外地,2023-01,8\n长寿,新增就业,2023-01,50\n,其中：农民工,2023-01,6\n", "6x→6 7x→7" },
        { "a part that is not known", "", "区县,指标,期间,数值\n巴南,新增就业,2023-01,50\n巴南,其中：农名工,2023-01,6\n", "农名工→农民工" },
        { "two tables", "", "2023年新增就业\n区县,1月,2月\n巴南,5,x\n长寿,7,8\n\n2022年贷款\n区县,1月,2月\n巴南,5,6\n长寿,7,y\n", ",x→,6 ,y→,8" },
        { "the second of two tables", "", "2023年新增就业\n区县,1月,2月\n巴南,5,6\n长寿,7,8\n\n2022年贷款\n区县,1月,2月\n巴南,5,6\n长寿,7,y\n", ",y→,8" },
        { "the same key twice", "", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n巴南,新增就业,2023-01,6\n长寿,新增就业,2023-01,7\n", "2023-01,6→2023-02,6" },
        { "a column that is not read, one of codes, and one of numbers", "", "序号,行政区划代码,区县,经办,2023年1月新增就业\n1,500113,巴南,甲,5\n2,500113,长寿,乙,6\n", "2,500113→2,500115" },
        { "another delimiter", "", "区县;指标;期间;数值;备注\n巴南;新增就业;2023-01;5;a,b\n长寿;新增就业;2023-01;x;c,d\n", "x→7" },
        { "a row that lacks a cell", "", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n长寿,新增就业,2023-01\n", "2023-01\n→2023-01,7\n ?→7" },
        { StrayQuote, "", "区县,指标,期间,数值,备注\n巴南,新增就业,2023-01,5,\n长寿,新增就业,2023-01,6,见\"附件\n", "见\"附件→见附件 \"见\"\"附件\"→见附件" },
        { "a zero", "", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n长寿,新增就业,2023-01,6\0\n", "6\0→6 6␀→6" },
        { "what was set by hand", """{"layout":{"area":"巴南","indicator":"新增就业","basis":"ytd","source":"late"}}""", "期间,数值\n2023-01,5\n2023-02,x\n", ",x→,7" },
        { "a period set by hand", """{"layout":{"period":"2023-01","source":"late","unit":"万人"}}""", "区县,新增就业\n巴南,5\n长寿,x\n", ",x→,7" },
        { "a year set by hand", """{"layout":{"year":2022,"source":"late"}}""", "区县,指标,1月,2月\n巴南,新增就业,5,x\n长寿,新增就业,6,7\n", ",x→,7" },
        { "cells mended before", """{"layout":{"source":"late"},"mends":[{"line":2,"column":4,"text":"15"},{"line":3,"column":1,"text":"长寿区"}]}""", "区县,指标,期间,数值\n巴南,新增就业,2023-01,x\n长受,新增就业,2023-0x,6\n", "2023-0x→2023-01" },
    };

    public void Dispose() => _language.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task RejectedRows_Mended_BringWhatTheMendedFileWouldHave(string file, string settings, string text, string mends)
    {
        var asSet = settings.Length > 0 ? ImportSettings.Parse(settings) : new ImportSettings { Layout = new() { Source = "early" } };
        foreach (var encoding in new[] { "utf-8", "gb18030" })
        {
            using var whole = await TestDatabase.CreateAsync(TestCatalog.Create());
            await CommitAsync(whole, Bytes(Mended(text, mends), encoding), asSet);

            using var store = await TestDatabase.CreateAsync(TestCatalog.Create());
            var first = Prepare(store, Bytes(text, encoding), asSet);
            Assert.True(first.Errors > 0, file);
            var beforeCommit = await RejectedAsync(target => RejectedRows.WriteAsync(first, target));
            var batch = (await Run(store).CommitAsync(first, "test", goodRowsOnly: true)).BatchId;
            if (batch is { } id)
                Assert.Equal(beforeCommit, await RejectedAsync(target => RejectedRows.WriteAsync(store.Database, id, target)));

            // What is not mended is rejected again; but a quote that only stood in the wrong place is written right.
            using (var again = Prepare(store, beforeCommit, new()))
                Assert.True(again.Errors > 0 || file == StrayQuote, Encoding.UTF8.GetString(beforeCommit));
            await CommitAsync(store, Encoding.UTF8.GetBytes(Mended(Encoding.UTF8.GetString(beforeCommit), mends)), new());

            Assert.Equal(Dump(whole), Dump(store));
        }
    }

    [Fact]
    public async Task RejectedRow_OfEachKind_IsWrittenAsItWasWithItsReason()
    {
        using var store = await TestDatabase.CreateAsync(TestCatalog.Create());
        var preview = Prepare(store, Bytes("表一\n区县,指标,期间,数值,备注\n巴南,新增就业,2023-01,5,\n,新增就业,2023-02,x,=1+1\n,新增就业,2023-03,1,200,a\n,新增就业\n", "gb18030"), new() { Layout = new() { Source = "early" } });

        var lines = Encoding.UTF8.GetString(await RejectedAsync(target => RejectedRows.WriteAsync(preview, target))).Split("\r\n");

        Assert.Equal("\uFEFF表一", lines[0]);
        Assert.Equal("数据来源：early", lines[1]);
        Assert.Equal("区县,指标,期间,数值,备注,退回原因", lines[2]);
        Assert.StartsWith("巴南,新增就业,2023-02,x,=1+1,第 4 行 第 4 列 (数值)：读不出一个确定的数。", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("巴南,新增就业,2023-03,1,200,a,", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("巴南,新增就业,?,?,?,", lines[5], StringComparison.Ordinal);
        Assert.Equal("", lines[6]);
        Assert.Equal(7, lines.Length);
    }

    [Fact]
    public async Task RejectedRows_OfASoundFile_AreNone()
    {
        using var store = await TestDatabase.CreateAsync(TestCatalog.Create());
        var preview = Prepare(store, Bytes("区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n", "utf-8"), new() { Layout = new() { Source = "early" } });

        Assert.Empty(await RejectedAsync(target => RejectedRows.WriteAsync(preview, target)));
    }

    [Fact]
    public async Task Shape_OfRejectedRows_IsThatOfTheirFile()
    {
        using var store = await TestDatabase.CreateAsync(TestCatalog.Create());
        var preview = Prepare(store, Bytes("区县,指标,期间,数值\n巴南,新增就业,2023-01,x\n", "utf-8"), new() { Layout = new() { Source = "early" } });

        using var again = Prepare(store, await RejectedAsync(target => RejectedRows.WriteAsync(preview, target)), new());

        Assert.Equal((preview.Layout!.ShapeKey, LeftOutColumn.Reason), (again.Layout!.ShapeKey, again.Layout.Columns[^1].Meaning.Why));
    }

    [Fact]
    public async Task WrongName_ForTheBlanksBelow_IsTakenInOnceItIsKnown()
    {
        var bytes = Bytes("区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n,,2023-02,6\n江津,新增就业,2023-01,8\n,,2023-02,9\n", "utf-8");
        using var store = await TestDatabase.CreateAsync(TestCatalog.Create());
        var settings = new ImportSettings { Layout = new() { Source = "early" } };
        await Run(store).CommitAsync(Prepare(store, bytes, settings), "test", goodRowsOnly: true);

        var catalog = TestCatalog.Create();
        await store.SaveAsync(new([.. catalog.Areas, new("500116", EmploymentDashboard.Statistics.AreaKind.District, "500000", new("江津区", "Jiangjin District"), "江津", [])], catalog.Themes, catalog.Indicators, catalog.Breakdowns, catalog.Sources));

        Assert.Equal([4, 5], Prepare(store, bytes, settings).Added().Select(figure => figure.Line));
    }

    private static string Mended(string text, string mends)
    {
        foreach (var mend in mends.Split(' '))
            text = text.Replace(mend.Split('→')[0], mend.Split('→')[1], StringComparison.Ordinal);
        return text;
    }

    private static byte[] Bytes(string text, string encoding) => encoding == "utf-8" ? Encoding.UTF8.GetBytes(text) : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text);

    private static ImportRun Run(TestDatabase store) => new(store.Database, store.Clock);

    private static ImportPreview Prepare(TestDatabase store, byte[] bytes, ImportSettings settings) => Run(store).Prepare(ImportFile.OfBytes("表.csv", bytes), settings);

    private static async Task CommitAsync(TestDatabase store, byte[] bytes, ImportSettings settings)
    {
        using var preview = Prepare(store, bytes, settings);
        Assert.True(preview.Errors == 0, $"{string.Join('\n', preview.Issues())}\n{Encoding.UTF8.GetString(bytes)}");
        Assert.Equal(CommitOutcome.Committed, (await Run(store).CommitAsync(preview, "test", goodRowsOnly: false)).Outcome);
    }

    private static async Task<byte[]> RejectedAsync(Func<Stream, Task<long>> write)
    {
        using var target = new MemoryStream();
        await write(target);
        return target.ToArray();
    }

    private static string Dump(TestDatabase store)
    {
        using var target = new MemoryStream();
        new FigureExport(store.Database).Write(target, new());
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
