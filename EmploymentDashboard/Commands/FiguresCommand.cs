using System.CommandLine;
using EmploymentDashboard.Import;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Reads figures as people write them, for other programs.</summary>
internal static class FiguresCommand
{
    public static Command Create()
    {
        var command = new TaughtCommand(
            "figures",
            Say(
                """
                读数字：标准输入每行一段文字（UTF-8），标准输出每行一个 JSON 对象，随到随答。
                读得出：{"value":2500,"bound":"more_than","unit":"人"}；缺数或空行：{"missing":true}；
                读不出：{"error":"range","message":"…"}。界限为 exact、more_than、at_least、about、nearly、at_most、less_than；
                值以文字里的单位计，万、亿已乘入。读不出的行不影响退出码：输入读完即为 0。
                """,
                """
                Read figures: one text a line on standard input (UTF-8), one JSON object a line on standard output, each as soon as its line has come.
                Read: {"value":2500,"bound":"more_than","unit":"人"}. Missing, or an empty line: {"missing":true}.
                Refused: {"error":"range","message":"…"}. Bounds are exact, more_than, at_least, about, nearly, at_most, less_than;
                values are in the unit of the text, 万 and 亿 multiplied in. Refused lines do not change the exit code: it is 0 once the input was read.
                """),
            "figures < figures.txt > figures.jsonl");
        command.SetAction(async (_, cancellation) =>
        {
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            await LineAnswers.RunAsync(input, output, text => FigureJson.Write(FigureParser.Read(text)), cancellation);
            return ExitCodes.Done;
        });
        return command;
    }
}
