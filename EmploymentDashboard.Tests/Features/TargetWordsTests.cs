using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Statistics;

namespace EmploymentDashboard.Tests.Features;

public sealed class TargetWordsTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    /// <summary>A goal and a result as <see cref="Notation"/> writes them, how the two stand in words, and the pace needed.</summary>
    [Theory]
    [InlineData("target 2023 =1200", "ytd 2023-01/2023-05 =400", "还差 800人", "每月 115人，还有 7 个月")]
    [InlineData("target 2023 =1200", "ytd 2023-01/2023-05 >400", "还差 <800人，或已达到", "每月 <115人，还有 7 个月")]
    [InlineData("target 2023 =1200", "ytd 2023-01/2023-05 ≲400", "还差 >800人", "每月 >114人，还有 7 个月")]
    [InlineData("target 2023 =1200", "ytd 2023-01/2023-05 ≲1200", "还差一点，多少不知道", "每月 >0人，还有 7 个月")]
    [InlineData("target 2023 =1200", "ytd 2023-01/2023-05 >1200", "不少于目标", null)]
    [InlineData("target 2023 =1200", "ytd 2023-01/2023-05 =1200", "正好", null)]
    [InlineData("target 2023 =1200", "ytd 2023-01/2023-05 >1500", "超出 >300人", null)]
    [InlineData("target 2023 >1200", "ytd 2023-01/2023-05 =1200", "正好在线上，要求超过", "每月 0人，还有 7 个月")]
    [InlineData("target 2023 =1200", "ytd 2023-01/2023-05 ≈1190", "各数的界限使结果不能确定", "各数的界限使结果不能确定")]
    [InlineData("target 2023 =1200", "ytd 2023 =1100", "还差 100人", "已到期")]
    [InlineData("target 2021/2025 =1200", "ytd 2023 =1100", "目标跨几年或起点未载明，一年的累计数不能与它比", null)]
    [InlineData("unemployment_rate limit 2023 ≤5.5", "unemployment_rate stock 2023-05 5.3", "低于线 0.2个百分点", null)]
    [InlineData("unemployment_rate limit 2023 ≤5.5", "unemployment_rate stock 2023-05 5.7", "超出 0.2个百分点", null)]
    public void Words_OfAStanding_KeepTheBounds(string goal, string result, string distance, string? pace)
    {
        var aim = Notation.Figure(goal);
        var indicator = Sample.Catalog.Indicator(aim.Series.Indicator);
        var progress = TargetProgress.Of(aim, Notation.Figure(result), indicator);
        Assert.Equal((distance, pace), (Compact(TargetWords.Distance(progress, indicator)), TargetWords.PaceNeeded(progress, indicator) is { } needed ? Compact(needed) : null));

        static string Compact(string text) => text.Replace(" 人", "人", StringComparison.Ordinal).Replace(" 个百分点", "个百分点", StringComparison.Ordinal);
    }
}
