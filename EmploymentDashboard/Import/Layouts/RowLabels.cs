using System.Text.RegularExpressions;

namespace EmploymentDashboard.Import.Layouts;

internal enum RowLabelKind
{
    None,

    /// <summary>合计, 小计, 全市合计.</summary>
    Total,

    /// <summary>其中：…, a part of the row above.</summary>
    Part,

    /// <summary>同上, 〃.</summary>
    AsAbove,

    /// <summary>注：…, 数据来源：…, 制表人：….</summary>
    Note,

    /// <summary>A word of headers: the row may be a header.</summary>
    Header,
}

/// <param name="Rest">What follows 其中.</param>
internal sealed record RowLabel(RowLabelKind Kind, string Rest = "");

/// <summary>What the first cells of rows say beside names. A text is looked at once, however often it stands in the file.</summary>
internal sealed partial class RowLabels(ReferenceNames names)
{
    private static readonly RowLabel Name = new(RowLabelKind.None);
    private static readonly RowLabel Total = new(RowLabelKind.Total);
    private static readonly RowLabel AsAbove = new(RowLabelKind.AsAbove);
    private static readonly RowLabel Note = new(RowLabelKind.Note);
    private static readonly RowLabel Header = new(RowLabelKind.Header);

    private readonly Memo<RowLabel> _known = new(text => Read(text, names));

    public RowLabel Of(string text) => _known.Of(text);

    private static RowLabel Read(string text, ReferenceNames names)
    {
        var normal = HeaderText.Normal(text);
        if (names.Areas.TryFind(text, out _) || names.Indicators.TryFind(text, out _))
            return Name;
        if (normal is "同上" or "〃" or "″" or "\"" or "''")
            return AsAbove;
        if (HeaderWords.IsTotal(normal) || TotalLabel().IsMatch(normal))
            return Total;
        if (PartLabel().Match(normal) is { Success: true } part)
            return new(RowLabelKind.Part, part.Groups["rest"].Value);
        if (NoteLabel().IsMatch(TextWidth.Narrow(text)))
            return Note;
        return HeaderWords.Column(normal) is not null ? Header : Name;
    }

    [GeneratedRegex("^.{0,12}(合计|总计|小计|共计)([(].*[)])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TotalLabel();

    [GeneratedRegex("^其中[:,、]?(?<rest>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartLabel();

    [GeneratedRegex(
        "^[(（]?(注|备注|说明|附注|注释|数据来源|资料来源|信息来源|来源|制表人?|制表单位|制表日期|制表时间|填表人|填表日期|填报人|填报单位|填报日期|填报时间|报送单位|编制单位|审核人?|复核人?|统计员|负责人|单位负责人|联系人|联系电话|电话|打印日期|打印时间|导出时间|更新时间|统计时间|日期|note|notes|source|prepared by)[0-9]?\\s*[:.]|^(注|说明)\\s*[0-9]|^[*※]",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoteLabel();
}
