using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Bulletins;

public sealed class WordsTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Theory]
    [InlineData(1, "一")]
    [InlineData(9, "九")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(47, "四十七")]
    [InlineData(99, "九十九")]
    public void ChineseNumeral_IsAsHeadingsCount(int number, string expected) => Assert.Equal(expected, ChineseNumerals.Of(number));

    [Theory]
    [InlineData(1, "①")]
    [InlineData(20, "⑳")]
    [InlineData(21, "㉑")]
    [InlineData(35, "㉟")]
    [InlineData(36, "㊱")]
    [InlineData(50, "㊿")]
    [InlineData(51, "(51)")]
    public void NoteSign_IsACircledNumberAsLongAsThereIsOne(int number, string expected) => Assert.Equal(expected, NoteSigns.Of(number));

    /// <summary>The periods a bulletin can be of.</summary>
    [Theory]
    [InlineData("2023-01", "2023 年 1 月", "January 2023")]
    [InlineData("2023-Q1", "2023 年第 1 季度", "Q1 2023")]
    [InlineData("2023", "2023 年", "2023")]
    [InlineData("2023-01~", null, null)]
    [InlineData("2023-01-30", null, null)]
    [InlineData("2021/2022", null, null)]
    [InlineData("../2023-03", null, null)]
    [InlineData("January", null, null)]
    [InlineData(null, null, null)]
    public void Period_OfABulletin_IsAMonthQuarterOrYear(string? text, string? zh, string? en)
    {
        Assert.Equal(zh is not null, BulletinPeriods.TryParse(text, out var period));
        if (period is not null)
            Assert.Equal(new Bilingual(zh!, en!), BulletinPeriods.Name(period));
    }

    /// <summary>GB/T 7714—2015: a date that is not printed stands in brackets.</summary>
    [Theory]
    [InlineData("杨敏 杨晨", "2023-03-06~", "", "", false, "杨敏, 杨晨. 题名[N]. 日报, [2023-03-06].")]
    [InlineData("", "2023-03-06", "3版", "", false, "题名[N]. 日报, 2023-03-06(3版).")]
    [InlineData("", "2023-03-06", "", "https://example.org/a", false, "题名[N/OL]. 日报, 2023-03-06. https://example.org/a.")]
    [InlineData("", "2024-12", "", "", true, "题名[DS]. 日报, 2024-12.")]
    public void Citation_FollowsTheStandard(string author, string published, string page, string url, bool isDataset, string expected) =>
        Assert.Equal(expected, Citation.Of(new(isDataset ? Source.Synthetic : "s", "日报", "题名", author, Period.Parse(published), new("", ""), page, url, "zh")));
}
