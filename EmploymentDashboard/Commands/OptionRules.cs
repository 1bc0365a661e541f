using System.CommandLine;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>What numbers an option takes.</summary>
internal static class OptionRules
{
    public static void AcceptOnlyBetween(this Option<int?> option, int least, int most) => option.Validators.Add(result =>
    {
        // A text that is no number is refused by the option's own type.
        if (result.Errors.Any() || result.Tokens.Count == 0)
            return;
        if (result.GetValueOrDefault<int?>() is { } number && (number < least || number > most))
            result.AddError(Say($"{option.Name} 须为 {least} 至 {most} 的整数。", $"{option.Name} takes a whole number from {least} to {most}."));
    });
}
