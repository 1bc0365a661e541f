using System.CommandLine;
using EmploymentDashboard.Import;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>How a file is to be read, where it should not be found out.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<string> _source = new("--source") { HelpName = "CODE", Description = Say("没有写来源的行所属来源的代码，见 sources.csv；默认每行自带", "Code of the source of rows that name none, see sources.csv; by default each row names its own") };

    public static Option<int> Show()
    {
        var show = new Option<int>("--show") { HelpName = "COUNT", DefaultValueFactory = _ => 5, Description = Say("逐条列出多少处问题和变更", "How many issues and changes to list one by one") };
        show.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() < 0)
                result.AddError(Say("--show 须为 0 或更大的整数。", "--show takes 0 or more."));
        });
        return show;
    }

    public void AddTo(Command command) => command.Options.Add(_source);

    public ImportSettings Read(ParseResult parsed) => new() { Source = parsed.GetValue(_source) };
}
