using EmploymentDashboard.Import;

namespace EmploymentDashboard.Tests.Import.Issues;

/// <summary>One example for each kind of issue. The document of issues is written from these.</summary>
internal static class IssueExamples
{
    private const string Areas = "code,kind,parent,name_zh,name_en,short_name,aliases,tile_column,tile_row\n";

    public static IReadOnlyList<IssueExample> All { get; } =
    [
        new(IssueKind.FileUnreadable, "", (null, null)) { Table = "sources.csv", Remark = new("文件不在。", "The file is not there.") },
        new(IssueKind.FileEmpty, "\n", (null, null)),
        new(IssueKind.UnclosedQuote, "区县,指标,期间,数值,备注\n巴南区,新增就业,2023-01,120,\"含高校毕业生\n长寿区,新增就业,2023-01,90,\n", (2, 5)),
        new(IssueKind.RecordTooLong, "区县,指标,期间,数值,备注\n巴南区,新增就业,2023-01,120,<见说明 × 400000>\n", (2, null)),
        new(IssueKind.MissingColumn, "区县,指标,数值\n巴南区,新增就业,120\n", (1, null)),
        new(IssueKind.DuplicateColumn, "区县,地区,指标,期间,数值\n巴南区,巴南,新增就业,2023-01,120\n", (1, 2)),
        new(IssueKind.UnknownColumn, "区县,指标,期间,数值,经办科室\n巴南区,新增就业,2023-01,120,就业科\n", (1, 5)),
        new(IssueKind.BrokenBytes, "区县,指标,期间,数值,备注\n巴南区,新增就业,2023-01,120,含高校毕业生\n长寿区,新增就业,2023-01,90,含农民<C7>\n", (3, 5)),
        new(IssueKind.EncodingUnknown, "地域,指標,値\n東京,就業者数,123\nこれはテスト,の,5\n", (null, null)) { Encoding = "shift_jis", Remark = new("文件存为日文编码 Shift JIS。", "The file is saved as Shift JIS.") },
        new(IssueKind.FileIsWorkbook, "PK<03><04><14><00>[Content_Types].xml xl/workbook.xml\n", (null, null)) { Remark = new("Excel 工作簿，改名为 .csv。", "An Excel workbook, renamed to .csv.") },
        new(IssueKind.FileIsMarkup, "<table><tr><td>区县</td><td>新增就业</td></tr></table>\n", (null, null)),
        new(IssueKind.FileIsArchive, "<1F><8B><08><00>\n", (null, null)) { Remark = new("gzip 压缩文件。", "A gzip archive.") },
        new(IssueKind.FileNotText, "%PDF-1.7\n", (null, null)) { Remark = new("PDF 文档。", "A PDF document.") },
        new(IssueKind.TextGarbled, "鍖哄幙,鎸囨爣,鏈熼棿,鏁板€?\n宸村崡鍖?,鏂板灏变笟,2023-01,120\n", (null, null)) { Remark = new("UTF-8 文件按 GBK 打开后又保存过。", "A UTF-8 file that was opened as GBK and saved again.") },
        new(IssueKind.SettingUnusable, "区县,指标,期间,数值\n巴南区,新增就业,2023-01,120\n", (null, null))
        {
            Settings = new() { Reading = new() { Encoding = "big5" } },
            Remark = new("读取设置里手工指定编码 big5。", "Imported with the encoding big5, set by hand."),
        },
        new(IssueKind.NoTable, "关于报送一月份就业情况的函\n各区县人力社保局：\n请于月底前报送\n", (1, null)),
        new(IssueKind.AmbiguousLayout, "区县,指标,期间,数值,2023年2月\n巴南区,新增就业,2023-01,120,130\n", (1, 5)),
        new(IssueKind.AmbiguousColumn, "区县,指标,期间,累计\n巴南区,城镇新增就业,2023-01,120\n", (1, 4)),
        new(IssueKind.DerivedColumn, "区县,期间,城镇新增就业,同比\n巴南区,2023-01,120,3.2%\n", (1, 4)),
        new(IssueKind.TotalColumn, "区县,指标,2023年1月,2023年2月,合计\n巴南区,城镇新增就业,120,130,250\n", (1, 5)),
        new(IssueKind.TakenFromTitle, "巴南区城镇新增就业\n期间,数值\n2023-01,120\n2023-02,130\n", (1, 1), (1, 1)),

        new(IssueKind.RaggedRow, "区县,指标,期间,数值,备注\n巴南区,城镇新增就业,2023-01,1,200,\n", (2, null)),
        new(IssueKind.StrayQuote, "区县,指标,期间,数值,备注\n巴南区,城镇新增就业,2023-01,120,含\"两后生\"\n", (2, 5)),
        new(IssueKind.ZeroCharacter, "区县,指标,期间,数值\n巴南区,城镇新增就业,2023-01,12<00>0\n", (2, 4)),
        new(IssueKind.CharacterLost, "区县,指标,期间,数值,备注\n巴南区,城镇新增就业,2023-01,120,含脱贫人�\n", (2, 5)),
        new(IssueKind.TotalRow, "区县,期间,城镇新增就业\n巴南区,2023-01,120\n长寿区,2023-01,90\n合计,2023-01,210\n", (4, null)),
        new(IssueKind.TotalDisagrees, "区县,2023年1月城镇新增就业\n巴南区,120\n长寿区,90\n合计,220\n", (4, 2)) { Also = [(IssueKind.TotalRow, 4)] },
        new(IssueKind.PartOfRowAbove, "区县,指标,期间,数值\n巴南区,城镇新增就业,2023-01,120\n巴南区,其中：退役军人,2023-01,15\n", (3, 2)),
        new(IssueKind.AreaCodeDisagrees, "区划代码,区县,指标,期间,数值\n500115,巴南区,城镇新增就业,2023-01,120\n", (2, 1)),
        new(IssueKind.ExampleRow, "区县,指标,期间,数值,备注\n巴南区,城镇新增就业,2023-01,120,示例\n长寿区,城镇新增就业,2023-01,90,\n", (2, null)),
        new(IssueKind.RowNotRead, "区县,指标,期间,数值\n巴南区,城镇新增就业,2023-01,120\n以下为第二批\n长寿区,城镇新增就业,2023-01,90\n", (3, null)),

        new(IssueKind.UnknownArea, "区县,指标,期间,数值\n巴男区,城镇新增就业,2023-01,120\n", (2, 1)),
        new(IssueKind.UnknownIndicator, "区县,指标,期间,数值\n巴南区,新曾就业,2023-01,120\n", (2, 2)),
        new(IssueKind.UnknownBreakdown, "区县,指标,分项,期间,数值\n巴南区,城镇新增就业,退役军人,2023-01,15\n", (2, 3)),
        new(IssueKind.UnknownBasis, "区县,指标,口径,期间,数值\n巴南区,城镇新增就业,月报,2023-01,120\n", (2, 3)),
        new(IssueKind.UnknownBound, "区县,指标,期间,数值,界限\n巴南区,城镇新增就业,2023-01,120,大概吧\n", (2, 5)),
        new(IssueKind.UnknownStatus, "区县,指标,期间,数值,状态\n巴南区,城镇新增就业,2023-01,120,X\n", (2, 5)),
        new(IssueKind.UnknownSource, "区县,指标,期间,数值,来源\n巴南区,城镇新增就业,2023-01,120,区人社局电话\n", (2, 5)),
        new(IssueKind.PeriodUnreadable, "区县,指标,期间,数值\n巴南区,城镇新增就业,今年初,120\n", (2, 3)),
        new(IssueKind.FirstOfMonth, "区县,指标,月份,数值\n巴南区,城镇新增就业,2020/3/1,120\n巴南区,城镇新增就业,2020/4/1,130\n", (2, 3)),
        new(IssueKind.PeriodInFuture, "区县,指标,期间,数值\n巴南区,城镇新增就业,2099-01,120\n", (2, 3)),
        new(IssueKind.NotANumber, "区县,指标,期间,数值\n巴南区,城镇新增就业,2023-01,100-120人\n", (2, 4)),
        new(IssueKind.UnitMismatch, "区县,指标,期间,数值,单位\n巴南区,城镇新增就业,2023-01,120,万元\n", (2, 5)),
        new(IssueKind.ValueWithoutNumber, "区县,指标,期间,数值\n巴南区,城镇新增就业,2023-01,\n", (2, 4)),
        new(IssueKind.NumberWithMissingStatus, "区县,指标,期间,数值,状态\n巴南区,城镇新增就业,2023-01,120,O\n", (2, 4)),
        new(IssueKind.BoundDisagrees, "区县,指标,期间,数值,界限\n巴南区,城镇新增就业,2023-01,120余,不超过\n", (2, 5)),
        new(IssueKind.PrintedDisagrees, "区县,指标,期间,数值,原文\n巴南区,城镇新增就业,2023-01,120,1200余人\n", (2, 5)),
        new(IssueKind.PrintedUnreadable, "区县,指标,期间,数值,原文\n巴南区,城镇新增就业,2023-01,120,120人（含外地30人）\n", (2, 5)),
        new(IssueKind.NegativeCount, "区县,指标,期间,数值\n巴南区,城镇新增就业,2023-01,-120\n", (2, 4)),
        new(IssueKind.RateOver100, "区县,指标,期间,数值\n巴南区,高校毕业生就业率,2023-01,105%\n", (2, 4)),

        new(IssueKind.DuplicateKey, "区县,指标,期间,数值\n巴南区,城镇新增就业,2023-01,120\n长寿区,城镇新增就业,2023-01,90\n巴南区,城镇新增就业,2023-01,130\n", (2, 4), (4, 4)),
        new(IssueKind.PartsExceedTotal, "区县,指标,分项,期间,数值\n巴南区,城镇新增就业,总数,2023-01,120\n巴南区,城镇新增就业,农民工,2023-01,150\n", (2, 5)),
        new(IssueKind.PartsDoNotAddUp, "区县,指标,分项,期间,数值\n巴南区,返岗人数,总数,2023-01,120\n巴南区,返岗人数,就地就近,2023-01,60\n巴南区,返岗人数,辖区外市内,2023-01,30\n巴南区,返岗人数,市外,2023-01,20\n", (2, 5)),
        new(IssueKind.FallingYearToDate, "区县,指标,口径,期间,数值\n巴南区,城镇新增就业,本年累计,2023年1-2月,250\n", (2, 5))
        {
            Before = "区县,指标,口径,期间,数值\n巴南区,城镇新增就业,本年累计,2023年1月,320\n",
        },
        new(IssueKind.OutOfScale, "区县,指标,期间,数值\n巴南区,城镇新增就业,2022-12,1250000\n", (2, 4))
        {
            Before = "区县,指标,期间,数值\n巴南区,城镇新增就业,2022-07,120\n巴南区,城镇新增就业,2022-08,130\n巴南区,城镇新增就业,2022-09,110\n巴南区,城镇新增就业,2022-10,125\n巴南区,城镇新增就业,2022-11,118\n",
        },
        new(IssueKind.ConflictWithOtherSource, "区县,指标,期间,数值,来源\n巴南区,城镇新增就业,2023-01,130,cqrb-2021-09-gaoxin\n", (2, 4))
        {
            Before = "区县,指标,期间,数值\n巴南区,城镇新增就业,2023-01,120\n",
        },

        new(IssueKind.InvalidCell, Areas + "500000,city,,重庆市,Chongqing,重庆,,,\n500113,区,500000,巴南区,Banan District,巴南,,3,5\n", (3, 2)) { Table = "areas.csv" },
        new(IssueKind.DuplicateCode, Areas + "500000,city,,重庆市,Chongqing,重庆,,,\n500113,district,500000,巴南区,Banan District,巴南,,3,5\n500113,district,500000,长寿区,Changshou District,长寿,,4,2\n", (4, 1)) { Table = "areas.csv" },
        new(IssueKind.AmbiguousName, Areas + "500000,city,,重庆市,Chongqing,重庆,,,\n500113,district,500000,巴南区,Banan District,巴南,,3,5\n500115,district,500000,长寿区,Changshou District,长寿,巴南,4,2\n", (null, null)) { Table = "areas.csv" },
        new(IssueKind.UnknownReference, Areas + "500000,city,,重庆市,Chongqing,重庆,,,\n500113,district,500001,巴南区,Banan District,巴南,,3,5\n", (3, 3)) { Table = "areas.csv" },
    ];
}
