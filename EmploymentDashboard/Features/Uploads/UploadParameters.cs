using System.Globalization;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;

namespace EmploymentDashboard.Features.Uploads;

/// <summary>What the address of a file that a program sends says of it: its name, and how to read it by the names of the command line's options.</summary>
internal static class UploadParameters
{
    public const string File = "file";

    private const string Year = "year";

    private static readonly string[] Names = [File, "encoding", "delimiter", "source", Year, "area", "indicator", "breakdown", "basis", "period", "unit"];

    public static (ImportSettings? Settings, ApiProblem? Problem) Read(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(name => !Names.Contains(name)) is { } unknown)
            return (null, Problem("unknown-parameter", $"不认识「{unknown}」；应为 {string.Join("、", Names)} 之一。请检查拼写。", $"“{unknown}” is not known; expected some of {string.Join(", ", Names)}. Check how it is spelt."));
        if (Text(File) is null)
            return (null, Problem("file-missing", "没有写文件名；应有 ?file=一月.csv。请补上。", "The file has no name; expected ?file=january.csv. Add it."));
        int? year = int.TryParse(Text(Year), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= PeriodParser.EarliestYear and <= PeriodParser.LatestYear ? number : null;
        if (Text(Year) is { } written && year is null)
            return (null, Problem("year-unreadable", $"year 是「{written}」；应为 {PeriodParser.EarliestYear} 至 {PeriodParser.LatestYear}。请改正。", $"year is “{written}”; expected {PeriodParser.EarliestYear} to {PeriodParser.LatestYear}. Mend it."));

        return (new()
        {
            Reading = new() { Encoding = Text("encoding"), Delimiter = Text("delimiter") },
            Layout = new LayoutSettings
            {
                Source = Text("source"),
                Year = year,
                Area = Text("area"),
                Indicator = Text("indicator"),
                Breakdown = Text("breakdown"),
                Basis = Text("basis"),
                Period = Text("period"),
                Unit = Text("unit"),
            }.OrNull(),
        }, null);

        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
    }

    private static LayoutSettings? OrNull(this LayoutSettings settings) => settings with { Columns = LayoutSettings.None.Columns } == LayoutSettings.None ? null : settings;

    private static ApiProblem Problem(string code, string zh, string en) => new(StatusCodes.Status400BadRequest, code, new("网址里的参数不对", "A parameter of the address is wrong"), new(zh, en));
}
