using System.Text;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import.Layouts;

public sealed class TemplatesTests
{
    private static readonly Catalog Catalog = TestCatalog.Create();

    [Theory]
    [InlineData(LayoutKind.Long, 3)]
    [InlineData(LayoutKind.WideByMonth, 2)]
    public void Template_AsDownloaded_BringsNoFigureAndSaysSo(LayoutKind kind, int examples)
    {
        var template = Templates.Of(kind, Catalog, 2026)!;
        var read = Tables.Read(Text(template));

        Assert.Equal(kind, read.Layout!.Kind);
        Assert.Empty(read.Figures);
        Assert.Equal(examples, read.Account[RowFate.Example]);
        Assert.Empty(read.Issues.Where(issue => issue.Kind != IssueKind.ExampleRow));
        Assert.Equal(examples, read.Issues.Count);
    }

    /// <summary>With its marks taken off the example imports without an error.</summary>
    [Theory]
    [InlineData(LayoutKind.Long, "巴南|新增就业||当期|2026年1月|1500余 巴南|新增就业||本年累计|2026年1-3月|5120 巴南|新增就业||当期|2026年4月|—")]
    [InlineData(LayoutKind.WideByMonth, "巴南|新增就业|||2026-01|1500余 巴南|新增就业|||2026-02|1620 巴南|新增就业|||2026-03|— 长寿|新增就业|||2026-01|0.32 长寿|新增就业|||2026-02|0.35 长寿|新增就业|||2026-03|0.41")]
    public void Template_FilledIn_ImportsCleanly(LayoutKind kind, string figures)
    {
        var read = Tables.Read(Text(Templates.Of(kind, Catalog, 2026)!).Replace(Templates.ExampleMark, "例如", StringComparison.Ordinal));

        Assert.Equal(figures, string.Join(' ', read.Figures.Select(Tables.Say)));
        Assert.Empty(read.Issues);
        var log = new IssueLog("t");
        var reader = new ObservationReader(Catalog, new("tester"), log);
        Assert.All(read.Figures, figure => Assert.NotNull(reader.Read(figure)));
        Assert.Empty(log.Issues);
    }

    [Fact]
    public void Template_ForExcel_HasAByteOrderMarkAndItsLineEnds()
    {
        var content = Templates.Of(LayoutKind.Long, Catalog, 2026)!.Content;

        Assert.Equal([0xEF, 0xBB, 0xBF], content[..3]);
        Assert.Equal(4, Encoding.UTF8.GetString(content).Split("\r\n").Length - 1);
        Assert.DoesNotContain("\n", Encoding.UTF8.GetString(content).Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Template_OfNoCatalog_HasItsHeaderOnly() => Assert.Single(Tables.Records(Text(Templates.Of(LayoutKind.Long, Catalog.Empty, 2026)!)));

    private static string Text(Template template) => Encoding.UTF8.GetString(template.Content.AsSpan(3)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
