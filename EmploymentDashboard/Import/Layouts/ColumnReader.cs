using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>What one column's header says.</summary>
/// <param name="Places">For each field that the header says: the text as found and where it stands.</param>
/// <param name="OpenBasis">A word of <see cref="HeaderWords"/> whose meaning hangs on the columns beside it; null where there is none.</param>
/// <param name="Choices">What the column may mean where its header names several: 区县/月份 in the corner of a table.</param>
internal sealed record ColumnReading(
    ColumnMeaning Meaning, IReadOnlyDictionary<FigureField, Cell> Places, string? OpenBasis = null, IReadOnlyList<ColumnMeaning>? Choices = null)
{
    private static readonly Dictionary<FigureField, Cell> NoPlaces = [];

    public static ColumnReading Of(ColumnMeaning meaning) => new(meaning, NoPlaces);
}

/// <summary>Reads the headers over a column, from the top down. Each must be understood as a whole, or the column is not read.</summary>
internal sealed class ColumnReader(ReferenceNames names)
{
    public ColumnReading Read(IReadOnlyList<Cell> headers)
    {
        var written = headers.Where(header => !HeaderText.Of(header.Text).IsEmpty).ToList();
        if (written.Count == 0)
            return ColumnReading.Of(ColumnMeaning.NotRead(LeftOutColumn.Empty));
        if (Key(written) is { } key)
            return key;

        var draft = new Draft(names);
        for (var i = 0; i < written.Count; i++)
            draft.Take(written[i], isFirst: i == 0, isLast: i == written.Count - 1);
        return draft.Reading();
    }

    /// <summary>Whether the text is a unit of some indicator, or a multiple of one.</summary>
    public static bool IsUnit(string text, ReferenceNames names) => names.Units.Any(unit => UnitConversion.Factor(text, unit) is not null);

    /// <summary>A column that says a field or part of one; null for columns of figures and whatever else.</summary>
    private static ColumnReading? Key(List<Cell> headers)
    {
        var texts = headers.ConvertAll(header => HeaderText.Of(header.Text));
        var last = texts[^1];
        if (headers.Count > 1)
        {
            var under = texts.Take(texts.Count - 1).All(text => HeaderWords.Column(text.Whole)?.IsField(FigureField.Area) == true);
            return (under, last.Whole) switch
            {
                (true, "代码" or "编码" or "code") => ColumnReading.Of(ColumnMeaning.Of(ColumnRole.AreaCode)),
                (true, "名称" or "名" or "name") => ColumnReading.Of(ColumnMeaning.Of(FigureField.Area)),
                _ => texts.All(text => text.Whole == last.Whole) ? Key([headers[^1]]) : null,
            };
        }

        if (HeaderWords.Column(last.Whole) is { } exact)
            return exact.Role == ColumnRole.Figures ? null : ColumnReading.Of(exact);
        if (last.Brackets.Count > 0 && HeaderWords.Column(last.Main) is { Role: not ColumnRole.Figures } bracketed)
            return ColumnReading.Of(bracketed);
        return Corner(last.Whole);
    }

    /// <summary>The corner cell under a diagonal line names rows and columns at once.</summary>
    private static ColumnReading? Corner(string text)
    {
        var parts = text.Split(['/', '\\', '|', '、'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return null;

        var choices = parts.Select(HeaderWords.Column).ToList();
        return choices.TrueForAll(choice => choice is not null and not { Role: ColumnRole.LeftOut })
            ? ColumnReading.Of(ColumnMeaning.NotRead(LeftOutColumn.Ambiguous)) with { Choices = [.. choices.OfType<ColumnMeaning>()] }
            : null;
    }

    /// <summary>A column of figures, as far as its headers were read.</summary>
    private sealed class Draft(ReferenceNames names)
    {
        private readonly Dictionary<FigureField, Cell> _places = [];
        private ColumnMeaning _meaning = ColumnMeaning.Figures;
        private string? _openBasis;
        private LeftOutColumn? _why;
        private bool _isTotal;

        public void Take(Cell header, bool isFirst, bool isLast)
        {
            var text = HeaderText.Of(header.Text);
            if (!isLast && (HeaderWords.IsNeutral(text.Whole) || HeaderWords.Column(text.Whole) is { Role: not ColumnRole.LeftOut }))
                return;
            if (Word(text.Whole, header) || Bracketed(text, header) || WithUnitBehindSlash(text, header) || Joined(text.Whole, header))
                return;
            if (!isFirst && Unit(text.Whole, header))
                return;

            _why ??= HeaderWords.IsDerived(text.Whole) ? LeftOutColumn.Derived : LeftOutColumn.Unknown;
        }

        public ColumnReading Reading()
        {
            if (_why is { } why)
                return ColumnReading.Of(ColumnMeaning.NotRead(why));
            if (_isTotal)
                return new(_meaning with { Role = ColumnRole.LeftOut, Why = LeftOutColumn.Total }, _places);
            return new(_meaning, _places, _openBasis);
        }

        /// <summary>One word that means one thing. A word that means two makes the column ambiguous.</summary>
        private bool Word(string text, Cell at)
        {
            var isIndicator = names.Indicators.TryFind(text, out var indicator);
            var isArea = names.Areas.TryFind(text, out var area);
            var isTotal = HeaderWords.IsTotal(text);
            Breakdown? breakdown = null;
            var isBreakdown = !isTotal && names.Breakdowns.TryFind(text, out breakdown);
            if ((isIndicator ? 1 : 0) + (isArea ? 1 : 0) + (isBreakdown ? 1 : 0) > 1)
            {
                _why ??= LeftOutColumn.Ambiguous;
                return true;
            }

            if (isIndicator)
                return Fix(FigureField.Indicator, indicator!.Code, text, at);
            if (isArea)
                return Fix(FigureField.Area, area!.Code, text, at);
            if (isBreakdown)
                return Fix(FigureField.Breakdown, breakdown!.Code, text, at);
            if (isTotal)
                return _isTotal = true;
            if (HeaderWords.Basis(text) is { } basis)
                return BasisWord(basis, at);
            return Period(text, at) || HeaderWords.Column(text) is { Role: ColumnRole.Figures };
        }

        private bool BasisWord(ColumnMeaning basis, Cell at)
        {
            if (basis.Basis is HeaderWords.Cumulative or HeaderWords.LastYear)
            {
                _openBasis = basis.Basis;
                _meaning = _meaning with { YearsBack = basis.YearsBack };
                return true;
            }

            _meaning = _meaning with { Shift = basis.Shift, YearsBack = basis.YearsBack };
            return Fix(FigureField.Basis, basis.Basis!, basis.Basis!, at);
        }

        /// <summary>A period; or the year above a month, or a month above years.</summary>
        private bool Period(string text, Cell at)
        {
            var period = PeriodText.MonthOfSerial(text) is { } month ? month.Edtf
                : PeriodText.TryRead(text, null, out var complete) ? complete.Edtf
                : PeriodText.LacksYear(text) ? text
                : null;
            if (period is null)
                return false;
            if (_meaning.Period is not { } above)
                return Fix(FigureField.Period, period, period, at);

            var joined = (PeriodText.Year(above), PeriodText.Year(period)) switch
            {
                ({ } year, null) when PeriodText.LacksYear(period) && PeriodText.TryRead(period, year, out var known) => known.Edtf,
                (null, { } year) when PeriodText.LacksYear(above) && PeriodText.TryRead(above, year, out var known) => known.Edtf,
                _ => null,
            };
            if (joined is null)
                return Fix(FigureField.Period, period, period, at);

            _meaning = _meaning with { Period = joined };
            _places[FigureField.Period] = at with { Text = joined };
            return true;
        }

        private bool Unit(string text, Cell at)
        {
            var unit = text.StartsWith("单位:", StringComparison.Ordinal) ? text[3..] : text;
            return IsUnit(unit, names) && Fix(FigureField.Unit, unit, unit, at);
        }

        /// <summary>新增就业（人）, 返岗人数（市内）, 数值(累计): every bracket must say something.</summary>
        private bool Bracketed(HeaderText text, Cell at) =>
            text.Brackets.Count > 0 && text.Main.Length > 0 && (Word(text.Main, at) || Joined(text.Main, at)) && text.Brackets.All(bracket => Unit(bracket, at) || Word(bracket, at) || NotUnderstood());

        /// <summary>返岗人数/万人.</summary>
        private bool WithUnitBehindSlash(HeaderText text, Cell at)
        {
            var slash = text.Whole.IndexOf('/', StringComparison.Ordinal);
            return slash > 0 && IsUnit(text.Whole[(slash + 1)..], names) && Word(text.Whole[..slash], at) && Unit(text.Whole[(slash + 1)..], at);
        }

        /// <summary>1月新增就业, 本年累计新增就业, 新增就业累计: two words in one cell.</summary>
        private bool Joined(string text, Cell at)
        {
            foreach (var word in HeaderWords.BasisWords)
            {
                if (text.Length <= word.Length)
                    continue;
                if (text.StartsWith(word, StringComparison.Ordinal) && IsName(text[word.Length..]))
                    return Word(text[word.Length..], at) && Word(word, at);
                if (text.EndsWith(word, StringComparison.Ordinal) && IsName(text[..^word.Length]))
                    return Word(text[..^word.Length], at) && Word(word, at);
            }

            for (var length = text.Length - 2; length >= 2; length--)
            {
                if (text[length - 1] is '月' or '年' or '度' && IsName(text[length..]) && Period(text[..length], at))
                    return Word(text[length..], at);
            }

            return false;
        }

        private bool IsName(string text) => names.Indicators.TryFind(text, out _) || names.Breakdowns.TryFind(text, out _);

        private bool NotUnderstood()
        {
            _why ??= LeftOutColumn.Unknown;
            return true;
        }

        /// <summary>Two headers that say different things of one field cannot both hold.</summary>
        private bool Fix(FigureField field, string value, string text, Cell at)
        {
            if (_meaning.Fixed(field) is { } earlier && earlier != value)
            {
                _why ??= LeftOutColumn.Ambiguous;
                return true;
            }

            _places.TryAdd(field, at with { Text = text });
            _meaning = field switch
            {
                FigureField.Area => _meaning with { Area = value },
                FigureField.Indicator => _meaning with { Indicator = value },
                FigureField.Breakdown => _meaning with { Breakdown = value },
                FigureField.Basis => _meaning with { Basis = value },
                FigureField.Period => _meaning with { Period = value },
                FigureField.Unit => _meaning with { Unit = value },
                _ => _meaning,
            };
            return true;
        }
    }
}
