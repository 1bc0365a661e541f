namespace EmploymentDashboard.Tests.Import.Reading;

public sealed class DialectDetectorTests
{
    private const string Table = "区县,指标,期间,数值,单位\n巴南区,新增就业,2020年3月,1234,人\n长寿区,新增就业,2020年3月,567,人\n";

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    [InlineData(" ")]
    [InlineData("||")]
    [InlineData("::")]
    [InlineData("|@|")]
    [InlineData("^")]
    [InlineData("，")]
    [InlineData("；")]
    [InlineData("\u3000")]
    [InlineData("\u0001")]
    [InlineData("\u001F")]
    public void Table_SplitAtADelimiter_IsReadSo(string delimiter)
    {
        var read = ReadText.Of(Table.Replace(",", delimiter, StringComparison.Ordinal));

        Assert.Equal(delimiter, read.Dialect.Delimiter);
        Assert.Equal(["区县¦指标¦期间¦数值¦单位", "巴南区¦新增就业¦2020年3月¦1234¦人", "长寿区¦新增就业¦2020年3月¦567¦人"], read.Cells);
    }

    /// <summary>Files of analysts, and those on which other programs are known to choose wrong.</summary>
    public static TheoryData<string, string, int> Files => new()
    {
        { "2020年1—3月就业情况统计表\n\n填报单位：市人社局，就业处,,,单位：人\n" + Table + "合计,,,1801,\n注：1，数据来源于各区县；2，含临时性岗位。\n说明，本表按月填报，以上，以下。\n", ",", 5 },
        { "2020年就业情况\n区县，指标，数值\n巴南区，新增就业，12\n长寿区，新增就业，7\n合计，，19\n", "，", 3 },
        { "区县,1月,2月\n巴南区,\"1,234\",2\n长寿区,1,\"2,006\"\n", ",", 3 },
        { "区县;期间;失业率\n巴南区;2020-01;5,4\n长寿区;2020-01;4,9\n", ";", 3 },
        { "区县;期间;金额\n巴南区;2020-01;1.234,50\n长寿区;2020-01;12.345,75\n", ";", 3 },
        { "区县\t1月\t2月\n巴南区\t1,234\t2,345\n长寿区\t1,987\t1,001\n", "\t", 3 },
        { "区县\t说明\t数\n巴南区\t一,二,三,四\t1\n长寿区\t一,二,三,五\t2\n江北区\t一,二,三,四\t3\n", "\t", 3 },
        { "区县,值,备注\n巴南区,1,a;b;c\n长寿区,2,d;e;f\n江北区,3,g;h;i\n", ",", 3 },
        { "code,name,aliases\n500113,巴南区,巴南|重庆市巴南区\n500115,长寿区,长寿|重庆市长寿区\n", ",", 3 },
        { "| 区县 | 指标 | 数值 |\n|---|---|---|\n| 巴南区 | 新增就业 | 12 |\n| 长寿区 | 新增就业 | 7 |\n", "|", 5 },
        { "日期 时间;值\n2020/03/01 12:00;1\n2020/03/02 12:00;2\n", ";", 2 },
        { "区县   指标    数值\n巴南区  新增就业  1234\n长寿区  新增就业   567\n合计    新增就业  1801\n", " ", 3 },
        { "a, \"b, c\", d\n1, \"2, 3\", 4\n5, 6, \"7\"\n", ",", 3 },
        { "区县\t,指标\t,数值\n巴南区\t,新增就业\t,12\n长寿区\t,新增就业\t,7\n", ",", 3 },
        { "a;b\n\"1,2,3,4\";\"x,y\"\n\"4,5,6,7\";6\n", ";", 2 },
        { "a;b\n\"1;2;3\";\"x;y\"\n\"4;5\";6\n", ";", 2 },
        { "\nSurname;First Name;Year of birth\n\"\tDoe;Jane\"\t;1971\n", ";", 3 },
        { "id;a;b;c;cost;group;sub_group;merge\n1;False;True;;62.25;['345'];['10'];UNKNOWN\n4;False;True;;46.50;['112', '112'];['765', '766'];UNKNOWN\n5;False;True;;237.00;['468'];['ALL'];UNKNOWN\n", ";", 8 },
        { "Field1;Field2;\"Field,3,3,3\"", ";", 3 },
        { "April 15, 2023;402;25.00;Ray;pending;\nApril 14, 2023;444;25.00;Scott;pending;\nApril 13, 2023;101;25.00;Paige;pending;\nApril 12, 2023;559;25.00;Lonny;\nApril 11, 2023;332;25.00;Rosa;\n", ";", 6 },
        { "Quarter,Completions NEW,%YoY Completions\n2019Q1,1234,1.5E+1\n2019Q2,1300,2.5E+1\n", ",", 3 },
        { "notes\na;b;c\nx;y;z\n", ";", 3 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WithOtherSignsInIt_IsSplitAtItsDelimiter(string text, string delimiter, int columns)
    {
        var read = ReadText.Of(text);

        Assert.Equal(delimiter, read.Dialect.Delimiter);
        Assert.Equal(columns, read.Rows.GroupBy(row => row.Fields.Count).MaxBy(group => group.Key * group.Count())!.Key);
    }

    [Theory]
    [InlineData("区县\n巴南区\n长寿区\n")]
    [InlineData("12\n13\n14\n")]
    [InlineData("email\ntest@gmail.com\ntest2@yahoo.com\n")]
    [InlineData("今天天气很好，我们去公园。\n明天呢，也许下雨；带伞。\n")]
    [InlineData("one two three\nfour five six\n")]
    [InlineData("abc")]
    public void Text_ThatNothingSplits_HasOneCellALine(string text)
    {
        var read = ReadText.Of(text);

        Assert.All(read.Rows, row => Assert.Single(row.Fields));
        Assert.Equal((",", 0.0), (read.Dialect.Delimiter, read.Reading.Confidence));
    }

    [Theory]
    [InlineData("sep=;\r\n区县;1月,2\r\n巴南区;1\r\n", ";", 2)]
    [InlineData("\"sep=|\"\n区县|1月\n巴南区|1\n", "|", 2)]
    [InlineData("SEP=\t\n区县\t1月\n巴南区\t1\n", "\t", 2)]
    [InlineData("sep=;\n区县,1月\n巴南区,1\n", ",", 2)]
    public void FirstLine_ThatNamesTheDelimiter_IsNoRecord(string text, string delimiter, int columns)
    {
        var read = ReadText.Of(text);

        Assert.Equal(delimiter, read.Dialect.Delimiter);
        Assert.Equal([2, 3], read.Rows.Select(row => row.Line));
        Assert.Equal(columns, read.Rows[1].Fields.Count);
    }

    [Theory]
    [InlineData("'区县','指标','数值'\n'巴南区','新增,就业','12'\n'长寿区','新增就业','7'\n", '\'', null, "巴南区¦新增,就业¦12")]
    [InlineData("区县,指标,数值\n巴南区,“新增,就业”,“1,234”\n长寿区,“新增就业”,7\n", '“', null, "巴南区¦新增,就业¦1,234")]
    [InlineData("区县,说明\n巴南区,“五一”假期\n长寿区,“双十一”\n", '"', null, "巴南区¦“五一”假期")]
    [InlineData("code,n\n'500113,1\n'500115,2\n", '"', null, "'500113¦1")]
    [InlineData("name,place,n\nO'Brien,Cork,1\nD'Arcy,York,2\nx,'Hertogenbosch,3\n", '"', null, "O'Brien¦Cork¦1")]
    [InlineData("code,n\n=\"001\",1\n=\"002\",2\n", '"', null, "001¦1")]
    [InlineData("区县,说明,数\n巴南区,\"他说\\\"好\\\",走了\",5\n长寿区,\"a\\\\\",6\n江北区,x,7\n", '"', '\\', "巴南区¦他说\"好\",走了¦5")]
    [InlineData("x,y,n\n巴南区,a\\,b,5\n长寿区,\\N,6\n江北区,x,7\n", '"', '\\', "巴南区¦a,b¦5")]
    [InlineData("\"foo\",\"bar\"\n\"332\", \"Surname\\, Firstname\"\n\"123\",\"foo (\\\"foo\\\")\"\n", '"', '\\', "332¦Surname, Firstname")]
    [InlineData("区县,路径\n巴南区,C:\\\n长寿区,\"D:\\x\\\"\n", '"', null, "巴南区¦C:\\")]
    [InlineData("区县\t说明\t数\n巴南区\t5\"管\t1\n长寿区\t\"双减\"政策\t2\n", null, null, "巴南区¦5\"管¦1")]
    [InlineData("id;data\n1;{\"a\":1,\"b\":2}\n2;{\"a\":3,\"b\":4}\n", null, null, "1¦{\"a\":1,\"b\":2}")]
    [InlineData("id,data\n1,\"{\"\"a\"\":1,\"\"b\"\":2}\"\n2,\"{\"\"a\"\":3}\"\n", '"', null, "1¦{\"a\":1,\"b\":2}")]
    public void Quotes_OfADialect_AreFound(string text, char? quote, char? escape, string row)
    {
        var read = ReadText.Of(text);

        Assert.Equal((quote, escape), (read.Dialect.Quote, read.Dialect.Escape));
        Assert.Equal(row, read.Cells.ElementAt(1));
        Assert.Empty(read.Issues);
    }

    [Fact]
    public void Quote_FarBehindRowsWithoutOne_IsAQuote()
    {
        var read = ReadText.Of("a,b\n" + string.Concat(Enumerable.Repeat("x,1\n", 30_000)) + "\"\"\",\",2\n");

        Assert.Equal("\",¦2", read.Cells.Last());
        Assert.Empty(read.Issues);
    }

    [Theory]
    [InlineData(";", null, null, "a,b¦\"c,d\"")]
    [InlineData(",", "", null, "a¦b;\"c¦d\"")]
    [InlineData(",", "'", null, "a¦b;\"c¦d\"")]
    [InlineData("b;", null, null, "a,¦c,d")]
    public void Settings_GivenByHand_AreHeldTo(string delimiter, string? quote, string? escape, string row)
    {
        var read = ReadText.Of("a,b;\"c,d\"\n", new() { Delimiter = delimiter, Quote = quote ?? (delimiter == ";" ? "" : null), Escape = escape });

        Assert.Equal(row, Assert.Single(read.Cells));
        Assert.Equal(1, read.Reading.Confidence);
    }

    [Theory]
    [InlineData("big5", null, null, null)]
    [InlineData(null, "", null, null)]
    [InlineData(null, "\n", null, null)]
    [InlineData(null, "12345678901234567", null, null)]
    [InlineData(null, null, "''", null)]
    [InlineData(null, null, "\r", null)]
    [InlineData(null, null, null, "ab")]
    [InlineData(null, "\"", "\"", null)]
    [InlineData(null, "\\|", null, "\\")]
    public void Settings_ThatFitNoFile_AreAnIssue(string? encoding, string? delimiter, string? quote, string? escape)
    {
        var read = ReadText.Of(Table, new() { Encoding = encoding, Delimiter = delimiter, Quote = quote, Escape = escape });

        Assert.Null(read.Text);
        Assert.Equal("setting_unusable", Assert.Single(read.Issues).Kind.Code);
    }
}
