namespace EmploymentDashboard.Statistics;

/// <summary>The names of closed lists, in both languages. What a figure is called is decided here and nowhere else.</summary>
public static class Wording
{
    public static Bilingual Name(this Basis basis) => basis switch
    {
        Basis.Flow => new("当期", "In period"),
        Basis.Ytd => new("本年累计", "Year to date"),
        Basis.Cumulative => new("累计", "Cumulative"),
        Basis.Stock => new("时点", "At period end"),
        Basis.Average => new("平均", "Mean"),
        Basis.Target => new("目标", "Target"),
        Basis.Limit => new("标准或控制线", "Standard or cap"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    public static Bilingual Explanation(this Basis basis) => basis switch
    {
        Basis.Flow => new("只计期间之内", "What happened within the period"),
        Basis.Ytd => new("自当年1月1日起计", "Counted from 1 January of the year"),
        Basis.Cumulative => new("自更早或未载明的起点计", "Counted from an older start, or one that is not printed"),
        Basis.Stock => new("期末的存量", "What there is at the end of the period"),
        Basis.Average => new("期间内每年或每月的平均，不可再拆分", "A mean per year or month of the period; it cannot be split further"),
        Basis.Target => new("期末要达到的数", "To be reached by the end of the period"),
        Basis.Limit => new("标准、上限或控制线，不是实际数", "A standard, cap or control line, not a result"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    public static Bilingual Name(this Bound bound) => bound switch
    {
        Bound.Exact => new("确数", "exactly"),
        Bound.MoreThan => new("大于", "more than"),
        Bound.AtLeast => new("不少于", "at least"),
        Bound.About => new("约", "about"),
        Bound.Nearly => new("接近，略小于", "nearly, a little less than"),
        Bound.AtMost => new("不超过", "at most"),
        Bound.LessThan => new("小于", "less than"),
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, null),
    };

    public static Bilingual Name(this ObsStatus status) => status switch
    {
        ObsStatus.Normal => new("正常", "Normal"),
        ObsStatus.Provisional => new("初步数", "Provisional"),
        ObsStatus.Estimated => new("估计数", "Estimated"),
        ObsStatus.Break => new("口径有断点", "Break in series"),
        ObsStatus.DefinitionDiffers => new("定义不同", "Definition differs"),
        ObsStatus.LowReliability => new("存疑，按原样保留", "Doubtful, kept as printed"),
        ObsStatus.Missing => new("缺", "Missing"),
        ObsStatus.NotCollected => new("未收集", "Not collected"),
        ObsStatus.CannotExist => new("不可能有", "Cannot exist"),
        ObsStatus.Withheld => new("不公布", "Withheld"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static Bilingual Name(this CellState state) => state switch
    {
        CellState.Figure => new("有数字", "A figure"),
        CellState.Zero => new("数字为 0", "The figure is 0"),
        CellState.ReportedMissing => new("来源说缺", "Reported as missing"),
        CellState.NotReported => new("没有来源提及", "No source speaks of it"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static Bilingual Name(this AreaKind kind) => kind switch
    {
        AreaKind.Nation => new("全国", "Nation"),
        AreaKind.City => new("直辖市", "Municipality"),
        AreaKind.District => new("区", "District"),
        AreaKind.County => new("县", "County"),
        AreaKind.Zone => new("功能区", "Functional zone"),
        AreaKind.Township => new("镇街", "Township"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Bilingual Name(this Reading reading) => reading switch
    {
        Reading.AsPrinted => new("原样", "As printed"),
        Reading.Month => new("当月", "By month"),
        Reading.YearToDate => new("本年累计", "Year to date"),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, null),
    };

    public static Bilingual Name(this Transform transform) => transform switch
    {
        Transform.None => new("原数", "The figures themselves"),
        Transform.PeriodOnPeriod => new("环比 %", "Change on the period before, %"),
        Transform.PeriodOnPeriodChange => new("环比增减", "Change on the period before"),
        Transform.YearOnYear => new("同比 %", "Change on the year before, %"),
        Transform.YearOnYearChange => new("同比增减", "Change on the year before"),
        Transform.ShareOfCity => new("占全市 %", "Share of the city, %"),
        Transform.Index => new("指数", "Index"),
        Transform.MovingSum => new("近 12 个月合计", "Sum of 12 months"),
        Transform.MovingMean => new("近 12 个月平均", "Mean of 12 months"),
        _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, null),
    };

    /// <summary>What a transform compares or adds, as a clause for people.</summary>
    public static Bilingual Explanation(this Transform transform) => transform switch
    {
        Transform.None => new("来源所载的数字", "as the sources give them"),
        Transform.PeriodOnPeriod or Transform.PeriodOnPeriodChange => new("与紧接在前、长短相同的期间比", "against the period of the same length just before"),
        Transform.YearOnYear or Transform.YearOnYearChange => new("与上年相同月份、同一口径比", "against the same months of the year before, on the same basis"),
        Transform.ShareOfCity => new("占同期全市数的比重；来源没有全市数的，用全部区县之和", "of the city's figure of the same period; of the sum of all districts and counties where no source gives one"),
        Transform.Index => new("选定月份 = 100", "the chosen month = 100"),
        Transform.MovingSum => new("含当月在内的 12 个月之和", "the twelve months up to and with this one, added up"),
        Transform.MovingMean => new("含当月在内的 12 个月的平均", "the mean of the twelve months up to and with this one"),
        _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, null),
    };

    /// <summary>The same of figures of one basis: what is averaged of stocks is what there was at the ends of the months.</summary>
    public static Bilingual Explanation(this Transform transform, Basis basis) => (transform, basis) switch
    {
        (Transform.MovingMean, Basis.Stock) => new("含当月在内的 12 个月末数的平均", "the mean of the values at the ends of the twelve months up to and with this one"),
        (Transform.MovingMean, Basis.Average) => new("含当月在内的 12 个月平均数的平均", "the mean of the averages of the twelve months up to and with this one"),
        _ => transform.Explanation(),
    };

    /// <summary>The same of a transform, which knows what it looked for and did not find.</summary>
    public static Bilingual Reason(this Obstacle obstacle, Transform transform) => (obstacle, transform) switch
    {
        (Obstacle.NothingThere, Transform.PeriodOnPeriod or Transform.PeriodOnPeriodChange) => new("没有上一期的数字", "there is no figure of the period before"),
        (Obstacle.NothingThere, Transform.YearOnYear or Transform.YearOnYearChange) => new("没有上年同期的数字", "there is no figure of the year before"),
        (Obstacle.NothingThere, Transform.Index) => new("选定的月份没有数字", "there is no figure of the chosen month"),
        (Obstacle.NotConsecutive, Transform.MovingSum or Transform.MovingMean) => new("期间不是整一个月，凑不成 12 个月", "its period is not a whole month, so twelve months cannot be made of it"),
        _ => obstacle.Reason(),
    };

    /// <summary>Why something was not computed, as a clause for people.</summary>
    public static Bilingual Reason(this Obstacle obstacle) => obstacle switch
    {
        Obstacle.None => new("", ""),
        Obstacle.NothingThere => new("没有可用来计算的数字", "there is no figure to compute with"),
        Obstacle.Missing => new("有数字缺失，缺不等于零", "a figure is missing, and missing is not zero"),
        Obstacle.DifferentIndicators => new("指标不同", "the indicators differ"),
        Obstacle.DifferentBases => new("口径不同", "the bases differ"),
        Obstacle.DifferentAreas => new("地区不同", "the areas differ"),
        Obstacle.DifferentPeriods => new("期间不同", "the periods differ"),
        Obstacle.NotAFlow => new("累计、时点、平均、目标和标准不能按时间相加", "only figures within a period add up over time"),
        Obstacle.NotAdditive => new("比率、期限和标准不能相加", "rates, durations and standards do not add up"),
        Obstacle.OverlappingPeriods => new("期间重叠", "the periods overlap"),
        Obstacle.OverlappingAreas => new("地区重叠，相加会重复计算", "the areas overlap, so a sum would count twice"),
        Obstacle.OverlappingBreakdowns => new("分项重叠或不同类，不能相加", "the categories overlap or are of different kinds"),
        Obstacle.DifferentBreakdowns => new("对象或分项不同", "the groups or categories differ"),
        Obstacle.DifferentLengths => new("期间长短不同", "the periods differ in length"),
        Obstacle.NotConsecutive => new("不是紧接在前的整月", "they are not whole months that follow each other"),
        Obstacle.HoldsPeriodBefore => new("累计数已含上一期，没有环比", "a running total holds the period before, so the two cannot be compared"),
        Obstacle.DifferentMonths => new("不是两年的相同月份", "they are not the same months of two years"),
        Obstacle.OpenPeriod => new("期间的起点或终点未载明", "an end of the period is not printed"),
        Obstacle.BoundsConflict => new("各数的界限使结果不能确定", "the bounds of the figures leave the result open"),
        Obstacle.DivisionByZero => new("除数为零", "the divisor is zero"),
        Obstacle.NegativeBase => new("基数为负，百分比没有意义", "a percentage of a negative figure has no meaning"),
        Obstacle.BreakInSeries => new("口径有变，前后不可比", "the definition changed, so the two are not comparable"),
        Obstacle.LowReliability => new("其中有存疑的数字", "one of the figures is doubtful"),
        Obstacle.FallingYearToDate => new("本年累计比上月还小，其中必有一错", "the year-to-date falls, so one of the two is wrong"),
        Obstacle.RateInPoints => new("比率之间用百分点比较，不算百分比", "two rates differ by percentage points, not by per cent"),
        Obstacle.RunningTotal => new("累计数逐月叠加，不能这样换算", "a running total grows by itself and cannot be converted this way"),
        Obstacle.NotActual => new("目标和标准不是实际数", "targets and standards are no results"),
        Obstacle.IsTheWhole => new("它就是全市", "it is the city itself"),
        Obstacle.NoWhole => new("没有同期的全市数字，各区县也不全，不能合计", "there is no figure of the city for the period, nor of all its districts"),
        Obstacle.OnlyBaseMonth => new("除了等于 100 的那个月，没有别的数字", "there is no figure besides that of the month that is 100"),
        Obstacle.FewerThanTwelveMonths => new("连续12个月不全", "the twelve months are not all there"),
        _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle, null),
    };
}
