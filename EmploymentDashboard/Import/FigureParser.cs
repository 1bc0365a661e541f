using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>
/// Reads a figure as people write it. The grammar, with <c>[ ]</c> for "may be there" and <c>{ }</c> for "any number of":
/// <code>
/// figure  = missing | { before | neutral } numeral [ unit ] [ after ]
/// numeral = ( arabic | chinese ) [ more ] { step } [ more ] { digits step }      2300余, 6000多万, 2万5千, 两万五
///         | step { step } [ more ]                                              上百, 近千, 万余: with a bound only
/// arabic  = [ sign ] digits [ "." digits ]                                      1,234 and 1234 alike
/// step    = 百 | 千 | 万 | 亿
/// more    = 余 | 多
/// </code>
/// The words of <c>before</c>, <c>neutral</c>, <c>after</c> and <c>missing</c> stand in <see cref="FigureWords"/>. A text that the
/// grammar does not cover to its last character is not read at all: nothing is skipped, nothing guessed. Percent stays the
/// number before the sign. No culture has a say.
/// </summary>
public static class FigureParser
{
    public static FigureReading Read(string? text)
    {
        var narrow = TextWidth.Narrow(text ?? "");
        if (narrow.Length == 0 || FigureWords.Missing.Contains(narrow))
            return new FigureReading.Missing(IsMarked: narrow.Length > 0);

        return new Attempt(WithoutSpaces(narrow)).Figure();
    }

    /// <summary>Spaces mean nothing, except between two digits (two numbers) and two Latin letters (two words).</summary>
    private static string WithoutSpaces(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Skip(1).Aggregate(words[0], (joined, word) => IsBoundary(joined[^1], word[0]) ? $"{joined} {word}" : joined + word);
    }

    private static bool IsBoundary(char left, char right) =>
        (char.IsAsciiLetter(left) && char.IsAsciiLetter(right)) || (IsPartOfDigits(left) && IsPartOfDigits(right));

    private static bool IsPartOfDigits(char c) => char.IsAsciiDigit(c) || c is ',' or '.';

    /// <summary>One reading of one text. A rule that does not fit notes the fault and returns null.</summary>
    private sealed class Attempt(string text)
    {
        private const decimal LargestValue = 1_000_000_000_000_000;

        private readonly FigureCursor _cursor = new(text);
        private Bound? _bound;
        private FigureFault? _fault;
        private bool _isScaled;

        public FigureReading Figure()
        {
            ReadWordsBefore();
            var value = Numeral();
            var unit = value is null ? null : UnitAndWordsAfter();
            if (value is { } known && !IsKeptExactly(known))
                Fail(FigureFault.TooLong);
            if (_fault is { } fault)
                return new FigureReading.Unreadable(fault);

            return new FigureReading.Number(new(value!.Value, _bound ?? Bound.Exact), unit!, _isScaled);
        }

        private void ReadWordsBefore()
        {
            while (TakeBound(FigureWords.Before) || Array.Exists(FigureWords.Neutral, _cursor.Take))
            {
                // 最高不超过 and 控制在 … 以内 say the same twice.
            }

            if (IsRoundNumber(_cursor.At(1)))
                TakeBound(FigureWords.BeforeRoundNumber);
        }

        private bool TakeBound((string Word, Bound Bound)[] words)
        {
            foreach (var (word, bound) in words)
            {
                if (!_cursor.Take(word))
                    continue;

                Agree(bound);
                return true;
            }

            return false;
        }

        private decimal? Numeral()
        {
            if (FigureWords.Vague.Contains(_cursor.Next, StringComparison.Ordinal))
                return Fail(FigureFault.Vague);
            if (char.IsAsciiDigit(_cursor.Next) || ("+-−".Contains(_cursor.Next, StringComparison.Ordinal) && char.IsAsciiDigit(_cursor.At(1))))
                return Arabic();
            if (IsNumeral(_cursor.Next))
                return Chinese();

            return Fail(text.Any(c => char.IsAsciiDigit(c) || IsNumeral(c)) ? FigureFault.UnknownWords : FigureFault.NoNumber);
        }

        private decimal? Arabic()
        {
            var isNegative = _cursor.TakeAny("-−");
            if (!isNegative)
                _cursor.TakeAny("+");
            if (Digits() is not { } value)
                return null;

            var isWhole = true;
            if (_cursor.Next == '.')
            {
                _cursor.Take(".");
                var decimals = _cursor.TakeWhile(char.IsAsciiDigit);
                if (decimals.Length == 0 || !decimal.TryParse($"{value}.{decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
                    return Fail(decimals.Length == 0 ? FigureFault.Ambiguous : FigureFault.TooLong);

                isWhole = false;
            }

            var hasMore = TakeMore();
            var step = Steps();
            hasMore |= TakeMore();
            if (Scale(value, step) is not { } scaled || LowerParts(step, isWhole && !hasMore) is not { } lower)
                return null;

            return isNegative ? -(scaled + lower) : scaled + lower;
        }

        /// <summary>1234 or 1,234; no group of another length, no leading zero.</summary>
        private decimal? Digits()
        {
            var digits = _cursor.TakeWhile(char.IsAsciiDigit);
            if (_cursor.Next == ',')
            {
                if (digits.Length > 3)
                    return Fail(FigureFault.Ambiguous);
                while (_cursor.Next == ',' && char.IsAsciiDigit(_cursor.At(1)))
                {
                    _cursor.Take(",");
                    var group = _cursor.TakeWhile(char.IsAsciiDigit);
                    if (group.Length != 3)
                        return Fail(FigureFault.Ambiguous);

                    digits += group;
                }
            }

            if (digits.Length > 1 && digits[0] == '0')
                return Fail(FigureFault.Ambiguous);
            return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : Fail(FigureFault.TooLong);
        }

        /// <summary>5千 behind 2万, 2000万 behind 1亿. Without a step of its own a part must fill all places, or it has two readings.</summary>
        private decimal? LowerParts(decimal step, bool isAllowed)
        {
            decimal sum = 0;
            while (step > 1 && char.IsAsciiDigit(_cursor.Next))
            {
                var digits = _cursor.TakeWhile(char.IsAsciiDigit);
                var hasMore = TakeMore();
                var ownStep = Steps();
                hasMore |= TakeMore();
                if (!isAllowed || digits.Length > 9)
                    return Fail(FigureFault.Ambiguous);

                var part = decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * ownStep;
                var fillsAllPlaces = ownStep > 1 || Pow10(digits.Length) == step;
                if (part >= step || !fillsAllPlaces)
                    return Fail(FigureFault.Ambiguous);

                sum += part;
                step = ownStep;
                isAllowed = !hasMore;
            }

            return sum;
        }

        private decimal? Chinese()
        {
            var run = _cursor.TakeWhile(IsNumeral);
            if (_cursor.Next == '分')
                return Fail(FigureFault.Ambiguous);
            if (FigureWords.Vague.Contains(_cursor.Next, StringComparison.Ordinal))
                return Fail(FigureFault.Vague);

            var hasMore = TakeMore();
            var step = hasMore ? Steps() : 1;
            if (step > 1)
                TakeMore();
            if (!run.All(IsRoundNumber))
                return ChineseNumeral.Read(run) is { } value ? Scale(value, step) : Fail(FigureFault.Vague);

            // 百 alone is a manner of speaking; 上百 and 百余 are bounds.
            return _bound is not null && RoundNumber(run) is { } round ? Scale(round, step) : Fail(FigureFault.Vague);
        }

        /// <summary>The product of 千万, 万亿 and the like, or 1. 百 in 百分点 is none.</summary>
        private decimal Steps()
        {
            var steps = "";
            while (IsRoundNumber(_cursor.Next) && _cursor.At(1) != '分' && RoundNumber(steps + _cursor.Next) is not null)
            {
                steps += _cursor.Next;
                _cursor.TakeAny(FigureWords.Numerals);
            }

            return steps.Length == 0 ? 1 : RoundNumber(steps)!.Value;
        }

        /// <summary>百 or 千, then 万, then 亿, each at most once: 千万 is 10,000,000. null for any other order.</summary>
        private static decimal? RoundNumber(string steps)
        {
            decimal product = 1;
            var last = 0;
            foreach (var c in steps)
            {
                var rank = c switch { '百' or '千' => 1, '万' => 2, _ => 3 };
                if (rank <= last)
                    return null;

                product *= ChineseNumeral.StepOf(c);
                last = rank;
            }

            return product;
        }

        private decimal? Scale(decimal value, decimal step)
        {
            _isScaled |= step > 1;
            return value < decimal.MaxValue / step ? value * step : Fail(FigureFault.TooLong);
        }

        private bool TakeMore()
        {
            if (!_cursor.TakeAny(FigureWords.More))
                return false;

            Agree(Bound.MoreThan);
            return true;
        }

        private string? UnitAndWordsAfter()
        {
            var unit = _cursor.Rest;
            var (word, bound) = Array.Find(FigureWords.After, after => unit.EndsWith(after.Word, StringComparison.Ordinal));
            if (word is not null)
            {
                Agree(bound);
                unit = unit[..^word.Length];
            }

            var bare = unit.Replace(FigureWords.PercentagePoint, "", StringComparison.Ordinal);
            if (bare.Any(c => char.IsAsciiDigit(c) || IsNumeral(c)))
                Fail(FigureWords.Range.Contains(unit[0], StringComparison.Ordinal) ? FigureFault.Range : FigureFault.TwoNumbers);
            else if (!bare.All(IsFitForUnit))
                Fail(FigureFault.UnknownWords);
            return unit;
        }

        private void Agree(Bound bound)
        {
            if (_bound is { } earlier && earlier != bound)
                Fail(FigureFault.BoundsDisagree);
            _bound = bound;
        }

        /// <summary>Notes the first fault and gives back "no value".</summary>
        private decimal? Fail(FigureFault fault)
        {
            _fault ??= fault;
            return null;
        }

        /// <summary>Values are stored as binary floating-point numbers; what does not come back the same is refused.</summary>
        private static bool IsKeptExactly(decimal value) => Math.Abs(value) < LargestValue && (decimal)(double)value == value;

        private static bool IsFitForUnit(char c) =>
            (char.IsLetter(c) && !FigureWords.UnsafeInUnit.Contains(c, StringComparison.Ordinal)) || FigureWords.SignsInUnit.Contains(c, StringComparison.Ordinal);

        private static bool IsNumeral(char c) => FigureWords.Numerals.Contains(c, StringComparison.Ordinal);

        private static bool IsRoundNumber(char c) => c is '百' or '千' or '万' or '亿';

        private static decimal Pow10(int exponent)
        {
            decimal power = 1;
            for (var i = 0; i < exponent; i++)
                power *= 10;
            return power;
        }
    }
}
