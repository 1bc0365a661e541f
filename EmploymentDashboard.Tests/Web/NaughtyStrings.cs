namespace EmploymentDashboard.Tests.Web;

/// <summary>Texts that have broken one program or another: each kind of trouble in a few forms of our own.</summary>
internal static class NaughtyStrings
{
    /// <summary>Ends, breaks and turns text in ways that are not seen.</summary>
    private static readonly string[] Unseen =
    [
        "\0", "a\0b", "\u0001\u0002\u0003", "\a\b\f\v", "\u001b[31mred\u001b[0m", "\u007f", "\u0085", "\u009b31m", "line\nbreak", "line\r\nbreak", "tab\there", "\u2028line", "\u2029paragraph",
        "\u200bzero\u200bwidth", "\u200c\u200d", "\ufeffmark", "mark\ufeff", "\u2060joined", "\u00ad\u00adsoft", "\u061cmark", "\u180e", "\u3164", "\u115f\u1160", "\uffa0", "\u2800",
        "\u202eright to left", "\u202dleft\u202c", "\u2066isolated\u2069", "\u2067isolated", "\u200fמימין\u200e", "العربية 123 قبل", "עברית (abc) עוד", "a\u0338b\u0338c\u0338", "Z\u0351\u0346\u0343a\u0354\u0347l\u0330\u0349g\u0321\u0324o\u032a\u033b",
        "\ud800", "\udc00", "a\ud83d", "\ude00\ud83d", "\ufffe", "\uffff", "\ufdd0", "\U0010ffff", "\U000e0001\U000e0041",
    ];

    /// <summary>Letters that count, sort, fold or measure otherwise than they look.</summary>
    private static readonly string[] Letters =
    [
        "👩‍👩‍👧‍👦", "🏳️‍🌈🇨🇳🇬", "👍🏿", "😀😀😀", "𠮷𠀋𡈽", "㐂𛀁", "巴南區", "重慶市", "ﬁﬃ", "İstanbul ıI", "ß ẞ SS", "Å Å Å", "é é", "Ⅳ ④ ㈣", "ＡＢＣ１２３", "½ ⅓", "१२३", "٣٤٥", "１，２３４．５", "−1", "﹣1", "一二三余", "〇零○", "ǅ", "ﷺ", "꧅", "𒐫", "Ω≈ç√", "ḽơᶉëᶆ", "\"", "'", "`", "\\", "\\\\", "“”‘’", "«»", "%", "%%", "_", "?", "*", "^", "~", "|", "$HOME", "!!",
    ];

    /// <summary>Meant for a page.</summary>
    private static readonly string[] Markup =
    [
        "<script>window.ran=1</script>", "</script><script>window.ran=1</script>", "<SCRIPT SRC=//elsewhere.test/a.js></SCRIPT>", "<img src=x onerror=window.ran=1>", "<svg onload=window.ran=1>", "<svg><script>window.ran=1</script></svg>",
        "\"><script>window.ran=1</script>", "' onmouseover='window.ran=1", "\" autofocus onfocus=\"window.ran=1", "javascript:window.ran=1", "JaVaScRiPt:alert(1)", "data:text/html,<script>window.ran=1</script>", "<iframe src=javascript:window.ran=1>",
        "<!-- comment", "--><b>bold</b>", "<!--Blazor:{\"type\":\"server\"}-->", "]]><b>", "<![CDATA[x]]>", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>", "&lt;b&gt;", "&amp;amp;", "&#x3c;b&#x3e;", "&nbsp;&copy", "<b", "</textarea><b>", "</title><b>", "</style><b>", "<base href=//elsewhere.test>", "<meta http-equiv=refresh content=0>", "<details open ontoggle=window.ran=1>", "{{7*7}}", "${7*7}", "<%= 7*7 %>", "@(7*7)", "#{7*7}", "@Html.Raw(1)",
    ];

    /// <summary>Meant for a database, a format, a shell, a file system, a spreadsheet or a log.</summary>
    private static readonly string[] Commands =
    [
        "'; DROP TABLE observation; --", "' OR '1'='1", "\" OR \"\"=\"", "1; ATTACH DATABASE 'a.db' AS a", "') UNION SELECT password_hash FROM account --", "x' AND 1=(SELECT count(*) FROM account) --", "%' ESCAPE '%", "NULL", "null", "undefined", "NaN", "Infinity", "-1", "0", "1e309", "9223372036854775808", "-9223372036854775809", "0x10", "1_000", "2147483648", "true", "[]", "{}", "{\"$ne\":null}",
        "{0}", "{0:N999999999}", "%s%n%x", "%d", "{{", "}}", "$(id)", "`id`", "; ls", "| cat /etc/passwd", "&& shutdown", "../../../../etc/passwd", "..\\..\\..\\windows\\win.ini", "%2e%2e%2f%2e%2e%2fetc/passwd", "....//....//etc/passwd", "/etc/passwd", "C:\\CON", "\\\\server\\share", "file:///etc/passwd", "//elsewhere.test", "/\\elsewhere.test", "https://elsewhere.test/", "CON", "NUL", "AUX.csv", "COM1", "LPT1.txt", ".", "..", "...", "~root", "a:b", "a*b?", "name.csv.", "name.csv ",
        "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=HYPERLINK(\"http://elsewhere.test\")", "＝1+1", "a\r\nX-Evil: 1", "a\r\n\r\n<script>", "a%0d%0aX-Evil:%201", "2026-11-22 00:00:00 [Information] forged", "${jndi:ldap://elsewhere.test/a}", "2023-13-45", "9999-99", "-0001-01", "../../..", "0000", "2023-01/2022-01", "Z-GXQ,Z-GXQ,,", "__proto__", "constructor", "toString",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        "", " ", "\u3000", "   leading", "trailing   ",
        .. Unseen, .. Letters, .. Markup, .. Commands,
        new('a', 5_000), string.Concat(Enumerable.Repeat("区", 3_000)), new('(', 2_000), string.Concat(Enumerable.Repeat("a,", 2_000)), new('\u0301', 500),
    ];

    /// <summary>Bytes that no text is made of, as an address writes them.</summary>
    public static IReadOnlyList<string> RawInAddresses { get; } = ["%00", "%", "%zz", "%ff%fe", "%c0%af", "%ed%a0%80", "%f4%90%80%80", "%u0041", "+", "&", "&&&=", "a&a=b", "%26a=b", "%0d%0aX-Evil:%201"];

    /// <summary>Those that a store must stand: each alone, and what would follow if it were believed.</summary>
    public static IReadOnlyList<string> Sql { get; } =
    [
        "'", "''", "\"", "';", "' OR 1=1 --", "1 OR 1=1", "1) OR (1=1", "'; DELETE FROM observation; --", "') UNION SELECT name, password_hash FROM account --", "1; UPDATE account SET role = 'administrator'", "x'||(SELECT password_hash FROM account)||'", "%", "_", "\\", "500113' --",
    ];
}
