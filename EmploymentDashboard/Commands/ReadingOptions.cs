using System.CommandLine;
using System.CommandLine.Parsing;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Reading;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>How a file is to be read, where what would be found in it is to be set right.</summary>
internal sealed class ReadingOptions
{
    private const string None = "none";

    private static readonly Dictionary<string, string> DelimiterNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["comma"] = ",",
        ["semicolon"] = ";",
        ["tab"] = "\t",
        [@"\t"] = "\t",
        ["pipe"] = "|",
        ["space"] = " ",
    };

    private static readonly Dictionary<string, LayoutKind> Layouts = Enum.GetValues<LayoutKind>().ToDictionary(kind => kind.Code(), StringComparer.OrdinalIgnoreCase);

    private readonly Option<string> _encoding = Text("--encoding", "NAME", Say($"编码：{string.Join("、", ReadingSettings.EncodingNames)}", $"Encoding: {string.Join(", ", ReadingSettings.EncodingNames)}"));
    private readonly Option<string> _delimiter = Text("--delimiter", "TEXT", Say("分隔符：comma、semicolon、tab、pipe、space，或 1 至 16 个字符", "Delimiter: comma, semicolon, tab, pipe, space, or 1 to 16 characters"));
    private readonly Option<string> _quote = Text("--quote", "CHARACTER", Say("引号；none 表示没有", "Quote; none for none"));
    private readonly Option<string> _escape = Text("--escape", "CHARACTER", Say("转义符；none 表示没有", "Escape character; none for none"));
    private readonly Option<string> _layout = Text("--layout", "KIND", Say($"布局：{string.Join("、", Layouts.Keys)}", $"Layout: {string.Join(", ", Layouts.Keys)}"));
    private readonly Option<int?> _headerLine = Number("--header-line", "LINE", Say("表头在第几行，从 1 数起", "Line of the header, counted from 1"), 1, int.MaxValue);
    private readonly Option<int?> _headerRows = Number("--header-rows", "COUNT", Say("表头占几行", "Rows that the header takes"), 1, 10);
    private readonly Option<int?> _year = Number("--year", "YEAR", Say("没有写年份的月份所属的年，如 2020", "The year of months that are written without one, such as 2020"), PeriodParser.EarliestYear, PeriodParser.LatestYear);
    private readonly Option<string> _area = Text("--area", "AREA", Say("行和列都没有说的地区：代码或名称", "The area where neither row nor column says it: code or name"));
    private readonly Option<string> _indicator = Text("--indicator", "INDICATOR", Say("行和列都没有说的指标", "The same for the indicator"));
    private readonly Option<string> _breakdown = Text("--breakdown", "BREAKDOWN", Say("行和列都没有说的分项", "The same for the breakdown"));
    private readonly Option<string> _basis = Text("--basis", "BASIS", Say("行和列都没有说的口径，如 ytd", "The same for the basis, such as ytd"));
    private readonly Option<string> _period = Text("--period", "PERIOD", Say("行和列都没有说的期间，如 2020-03", "The same for the period, such as 2020-03"));
    private readonly Option<string> _unit = Text("--unit", "UNIT", Say("行和列都没有说的单位，如 万元", "The same for the unit, such as 万元"));
    private readonly Option<string> _source = Text("--source", "CODE", Say("没有写来源的行所属来源的代码，见 sources.csv", "Code of the source of rows that name none, see sources.csv"));
    private readonly Option<bool?> _fillDown = new("--fill-down") { HelpName = "true|false", Description = Say("空着的地区、指标、期间是否与上一行相同", "Whether a blank area, indicator or period means the one above") };

    private readonly Option<SetColumn[]> _columns = new("--column")
    {
        HelpName = "N=MEANING",
        Description = Say(
            "第 N 列的意思，可重复：--column 3=skip、1=area、5=figures、6=indicator:job_fairs,period:2020-03",
            "What column N means, may be repeated: --column 3=skip, 1=area, 5=figures, 6=indicator:job_fairs,period:2020-03"),
        CustomParser = result => [.. result.Tokens.Select(token => Parsed(result, token, ColumnNotation.Column)).OfType<SetColumn>()],
    };

    private readonly Option<Mend[]> _mends = new("--mend")
    {
        HelpName = "LINE:COLUMN=TEXT",
        Description = Say("改正一格，可重复；文件本身不变：--mend 12:3=2500", "Set a cell right, may be repeated; the file stays as it is: --mend 12:3=2500"),
        CustomParser = result => [.. result.Tokens.Select(token => Parsed(result, token, ColumnNotation.Mend)).OfType<Mend>()],
    };

    private IEnumerable<Option> All =>
        [_encoding, _delimiter, _quote, _escape, _layout, _headerLine, _headerRows, _year, _source, _area, _indicator, _breakdown, _basis, _period, _unit, _fillDown, _columns, _mends];

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

    public void AddTo(Command command)
    {
        _layout.AcceptOnlyFromAmong([.. Layouts.Keys]);
        foreach (var option in All)
            command.Options.Add(option);
    }

    public ImportSettings Read(ParseResult parsed) => new()
    {
        Reading = new()
        {
            Encoding = parsed.GetValue(_encoding),
            Delimiter = parsed.GetValue(_delimiter) is { } delimiter ? DelimiterNames.GetValueOrDefault(delimiter, delimiter) : null,
            Quote = Character(parsed.GetValue(_quote)),
            Escape = Character(parsed.GetValue(_escape)),
        },
        Layout = new()
        {
            Kind = parsed.GetValue(_layout) is { } layout ? Layouts[layout] : null,
            HeaderLine = parsed.GetValue(_headerLine),
            HeaderRows = parsed.GetValue(_headerRows),
            Year = parsed.GetValue(_year),
            Area = parsed.GetValue(_area),
            Indicator = parsed.GetValue(_indicator),
            Breakdown = parsed.GetValue(_breakdown),
            Basis = parsed.GetValue(_basis),
            Period = parsed.GetValue(_period),
            Unit = parsed.GetValue(_unit),
            Source = parsed.GetValue(_source),
            FillDown = parsed.GetValue(_fillDown),
            Columns = (parsed.GetValue(_columns) ?? []).GroupBy(column => column.Column).ToDictionary(column => column.Key, column => column.Last().Meaning),
        },
        Mends = parsed.GetValue(_mends) ?? [],
    };

    private static Option<string> Text(string name, string helpName, string description) => new(name) { HelpName = helpName, Description = description };

    private static Option<int?> Number(string name, string helpName, string description, int least, int most)
    {
        var option = new Option<int?>(name) { HelpName = helpName, Description = description };
        option.AcceptOnlyBetween(least, most);
        return option;
    }

    private static string? Character(string? text) => text == None ? "" : text;

    private static T? Parsed<T>(SymbolResult result, Token token, Func<string, T?> parse)
        where T : class
    {
        if (parse(token.Value) is { } value)
            return value;

        var written = Terminal.Plain(token.Value);
        result.AddError(Say($"「{written}」的写法不对，见 --help。", $"“{written}” is not written as --help shows."));
        return null;
    }
}
