using System.CommandLine;
using EmploymentDashboard.Import;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Reads periods as people write them, for other programs.</summary>
internal static class PeriodsCommand
{
    public static Command Create()
    {
        var year = new Option<int?>("--year") { HelpName = "YEAR", Description = Say("没有写年份的月份所属的年；默认没有，这样的月份读不出", "The year of months that are written without one; without it they are refused") };
        year.AcceptOnlyBetween(PeriodParser.EarliestYear, PeriodParser.LatestYear);
        var month = new Option<int?>("--month") { HelpName = "MONTH", Description = Say("「当月」和只写日的日期所属的月，1 至 12；须与 --year 同用", "The month of 当月 and of days without one, 1 to 12; needs --year") };
        month.AcceptOnlyBetween(1, 12);
        var command = new TaughtCommand(
            "periods",
            Say(
                """
                读期间：标准输入每行一段文字（UTF-8），标准输出每行一个 JSON 对象，随到随答。
                读得出：{"start":"2020-03-01","end":"2020-03-31","edtf":"2020-03"}，未写明的一端为 null；
                读不出或空行：{"error":"year_missing","message":"…"}。读不出的行不影响退出码：输入读完即为 0。
                """,
                """
                Read periods: one text a line on standard input (UTF-8), one JSON object a line on standard output, each as soon as its line has come.
                Read: {"start":"2020-03-01","end":"2020-03-31","edtf":"2020-03"}, null for an end that is not said.
                Refused, and an empty line: {"error":"year_missing","message":"…"}. Refused lines do not change the exit code: it is 0 once the input was read.
                """),
            "periods < periods.txt",
            "periods --year 2020 < months.txt",
            "periods --year 2020 --month 2 < days.txt")
        {
            year,
            month,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(month) is not null && result.GetValue(year) is null)
                result.AddError(Say("--month 须与 --year 同用。", "--month needs --year."));
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = new PeriodContext(parsed.GetValue(year), parsed.GetValue(month));
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            await LineAnswers.RunAsync(input, output, text => PeriodJson.Write(PeriodParser.Read(text, context)), cancellation);
            return ExitCodes.Done;
        });
        return command;
    }
}
