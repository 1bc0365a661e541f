using System.Text.Json;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;

namespace EmploymentDashboard.Tests.Import.Layouts;

/// <summary>Tables as analysts have them, and each figure that must come of them with the place of every cell.</summary>
public sealed class LayoutTests
{
    /// <summary>Name, table, kind, figures, issues.</summary>
    public static TheoryData<string, string, LayoutKind, string, string> Understandable => new()
    {
        {
            "long", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n", LayoutKind.Long,
            "2:4 巴南@2:1 新增就业@2:2 2023-01@2:3 5@2:4", ""
        },
        {
            "long with everything in any order",
            "备注,位置,来源,状态,原文,界限,单位,数值,期间,口径,分项,指标,区县\nn,l,early,A,5余人,more_than,人,5,2023-01,flow,就地,新增就业,巴南\n", LayoutKind.Long,
            "2:8 巴南@2:13 新增就业@2:12 2023-01@2:9 5@2:8 breakdown=就地@2:11 basis=flow@2:10 unit=人@2:7 bound=more_than@2:6 asprinted=5余人@2:5 status=A@2:4 source=early@2:3 locator=l@2:2 note=n@2:1", ""
        },
        {
            "long with cells over several lines", "\"区\n县\",\"新增\n就业\n（人）\",\"月\n份\"\n\"巴南\n区\",5,2023-01\n", LayoutKind.WideByIndicator,
            "6:2 巴南\n区@6:1 新增就业@2:2 2023-01@7:3 5@7:2 unit=人@2:2", ""
        },
        {
            "title, unit, serial numbers, total and remarks around months",
            "2020年各区县新增就业情况,,,\n,,,单位：人\n序号,区县,1月,2月\n1,巴南区,10,20\n2,长寿区,1,\n,合计,11,20\n注：快报数,,,\n制表人：张三,,审核人：李四,2021年1月5日\n", LayoutKind.WideByMonth,
            "4:3 巴南区@4:2 新增就业@1:1 2020-01@3:3 10@4:3 unit=人@2:4\n4:4 巴南区@4:2 新增就业@1:1 2020-02@3:4 20@4:4 unit=人@2:4\n5:3 长寿区@5:2 新增就业@1:1 2020-01@3:3 1@5:3 unit=人@2:4",
            "taken_from_title@1:1 total_row@6"
        },
        {
            "year merged over months, area merged over rows",
            "区县,指标,2020年,,2021年\n,,11月,12月,1月\n巴南区,新增就业,1,2,3\n,贷款,5,6,7\n", LayoutKind.WideByMonth,
            "3:3 巴南区@3:1 新增就业@3:2 2020-11@2:3 1@3:3\n3:4 巴南区@3:1 新增就业@3:2 2020-12@2:4 2@3:4\n3:5 巴南区@3:1 新增就业@3:2 2021-01@2:5 3@3:5\n4:3 巴南区@3:1 贷款@4:2 2020-11@2:3 5@4:3\n4:4 巴南区@3:1 贷款@4:2 2020-12@2:4 6@4:4\n4:5 巴南区@3:1 贷款@4:2 2021-01@2:5 7@4:5", ""
        },
        {
            "month over years", "区县,指标,1月,\n,,2020年,2021年\n巴南,新增就业,1,2\n", LayoutKind.WideByMonth,
            "3:3 巴南@3:1 新增就业@3:2 2020-01@2:3 1@3:3\n3:4 巴南@3:1 新增就业@3:2 2021-01@2:4 2@3:4", ""
        },
        {
            "month over indicators with units", "区县,2020年1月,,2020年2月,\n,新增就业,贷款（万元）,新增就业,贷款/万元\n巴南区,1,2,3,4\n", LayoutKind.WideByMonth,
            "3:2 巴南区@3:1 新增就业@2:2 2020-01@1:2 1@3:2\n3:3 巴南区@3:1 贷款@2:3 2020-01@1:2 2@3:3 unit=万元@2:3\n3:4 巴南区@3:1 新增就业@2:4 2020-02@1:4 3@3:4\n3:5 巴南区@3:1 贷款@2:5 2020-02@1:4 4@3:5 unit=万元@2:5", ""
        },
        {
            "indicator over month and year so far", "表1 2020年3月就业情况,,,\n区县,新增就业（人）,,\n,本月,累计,同比(%)\n巴南区,100,300,5.5\n", LayoutKind.WideByIndicator,
            "4:2 巴南区@4:1 新增就业@2:2 2020-03@1:1 100@4:2 basis=flow@3:2 unit=人@2:2\n4:3 巴南区@4:1 新增就业@2:2 2020-Q1@1:1 300@4:3 basis=ytd@3:3 unit=人@2:2",
            "taken_from_title@1:1 derived_column@3:4"
        },
        {
            "same month of the year before", "地区*,月份,新增就业本月,新增就业上年同月\n巴南,2020年3月,100,90\n", LayoutKind.WideByIndicator,
            "2:3 巴南@2:1 新增就业@1:3 2020年3月@2:2 100@2:3 basis=flow@1:3\n2:4 巴南@2:1 新增就业@1:4 2019-03@2:2 90@2:4 basis=flow@1:4", ""
        },
        {
            "target of the year", "2023年3月,,\n区县,新增就业,\n,年度目标,本月\n巴南,1000,100\n", LayoutKind.WideByIndicator,
            "4:2 巴南@4:1 新增就业@2:2 2023@1:1 1000@4:2 basis=target@3:2\n4:3 巴南@4:1 新增就业@2:2 2023-03@1:1 100@4:3 basis=flow@3:3", "taken_from_title@1:1"
        },
        {
            "breakdowns in brackets and beside their total", "区县,期间,新增就业,,新增就业（农民工）\n,,合计,就地,\n巴南,2020-02,100,60,5\n", LayoutKind.WideByIndicator,
            "3:3 巴南@3:1 新增就业@1:3 2020-02@3:2 100@3:3\n3:4 巴南@3:1 新增就业@1:3 2020-02@3:2 60@3:4 breakdown=就地@2:4\n3:5 巴南@3:1 新增就业@1:5 2020-02@3:2 5@3:5 breakdown=农民工@1:5", ""
        },
        {
            "a row of units", "区县,期间,新增就业,贷款\n,,人,万元\n巴南,2023-01,5,6\n", LayoutKind.WideByIndicator,
            "3:3 巴南@3:1 新增就业@1:3 2023-01@3:2 5@3:3 unit=人@2:3\n3:4 巴南@3:1 贷款@1:4 2023-01@3:2 6@3:4 unit=万元@2:4", ""
        },
        {
            "units of several indicators, below the header", "2023年1月,,\n区县,新增就业,贷款\n（单位：人、万元）,,\n巴南,1,2\n", LayoutKind.WideByIndicator,
            "4:2 巴南@4:1 新增就业@2:2 2023-01@1:1 1@4:2 unit=人@3:1\n4:3 巴南@4:1 贷款@2:3 2023-01@1:1 2@4:3 unit=万元@3:1", "taken_from_title@1:1"
        },
        {
            "areas across", "新增就业,,,\n月份,巴南区,高新区,合计\n2023-01,1,2,3\n合计,1,2,3\n", LayoutKind.WideByArea,
            "3:2 巴南区@2:2 新增就业@1:1 2023-01@3:1 1@3:2\n3:3 高新区@2:3 新增就业@1:1 2023-01@3:1 2@3:3", "taken_from_title@1:1 total_column@2:4 total_row@4"
        },
        {
            "corner with a diagonal", "新增就业\n区县/月份,2023年1月\n巴南,1\n", LayoutKind.WideByMonth,
            "3:2 巴南@3:1 新增就业@1:1 2023-01@2:2 1@3:2", "taken_from_title@1:1"
        },
        {
            "areas without a header", "新增就业\n,2023年1月,2023年2月\n巴南区,1,2\n", LayoutKind.WideByMonth,
            "3:2 巴南区@3:1 新增就业@1:1 2023-01@2:2 1@3:2\n3:3 巴南区@3:1 新增就业@1:1 2023-02@2:3 2@3:3", "taken_from_title@1:1"
        },
        {
            "offices under 单位", "单位,2023年1月新增就业\n巴南区,1\n", LayoutKind.WideByMonth,
            "2:2 巴南区@2:1 新增就业@1:2 2023-01@1:2 1@2:2", ""
        },
        {
            "months as numbers of days", "区县,指标,43831,43862\n巴南,新增就业,1,2\n", LayoutKind.WideByMonth,
            "2:3 巴南@2:1 新增就业@2:2 2020-01@1:3 1@2:3\n2:4 巴南@2:1 新增就业@2:2 2020-02@1:4 2@2:4", ""
        },
        {
            "months as first days", "区县,指标,2020/1/1,2020/2/1\n巴南,新增就业,1,2\n", LayoutKind.WideByMonth,
            "2:3 巴南@2:1 新增就业@2:2 2020-01@1:3 1@2:3\n2:4 巴南@2:1 新增就业@2:2 2020-02@1:4 2@2:4", ""
        },
        {
            "quarters, spans and the whole year", "区县,指标,2020年一季度,2020年1-2月,全年\n巴南,新增就业,1,2,4\n", LayoutKind.WideByMonth,
            "2:3 巴南@2:1 新增就业@2:2 2020-Q1@1:3 1@2:3\n2:4 巴南@2:1 新增就业@2:2 2020-01/2020-02@1:4 2@2:4", "total_column@1:5"
        },
        {
            "year in a column, months across", "年份,区县,指标,1月\n2022,巴南,新增就业,5\n2023,巴南,新增就业,7\n", LayoutKind.WideByMonth,
            "2:4 巴南@2:2 新增就业@2:3 2022-01@1:4 5@2:4\n3:4 巴南@3:2 新增就业@3:3 2023-01@1:4 7@3:4", ""
        },
        {
            "year and month in two columns", "年,月,区县,指标,数值\n2022,1,巴南,新增就业,5\n2022,12月,巴南,新增就业,6\n2022,2021-03,巴南,新增就业,6\n", LayoutKind.Long,
            "2:5 巴南@2:3 新增就业@2:4 2022-01@2:2 5@2:5\n3:5 巴南@3:3 新增就业@3:4 2022-12@3:2 6@3:5\n4:5 巴南@4:3 新增就业@4:4 2022 2021-03@4:2 6@4:5", ""
        },
        {
            "start and end in two columns", "地区,指标,期间起,期间止,数值\n巴南,新增就业,2020-01,2020-03,7\n", LayoutKind.Long,
            "2:5 巴南@2:1 新增就业@2:2 2020-Q1@2:3 7@2:5", ""
        },
        {
            "months of the title's year, down", "2020年,\n区县,指标,月份,数值\n巴南,新增就业,3月,5\n巴南,新增就业,2021年4月,5\n", LayoutKind.Long,
            "3:4 巴南@3:1 新增就业@3:2 2020-03@3:3 5@3:4\n4:4 巴南@4:1 新增就业@4:2 2021-04@4:3 5@4:4", ""
        },
        {
            "area of the title", "重庆市巴南区2023年就业情况,\n指标,1月\n新增就业,5\n", LayoutKind.WideByMonth,
            "3:2 重庆市巴南区@1:1 新增就业@3:1 2023-01@2:2 5@3:2", "taken_from_title@1:1"
        },
        {
            "cut-off day of the title", "截至2020年2月23日新增就业统计表,\n区县,数值\n巴南,5\n", LayoutKind.Long,
            "3:2 巴南@3:1 新增就业@1:1 ../2020-02-23@1:1 5@3:2", "taken_from_title@1:1 taken_from_title@1:1"
        },
        {
            "parts of the indicator above", "区县,指标,2023年1月\n巴南区,新增就业,100\n,其中：农民工,10\n,就地,5\n,其中：女性,1\n长寿区,新增就业,50\n", LayoutKind.WideByMonth,
            "2:3 巴南区@2:1 新增就业@2:2 2023-01@1:3 100@2:3\n3:3 巴南区@2:1 新增就业@2:2 2023-01@1:3 10@3:3 breakdown=农民工@3:2\n4:3 巴南区@2:1 新增就业@2:2 2023-01@1:3 5@4:3 breakdown=就地@4:2\n6:3 长寿区@6:1 新增就业@6:2 2023-01@1:3 50@6:3",
            "part_of_row_above@5:2"
        },
        {
            "parts of the area above", "新增就业,\n区县,2023年1月\n巴南区,10\n其中：农民工,5\n其中：长寿区,1\n", LayoutKind.WideByMonth,
            "3:2 巴南区@3:1 新增就业@1:1 2023-01@2:2 10@3:2\n4:2 巴南区@3:1 新增就业@1:1 2023-01@2:2 5@4:2 breakdown=农民工@4:1\n5:2 长寿区@5:1 新增就业@1:1 2023-01@2:2 1@5:2", "taken_from_title@1:1"
        },
        {
            "totals that are wrong, and the city as itself", "新增就业,,\n区县,2023年1月,2023年2月\n巴南区,1,2\n长寿区,3,4\n小计,4,6\n高新区,1,1\n合计,5,8\n全市,6,9\n", LayoutKind.WideByMonth,
            "3:2 巴南区@3:1 新增就业@1:1 2023-01@2:2 1@3:2\n3:3 巴南区@3:1 新增就业@1:1 2023-02@2:3 2@3:3\n4:2 长寿区@4:1 新增就业@1:1 2023-01@2:2 3@4:2\n4:3 长寿区@4:1 新增就业@1:1 2023-02@2:3 4@4:3\n6:2 高新区@6:1 新增就业@1:1 2023-01@2:2 1@6:2\n6:3 高新区@6:1 新增就业@1:1 2023-02@2:3 1@6:3\n8:2 全市@8:1 新增就业@1:1 2023-01@2:2 6@8:2\n8:3 全市@8:1 新增就业@1:1 2023-02@2:3 9@8:3",
            "taken_from_title@1:1 total_row@5 total_row@7 total_disagrees@7:3"
        },
        {
            "合计 as a breakdown is no total", "区县,指标,分项,期间,数值\n巴南,新增就业,合计,2020-02,10\n,,其中：就地,2020-02,5\n", LayoutKind.Long,
            "2:5 巴南@2:1 新增就业@2:2 2020-02@2:4 10@2:5 breakdown=合计@2:3\n3:5 巴南@2:1 新增就业@2:2 2020-02@3:4 5@3:5 breakdown=就地@3:3", ""
        },
        {
            "as above in words", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n同上,〃,2023-02,6\n", LayoutKind.Long,
            "2:4 巴南@2:1 新增就业@2:2 2023-01@2:3 5@2:4\n3:4 巴南@2:1 新增就业@2:2 2023-02@3:3 6@3:4", ""
        },
        {
            "a stray blank is no merged cell", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n巴南,新增就业,2023-02,5\n,新增就业,2023-03,5\n", LayoutKind.Long,
            "2:4 巴南@2:1 新增就业@2:2 2023-01@2:3 5@2:4\n3:4 巴南@3:1 新增就业@3:2 2023-02@3:3 5@3:4\n4:4 @4:1 新增就业@4:2 2023-03@4:3 5@4:4", ""
        },
        {
            "codes beside names", "行政区划代码,区县,指标,2023-01\n500113,巴南区,新增就业,1\n500115,巴南区,贷款,2\n500113000000,巴南区,贷款,3\n", LayoutKind.WideByMonth,
            "2:4 巴南区@2:2 新增就业@2:3 2023-01@1:4 1@2:4\n4:4 巴南区@4:2 贷款@4:3 2023-01@1:4 3@4:4", "area_code_disagrees@3:1"
        },
        {
            "rows of other lengths", "区县,指标,期间,数值,备注\n巴南,新增就业,2023-01,5\n巴南,新增就业,2023-02\n巴南,新增就业,2023-03,5,x,,\n巴南,新增就业,2023-04,5,x,y\n", LayoutKind.Long,
            "2:4 巴南@2:1 新增就业@2:2 2023-01@2:3 5@2:4\n4:4 巴南@4:1 新增就业@4:2 2023-03@4:3 5@4:4 note=x@4:5", "ragged_row@3 ragged_row@5"
        },
        {
            "headers again on each page", "2020年3月,,\n区县,新增就业,\n,本月,累计\n巴南,1,2\n2020年3月,,\n区县,新增就业,\n,本月,累计\n长寿,3,4\n第2页,,\n区县,新增就业,\n,本月,累计\n", LayoutKind.WideByIndicator,
            "4:2 巴南@4:1 新增就业@2:2 2020-03@1:1 1@4:2 basis=flow@3:2\n4:3 巴南@4:1 新增就业@2:2 2020-Q1@1:1 2@4:3 basis=ytd@3:3\n8:2 长寿@8:1 新增就业@2:2 2020-03@1:1 3@8:2 basis=flow@3:2\n8:3 长寿@8:1 新增就业@2:2 2020-Q1@1:1 4@8:3 basis=ytd@3:3",
            "taken_from_title@1:1 row_not_read@9"
        },
        {
            "tables below each other, the second with the same header and another title",
            "2023年新增就业,\n区县,1月\n巴南,1\n\n2024年贷款,\n区县,1月\n长寿,3\n\n区县,指标,期间,数值\n巴南,新增就业,2022-01,9\n", LayoutKind.WideByMonth,
            "3:2 巴南@3:1 新增就业@1:1 2023-01@2:2 1@3:2\n7:2 长寿@7:1 贷款@5:1 2024-01@6:2 3@7:2\n10:4 巴南@10:1 新增就业@10:2 2022-01@10:3 9@10:4", "taken_from_title@1:1 taken_from_title@5:1"
        },
        {
            "a second table that cannot be read", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n\n地区,指标,数值\n巴南,新增就业,5\n", LayoutKind.Long,
            "2:4 巴南@2:1 新增就业@2:2 2023-01@2:3 5@2:4", "missing_column@4"
        },
        {
            "remarks and headings within", "新增就业,\n区县,2023年1月\n主城区,\n巴南,1\n本表为快报,\n", LayoutKind.WideByMonth,
            "4:2 巴南@4:1 新增就业@1:1 2023-01@2:2 1@4:2", "taken_from_title@1:1 row_not_read@3 row_not_read@5"
        },
        {
            "source below the table", "区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n数据来源：early,,,\n", LayoutKind.Long,
            "2:4 巴南@2:1 新增就业@2:2 2023-01@2:3 5@2:4 source=early@3:1", ""
        },
        {
            "unit of the table where the row has none", "单位：万人\n区县,指标,单位,2023年1月\n巴南,新增就业,,1\n巴南,贷款,元,2\n", LayoutKind.WideByMonth,
            "3:4 巴南@3:1 新增就业@3:2 2023-01@2:4 1@3:4 unit=万人@1:1\n4:4 巴南@4:1 贷款@4:2 2023-01@2:4 2@4:4 unit=元@4:3", ""
        },
        {
            "wide signs and spaces", "区　县,指　标,２０２０年１月,Ｎｏｔｅ\n巴南,新增就业,1,\n", LayoutKind.WideByMonth,
            "2:3 巴南@2:1 新增就业@2:2 2020-01@1:3 1@2:3", ""
        },
    };

    [Theory]
    [MemberData(nameof(Understandable))]
    public void Table_OfARealShape_GivesEveryFigureWithItsPlaces(string name, string table, LayoutKind kind, string figures, string issues)
    {
        var read = Tables.Read(table);

        Assert.NotEqual("", name);
        Assert.Equal(issues, read.Codes);
        Assert.Equal(figures, read.Places);
        Assert.Equal(kind, read.Layout!.Kind);
        Assert.Equal(read.Records, read.Account.Records);
        Assert.Equal(read.Figures.Count, read.Account.Figures);
    }

    /// <summary>What is refused rather than guessed, and with what word.</summary>
    [Theory]
    [InlineData("", "file_empty@")]
    [InlineData(",,\n,\n", "file_empty@")]
    [InlineData("就业情况\n", "no_table@1")]
    [InlineData("a,b,c\n1,2,3\n", "no_table@1")]
    [InlineData("巴南,新增就业,2023-01,5\n长寿,新增就业,2023-01,6\n", "no_table@1")]
    [InlineData("指标,期间,数值\n新增就业,2023-01,5\n", "missing_column@1")]
    [InlineData("区县,期间,数值\n巴南,2023-01,5\n", "missing_column@1")]
    [InlineData("区县,指标,数值\n巴南,新增就业,5\n", "missing_column@1")]
    [InlineData("区县,指标,期间\n巴南,新增就业,2023-01\n", "missing_column@1")]
    [InlineData("区县,指标,1月\n巴南,新增就业,5\n", "missing_column@1:3")]
    [InlineData("2019-2020年就业情况,,\n区县,指标,1月\n巴南,新增就业,4\n", "missing_column@2:3")]
    [InlineData("2023年,,,\n区县,指标,12月,1月\n巴南,新增就业,1,2\n", "ambiguous_layout@2:4")]
    [InlineData("区县,指标,期间,数值,2023年1月\n巴南,新增就业,2023-01,5,6\n", "ambiguous_layout@1:5")]
    [InlineData("区县,指标,期间,2023年1月\n巴南,新增就业,2023-01,6\n", "ambiguous_layout@1:4")]
    [InlineData("区县,期间,新增就业,长寿区\n巴南,2023-01,5,6\n", "ambiguous_layout@1:4")]
    [InlineData("区县,地区,指标,期间,数值\n巴南,巴南,新增就业,2023-01,5\n", "duplicate_column@1:2")]
    [InlineData("区县,指标,2023-01,2023年1月\n巴南,新增就业,1,2\n", "duplicate_column@1:4")]
    [InlineData("区县,月份,新增就业累计\n巴南,2023-03,5\n", "ambiguous_column@1:3")]
    [InlineData("区县,指标,43831,43863\n巴南,新增就业,1,2\n", "missing_column@1 unknown_column@1:3 unknown_column@1:4")]
    [InlineData("地区,指标,期间起,数值\n巴南,新增就业,2020-01,7\n", "missing_column@1")]
    [InlineData("2023年1月新增就业和贷款,\n区县,数值\n巴南,7\n", "missing_column@2 taken_from_title@1:1")]
    [InlineData("区县,期间,计划数,实际完成情况\n,,新增就业,新增就业\n巴南,2023-01,1,2\n", "")]
    public void Table_WithTwoReadingsOrNone_IsRefusedWithAnIssue(string table, string issues)
    {
        var read = Tables.Read(table);

        if (issues.Length > 0)
        {
            Assert.Null(read.Layout);
            Assert.Equal(issues.Split(' ').Order(), read.Codes.Split(' ').Order());
        }
        else
        {
            Assert.DoesNotContain(read.Figures, figure => figure[FigureField.Value].Text == "1" && figure[FigureField.Basis].Text != "target");
        }
    }

    [Theory]
    [InlineData("新增就业累计", LeftOutColumn.Ambiguous)]
    [InlineData("同比增长%", LeftOutColumn.Derived)]
    [InlineData("占比", LeftOutColumn.Derived)]
    [InlineData("完成率", LeftOutColumn.Derived)]
    [InlineData("排名", LeftOutColumn.Derived)]
    [InlineData("合计", LeftOutColumn.Total)]
    [InlineData("序号", LeftOutColumn.Serial)]
    [InlineData("新增就业（预计）", LeftOutColumn.Unknown)]
    [InlineData("新曾就业", LeftOutColumn.Unknown)]
    [InlineData("", LeftOutColumn.Empty)]
    public void Column_ThatIsNoFigure_IsLeftOutForAReason(string header, LeftOutColumn why)
    {
        var read = Tables.Read($"区县,期间,新增就业,{header}\n巴南,2023-01,5,6\n");

        Assert.Equal("5", Assert.Single(read.Figures)[FigureField.Value].Text);
        Assert.Equal(why, read.Layout!.Columns[3].Meaning.Why);
        Assert.Equal(why != LeftOutColumn.Serial, read.Issues.Count == 1);
    }

    [Fact]
    public void Column_Misspelt_SuggestsTheIndicator() =>
        Assert.Contains("新增就业", Assert.Single(Tables.Read("区县,期间,贷款,新曾就业\n巴南,2023-01,5,6\n").Issues).Expected.Zh, StringComparison.Ordinal);

    [Theory]
    [InlineData("area", "indicator", "period", "value")]
    [InlineData("Area", "INDICATOR", "Time_Period", "OBS_VALUE")]
    [InlineData("地区名称", "指标名称", "统计月份", "数值(人)")]
    [InlineData("区 县*", "项目", "年月", "数据")]
    [InlineData("区（县）", "统计指标", "时间", "数量")]
    [InlineData("District", "Measure", "Month", "Value")]
    public void Header_InManyForms_IsUnderstood(string area, string indicator, string period, string value)
    {
        var read = Tables.Read($"{area},{indicator},{period},{value}\n巴南,新增就业,2023-01,5\n");

        Assert.Equal("巴南|新增就业|||2023-01|5", Tables.Say(Assert.Single(read.Figures)));
        Assert.Empty(read.Issues);
    }

    [Fact]
    public void Header_OfEveryAlias_NamesItsField() => Assert.All(
        HeaderWords.Fields.SelectMany(field => field.Headers.Select(header => (field.Field, header))),
        known => Assert.True(known.Field == FigureField.Value ? HeaderWords.Column(known.header) is { Role: ColumnRole.Figures } : HeaderWords.Column(known.header)?.IsField(known.Field) == true, known.header));

    /// <summary>What can be set by hand, as the page keeps it.</summary>
    [Theory]
    [InlineData("""{"Year":2022}""", "区县,指标,1月\n巴南,新增就业,5\n", "巴南|新增就业|||2022-01|5")]
    [InlineData("""{"Kind":"Long"}""", "区县,指标,期间,数值,2023年1月\n巴南,新增就业,2023-01,5,6\n", "巴南|新增就业|||2023-01|5")]
    [InlineData("""{"HeaderLine":3}""", "区县,指标,期间,数值\n长寿,新增就业,2023-02,7\n区县,指标,期间,数值\n巴南,新增就业,2023-01,5\n", "巴南|新增就业|||2023-01|5")]
    [InlineData("""{"HeaderLine":1,"HeaderRows":2}""", "区县,指标,2020,\n,,1月,2月\n巴南,新增就业,5,\n", "巴南|新增就业|||2020-01|5")]
    [InlineData("""{"Area":"巴南","Indicator":"新增就业","Period":"2023年1月"}""", "数值,备注\n5,\n", "巴南|新增就业|||2023-01|5")]
    [InlineData("""{"Basis":"ytd"}""", "区县,指标,2020年3月\n巴南,新增就业,5\n", "巴南|新增就业||ytd|2020-Q1|5")]
    [InlineData("""{"Columns":{"3":{"Role":"Figures","Indicator":"新增就业","Basis":"ytd","Shift":"YearToDate"}}}""", "区县,月份,新增累计\n巴南,2023-03,5\n", "巴南|新增就业||ytd|2023-Q1|5")]
    [InlineData("""{"Columns":{"1":{"Role":"Field","Field":"Area"},"4":{"Role":"LeftOut","Why":"ByHand"}}}""", "甲,指标,期间,乙,数值\n巴南,新增就业,2023-01,3,5\n", "巴南|新增就业|||2023-01|5")]
    [InlineData("""{"FillDown":true}""", "区县,指标,期间,数值\n巴南,新增就业,2023-01,\n,新增就业,2023-01,5\n", "巴南|新增就业|||2023-01||巴南|新增就业|||2023-01|5")]
    public void Settings_ByHand_HaveTheLastWord(string settings, string table, string figures)
    {
        var set = JsonSerializer.Deserialize<LayoutSettings>(settings)!;
        var read = Tables.Read(table, JsonSerializer.Deserialize<LayoutSettings>(JsonSerializer.Serialize(set))!);

        Assert.Equal(figures, string.Join('|', read.Figures.Select(Tables.Say)));
    }

    [Fact]
    public void Settings_ForTheNextFile_DateNothing()
    {
        var settings = new LayoutSettings
        {
            Year = 2022,
            Source = "early",
            Area = "巴南",
            Columns = new Dictionary<int, ColumnMeaning> { [1] = ColumnMeaning.Of(FigureField.Indicator), [2] = ColumnMeaning.Of(FigureField.Value) with { Period = "2022-01" } },
        }.ForNextFile();

        Assert.Equal((null, null, "巴南"), (settings.Year, settings.Source, settings.Area));
        Assert.Equal([1], settings.Columns.Keys);
    }

    [Theory]
    [InlineData("区县,指标,2023-01\n巴南,新增就业,1\n", "区 县,指标,2024-02\n长寿,贷款,1\n", true)]
    [InlineData("区县,指标,期间,数值\n巴南,新增就业,2023-01,1\n", "标题,,,\n区县,指标,期间,数值\n长寿,贷款,2022-01,1\n", true)]
    [InlineData("区县,指标,期间,数值\n巴南,新增就业,2023-01,1\n", "区县,指标,数值,期间\n长寿,贷款,1,2022-01\n", false)]
    public void ShapeKey_OfTwoTables_IsTheSameWhereTheirHeadersAre(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Tables.Read(one).Layout!.ShapeKey == Tables.Read(other).Layout!.ShapeKey);

    [Fact]
    public void Account_OfATable_NamesEveryRecord()
    {
        var read = Tables.Read("标题,,,\n区县,指标,期间,数值,备注\n巴南,新增就业,2023-01,5,\n\n合计,,,5,\n巴南,新增就业,2023-02,5,示例，删去\n巴南,新增就业\n注：快报,,,\n其他话,,,\n");

        Assert.Equal("Figures=1 Preamble=1 Header=1 Total=1 Note=1 Example=1 Blank=1 Rejected=1 NotRead=1", read.Fates);
        Assert.Equal([1, 5, 6, 7, 8, 9], read.Account.LeftOut.Select(row => row.Line));
        Assert.Equal("合计 5", read.Account.LeftOut[1].Text);
    }

    [Fact]
    public void Figures_BeyondTheSample_MeetTheSameRules()
    {
        var rows = string.Concat(Enumerable.Range(0, 500).Select(_ => "巴南,新增就业,2023-01,5\n"));
        var read = Tables.Read($"区县,指标,期间,数值\n{rows}合计,,,7\n\n指标,2023-01,2023-02,2023-03\n{rows}\n地区,指标,2023-02\n长寿,贷款,9\n");

        Assert.Equal("504:3 长寿@504:1", string.Join(' ', Tables.Place(read.Figures[^1]).Split(' ').Take(2)).Replace("1008", "504", StringComparison.Ordinal));
        Assert.Equal(read.Records, read.Account.Records);
        Assert.Equal((501, 1), (read.Figures.Count, read.Account[RowFate.Total]));
        Assert.Equal("total_row@502 missing_column@504", read.Codes);
    }
}
