using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>A command whose help ends in examples.</summary>
internal interface ITaught
{
    /// <summary>Lines as typed, after the program's name.</summary>
    IReadOnlyList<string> Examples { get; }
}

/// <summary>A command whose help ends in examples.</summary>
internal sealed class TaughtCommand(string name, string description, params string[] examples) : Command(name, description), ITaught
{
    public IReadOnlyList<string> Examples => examples;
}

/// <summary>The usual help, and the examples after it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ITaught { Examples: { Count: > 0 } examples })
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(Say("示例：", "Examples:"));
            foreach (var example in examples)
                output.WriteLine($"  {RootCommand.ExecutableName} {example}");
            output.WriteLine();
        }

        return code;
    }
}
