using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>The periods that a bulletin can be of: a month, a quarter or a year.</summary>
public static class BulletinPeriods
{
    /// <summary>Reads 2023-01, 2023-Q1 or 2023; anything else is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (text is null || !Edtf.TryParse(text, out var read) || read is not { IsInferred: false, Granularity: Granularity.Month or Granularity.Quarter or Granularity.Year })
            return false;

        period = read;
        return true;
    }

    /// <summary>2023年1月, 2023年第1季度, 2023年.</summary>
    public static Bilingual Name(Period period)
    {
        var (year, month) = (period.Start!.Value.Year, period.Start.Value.Month);
        return period.Granularity switch
        {
            Granularity.Month => new($"{year} 年 {month} 月", string.Create(CultureInfo.InvariantCulture, $"{period.Start.Value:MMMM yyyy}")),
            Granularity.Quarter => new($"{year} 年第 {QuarterOf(month)} 季度", $"Q{QuarterOf(month)} {year}"),
            Granularity.Year => new($"{year} 年", $"{year}"),
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, "A bulletin is of a month, a quarter or a year."),
        };
    }

    /// <summary>月报, 季报, 年报.</summary>
    public static Bilingual Kind(Period period) => Choose(period, new("月报", "monthly bulletin"), new("季报", "quarterly bulletin"), new("年报", "yearly bulletin"));

    public static Bilingual This(Period period) => Choose(period, new("本月", "this month"), new("本季度", "this quarter"), new("本年", "this year"));

    public static Bilingual Before(Period period) => Choose(period, new("上月", "the month before"), new("上季度", "the quarter before"), new("上年", "the year before"));

    /// <summary>The period that 同比 looks back to.</summary>
    public static Bilingual YearBefore(Period period) => Choose(period, new("上年同月", "the same month of the year before"), new("上年同期", "the same quarter of the year before"), new("上年", "the year before"));

    public static Period Quarter(YearMonth month)
    {
        var first = new YearMonth(month.Year, (3 * (QuarterOf(month.Month) - 1)) + 1);
        return Period.OfDays(first.FirstDay, first.AddMonths(2).LastDay);
    }

    public static Period Year(YearMonth month) => Period.OfDays(new(month.Year, 1, 1), new(month.Year, 12, 31));

    private static Bilingual Choose(Period period, Bilingual month, Bilingual quarter, Bilingual year) => period.Granularity switch
    {
        Granularity.Month => month,
        Granularity.Quarter => quarter,
        _ => year,
    };

    private static int QuarterOf(int month) => ((month - 1) / 3) + 1;
}
