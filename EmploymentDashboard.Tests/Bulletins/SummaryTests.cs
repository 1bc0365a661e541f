using EmploymentDashboard.Tests.Features;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Bulletins;

/// <summary>What the written summary says, word for word, and what it keeps silent about. {1} is a footnote, [1] a source.</summary>
public sealed class SummaryTests
{
    /// <summary>A store, a period, and the summary of 巴南区 in Chinese.</summary>
    public static TheoryData<string, string, string> OfOneArea => new()
    {
        // Nothing known, nothing said.
        { "", "2023-01", "本月没有来源报道巴南区的数字。没有报道不等于零。" },
        // One figure makes one sentence.
        { "jobs_created total flow 2023-01 30", "2023-01", "本月来源报道的数字只有一个：新增就业 30 人[1]。\n上月与上年同月没有可比的数字，不作环比和同比。" },
        // A bound is said in words and has its footnote.
        { "jobs_created total flow 2023-01 2500余", "2023-01", "本月来源报道的数字只有一个：新增就业超过 2,500 人{1}[1]。\n上月与上年同月没有可比的数字，不作环比和同比。" },
        // Basis and dates that are not the month's own are said.
        { "jobs_created total flow 2023-01-30 29", "2023-01", "本月来源报道的数字只有一个：新增就业（2023-01-30）29 人[1]。\n上月与上年同月没有可比的数字，不作环比和同比。" },
        { "loans total stock 2023-01 3.2万", "2023-01", "本月来源报道的数字只有一个：贷款（时点）3.2万元[1]。\n上月与上年同月没有可比的数字，不作环比和同比。" },
        // Changes where there is something comparable.
        { "jobs_created total flow 2022-12 40;jobs_created total flow 2022-01 24;jobs_created total flow 2023-01 30", "2023-01", "本月来源报道的数字只有一个：新增就业 30 人，环比减少 10 人（-25%），同比增加 6 人（+25%）[1]。" },
        { "jobs_created total flow 2022-12 30;jobs_created total flow 2023-01 30", "2023-01", "本月来源报道的数字只有一个：新增就业 30 人，环比持平[1]。\n能作环比的 1 个，能作同比的 0 个，其余没有可比的数字。" },
        // Rates differ by points.
        { "unemployment total stock 2022-12 5.1;unemployment total stock 2023-01 5.5", "2023-01", "本月来源报道的数字只有一个：失业率（时点）5.5%，环比增加 0.4 个百分点[1]。\n能作环比的 1 个，能作同比的 0 个，其余没有可比的数字。" },
        // What was reported before and is not now; what is new.
        { "jobs_created total flow 2022-12 40;loans total flow 2023-01 7", "2023-01", "本月来源报道的数字只有一个：贷款 7 元[1]。\n上月与上年同月没有可比的数字，不作环比和同比。此前十二个月没有、本月出现的：贷款。此前十二个月有过、本月没有来源提及的：新增就业。" },
        // What belongs to another time is counted, not told as the month's.
        { "jobs_created total cumulative ../2023-03 53100", "2023-01", "本月没有来源报道巴南区的数字。没有报道不等于零。\n另有 1 个数字属于其他期间或是标准，单独列出，仅供参考，不计入本月。" },
        // Targets.
        { "jobs_created total target 2023 100;jobs_created total ytd 2023-01/2023-02 40", "2023-02", "本月来源报道的数字只有一个：新增就业（本年累计）40 人[1]。\n上月与上年同月没有可比的数字，不作环比和同比。\n新增就业目标（2023）100 人[1]，实际 40 人，为目标的 40%，未达到。" },
        { "jobs_created total target 2025 100", "2023-02", "本月没有来源报道巴南区的数字。没有报道不等于零。\n没有可对照的实际数、看不出是否达到的目标：新增就业。" },
        // Missing is not zero, and zero is a figure.
        { "jobs_created total flow 2023-01 0;loans total flow 2023-01 —", "2023-01", "本月有来源报道的数字 2 个[1]。就业：新增就业 0 人。\n上月与上年同月没有可比的数字，不作环比和同比。来源说缺的：贷款。" },
    };

    [Theory]
    [MemberData(nameof(OfOneArea))]
    public async Task Summary_OfOneArea_SaysWhatTheCellsBear(string rows, string period, string expected)
    {
        using var _ = Language.Chinese();
        using var store = await StoreAsync(rows);
        Assert.Equal(expected, BulletinFixture.Summary(BulletinFixture.Compose(store, BulletinFixture.Order(period, "500113"))));
    }

    [Theory]
    [InlineData("", "No source reports a figure of Banan District for this month. That is not the same as zero.")]
    [InlineData("jobs_created total flow 2023-01 2500余", "Sources report a single figure for this month: Jobs created: more than 2,500 persons{1}[1].\nNo figure of the month before or of the same month of the year before is comparable, so nothing is compared.")]
    public async Task Summary_InEnglish_SaysTheSame(string rows, string expected)
    {
        using var _ = Language.English();
        using var store = await StoreAsync(rows);
        Assert.Equal(expected, BulletinFixture.Summary(BulletinFixture.Compose(store, BulletinFixture.Order("2023-01", "500113"))));
    }

    /// <summary>A sum of districts only where all are exact or bounded one way, and a first and last only where the bounds leave no doubt.</summary>
    [Theory]
    [InlineData("10", "20", "30", "3 个区县有可比的数字，相加 60 人；最多的是渝北区 30 人，最少的是巴南区 10 人。")]
    [InlineData("10", "20", "30余", "3 个区县有可比的数字，相加超过 60 人；最多的是渝北区 >30 人，最少的是巴南区 10 人。")]
    [InlineData("10", "20余", "30", "3 个区县有可比的数字，相加超过 60 人。")]
    [InlineData("10", "近20", "30余", "3 个区县有可比的数字；最多的是渝北区 >30 人，最少的是巴南区 10 人。")]
    public async Task Summary_OfManyFigures_AddsAndRanksAsTheRulesAllow(string banan, string changshou, string yubei, string expected)
    {
        using var _ = Language.Chinese();
        // Days of another indicator make the bulletin long enough to be told indicator by indicator.
        var days = Enumerable.Range(1, 28).SelectMany(day => new[] { $"500112 loans total flow 2023-02-{day:00} {day}", $"500115 loans total flow 2023-02-{day:00} {day}" });
        using var store = await FilledDatabase.CreateAsync(
        [
            $"500113 jobs_created total flow 2023-02 {banan}",
            $"500115 jobs_created total flow 2023-02 {changshou}",
            $"500112 jobs_created total flow 2023-02 {yubei}",
            .. days,
        ]);
        Assert.Contains("就业：新增就业 " + expected, BulletinFixture.Summary(BulletinFixture.Compose(store, BulletinFixture.Order("2023-02"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_OfFewFigures_TellsEachAreaByItself()
    {
        using var _ = Language.Chinese();
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30", "Z-GXQ loans total flow 2023-01 1.5亿");
        Assert.Equal(
            "本月 2 个地区有数字 2 个[1]。没有来源提及的：长寿、渝北。\n巴南区：新增就业 30 人[1]。\n重庆高新区：贷款 1.5亿元[1]。",
            BulletinFixture.Summary(BulletinFixture.Compose(store, BulletinFixture.Order("2023-01"))));
    }

    private static Task<FilledDatabase> StoreAsync(string rows) =>
        FilledDatabase.CreateAsync([.. rows.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(row => "500113 " + row)]);
}
