using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Reading;

/// <summary>
/// What is no table in text, whatever its name ends with, told by its first bytes: workbooks, archives, web pages, pictures.
/// Each is refused with what can be done about it.
/// </summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, IssueKind Kind, Bilingual What)[] Binary =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], IssueKind.FileIsWorkbook, new("Excel 97-2003 或 WPS 工作簿", "an Excel 97-2003 or WPS workbook")),
        ([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00], IssueKind.FileIsWorkbook, new("Excel 工作簿", "an Excel workbook")),
        ([0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x05, 0x00], IssueKind.FileIsWorkbook, new("Excel 5 工作簿", "an Excel 5 workbook")),
        ([0x09, 0x04, 0x06, 0x00], IssueKind.FileIsWorkbook, new("Excel 4 工作簿", "an Excel 4 workbook")),
        ([0x1F, 0x8B], IssueKind.FileIsArchive, new("gzip 压缩文件", "a gzip archive")),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], IssueKind.FileIsArchive, new("7z 压缩文件", "a 7z archive")),
        ([.. "Rar!\x1A\a"u8], IssueKind.FileIsArchive, new("RAR 压缩文件", "a RAR archive")),
        ([.. "BZh"u8], IssueKind.FileIsArchive, new("bzip2 压缩文件", "a bzip2 archive")),
        ([0xFD, .. "7zXZ\0"u8], IssueKind.FileIsArchive, new("xz 压缩文件", "an xz archive")),
        ([.. "%PDF-"u8], IssueKind.FileNotText, new("PDF 文档", "a PDF document")),
        ([.. "{\\rtf"u8], IssueKind.FileNotText, new("RTF 文档", "an RTF document")),
        ([0x89, .. "PNG"u8], IssueKind.FileNotText, new("PNG 图片", "a PNG picture")),
        ([0xFF, 0xD8, 0xFF], IssueKind.FileNotText, new("JPEG 图片", "a JPEG picture")),
        ([.. "GIF8"u8], IssueKind.FileNotText, new("GIF 图片", "a GIF picture")),
        ([.. "SQLite format 3\0"u8], IssueKind.FileNotText, new("SQLite 数据库", "an SQLite database")),
        ([.. "PAR1"u8], IssueKind.FileNotText, new("Parquet 数据文件", "a Parquet file")),
        ([0xFF, 0xFE, 0x00, 0x00], IssueKind.EncodingUnknown, new("UTF-32 文本", "text in UTF-32")),
        ([0x00, 0x00, 0xFE, 0xFF], IssueKind.EncodingUnknown, new("UTF-32 文本", "text in UTF-32")),
    ];

    private static readonly (string Start, Bilingual What)[] Markup =
    [
        ("<!doctype", new("网页", "a web page")),
        ("<html", new("网页", "a web page")),
        ("<head", new("网页", "a web page")),
        ("<meta", new("网页", "a web page")),
        ("<table", new("网页", "a web page")),
        ("<style", new("网页", "a web page")),
        ("<div", new("网页", "a web page")),
        ("<!--", new("网页", "a web page")),
        ("MIME-Version:", new("网页", "a web page")),
        ("<?xml", new("XML 文档", "an XML document")),
        ("<Workbook", new("XML 文档", "an XML document")),
        ("{\"", new("JSON 文档", "a JSON document")),
        ("[{", new("JSON 文档", "a JSON document")),
        ("[[", new("JSON 文档", "a JSON document")),
    ];

    /// <summary>What the first bytes of a file say that it is, and the issue to raise; null for what may be text.</summary>
    public static (IssueKind Kind, Bilingual What)? OfBytes(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8))
            return OfZip(start);
        foreach (var (signature, kind, what) in Binary)
        {
            if (start.StartsWith(signature))
                return (kind, what);
        }

        return null;
    }

    /// <summary>What the beginning of a text says that it is where it is no table; null for what may be one.</summary>
    public static Bilingual? OfText(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart();
        foreach (var (signature, what) in Markup)
        {
            if (start.StartsWith(signature, StringComparison.OrdinalIgnoreCase))
                return what;
        }

        return null;
    }

    private static (IssueKind Kind, Bilingual What) OfZip(ReadOnlySpan<byte> start)
    {
        if (start.IndexOf("[Content_Types].xml"u8) >= 0 || start.IndexOf("xl/"u8) >= 0)
            return start.IndexOf("word/"u8) >= 0 ? (IssueKind.FileNotText, new("Word 文档", "a Word document")) : (IssueKind.FileIsWorkbook, new("Excel 工作簿", "an Excel workbook"));
        return start.IndexOf("opendocument.spreadsheet"u8) >= 0
            ? (IssueKind.FileIsWorkbook, new("OpenDocument 电子表格", "an OpenDocument spreadsheet"))
            : (IssueKind.FileIsArchive, new("ZIP 压缩文件", "a ZIP archive"));
    }
}
