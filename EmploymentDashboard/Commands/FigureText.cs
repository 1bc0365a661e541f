using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Commands;

/// <summary>Figures on one line of a terminal.</summary>
internal static class FigureText
{
    /// <summary>Series, period and source, and what stands before and after; at least one of the two is there.</summary>
    public static string Change(Observation? before, Observation? after)
    {
        var (series, period, source) = (after ?? before)! is var known ? (known.Series, known.Period, known.Source) : default;
        var rest = AreSameButForWords(before, after) ? new Bilingual("（改了原文、位置、状态或备注）", " (fragment, locator, status or note differ)").ToString() : "";
        return Terminal.Plain($"{series.Area} {series.Indicator} {series.Breakdown} {Codes.Basis.Write(series.Basis)} {period.Edtf} [{source}]: {Value(before)} → {Value(after)}{rest}");
    }

    private static bool AreSameButForWords(Observation? before, Observation? after) => before is not null && after is not null && before.Quantity == after.Quantity;

    /// <summary>A figure reported as missing is not the same as none.</summary>
    private static string Value(Observation? observation) => observation switch
    {
        null => new Bilingual("无", "none"),
        { Quantity: { } quantity } => Format.Full(quantity),
        _ => observation.Status.Name(),
    };
}
