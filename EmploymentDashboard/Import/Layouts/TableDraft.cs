using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>One way to read the table: a header, what its columns then mean, and what speaks against it.</summary>
internal sealed class TableDraft
{
    /// <summary>The dimensions that every figure needs.</summary>
    private static readonly FigureField[] Needed = [FigureField.Area, FigureField.Indicator, FigureField.Period];

    private static readonly char[] UnitSeparators = ['、', ',', ';', '，', '；'];

    private readonly LayoutSettings _settings;
    private readonly ReferenceNames _names;
    private readonly Preamble _preamble;
    private readonly List<CsvRow> _above;
    private readonly List<CsvRow> _below;
    private readonly List<CsvRow> _rows;
    private readonly RowLabels _labels;
    private readonly TableColumn[] _columns;
    private readonly ColumnReading[] _readings;
    private readonly List<(IssueKind Kind, Bilingual Expected, Cell At)> _findings = [];
    private readonly Dictionary<FigureField, Cell> _defaults = [];
    private readonly List<int> _fillDown = [];
    private LayoutKind _kind;
    private int? _year;

    public TableDraft(HeaderBlock block, IReadOnlyList<CsvRow> records, LayoutSettings settings, ReferenceNames names)
    {
        (Block, _settings, _names) = (block, settings, names);
        _above = [.. records.Where(row => row.LastLine < block.FirstLine)];
        _labels = new(names);
        _below = [.. records.Where(row => row.Line > block.LastLine).TakeWhile(row => !IsHeaderOfAnother(row))];
        _rows = _below.FindAll(row => row.Written(limit: 2) >= 2 && _labels.Of(row.Text(row.FirstWritten())).Kind is not (RowLabelKind.Note or RowLabelKind.Total));
        _preamble = Preamble.Of(_above, _below.Except(_rows), names);
        _readings = [.. block.Readings];
        _columns = [.. block.Paths.Select(ColumnOf)];
        Settle();
    }

    public HeaderBlock Block { get; }

    public bool IsUsable => Figures.Any() && !_findings.Exists(finding => finding.Kind.Level == IssueLevel.Error && finding.Kind != IssueKind.AmbiguousColumn);

    public bool IsSetByHand => _settings.HeaderLine is not null || _settings.Columns.Count > 0;

    private IEnumerable<TableColumn> Figures => _columns.Where(column => column.Meaning.Role == ColumnRole.Figures);

    public void Report(IssueLog log)
    {
        foreach (var (kind, expected, at) in _findings)
            log.Add(kind, expected, at);
    }

    public TableLayout Layout() => new(_names, _settings)
    {
        Kind = _kind,
        Preamble = [.. _above.Select(row => _preamble.Describe(row, [.. _defaults.Where(known => known.Value.Line > 0).Select(known => known.Key)], _year))],
        HeaderLines = [.. Block.Rows.Select(row => row.Line)],
        Columns = _columns,
        FillDown = _fillDown,
        Year = _year,
        Defaults = _defaults,
        ShapeKey = TableLayout.KeyOf(_columns),
    };

    private void Settle()
    {
        TakeSettings();
        ReadOpenWords();
        ChooseKind();
        TakeCorner();
        TakeUnnamedColumns();
        DatePeriods();
        TakeDefaults();
        ChooseUnits();
        RefuseTwoOfOne();
        FindFillDown();
        NameColumnsLeftOut();
        AskAboutFirstDays();
    }

    private TableColumn ColumnOf(IReadOnlyList<Cell> path, int index)
    {
        var header = string.Join(" / ", path.Select(cell => string.Join(' ', cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(text => text.Length > 0));
        return new(index + 1, header, path.Count > 0 ? path[^1].Line : Block.FirstLine, _readings[index].Meaning) { Places = _readings[index].Places };
    }

    private void Mean(TableColumn column, ColumnMeaning meaning) => _columns[column.Index] = column with { Meaning = meaning };

    private void Find(IssueKind kind, Bilingual expected, Cell at) => _findings.Add((kind, expected, at));

    private void TakeSettings()
    {
        foreach (var column in _columns.Where(column => _settings.Columns.ContainsKey(column.Column)).ToList())
            _columns[column.Index] = column with { Meaning = Normal(_settings.Columns[column.Column]), Places = new Dictionary<FigureField, Cell>() };
    }

    private static ColumnMeaning Normal(ColumnMeaning set) => set.IsField(FigureField.Value) ? set with { Role = ColumnRole.Figures, Field = null } : set;

    /// <summary>累计, 上年同期 and 合计 mean what the columns beside them let them mean.</summary>
    private void ReadOpenWords()
    {
        foreach (var column in _columns.Where(IsFromHeader).ToList())
        {
            var (meaning, open) = (column.Meaning, _readings[column.Index].OpenBasis);
            var siblings = _columns.Where(other => other != column && other.Meaning.Role == ColumnRole.Figures && other.Meaning.Indicator == meaning.Indicator && other.Meaning.Breakdown == meaning.Breakdown).ToList();
            var hasMonth = siblings.Exists(other => other.Meaning is { Basis: "flow", YearsBack: 0 });
            var hasYear = siblings.Exists(other => other.Meaning is { Basis: "ytd", YearsBack: 0 } || _readings[other.Index].OpenBasis == HeaderWords.Cumulative);
            if (meaning.Why == LeftOutColumn.Total && meaning.Indicator is not null && _columns.Any(other => other.Meaning is { Role: ColumnRole.Figures, Breakdown: not null } && other.Meaning.Indicator == meaning.Indicator))
                Mean(column, meaning with { Role = ColumnRole.Figures, Why = null });
            else if (open == HeaderWords.Cumulative && hasMonth)
                Mean(column, meaning with { Basis = "ytd", Shift = PeriodShift.YearToDate });
            else if (open == HeaderWords.LastYear && hasYear != hasMonth)
                Mean(column, hasYear ? meaning with { Basis = "ytd", Shift = PeriodShift.YearToDate } : meaning with { Basis = "flow" });
            else if (open == HeaderWords.LastYear && !hasYear && siblings.Count > 0 && siblings.TrueForAll(other => other.Meaning.Basis is null))
                Mean(column, meaning);
            else if (open is not null)
                Mean(column, meaning with { Role = ColumnRole.LeftOut, Why = LeftOutColumn.Ambiguous });
        }
    }

    private bool IsFromHeader(TableColumn column) => !_settings.Columns.ContainsKey(column.Column);

    /// <summary>All columns of figures must differ in the same things, and in nothing that a column already says of the row.</summary>
    private void ChooseKind()
    {
        var plain = Figures.Where(column => !column.Meaning.IsSpecific).ToList();
        var specific = Figures.Where(column => column.Meaning.IsSpecific).ToList();
        if (_settings.Kind is { } kind)
        {
            _kind = kind;
            foreach (var column in Figures.Where(column => IsFromHeader(column) && (column.Meaning.IsSpecific ? KindOf(column.Meaning) : LayoutKind.Long) != kind).ToList())
                Mean(column, ColumnMeaning.NotRead(LeftOutColumn.ByHand));
        }
        else if (plain.Count > 0 && specific.Count > 0)
        {
            Find(IssueKind.AmbiguousLayout, new($"只有一种布局；「{plain[0].Header}」是一行一数，「{specific[0].Header}」是一列一类", $"one layout; “{plain[0].Header}” means one figure a row, “{specific[0].Header}” one column a kind"), specific[0].Cell);
        }
        else
        {
            _kind = specific.Count == 0 ? LayoutKind.Long : KindOf(specific[0].Meaning);
        }

        if (!_findings.Exists(finding => finding.Kind == IssueKind.AmbiguousLayout))
            FindDisagreement();
    }

    private void FindDisagreement()
    {
        var dimensions = Figures.Select(column => Needed.Where(field => column.Meaning.Fixed(field) is not null).ToHashSet()).ToList();
        var odd = dimensions.FindIndex(own => !own.SetEquals(dimensions[0]));
        if (odd > 0)
        {
            var column = Figures.ElementAt(odd);
            Find(IssueKind.AmbiguousLayout, new($"与「{Figures.First().Header}」同类的列", $"a column of the same kind as “{Figures.First().Header}”"), column.Cell);
            return;
        }

        foreach (var field in Enum.GetValues<FigureField>().Where(field => field != FigureField.Unit))
        {
            if (Figures.FirstOrDefault(column => column.Meaning.Fixed(field) is not null) is { } across && KeyColumn(field) is { } down && !(field == FigureField.Period && IsYearOfMonths(down)))
                Find(IssueKind.AmbiguousLayout, new($"{field.Name().Zh}只写在一处；「{down.Header}」列和「{across.Header}」列都写了", $"the {field.Name().En} in one place; both column “{down.Header}” and “{across.Header}” say it"), across.Cell);
        }
    }

    private bool IsYearOfMonths(TableColumn column) => column.Meaning.Role == ColumnRole.Year && Figures.All(figures => figures.Meaning.Period is { } period && PeriodText.LacksYear(period));

    private static LayoutKind KindOf(ColumnMeaning meaning) => meaning switch
    {
        { Area: not null } => LayoutKind.WideByArea,
        { Period: not null } => LayoutKind.WideByMonth,
        _ => LayoutKind.WideByIndicator,
    };

    /// <summary>The first column that says the field of the row.</summary>
    private TableColumn? KeyColumn(FigureField field) => Array.Find(_columns, column => column.Meaning.IsField(field) || (field == FigureField.Period && IsPartOfPeriod(column)));

    private static bool IsPartOfPeriod(TableColumn column) =>
        column.Meaning.Role is ColumnRole.Year or ColumnRole.Month or ColumnRole.Quarter or ColumnRole.PeriodStart or ColumnRole.PeriodEnd;

    private bool IsAcross(FigureField field) => Figures.Any(column => column.Meaning.Fixed(field) is not null);

    /// <summary>Of what the corner names, the columns of figures say one; the rows say the other.</summary>
    private void TakeCorner()
    {
        foreach (var column in _columns.Where(column => IsFromHeader(column) && _readings[column.Index].Choices is not null).ToList())
        {
            var left = _readings[column.Index].Choices!
                .Where(choice => !(choice.Field is { } field && (IsAcross(field) || KeyColumn(field) is not null)) && !(choice.Role is ColumnRole.Year or ColumnRole.Month or ColumnRole.Quarter && IsAcross(FigureField.Period)) && choice.Role != ColumnRole.Figures)
                .Distinct()
                .ToList();
            if (left.Count == 1)
                Mean(column, left[0]);
        }
    }

    /// <summary>
    /// An area or indicator that no header names is looked for by content, among columns without a known header and those under 单位,
    /// which means an office as well. All cells of such a column must be known names.
    /// </summary>
    private void TakeUnnamedColumns()
    {
        Take(FigureField.Area, text => _names.Areas.TryFind(text, out _));
        Take(FigureField.Indicator, text => _names.Indicators.TryFind(text, out _));

        void Take(FigureField field, Func<string, bool> isKnown)
        {
            if (KeyColumn(field) is not null || IsAcross(field) || _settings.Default(field) is not null)
                return;

            var fitting = _columns.Where(column => IsFromHeader(column) && IsUnnamed(column) && Holds(column, isKnown)).ToList();
            if (fitting.Count == 1)
                Mean(fitting[0], ColumnMeaning.Of(field));
            else if (fitting.Count > 1)
                Find(IssueKind.AmbiguousLayout, new($"一列{field.Name().Zh}；「{fitting[0].Header}」和「{fitting[1].Header}」都像", $"one column of {field.Name().En}; both column {fitting[0].Column} and column {fitting[1].Column} look like it"), fitting[1].Cell);
        }
    }

    private static bool IsUnnamed(TableColumn column) => column.Meaning.Why is LeftOutColumn.Empty or LeftOutColumn.Unknown or LeftOutColumn.Ambiguous || column.Meaning.IsField(FigureField.Unit);

    private bool Holds(TableColumn column, Func<string, bool> isKnown)
    {
        var cells = _rows.Select(row => row.Text(column.Index)).Where(text => text.Length > 0 && _labels.Of(text).Kind == RowLabelKind.None).ToList();
        return cells.Count > 0 && cells.TrueForAll(text => isKnown(text));
    }

    /// <summary>The year of months without one, by hand, from a column or from the title.</summary>
    private void DatePeriods()
    {
        var (byRow, bare) = (Array.Find(_columns, column => column.Meaning.Role == ColumnRole.Year), Figures.Where(column => column.Meaning.Period is { } period && PeriodText.LacksYear(period)).ToList());
        _year = _settings.Year ?? (_preamble.Year is { } title ? int.Parse(title.Text, CultureInfo.InvariantCulture) : null);
        if (byRow is not null || bare.Count == 0)
            return;
        if (_year is not { } year)
        {
            Find(IssueKind.MissingColumn, new("年份：写进表头、标题或一列年份，或手工设定", "the year: in the header, the title or a column, or set by hand"), bare[0].Cell);
            return;
        }

        Period? before = null;
        foreach (var column in bare)
        {
            if (!PeriodText.TryRead(column.Meaning.Period!, year, out var period))
                continue;
            if (before is { IsOneMonth: true } && period.IsOneMonth && period.Start < before.Start && IsSameBut(column, before))
                Find(IssueKind.AmbiguousLayout, new($"各月的年份；从「{before}」到「{column.Header}」像是跨年", $"the year of each month; after {before} “{column.Header}” may be of the next year"), column.Cell);

            before = period;
            Mean(column, column.Meaning with { Period = period.Edtf });
        }
    }

    /// <summary>Whether the columns simply run on, so that a step back in months is the turn of a year.</summary>
    private bool IsSameBut(TableColumn column, Period before) =>
        Figures.LastOrDefault(other => other.Column < column.Column && other.Meaning.Period == before.Edtf) is { } left
        && (left.Meaning.Indicator, left.Meaning.Area, left.Meaning.Breakdown, left.Meaning.Basis, left.Meaning.YearsBack)
        == (column.Meaning.Indicator, column.Meaning.Area, column.Meaning.Breakdown, column.Meaning.Basis, column.Meaning.YearsBack);

    private void TakeDefaults()
    {
        if (!Figures.Any())
        {
            // Where a column of figures cannot be told apart, its own issue says what to do.
            if (!_columns.Any(column => column.Meaning.Why == LeftOutColumn.Ambiguous))
                Missing(FigureField.Value);
            return;
        }

        foreach (var field in Enum.GetValues<FigureField>())
        {
            var isInColumn = KeyColumn(field) is not null;
            if (_settings.Default(field) is { } set && (!isInColumn || field is FigureField.Unit or FigureField.Source))
                _defaults[field] = new(set, 0, 0, "");
            else if (field is FigureField.Unit or FigureField.Source && _preamble[field] is { } said)
                _defaults[field] = said;
            else if (!isInColumn && !IsAcross(field) && Needed.Contains(field))
                TakeFromTitle(field);
        }

        if (_defaults.TryGetValue(FigureField.Period, out var period) && period.Line == 0 && PeriodText.TryRead(period.Text, _year, out var read))
            _defaults[FigureField.Period] = period with { Text = read.Edtf };
        if (KeyColumn(FigureField.Period) is { Meaning.Role: ColumnRole.PeriodStart or ColumnRole.PeriodEnd } && _columns.Count(column => column.Meaning.Role is ColumnRole.PeriodStart or ColumnRole.PeriodEnd) == 1)
            Missing(FigureField.Period);
    }

    /// <summary>单位：人、万元 over several indicators: each takes the one that is a multiple of its own.</summary>
    private void ChooseUnits()
    {
        if (!_defaults.TryGetValue(FigureField.Unit, out var said) || said.Text.Split(UnitSeparators, StringSplitOptions.RemoveEmptyEntries) is not { Length: > 1 } units)
            return;

        foreach (var column in Figures.Where(column => column.Meaning.Unit is null).ToList())
        {
            if (_names.Catalog.TryIndicator(column.Meaning.Indicator, out var indicator) && units.Where(unit => UnitConversion.Factor(unit, indicator.Unit) is not null).ToList() is [var fitting])
                _columns[column.Index] = column with { Meaning = column.Meaning with { Unit = fitting }, Places = new Dictionary<FigureField, Cell>(column.Places) { [FigureField.Unit] = said with { Text = fitting } } };
        }
    }

    private bool IsHeaderOfAnother(CsvRow row) => _labels.Of(row.Text(row.FirstWritten())).Kind == RowLabelKind.Header && LayoutDetector.MayBeHeader(row, _names);

    private void TakeFromTitle(FigureField field)
    {
        if (_preamble[field] is not { } said)
        {
            Missing(field);
            return;
        }

        _defaults[field] = said;
        Find(IssueKind.TakenFromTitle, new($"标题里的{field.Name().Zh}适用于全表", $"that the {field.Name().En} in the title holds for the whole table"), said);
    }

    private void Missing(FigureField field) => Find(
        IssueKind.MissingColumn,
        field == FigureField.Value
            ? new($"一列 {HeaderWords.Wanted(field).Zh}，或以月份、指标、区县为列", $"a column {HeaderWords.Wanted(field).En}, or columns of months, indicators or areas")
            : new($"{field.Name().Zh}：一列 {HeaderWords.Wanted(field).Zh}，或写进表头、标题，或手工设定", $"the {field.Name().En}: a column {HeaderWords.Wanted(field).En}, or in the header or title, or set by hand"),
        new("", Block.FirstLine, 0, ""));

    private void RefuseTwoOfOne()
    {
        var keys = _columns.Where(column => column.Meaning.Role is not (ColumnRole.LeftOut or ColumnRole.Figures)).GroupBy(column => (column.Meaning.Role, column.Meaning.Field));
        var figures = Figures.GroupBy(column => (column.Meaning.Role, default(FigureField?), column.Meaning with { Unit = null }));
        foreach (var same in keys.Select(group => group.ToList()).Concat(figures.Select(group => group.ToList())).Where(group => group.Count > 1))
        {
            foreach (var column in same.Skip(1))
                Find(IssueKind.DuplicateColumn, new($"只有一列是「{same[0].Header}」", $"one column only for “{same[0].Header}”"), column.Cell);
        }
    }

    /// <summary>
    /// Blank means as above where a table looks so: the first row is filled, no value stands twice in a row but where a block of a column
    /// before it begins, and another column tells the rows of a block apart. A blank that is none of this stays blank, and its row is refused for it.
    /// </summary>
    private void FindFillDown()
    {
        if (_settings.FillDown == false)
            return;

        var keys = _columns.Where(column => column.Meaning.IsField(FigureField.Area) || column.Meaning.IsField(FigureField.Indicator) || column.Meaning.IsField(FigureField.Period) || IsPartOfPeriod(column)).ToList();
        if (_settings.FillDown == true)
            _fillDown.AddRange(keys.Select(column => column.Column));
        else if (keys.Count > 1)
            TakeMerged(keys);
    }

    private void TakeMerged(List<TableColumn> keys)
    {
        foreach (var column in keys)
        {
            if (IsMerged(column, keys))
                _fillDown.Add(column.Column);
        }
    }

    private bool IsMerged(TableColumn column, List<TableColumn> keys)
    {
        var (above, hasBlank) = ("", false);
        foreach (var row in _rows)
        {
            var text = row.Text(column.Index);
            if (_labels.Of(text).Kind == RowLabelKind.AsAbove)
                text = "";
            var isOfTable = keys.Exists(key => key != column && !row.IsEmptyAt(key.Index));
            if (text.Length == 0 && above.Length == 0 && isOfTable)
                return false;
            if (text.Length > 0 && text == above && !_fillDown.Exists(outer => !row.IsEmptyAt(outer - 1)))
                return false;

            hasBlank |= text.Length == 0 && isOfTable;
            above = text.Length > 0 ? text : above;
        }

        return hasBlank;
    }

    /// <summary>Several first days of months and no other day are likely months, but only their author can say.</summary>
    private void AskAboutFirstDays()
    {
        if (Array.Find(_columns, column => column.Meaning.IsField(FigureField.Period)) is not { } period || MonthColumns.SaysMonths(period))
            return;

        var cells = _rows.Where(row => !row.IsEmptyAt(period.Index)).Select(row => row.CellAt(period.Index)).ToList();
        if (cells.TrueForAll(cell => MonthColumns.IsFirstOfMonth(cell.Text)) && cells.DistinctBy(cell => cell.Text).Skip(1).Any())
            Find(IssueKind.FirstOfMonth, new($"日期或月份；此列的「{cells[0].Text}」之类都按当天读", $"days or months; “{cells[0].Text}” and the like are read as days"), cells[0] with { ColumnName = period.Header });
    }

    private void NameColumnsLeftOut()
    {
        foreach (var column in _columns)
        {
            IReadOnlyList<string> nearest = [.. _names.Indicators.Nearest(HeaderText.Of(column.Header).Main).Take(2), .. HeaderWords.Nearest(column.Header).Take(1)];
            switch (column.Meaning.Why)
            {
                case LeftOutColumn.Derived:
                    Find(IssueKind.DerivedColumn, new("原始数；同比、占比等由系统计算", "figures themselves; changes and shares are computed here"), column.Cell);
                    break;
                case LeftOutColumn.Total:
                    Find(IssueKind.TotalColumn, new("各列自己的数", "the figures of the columns themselves"), column.Cell);
                    break;
                case LeftOutColumn.Ambiguous:
                    Find(IssueKind.AmbiguousColumn, new("只有一种读法的表头，或手工设定此列", "a header that can be read in one way only, or this column set by hand"), column.Cell);
                    break;
                case LeftOutColumn.Unknown:
                case LeftOutColumn.Empty when _below.Exists(row => !row.IsEmptyAt(column.Index)):
                    Find(IssueKind.UnknownColumn, new($"认识的表头{Suggest(nearest, "，相近的有 {0}")}", $"a known header{Suggest(nearest, "; nearest: {0}")}"), column.Cell);
                    break;
            }
        }
    }

    private static string Suggest(IReadOnlyList<string> nearest, string pattern) => nearest.Count == 0 ? "" : string.Format(CultureInfo.InvariantCulture, pattern, string.Join("、", nearest));
}
