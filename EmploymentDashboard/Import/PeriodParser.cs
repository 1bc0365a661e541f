namespace EmploymentDashboard.Import;

/// <summary>
/// Reads a period as people write it. EDTF comes first; then, with the spaces and widths of Chinese tables:
/// <code>
/// point   = 2020年 | 2020年3月 | 2020年3月5日 | 2020-3 | 2020.03 | 2020/3/5 | 202003 | 20200305 | 3/2020 | March 2020 | 1 Mar 2020
///         | 二〇二〇年三月 | 今年 | 去年12月 | 当月 | 上月 | 3月 | 5日
/// part    = 一季度 | 第3季度 | 2020Q1 | 1Q2020 | 前三季度 | 2020年前9个月 | 上半年 | H2 2020 | 3月上旬
/// span    = 1-9月 | 2020年1月至2021年3月 | 2020.1-2020.9 | 3月1日-15日 | 2020-2021年 | 一至三季度
/// open    = 截至 ( point | part ) [ 底 | 末 | 止 | 24时 ] | point ( 以来 | 至今 | 起 )
/// serial  = 43891                                             a day, as spreadsheets count them: 2020-03-01
/// </code>
/// What lacks its year or month takes it from the <see cref="PeriodContext"/>, and is refused without one; no year is ever supplied
/// otherwise. A time of midnight, as spreadsheets export a day, is dropped. Periods lie between the years 1949 and 2099.
/// </summary>
public static class PeriodParser
{
    public const int EarliestYear = 1949;
    public const int LatestYear = 2099;

    public static PeriodReading Read(string? text, PeriodContext context)
    {
        Span<char> buffer = stackalloc char[CellText.Longest];
        return CellText.Prepare(text, buffer, out var length) switch
        {
            CellFlaw.TooLong => new PeriodReading.Unreadable(PeriodFault.TextTooLong),
            CellFlaw.Hidden => new PeriodReading.Unreadable(PeriodFault.HiddenCharacter),
            _ when length == 0 => new PeriodReading.Unreadable(PeriodFault.Empty),
            _ => new PeriodGrammar(buffer[..length].ToString(), context).Read(),
        };
    }
}
