using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

public enum IssueLevel
{
    /// <summary>The row or file is not taken in.</summary>
    Error,

    /// <summary>It is taken in, and someone should look.</summary>
    Warning,
}

/// <summary>The closed list of what can be wrong with a file. Codes are stored with batches and never change their meaning.</summary>
public sealed class IssueKind
{
    private static readonly List<IssueKind> Kinds = [];

    private IssueKind(string code, IssueLevel level, Bilingual title, Bilingual remedy)
    {
        Code = code;
        Level = level;
        Title = title;
        Remedy = remedy;
        Kinds.Add(this);
    }

    public static IReadOnlyList<IssueKind> All => Kinds;

    // The file as a whole.

    /// <summary>The file cannot be opened or is not there.</summary>
    public static IssueKind FileUnreadable { get; } = Error("file_unreadable", new("文件打不开", "The file cannot be read"), new("检查文件是否存在、有无读取权限", "Check that the file is there and may be read"));

    /// <summary>No header row.</summary>
    public static IssueKind FileEmpty { get; } = Error("file_empty", new("文件是空的", "The file is empty"), new("首行写表头，其下写数据", "Put the headers on the first line and the data below"));

    /// <summary>A quoted cell runs to the end of the file and would swallow every row after it. The file is refused.</summary>
    public static IssueKind UnclosedQuote { get; } = Error("unclosed_quote", new("引号没有结束", "A quote is never closed"), new("在这一格末尾补上引号；格内的引号要写成两个", "Close the quote at the end of the cell; a quote inside a cell is written twice"));

    /// <summary>A row longer than any table has; most often an unclosed quote early in a big file. The file is refused.</summary>
    public static IssueKind RecordTooLong { get; } = Error("record_too_long", new("这一行太长", "The row is too long"), new("检查这一行是否有没结束的引号，或文件不是表格", "Look for an unclosed quote on this row, or a file that is no table"));

    /// <summary>A column without which rows cannot be read. The file is refused.</summary>
    public static IssueKind MissingColumn { get; } = Error("missing_column", new("缺少必需的列", "A required column is missing"), new("在表头补上这一列", "Add the column to the header"));

    /// <summary>Two headers that mean the same column. The file is refused.</summary>
    public static IssueKind DuplicateColumn { get; } = Error("duplicate_column", new("两列表头同义", "Two headers mean the same column"), new("删去或改名其中一列", "Remove or rename one of them"));

    /// <summary>A header that means no column, so that its cells are not read.</summary>
    public static IssueKind UnknownColumn { get; } = Warning("unknown_column", new("表头不认识，此列未读", "Unknown header, column not read"), new("若此列有用，改用认识的表头", "Use a known header if the column matters"));

    /// <summary>Bytes that are no text in the file's encoding; none is ever replaced. A few spoil their rows; with many the file is refused.</summary>
    public static IssueKind BrokenBytes { get; } = Error("broken_bytes", new("有字节不成文字", "Bytes that are no text"), new("对照原件改正此处；若有多处，用原软件另存为“CSV UTF-8”", "Mend the text here; where there are many, save it anew as “CSV UTF-8” from where it came"));

    /// <summary>Text in an encoding that is not read, as far as one can see. The file is refused.</summary>
    public static IssueKind EncodingUnknown { get; } = Error("encoding_unknown", new("编码认不出", "The encoding is not known"), new("用原软件另存为“CSV UTF-8”再导入", "Save it as “CSV UTF-8” from where it came and import again"));

    /// <summary>A workbook of Excel, WPS or LibreOffice, whatever its name ends with. The file is refused.</summary>
    public static IssueKind FileIsWorkbook { get; } = Error("file_is_workbook", new("是电子表格，不是 CSV", "A workbook, not CSV"), new("用 Excel 或 WPS 打开，把要导入的工作表另存为“CSV UTF-8”", "Open it in Excel or WPS and save the sheet that matters as “CSV UTF-8”"));

    /// <summary>A web page, XML or JSON; systems on the web often call such a file .xls. The file is refused.</summary>
    public static IssueKind FileIsMarkup { get; } = Error("file_is_markup", new("是网页或其他标记文档，不是 CSV", "A web page or other markup, not CSV"), new("用 Excel 或 WPS 打开，另存为“CSV UTF-8”再导入", "Open it in Excel or WPS, save it as “CSV UTF-8” and import again"));

    /// <summary>ZIP, gzip and the like. The file is refused.</summary>
    public static IssueKind FileIsArchive { get; } = Error("file_is_archive", new("是压缩文件", "A compressed archive"), new("先解压，再导入里面的 CSV 文件", "Unpack it first and import the CSV file in it"));

    /// <summary>A document, picture or program. The file is refused.</summary>
    public static IssueKind FileNotText { get; } = Error("file_not_text", new("不是文本文件", "Not a text file"), new("选 CSV 文件；别的文件里的表先另存为 CSV", "Choose a CSV file; save a table out of another file as CSV first"));

    /// <summary>Valid text that was saved after it had been decoded in the wrong encoding: 鍖哄幙 for 区县. The file is refused.</summary>
    public static IssueKind TextGarbled { get; } = Error("text_garbled", new("文字成了乱码", "The text is garbled"), new("若编码是手选的，改回自动；否则用原软件重新导出，不要再保存这一份", "Where the encoding was set by hand, let it be found; else export anew from where it came, and do not save this copy again"));

    /// <summary>An encoding, delimiter, quote or escape given by hand that cannot be used with any file.</summary>
    public static IssueKind SettingUnusable { get; } = Error("setting_unusable", new("读取设置不能用", "A setting that cannot be used"), new("改正设置，或留空由系统判断", "Mend the setting, or leave it empty to have it found"));

    /// <summary>No record looks like a header. The file is refused; or, further down, what stands below is not read.</summary>
    public static IssueKind NoTable { get; } = Error("no_table", new("找不到表头", "No header was found"), new("在数据上方写一行表头，或手工指定表头所在的行", "Write a header row above the data, or say by hand on which line it stands"));

    /// <summary>The table can be read in two ways. None is taken.</summary>
    public static IssueKind AmbiguousLayout { get; } = Error("ambiguous_layout", new("布局有两种读法", "The layout can be read in two ways"), new("手工选择布局，或设定这些列的含义", "Choose the layout by hand, or set the meaning of these columns"));

    /// <summary>A column whose header can be read in two ways, such as 累计 alone. The column is not read.</summary>
    public static IssueKind AmbiguousColumn { get; } = Error("ambiguous_column", new("表头有两种读法，此列未读", "The header can be read in two ways, column not read"), new("改写表头，或手工设定此列的含义", "Rewrite the header, or set the column's meaning by hand"));

    /// <summary>同比, 占比, 排名: computed from other figures, so the column is not read.</summary>
    public static IssueKind DerivedColumn { get; } = Warning("derived_column", new("由其他数算出，此列未读", "Computed from other figures, column not read"), new("不必处理；若是原始指标，手工设定此列", "Nothing; set the column by hand if it is a figure of its own"));

    /// <summary>合计, 全年: the sum of other columns, so the column is not read.</summary>
    public static IssueKind TotalColumn { get; } = Warning("total_column", new("其他列之和，此列未读", "The sum of other columns, column not read"), new("不必处理；若是单独的数，手工设定此列", "Nothing; set the column by hand if it is a figure of its own"));

    /// <summary>An area, indicator or period that only the title names was taken for all figures.</summary>
    public static IssueKind TakenFromTitle { get; } = Warning("taken_from_title", new("取自标题", "Taken from the title"), new("核对；不对时手工设定", "Check it; set it by hand where it is wrong"));

    // The row as read.

    /// <summary>More or fewer cells than the header has.</summary>
    public static IssueKind RaggedRow { get; } = Error("ragged_row", new("格数与表头不同", "The row has another number of cells than the header"), new("补齐或删去多余的格；格内有逗号时加引号", "Add or remove cells; quote a cell that holds a comma"));

    /// <summary>A quote within an unquoted cell, or text after a closing quote.</summary>
    public static IssueKind StrayQuote { get; } = Error("stray_quote", new("引号位置不对", "A quote in the wrong place"), new("整格加引号，格内的引号写成两个", "Quote the whole cell and write quotes inside it twice"));

    /// <summary>A character of the value zero, which no table has. The row is not taken in.</summary>
    public static IssueKind ZeroCharacter { get; } = Error("zero_character", new("格内有空字符（NUL）", "A zero character (NUL) in a cell"), new("删去空字符，核对此格文字是否完整", "Remove it and check that the text of the cell is whole"));

    /// <summary>U+FFFD: another program put it where it could not read a character.</summary>
    public static IssueKind CharacterLost { get; } = Warning("character_lost", new("有一个字已经丢失", "A character was lost earlier"), new("对照原件补上 � 处的字", "Write the character that stood where � is"));

    /// <summary>合计, 小计: the sum of other rows. It is not taken in.</summary>
    public static IssueKind TotalRow { get; } = Warning("total_row", new("合计行，未读", "A row of totals, not read"), new("不必处理；若指全市，写“全市”", "Nothing; write 全市 where the whole city is meant"));

    public static IssueKind TotalDisagrees { get; } = Warning("total_disagrees", new("合计与各行之和不符", "The total is not the sum of the rows"), new("核对各行和合计", "Check the rows and the total"));

    /// <summary>其中：… with a name that is no breakdown, area or indicator.</summary>
    public static IssueKind PartOfRowAbove { get; } = Error("part_of_row_above", new("上一行的一部分，但分项不认识", "A part of the row above, but no known breakdown"), new("改成已知的分项；新分项先加进 breakdowns.csv", "Use a known breakdown; add a new one to breakdowns.csv first"));

    /// <summary>The code of an area and its name mean two areas.</summary>
    public static IssueKind AreaCodeDisagrees { get; } = Error("area_code_disagrees", new("代码与地区名称不符", "The code and the name of the area disagree"), new("改正其中之一", "Mend one of the two"));

    /// <summary>The worked example of a template. It is not taken in.</summary>
    public static IssueKind ExampleRow { get; } = Warning("example_row", new("模板的示例行，未读", "The example row of a template, not read"), new("不必处理；若是数据，删去备注里的“示例”", "Nothing; remove 示例 from the note if it is data"));

    /// <summary>A record within or under the table that is neither a row of it nor a remark.</summary>
    public static IssueKind RowNotRead { get; } = Warning("row_not_read", new("不是表中的行，未读", "Not a row of the table, not read"), new("若是数据，补全这一行；若是说明，以“注：”开头", "Complete it if it is data; begin it with 注： if it is a remark"));

    // Names.

    public static IssueKind UnknownArea { get; } = Error("unknown_area", new("地区不认识", "Unknown area"), new("改成已知的名称或代码；新地区先加进 areas.csv", "Use a known name or code; add a new area to areas.csv first"));

    public static IssueKind UnknownIndicator { get; } = Error("unknown_indicator", new("指标不认识", "Unknown indicator"), new("改成已知的名称或代码；新指标先加进 indicators.csv", "Use a known name or code; add a new indicator to indicators.csv first"));

    public static IssueKind UnknownBreakdown { get; } = Error("unknown_breakdown", new("分项不认识", "Unknown breakdown"), new("改成已知的名称或代码；新分项先加进 breakdowns.csv", "Use a known name or code; add a new breakdown to breakdowns.csv first"));

    public static IssueKind UnknownBasis { get; } = Error("unknown_basis", new("口径不认识", "Unknown basis"), new("改成所列口径之一", "Use one of the bases listed"));

    public static IssueKind UnknownBound { get; } = Error("unknown_bound", new("界限不认识", "Unknown bound"), new("改成所列界限之一，或留空", "Use one of the bounds listed, or leave it empty"));

    public static IssueKind UnknownStatus { get; } = Error("unknown_status", new("状态不认识", "Unknown status"), new("改成所列状态之一，或留空", "Use one of the statuses listed, or leave it empty"));

    /// <summary>A source that is not in the list, or none where none is given for the whole file.</summary>
    public static IssueKind UnknownSource { get; } = Error("unknown_source", new("来源不认识", "Unknown source"), new("改成 sources.csv 里的代码，或先把来源加进去", "Use a code of sources.csv, or add the source there first"));

    // Periods and numbers.

    public static IssueKind PeriodUnreadable { get; } = Error("period_unreadable", new("期间读不懂", "The period cannot be read"), new("写成 2020-03、2020年3月、2020年1-3月、截至2020年2月23日 之类", "Write it like 2020-03, 2020-01/2020-03 or ../2020-02-23"));

    /// <summary>2020/3/1, which Excel makes of 2020年3月: read as the month under a header that says months, as the day under any other.</summary>
    public static IssueKind FirstOfMonth { get; } = Warning("first_of_month", new("每月 1 日的日期", "Dates on the first of the month"), new("核对；指整月时表头写“月份”，指当天时写“日期”", "Check it; head the column 月份 (month) where months are meant, 日期 (date) where days are"));

    /// <summary>A figure of what happened, for days that have not come yet. Targets and limits may lie ahead.</summary>
    public static IssueKind PeriodInFuture { get; } = Warning("period_in_future", new("期间在将来", "The period lies in the future"), new("核对年月；若是目标，口径写 target", "Check year and month; a target has the basis target"));

    /// <summary>A cell that cannot be read as one number without a guess.</summary>
    public static IssueKind NotANumber { get; } = Error("not_a_number", new("读不出一个确定的数", "Not one certain number"), new("只留一个数，写法如 2500、3.2万、1500余、不低于90%", "Leave one number, written like 2500, 3.2万, >1500 or ≥90%"));

    /// <summary>A unit that is not the indicator's and has no known factor to it.</summary>
    public static IssueKind UnitMismatch { get; } = Error("unit_mismatch", new("单位与指标不符", "The unit is not the indicator's"), new("换算成指标的单位，或改正单位", "Convert to the indicator's unit, or mend the unit"));

    /// <summary>An empty value of a row whose status says that there is one.</summary>
    public static IssueKind ValueWithoutNumber { get; } = Error("value_without_number", new("没有数值", "There is no number"), new("填上数值；确实缺数时写 — 或把状态写成 O", "Fill in the number; where it is missing write — or the status O"));

    /// <summary>A number beside a status that says that there is none.</summary>
    public static IssueKind NumberWithMissingStatus { get; } = Error("number_with_missing_status", new("状态说缺，却有数值", "The status says missing, but there is a number"), new("删去数值，或改正状态", "Remove the number, or mend the status"));

    /// <summary>The value's own words say another bound than the column does.</summary>
    public static IssueKind BoundDisagrees { get; } = Error("bound_disagrees", new("数值的用词与界限列不一致", "The value's words and the bound column disagree"), new("两处改成一致", "Make the two agree"));

    /// <summary>The printed fragment, read for itself, gives another value or bound.</summary>
    public static IssueKind PrintedDisagrees { get; } = Error("printed_disagrees", new("原文与数值不一致", "The printed fragment says something else"), new("对照原文改正数值或界限", "Mend value or bound by the source"));

    /// <summary>The printed fragment cannot be read as one number, so nothing checks the value.</summary>
    public static IssueKind PrintedUnreadable { get; } = Warning("printed_unreadable", new("原文读不出一个数，未能核对", "The printed fragment cannot be read, so the value was not checked"), new("只抄含数字的最短一段", "Copy only the shortest fragment that holds the figure"));

    /// <summary>Fewer than none of something that is counted.</summary>
    public static IssueKind NegativeCount { get; } = Error("negative_count", new("计数为负", "A negative count"), new("改正数值；增减变化另立指标", "Mend the number; a change is an indicator of its own"));

    public static IssueKind RateOver100 { get; } = Warning("rate_over_100", new("比率超过 100%", "A rate over 100%"), new("核对数值", "Check the number"));

    // Rows beside each other.

    /// <summary>The same series, period and source twice in one file. Where the two differ, neither is taken in.</summary>
    public static IssueKind DuplicateKey { get; } = Error("duplicate_key", new("文件里重复", "Twice in the file"), new("同一地区、指标、分项、口径、期间和来源只留一行", "Keep one row for each area, indicator, breakdown, basis, period and source"));

    public static IssueKind PartsExceedTotal { get; } = Warning("parts_exceed_total", new("部分大于总数", "Parts larger than their total"), new("核对部分与总数", "Check the parts and the total"));

    /// <summary>All categories of a dimension that makes up the whole are there, and their sum is not the whole.</summary>
    public static IssueKind PartsDoNotAddUp { get; } = Warning("parts_do_not_add_up", new("各部分之和不等于总数", "The parts do not add up to their total"), new("核对部分与总数", "Check the parts and the total"));

    public static IssueKind FallingYearToDate { get; } = Warning("falling_year_to_date", new("本年累计比上月小", "The year-to-date falls"), new("核对这两个月", "Check the two months"));

    /// <summary>Ten times the median of its own series, or a tenth of it: most often a 万 too many or too few.</summary>
    public static IssueKind OutOfScale { get; } = Warning("out_of_scale", new("与本序列相差一个数量级", "An order of magnitude off its own series"), new("核对单位，看是否多写或漏写了万", "Check the unit: a 万 too many or too few"));

    /// <summary>Another source gives another figure for the same key. Both are kept; the one published last is shown.</summary>
    public static IssueKind ConflictWithOtherSource { get; } = Warning("conflict_with_other_source", new("与另一来源不一致", "Another source says something else"), new("两者都保留；核对是否抄误", "Both are kept; check that it was copied right"));

    // Reference tables.

    /// <summary>A cell of a reference table outside its closed list or form.</summary>
    public static IssueKind InvalidCell { get; } = Error("invalid_cell", new("格内写法不对", "The cell is not as it must be"), new("照所列写法改正", "Write it as listed"));

    public static IssueKind DuplicateCode { get; } = Error("duplicate_code", new("代码重复", "The code is there twice"), new("每个代码只留一行", "Keep one row for each code"));

    /// <summary>A name or alias that means two entries; it is then no name of either.</summary>
    public static IssueKind AmbiguousName { get; } = Error("ambiguous_name", new("一名两义", "One name for two"), new("从其中一行删去这个名称或别名", "Remove the name or alias from one of the rows"));

    /// <summary>A parent or theme that is not there, or a chain of parents that leads back to itself.</summary>
    public static IssueKind UnknownReference { get; } = Error("unknown_reference", new("所指的上级或主题不存在", "The parent or theme is not there"), new("改正代码，或补上所指的一行", "Mend the code, or add the row that it points to"));

    public string Code { get; }

    public IssueLevel Level { get; }

    public Bilingual Title { get; }

    /// <summary>What to do about it.</summary>
    public Bilingual Remedy { get; }

    /// <summary>The kind of a stored code; an unknown one throws <see cref="KeyNotFoundException"/>.</summary>
    public static IssueKind Of(string code) =>
        Kinds.Find(kind => kind.Code == code) ?? throw new KeyNotFoundException($"There is no issue code '{code}'.");

    private static IssueKind Error(string code, Bilingual title, Bilingual remedy) => new(code, IssueLevel.Error, title, remedy);

    private static IssueKind Warning(string code, Bilingual title, Bilingual remedy) => new(code, IssueLevel.Warning, title, remedy);
}
