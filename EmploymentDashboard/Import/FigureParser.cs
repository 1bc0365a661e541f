namespace EmploymentDashboard.Import;

/// <summary>
/// Reads a figure as people write it. The grammar, with <c>[ ]</c> for "may be there" and <c>{ }</c> for "any number of":
/// <code>
/// figure  = missing | { lead } ( numeral | "(" arabic [ "%" ] ")" ) [ unit ] [ after ]
/// numeral = ( arabic | chinese ) [ more ] { step } [ more ] { digits step }      2300余, 6000多万, 2万5千, 两万五
///         | step { step } [ more ]                                              上百, 近千, 万余: with a bound only
///         | share ( arabic | chinese ) [ more ]                                 百分之十二点五 is 12.5 %
///         | ( arabic | chinese ) "成" [ digit ] [ more ]                         三成五 is 35 %
/// arabic  = [ sign ] digits [ "." digits ]                                      1,234 and 1234 alike; (1,234) is -1,234
/// chinese = digits and steps [ "点" digits ]                                     十二点五, 贰仟伍佰
/// step    = 百 | 千 | 万 | 亿
/// more    = 余 | 多
/// </code>
/// The words of <c>lead</c> stand in <see cref="FigureLeads"/>, units in <see cref="FigureUnits"/>, all others in <see cref="FigureWords"/>.
/// A text that the grammar does not cover to its last character is not read at all: nothing is skipped, nothing guessed. Percent stays
/// the number before the sign. 下降3.2% is -3.2, 降至3.2% is 3.2. No culture has a say.
/// </summary>
public static class FigureParser
{
    public static FigureReading Read(string? text) => PlainNumber.TryRead(text, out var plain)
        ? new FigureReading.Number(new(plain), "", IsScaled: false)
        : ReadAnyForm(text);

    /// <summary>Reads every form, plain numbers too.</summary>
    internal static FigureReading ReadAnyForm(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[CellText.Longest];
        if (CellText.Prepare(text, buffer, out var length) is not CellFlaw.None and var flaw)
            return new FigureReading.Unreadable(flaw == CellFlaw.Hidden ? FigureFault.HiddenCharacter : FigureFault.TextTooLong);

        var prepared = buffer[..length];
        if (prepared.IsEmpty || FigureWords.Missing.Contains(prepared))
            return new FigureReading.Missing(IsMarked: length > 0);
        if (FigureWords.SpreadsheetErrors.Contains(prepared) || prepared.IndexOfAnyExcept('#') < 0)
            return new FigureReading.Unreadable(FigureFault.SpreadsheetError);

        return new FigureGrammar(prepared).Read();
    }
}
