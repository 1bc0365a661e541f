using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>One reading of one text by the grammar of <see cref="FigureParser"/>. A rule that does not fit notes the fault and returns null.</summary>
internal ref struct FigureGrammar
{
    private const decimal LargestValue = 1_000_000_000_000_000;

    /// <summary>What <see cref="decimal"/> holds without rounding.</summary>
    private const int MostDigits = 28;

    private readonly ReadOnlySpan<char> _text;
    private FigureCursor _cursor;
    private FigureFault? _fault;

    private Bound? _bound;
    private bool _boundIsSign = true;
    private bool _saysMore;
    private bool _isLastYears;
    private bool _needsBound;
    private LeadKind _change = LeadKind.Neutral;
    private bool _isCompared;
    private bool _isCurrency;
    private List<string>? _divisors;
    private string? _unit;
    private bool _isScaled;
    private bool _isSigned;
    private bool _isNegative;
    private bool _isArabic;

    public FigureGrammar(ReadOnlySpan<char> text)
    {
        _text = text;
        _cursor = new(text);
    }

    public FigureReading Read()
    {
        ReadLeads();
        var value = _cursor.Next == '(' ? Accounting() : Numeral();
        var unit = value is null ? null : UnitAndWordsAfter(value.Value);
        if (value is not { } known || unit is null || !WordsAgree(known, unit))
            return Unreadable(_fault ?? FigureFault.UnknownWords);

        var quantity = new Quantity(_isNegative && known != 0 ? -known : known, _bound ?? Bound.Exact);
        if (!IsKeptExactly(quantity.Value))
            return Unreadable(FigureFault.TooLong);

        return new FigureReading.Number(_change == LeadKind.Fall ? -quantity : quantity, unit, _isScaled);
    }

    private readonly FigureReading.Unreadable Unreadable(FigureFault fault) =>
        new FigureReading.Unreadable(fault == FigureFault.UnknownWords ? FigureDiagnosis.Of(_text.ToString()) : fault);

    private void ReadLeads()
    {
        while (FigureLeads.At(_cursor.Rest) is { } lead)
        {
            _cursor.Skip(lead.Word.Length);
            Apply(lead);
        }

        if (ChineseNumeral.IsRoundNumber(_cursor.At(1)))
        {
            foreach (var (word, bound) in FigureLeads.BeforeRoundNumber)
            {
                if (_cursor.Take(word))
                    Agree(bound, isSign: false);
            }
        }
    }

    private void Apply(Lead lead)
    {
        switch (lead.Kind)
        {
            case LeadKind.BoundSign or LeadKind.BoundWord:
                Agree(lead.Bound, lead.Kind == LeadKind.BoundSign);
                _isLastYears |= lead.Word == "近";
                break;
            case LeadKind.Rise or LeadKind.Fall or LeadKind.Level:
                // 增速回落 is a change of a change; 超过下降 says nothing certain.
                if (_change != LeadKind.Neutral || _bound is not (null or Bound.About))
                    Fail(FigureFault.UnknownWords);
                _change = lead.Kind;
                break;
            case LeadKind.Comparison:
                if (_change != LeadKind.Neutral || _isCompared)
                    Fail(FigureFault.UnknownWords);
                _isCompared = true;
                break;
            case LeadKind.Currency or LeadKind.NegativeCurrency:
                _isCurrency = true;
                if (lead.Kind == LeadKind.NegativeCurrency)
                    Negate();
                break;
            case LeadKind.Minus:
                Negate();
                break;
            case LeadKind.Per:
                (_divisors ??= []).Add(lead.Per);
                break;
            case LeadKind.Capped:
                _needsBound = true;
                break;
        }
    }

    private decimal? Numeral()
    {
        if (FigureWords.Vague.Contains(_cursor.Next, StringComparison.Ordinal))
            return Fail(FigureFault.Vague);

        foreach (var (word, unit) in FigureWords.Shares)
        {
            if (_cursor.Take(word))
            {
                _unit = unit;
                break;
            }
        }

        if (char.IsAsciiDigit(_cursor.Next) || ("+-−".Contains(_cursor.Next, StringComparison.Ordinal) && char.IsAsciiDigit(_cursor.At(1))))
            return Tenths(Arabic());
        return ChineseNumeral.IsPart(_cursor.Next) ? Tenths(Chinese()) : Fail(FigureFault.UnknownWords);
    }

    /// <summary>三成, 三成五 and 3.5成 are shares of a hundred. Anything else behind 成 is another word.</summary>
    private decimal? Tenths(decimal? value)
    {
        if (value is not (> 0 and <= 10) || _isScaled || _unit is not null || !_cursor.Take("成"))
            return value;

        var percent = value * 10;
        if (!_isArabic && ChineseNumeral.DigitOf(_cursor.Next) is > 0 and var digit)
        {
            percent += digit;
            _cursor.Skip(1);
        }

        _unit = "%";
        TakeMore();
        return percent;
    }

    /// <summary>(1,234) as accountants write -1,234. Around anything but a plain number, brackets hold a remark.</summary>
    private decimal? Accounting()
    {
        var isInMiddle = _cursor.Position > 0 && !(_isCurrency && _cursor.Position == 1);
        if (isInMiddle || !_cursor.Take("("))
            return Fail(FigureFault.UnknownWords);

        _isCurrency |= _cursor.Take("¥");
        if (!char.IsAsciiDigit(_cursor.Next) || Arabic() is not { } value)
            return Fail(FigureFault.UnknownWords);
        if (_cursor.Take("%"))
            _unit = "%";
        Negate();
        return _cursor.Take(")") ? value : Fail(FigureFault.UnknownWords);
    }

    private decimal? Arabic()
    {
        _isArabic = true;
        if (_cursor.TakeAny("-−"))
            Negate();
        else if (_cursor.TakeAny("+"))
            Sign();
        if (Digits() is not { } value)
            return null;

        var isWhole = decimal.IsInteger(value) && !_text[.._cursor.Position].Contains('.');
        var hasMore = TakeMore();
        var step = Steps();
        hasMore |= TakeMore();
        return Scale(value, step) is { } scaled && LowerParts(step, isWhole && !hasMore) is { } lower ? scaled + lower : null;
    }

    /// <summary>1234.5 or 1,234.5; no group of another length, no leading zero, no point without digits.</summary>
    private decimal? Digits()
    {
        var start = _cursor.Position;
        var count = CountDigits();
        if (count > 1 && _text[start] == '0')
            return Fail(FigureFault.Ambiguous);

        var isGrouped = false;
        var total = count;
        while (_cursor.Next == ',' && char.IsAsciiDigit(_cursor.At(1)))
        {
            var isFirstTooLong = !isGrouped && (count > 3 || _text[start] == '0');
            _cursor.Skip(1);
            var group = CountDigits();
            if (isFirstTooLong || group != 3)
                return Fail(FigureFault.Ambiguous);

            isGrouped = true;
            total += group;
        }

        if (_cursor.Next == '.')
        {
            _cursor.Skip(1);
            var decimals = CountDigits();
            var isFollowed = _cursor.Next is ',' or '.' && char.IsAsciiDigit(_cursor.At(1));
            if (decimals == 0 || isFollowed)
                return Fail(isFollowed ? FigureFault.UnknownWords : FigureFault.Ambiguous);

            total += decimals;
        }

        return total <= MostDigits && decimal.TryParse(_cursor.Since(start), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : Fail(FigureFault.TooLong);
    }

    private int CountDigits() => _cursor.TakeWhile(char.IsAsciiDigit).Length;

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
            var isPlaced = ownStep > 1 ? digits[0] != '0' : Pow10(digits.Length) == step;

            // 1亿5千 is said for 1亿5千万 too.
            var lacksStep = step >= 100_000_000 && ownStep is > 1 and < 10_000;
            if (part >= step || !isPlaced || lacksStep)
                return Fail(FigureFault.Ambiguous);

            sum += part;
            step = ownStep;
            isAllowed = !hasMore;
        }

        return sum;
    }

    private decimal? Chinese()
    {
        var run = _cursor.TakeWhile(ChineseNumeral.IsPart);
        if (_cursor.Next == '分' || IsSignAlone(run))
            return Fail(_cursor.At(1) == '之' ? FigureFault.Fraction : FigureFault.Ambiguous);
        if (FigureWords.Vague.Contains(_cursor.Next, StringComparison.Ordinal))
            return Fail(FigureFault.Vague);
        if (_cursor.Next == '点' && ChineseNumeral.DigitOf(_cursor.At(1)) is not null)
            return ChineseDecimal(run);

        var hasMore = TakeMore();
        var step = hasMore ? Steps() : 1;
        if (step > 1)
            TakeMore();
        _isScaled |= run.ContainsAny("万亿萬億");
        if (RoundNumber(run) is { } round)
        {
            // 百 alone is a manner of speaking; 上百 and 百余 are bounds, and 百分之百 is exact.
            return _bound is not null || (_unit is not null && round == 100) ? Scale(round, step) : Fail(FigureFault.Vague);
        }

        return ChineseNumeral.Read(run) is { } value ? Scale(value, step) : Fail(FigureFault.UnknownWords);
    }

    /// <summary>一 alone may be a dash, 〇 a circle.</summary>
    private readonly bool IsSignAlone(ReadOnlySpan<char> run) => _cursor.Position == 1 && run is "一" or "〇" && !char.IsLetter(_cursor.Next);

    /// <summary>三点二万. Behind the decimals stand multipliers or the unit, never 十 (三点二十 is a time).</summary>
    private decimal? ChineseDecimal(ReadOnlySpan<char> run)
    {
        _cursor.Skip(1);
        if (ChineseNumeral.Read(run) is not { } value)
            return Fail(FigureFault.UnknownWords);

        var place = 0.1m;
        while (ChineseNumeral.DigitOf(_cursor.Next) is { } digit)
        {
            if (place < 1e-15m)
                return Fail(FigureFault.TooLong);

            value += digit * place;
            place /= 10;
            _cursor.Skip(1);
        }

        TakeMore();
        var step = Steps();
        TakeMore();
        return ChineseNumeral.IsPart(_cursor.Next) ? Fail(FigureFault.UnknownWords) : Scale(value, step);
    }

    /// <summary>The product of 千万, 万亿 and the like, or 1. 百 in 百分点 is none.</summary>
    private decimal Steps()
    {
        var length = 0;
        while (ChineseNumeral.IsRoundNumber(_cursor.At(length)) && _cursor.At(length + 1) != '分' && RoundNumber(_cursor.Rest[..(length + 1)]) is not null)
            length++;

        var product = length == 0 ? 1 : RoundNumber(_cursor.Rest[..length])!.Value;
        _cursor.Skip(length);
        return product;
    }

    /// <summary>百 or 千, then 万, then 亿, each at most once: 千万 is 10,000,000. null for any other order.</summary>
    private static decimal? RoundNumber(ReadOnlySpan<char> steps)
    {
        decimal product = 1;
        var last = 0;
        foreach (var c in steps)
        {
            var value = ChineseNumeral.StepOf(c);
            var rank = value switch { 100 or 1_000 => 1, 10_000 => 2, 100_000_000 => 3, _ => 0 };
            if (rank <= last)
                return null;

            product *= value;
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
        if (_saysMore)
            Fail(FigureFault.UnknownWords);

        _saysMore = true;
        Agree(Bound.MoreThan, isSign: false);
        return true;
    }

    private string? UnitAndWordsAfter(decimal value)
    {
        var rest = _cursor.Rest;
        foreach (var (word, bound) in FigureWords.After)
        {
            if (rest.EndsWith(word, StringComparison.Ordinal))
            {
                Agree(bound, isSign: false);
                rest = rest[..^word.Length];
                break;
            }
        }

        if (FigureUnits.Read(rest) is not { } unit)
            return UnitWithBound(rest);
        if (unit is ['年' or '届', ..] && _isArabic && !_isScaled && value is >= 1900 and < 2100 && decimal.IsInteger(value))
            return Refuse(FigureFault.Date);
        // 二期 is the second, 一批 is some; 300家规模以上 speaks of their size.
        if (unit is ['期' or '批', ..] && !_isArabic)
            return Refuse(FigureFault.Ambiguous);
        if (rest.Length < _cursor.Rest.Length && !FigureUnits.IsBare(unit))
            return Refuse(FigureFault.UnknownWords);
        return WithLeads(unit);
    }

    /// <summary>300元起, 3天内.</summary>
    private string? UnitWithBound(ReadOnlySpan<char> rest)
    {
        foreach (var (word, bound) in FigureWords.AfterUnit)
        {
            if (!rest.EndsWith(word, StringComparison.Ordinal) || FigureUnits.Read(rest[..^word.Length]) is not { Length: > 0 } unit)
                continue;
            if (bound == Bound.AtMost && !FigureUnits.IsTime(unit))
                return Refuse(FigureFault.UnknownWords);

            Agree(bound, isSign: false);
            return WithLeads(unit);
        }

        return Refuse(FigureFault.UnknownWords);
    }

    /// <summary>The unit with what the words before the number say of it: ¥, 人均, 百分之.</summary>
    private string? WithLeads(string unit)
    {
        var implied = _unit ?? (_isCurrency ? FigureUnits.Yuan : "");
        var isSecond = _unit is not null && unit.Length > 0;
        if (unit.Length == 0)
            unit = implied;
        if (isSecond || (_isCurrency && !unit.StartsWith(FigureUnits.Yuan, StringComparison.Ordinal)))
            return Refuse(FigureFault.UnknownWords);
        if (_divisors is null)
            return unit;

        return unit.Length == 0 || unit.Contains('/') ? Refuse(FigureFault.UnknownWords) : FigureUnits.Per(unit, _divisors);
    }

    /// <summary>Whether the words before and behind the number allow one reading, taken together.</summary>
    private bool WordsAgree(decimal value, string unit)
    {
        if (_fault is not null)
            return false;

        // 近3年: the last three years, or nearly three? 零余: none left over? 控制在5%: at most, or exactly? -3以上: of the value, or its size?
        var isUnclear = (_isLastYears && FigureUnits.IsTime(unit))
            || (_saysMore && value == 0)
            || (_needsBound && _bound is null)
            || (_isNegative && _bound is not (null or Bound.About) && !_boundIsSign)
            || (_change == LeadKind.Fall && (_isSigned || unit == "倍"))
            || (_change == LeadKind.Level && _isSigned);
        var isLoose = _isCompared && _change is not (LeadKind.Rise or LeadKind.Fall) && !(_isSigned && _change == LeadKind.Neutral);
        if (isUnclear || isLoose)
            Fail(isUnclear ? FigureFault.Ambiguous : FigureFault.UnknownWords);
        return _fault is null;
    }

    private void Agree(Bound bound, bool isSign)
    {
        if (_bound is { } earlier && earlier != bound)
            Fail(FigureFault.BoundsDisagree);
        _bound = bound;
        _boundIsSign &= isSign;
    }

    private void Negate()
    {
        Sign();
        _isNegative = true;
    }

    private void Sign()
    {
        if (_isSigned)
            Fail(FigureFault.Ambiguous);
        _isSigned = true;
    }

    /// <summary>Notes the first fault and gives back "no value".</summary>
    private decimal? Fail(FigureFault fault)
    {
        _fault ??= fault;
        return null;
    }

    private string? Refuse(FigureFault fault)
    {
        _fault ??= fault;
        return null;
    }

    /// <summary>Values are stored as binary floating-point numbers; what does not come back the same is refused.</summary>
    private static bool IsKeptExactly(decimal value) => Math.Abs(value) < LargestValue && (decimal)(double)value == value;

    private static decimal Pow10(int exponent)
    {
        decimal power = 1;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
