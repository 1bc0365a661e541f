using System.Text;

namespace EmploymentDashboard.Tests.Import.Reading;

public sealed class EncodingDetectorTests
{
    private const string Table = "区县,指标,期间,数值,单位\r\n巴南区,新增就业,2020年3月,1234,人\r\n长寿区,新增就业,2020年3月,567,人\r\n";

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-8 BOM", "utf-8 BOM")]
    [InlineData("utf-16le", "utf-16le")]
    [InlineData("utf-16le BOM", "utf-16le")]
    [InlineData("utf-16be", "utf-16be")]
    [InlineData("utf-16be BOM", "utf-16be")]
    [InlineData("gb2312", "gb18030")]
    [InlineData("GB18030", "gb18030")]
    public void Table_InAnEncoding_IsReadInIt(string written, string found)
    {
        var read = ReadText.Of(ReadText.Encode(Table, written));

        Assert.Equal(found, read.Reading.Encoding);
        Assert.Equal(["区县¦指标¦期间¦数值¦单位", "巴南区¦新增就业¦2020年3月¦1234¦人", "长寿区¦新增就业¦2020年3月¦567¦人"], read.Cells);
        Assert.Empty(read.Issues);
        Assert.Equal(("CRLF", true), (read.Dialect.LineEnd, read.Dialect.EndsWithLineBreak));
    }

    [Theory]
    [InlineData("失业", "gb18030")]
    [InlineData("失业,1\n", "gb18030")]
    [InlineData("状态,元\n1,2\n", "gb18030")]
    [InlineData("业失,2\n试业,2\n", "gb18030")]
    [InlineData("失业", "utf-8")]
    [InlineData("name,area m²\nx,12\n", "utf-8")]
    [InlineData("Café,ü\n1,2\n", "utf-8")]
    [InlineData("имя,число\nПривет,12\n", "utf-8")]
    [InlineData("値,数\n한국,2\n", "utf-8")]
    [InlineData("area,value\nx,1\n", "utf-8")]
    public void ShortFile_ThatMayFitTwo_IsReadAsItWasWritten(string text, string encoding)
    {
        var read = ReadText.Of(ReadText.Encode(text, encoding));

        Assert.Equal(encoding, read.Reading.Encoding);
        Assert.Equal(text.Split(',', '\n')[0], read.Rows[0].Fields[0]);
    }

    [Fact]
    public void Chinese_FarBehindAsciiLines_StillDecides()
    {
        var text = string.Concat(Enumerable.Repeat("500113,2020-01,12,\n", 40_000)) + "500113,2020-01,12,失业\n";

        Assert.Equal("gb18030", ReadText.Of(ReadText.Encode(text, "gb18030")).Reading.Encoding);
        Assert.Equal("utf-8", ReadText.Of(ReadText.Encode(text, "utf-8")).Reading.Encoding);
    }

    /// <summary>The encoding, the bytes put in for X, the row, the line and column of the issue, and what it shows.</summary>
    public static TheoryData<string, byte[], string, int, int, string> Broken => new()
    {
        { "utf-8", [0xE5, 0x8C], "长寿X", 2, 1, "0xE5 0x8C" },
        { "utf-8", [0xFF], "长寿区,X", 2, 2, "0xFF" },
        { "utf-8", [0xC0, 0x80], "\"a\n\nbX\",1", 4, 1, "0xC0" },
        { "utf-8", [0xED, 0xA0, 0x80], "X", 2, 1, "0xED" },
        { "gb18030", [0xC7], "长寿X,1", 2, 1, "0xC7" },
        { "gb18030", [0x80], "1,2,X", 2, 3, "0x80" },
        { "gb18030", [0xFF], "1,2,X", 2, 3, "0xFF" },
        { "gb18030", [0x81, 0x30], "1,X", 2, 2, "0x81" },
        { "gb18030", [0xFE, 0x39, 0xFE, 0x39], "1,X", 2, 2, "0xFE 0x39 0xFE 0x39" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenBytes_InOneRow_SpoilThatRowAlone(string encoding, byte[] broken, string row, int line, int column, string shown)
    {
        var head = ReadText.Encode("区县,指标,值\n", encoding);
        var parts = row.Split('X');
        byte[] start = [.. head, .. ReadText.Encode(parts[0], encoding)];
        byte[] bytes = [.. start, .. broken, .. ReadText.Encode(parts[1] + "\n" + string.Concat(Enumerable.Repeat("巴南区,新增就业,1\n", 30)), encoding)];

        var read = ReadText.Of(bytes);

        Assert.Equal(encoding, read.Reading.Encoding);
        var issue = read.Issues[0];
        Assert.Equal(("broken_bytes", line, column, shown), (issue.Kind.Code, issue.Line, issue.Column, issue.Raw));
        Assert.Contains($"byte {start.Length},", issue.Expected.En, StringComparison.Ordinal);
        Assert.Equal([false, true, .. Enumerable.Repeat(false, 30)], read.Rows.Select(bad => bad.IsMalformed));
        Assert.DoesNotContain(read.Rows, bad => bad.Fields.Any(field => field.Contains('\uFFFD', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("utf-8", 1, "0xE4 0xBA")]
    [InlineData("utf-8", 2, "0xE4")]
    [InlineData("gb18030", 1, "0xC8")]
    public void LastCharacter_CutOff_IsBroken(string encoding, int cut, string shown)
    {
        var read = ReadText.Of(ReadText.Encode(string.Concat(Enumerable.Repeat("巴南区,1,人\n", 30)).TrimEnd(), encoding)[..^cut]);

        Assert.Equal([("broken_bytes", 30, 3)], read.Places);
        Assert.Equal(shown, read.Issues[0].Raw);
    }

    [Fact]
    public void LoneSurrogateAndOddByte_InUtf16_AreBroken()
    {
        byte[] bytes = [.. ReadText.Encode("区县,值\n巴南区,", "utf-16le BOM"), 0x00, 0xD8, .. ReadText.Encode("\n长寿区,12\n渝中区,34\n长寿区,12", "utf-16le"), 0x31];

        var read = ReadText.Of(bytes);

        Assert.Equal([("broken_bytes", 2, 2), ("broken_bytes", 5, 2)], read.Places);
        Assert.Equal(["0x00 0xD8", "0x31"], read.Issues.Select(issue => issue.Raw));
    }

    [Theory]
    [InlineData("latin1", "José,Málaga\nZoë,Düsseldorf\n", "broken_bytes")]
    [InlineData("big5", "區縣,指標,數值\n巴南區,就業,123\n長壽區,就業,456\n", "encoding_unknown")]
    [InlineData("shift_jis", "区,指標,値\n東京,就業者数,123\nこれはテスト,の,5\n", "encoding_unknown")]
    [InlineData("utf-32", "区县,值\n", "encoding_unknown")]
    public void Text_InAnotherEncoding_IsRefused(string encoding, string text, string code)
    {
        byte[] bytes = encoding switch
        {
            "latin1" => Encoding.Latin1.GetBytes(text),
            "utf-32" => [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(text)],
            _ => ReadText.Encode(text, encoding),
        };

        var read = ReadText.Of(bytes);

        Assert.Null(read.Text);
        Assert.All(read.Issues, issue => Assert.Equal(code, issue.Kind.Code));
        Assert.NotEmpty(read.Issues);
    }

    [Fact]
    public void Rows_OfTwoEncodings_AreRefusedAtTheFirstThatDoesNotFit()
    {
        var row = string.Concat(Enumerable.Repeat("巴南区,新增就业,1\n", 5));
        var read = ReadText.Of([.. ReadText.Encode(row, "utf-8"), .. ReadText.Encode(row, "gb18030")]);

        Assert.Null(read.Text);
        Assert.Equal(("broken_bytes", 6), (read.Issues[0].Kind.Code, read.Issues[0].Line));
    }

    [Theory]
    [InlineData("utf-8", "GB18030", "鍖哄幙", "区县")]
    [InlineData("utf-8", "windows-1252", "åŒºåŽ¿", "区县")]
    [InlineData("GB18030", "windows-1252", "ÇøÏØ", "区县")]
    public void Text_SavedAfterAWrongDecoding_IsRefusedWithWhatItMeant(string meant, string mistaken, string seen, string expected)
    {
        var garbled = CodePagesEncodingProvider.Instance.GetEncoding(mistaken)!.GetString(ReadText.Encode(Table, meant)).Replace("\uFFFD", "?", StringComparison.Ordinal);

        var read = ReadText.Of(garbled);

        Assert.Null(read.Text);
        var issue = Assert.Single(read.Issues);
        Assert.Equal(("text_garbled", seen), (issue.Kind.Code, issue.Raw));
        Assert.Contains(expected, issue.Expected.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void ReplacementCharacter_InAValidFile_IsAWarning()
    {
        var read = ReadText.Of("区县,值\n巴\uFFFD区,1\n");

        Assert.Equal([("character_lost", 2, 1)], read.Places);
        Assert.False(read.Rows[1].IsMalformed);
    }

    [Theory]
    [InlineData("utf-8", "utf-8", true)]
    [InlineData("utf-8", "utf-8 BOM", true)]
    [InlineData("gbk", "GB18030", true)]
    [InlineData("gb18030", "utf-8", false)]
    [InlineData("utf-8", "GB18030", false)]
    [InlineData("utf-16le", "utf-16le BOM", true)]
    [InlineData("latin1", "utf-8", false)]
    public void Encoding_GivenByHand_IsHeldTo(string given, string written, bool isReadable)
    {
        var read = ReadText.Of(ReadText.Encode(Table, written), new() { Encoding = given });

        Assert.Equal(isReadable, read.Text is not null && read.Issues.Count == 0 && read.Rows[1].Fields[0] == "巴南区");
        Assert.Equal(isReadable, read.Issues.Count == 0);
    }

    [Theory]
    [InlineData("PK\x03\x04\x14\0\x06\0............[Content_Types].xml....xl/workbook.xml", "file_is_workbook")]
    [InlineData("PK\x03\x04\x14\0\0\0............mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "file_is_workbook")]
    [InlineData("PK\x03\x04\x14\0\0\0............[Content_Types].xml....word/document.xml", "file_not_text")]
    [InlineData("PK\x03\x04\x14\0\0\0............a.csv", "file_is_archive")]
    [InlineData("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0", "file_is_workbook")]
    [InlineData("\x1F\x8B\x08\0", "file_is_archive")]
    [InlineData("%PDF-1.4\n", "file_not_text")]
    [InlineData("\x89PNG\r\n", "file_not_text")]
    [InlineData("\x01\x02\x03\x04abc\x05\x06", "file_not_text")]
    [InlineData("\0\0\0\0\0\0", "file_not_text")]
    [InlineData("  <html><meta charset=gbk><table><tr><td>1", "file_is_markup")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", "file_is_markup")]
    [InlineData("[{\"a\":1}]", "file_is_markup")]
    [InlineData("", "file_empty")]
    [InlineData("\n\r\n \n", "file_empty")]
    [InlineData("\u001A", "file_empty")]
    public void File_ThatIsNoTable_IsRefusedWithWhatItIs(string content, string code)
    {
        var bytes = content.Any(character => character > 0xFF) ? Encoding.UTF8.GetBytes(content) : Encoding.Latin1.GetBytes(content);

        var read = ReadText.Of(bytes);

        Assert.Null(read.Text);
        Assert.Equal(code, Assert.Single(read.Issues).Kind.Code);
    }

    [Fact]
    public void WebPage_InUtf16_IsRefused() =>
        Assert.Equal("file_is_markup", Assert.Single(ReadText.Of(ReadText.Encode("<table><tr><td>区县", "utf-16le BOM")).Issues).Kind.Code);
}
