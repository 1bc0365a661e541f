using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>One thing that is wrong or doubtful: where it stands, what was read, what was expected and what to do.</summary>
public sealed record ImportIssue
{
    public required IssueKind Kind { get; init; }

    public required string File { get; init; }

    /// <summary>Line of the file, counted from 1; null where the whole file is meant.</summary>
    public int? Line { get; init; }

    /// <summary>First line of the row that it is about, where its cell stands elsewhere: in a header, or in a row above of which a blank means the same.</summary>
    public int? Row { get; init; }

    /// <summary>Column of the file, counted from 1; null where the whole row is meant.</summary>
    public int? Column { get; init; }

    /// <summary>The column's header as written in the file.</summary>
    public string ColumnName { get; init; } = "";

    /// <summary>The text of the cell.</summary>
    public string Raw { get; init; } = "";

    public required Bilingual Expected { get; init; }

    public required Bilingual Remedy { get; init; }

    public bool IsError => Kind.Level == IssueLevel.Error;

    /// <summary>The whole of it in one line: where, what, what was expected, and what to do.</summary>
    public Bilingual Describe()
    {
        var within = DescribeWithinFile();
        return new($"{File}{within.Zh}", $"{File}{within.En}");
    }

    /// <summary>The same without the name of the file.</summary>
    internal Bilingual DescribeWithinFile()
    {
        var found = Raw.Length > 0 ? new Bilingual($"读到「{Raw}」，", $"found “{Raw}”, ") : new("", "");
        return new(
            $"{Place("第 {0} 行", "第 {0} 列")}：{Kind.Title.Zh}。{found.Zh}应为{Expected.Zh}。{Remedy.Zh}。",
            $"{Place("line {0}", "column {0}")}: {Kind.Title.En}; {found.En}expected {Expected.En}. {Remedy.En}.");
    }

    private string Place(string line, string column)
    {
        var place = "";
        if (Line is { } lineNumber)
            place += " " + string.Format(CultureInfo.InvariantCulture, line, lineNumber);
        if (Column is { } columnNumber)
            place += " " + string.Format(CultureInfo.InvariantCulture, column, columnNumber) + (ColumnName.Length > 0 ? $" ({ColumnName})" : "");
        return place;
    }

    public override string ToString() => Describe().En;
}
