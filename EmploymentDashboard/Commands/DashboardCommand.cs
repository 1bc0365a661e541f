using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using EmploymentDashboard.Database;
using EmploymentDashboard.Operations;
using EmploymentDashboard.Shell;
using Microsoft.Data.Sqlite;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>The program's command line: without a command it is the server.</summary>
internal sealed class DashboardCommand : RootCommand, ITaught
{
    internal const string Database = "--database";
    internal const string Data = "--data";
    internal const string Demo = "--demo";

    /// <summary>Settings that have no section. Those that have one are known by their colon.</summary>
    private static readonly string[] PlainSettings = ["--AllowedHosts", "--http_ports", "--https_ports"];

    private string[] _arguments = [];

    public DashboardCommand()
        : base(Say("重庆区县就业统计。不带命令时启动服务器。", "Employment figures of Chongqing's districts. Without a command it starts the server."))
    {
        Options.Add(new Option<string>(Database) { HelpName = "FILE", Recursive = true, Description = Say("SQLite 数据库文件。", "The SQLite file.") });
        Options.Add(new Option<string>(Data) { HelpName = "FOLDER", Recursive = true, Description = Say("地区、指标、来源和数字的文件夹。", "The folder of areas, indicators, sources and figures.") });
        Options.Add(new Option<bool>(Demo) { Description = Say("用程序生成的数据启动，另用一个数据库。", "Start with generated data in a database of its own.") });
        Options.Add(new Option<string>("--urls") { HelpName = "ADDRESS", Description = Say("服务器的地址，如 http://0.0.0.0:8080。", "Where the server answers, such as http://0.0.0.0:8080.") });
        // Any setting may be given as --Section:Key value. This holds for the commands, too, so RunAsync looks at what is left over.
        TreatUnmatchedTokensAsErrors = false;
        SetAction((_, _) => ServeAsync(_arguments));
        var help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    IReadOnlyList<string> ITaught.Examples { get; } =
    [
        "--urls http://0.0.0.0:8080 --database /srv/employment/dashboard.db",
        "--demo",
        "user --help",
    ];

    /// <summary>Runs what the arguments ask for and returns its exit code.</summary>
    /// <param name="console">Where to write, if not to the console.</param>
    public async Task<int> RunAsync(string[] arguments, InvocationConfiguration? console = null)
    {
        _arguments = arguments = WithFullPaths(arguments);
        console ??= new();
        console.EnableDefaultExceptionHandler = false;
        var parsed = Parse(arguments);
        // The whole help would drown the error, and on standard output pass for an answer.
        if (parsed.Action is ParseErrorAction refusal)
            refusal.ShowHelp = false;
        var isServer = parsed.CommandResult.Command == this;
        if (FindStray(parsed.UnmatchedTokens, isServer) is { } stray)
        {
            await console.Error.WriteLineAsync(Say($"没有「{stray}」这个命令或选项；--help 列出全部。", $"There is no command or option “{stray}”; --help lists them."));
            return ExitCodes.Unusable;
        }

        // The server takes its time to stop, and knows the signals itself.
        if (isServer)
            console.ProcessTerminationTimeout = null;
        try
        {
            var code = await parsed.InvokeAsync(console);
            return parsed.Action is ParseErrorAction ? ExitCodes.Unusable : code;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception exception) when (exception is SettingsException or DatabaseInUseException or SchemaMismatchException or StoreFaultException or SqliteException or IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync(StoreTrouble.Words(exception, parsed));
            return ExitCodes.Unusable;
        }
    }

    /// <summary>On the command line a path counts from where the person is; in the settings, from the program's own folder.</summary>
    private static string[] WithFullPaths(string[] arguments)
    {
        var full = (string[])arguments.Clone();
        foreach (var option in (string[])[Database, Data])
        {
            for (var i = 0; i < full.Length; i++)
            {
                var given = option + "=";
                if (full[i] == option && i + 1 < full.Length && full[i + 1].Length > 0)
                    full[i + 1] = Path.GetFullPath(full[i + 1]);
                else if (full[i].StartsWith(given, StringComparison.Ordinal) && full[i].Length > given.Length)
                    full[i] = given + Path.GetFullPath(full[i][given.Length..]);
            }
        }

        return full;
    }

    private static async Task<int> ServeAsync(string[] arguments)
    {
        await using var app = DashboardApp.Build(arguments);
        await app.LoadDataAsync();
        await app.RunAsync();
        return ExitCodes.Done;
    }

    /// <summary>What is neither a setting nor its value: a mistyped command or option must not start a server.</summary>
    private static string? FindStray(IReadOnlyList<string> tokens, bool isServer)
    {
        var isValueDue = false;
        foreach (var token in tokens)
        {
            var name = token.Split('=')[0];
            if (isServer && token.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':', StringComparison.Ordinal) || PlainSettings.Contains(name, StringComparer.OrdinalIgnoreCase)))
                isValueDue = name == token;
            else if (isValueDue)
                isValueDue = false;
            else
                return token;
        }

        return null;
    }
}
