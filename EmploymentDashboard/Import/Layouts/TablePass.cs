namespace EmploymentDashboard.Import.Layouts;

/// <summary>One way through the records of a file. Every record is entered in the account once; rows of the table give figures.</summary>
internal sealed class TablePass(TableLayout first, IssueLog log, TableAccount account)
{
    /// <summary>Tables of one file. A file with more is not many tables, but rows that look like headers.</summary>
    private const int MostTables = 64;

    /// <summary>Remarks after the last row that may turn out to be the title of a table below.</summary>
    private const int MostWaiting = 20;

    private readonly ReferenceNames _names = first.Names;
    private readonly RowLabels _labels = new(first.Names);
    private readonly Queue<CsvRow> _ahead = new();
    private readonly List<(CsvRow Row, RowFate Fate)> _waiting = [];
    private Table? _table;
    private int _tables;
    private bool _afterGap;

    public IEnumerable<RawFigure> Figures(IEnumerable<CsvRow> rows)
    {
        using var records = rows.GetEnumerator();
        Begin(first);
        while (Next(records) is { } row)
        {
            var fate = FateOf(row, records);
            if (fate is RowFate.Figures)
            {
                Settle();
                var (maps, given) = (_table!.Maps, 0);
                for (var i = 0; i < maps.Length; i++)
                {
                    if (_table!.Figure(i) is not { } figure)
                        continue;

                    given++;
                    yield return figure;
                }

                account.Figures += given;
                account.Enter(row, given > 0 ? RowFate.Figures : RowFate.NoFigures, _table!.Context);
            }
            else if (fate is RowFate.Blank or RowFate.Note or RowFate.NotRead && _waiting.Count < MostWaiting)
            {
                _waiting.Add((row, fate.Value));
            }
            else if (fate is { } known)
            {
                Settle();
                Enter(row, known);
            }
        }

        Settle();
    }

    private CsvRow? Next(IEnumerator<CsvRow> records) => _ahead.TryDequeue(out var row) ? row : records.MoveNext() ? records.Current : null;

    private void Begin(TableLayout layout)
    {
        _table = new(layout, _names, _labels, log, account);
        _tables++;
        account.Begin(layout);
    }

    private void Settle()
    {
        foreach (var (row, fate) in _waiting)
            Enter(row, fate);

        _waiting.Clear();
    }

    /// <summary>Below a header that was refused the rows need no issue of their own.</summary>
    private void Enter(CsvRow row, RowFate fate)
    {
        account.Enter(row, fate, fate is RowFate.Rejected or RowFate.Malformed ? _table?.Context : null);
        if (fate == RowFate.NotRead && _table is not null)
            log.Add(IssueKind.RowNotRead, new("表中的一行，或以「注：」开头的说明", "a row of the table, or a remark that begins with 注："), row.Line, row.Joined());
    }

    /// <summary>What the record is; null where it began another table and was put back to be read as part of that.</summary>
    private RowFate? FateOf(CsvRow row, IEnumerator<CsvRow> records)
    {
        if (row.IsMalformed)
        {
            _table?.Pass(row);
            return RowFate.Malformed;
        }

        if (_table is { } above && row.Line < above.Layout.FirstHeaderLine)
            return row.FirstWritten() < 0 ? RowFate.Blank : RowFate.Preamble;
        if (_table?.IsHeader(row) == true)
            return RowFate.Header;

        var start = row.FirstWritten();
        if (start < 0)
        {
            _afterGap = true;
            return RowFate.Blank;
        }

        var label = _labels.Of(row.Text(start));
        if (label.Kind == RowLabelKind.Note && _table?.IsFreeText(start) != true)
        {
            _afterGap = true;
            return RowFate.Note;
        }

        var afterGap = _afterGap;
        _afterGap = false;
        if (label.Kind == RowLabelKind.Header || afterGap)
        {
            if (_table?.RepeatsHeader(row) == true && !HasOwnTitle())
            {
                for (var i = 0; i < _waiting.Count; i++)
                    _waiting[i] = _waiting[i] with { Fate = _table.IsTitle(_waiting[i].Row) ? RowFate.Preamble : _waiting[i].Fate };
                _afterGap = true;
                return RowFate.Header;
            }

            if (LayoutDetector.MayBeHeader(row, _names) && _table?.LooksLikeRow(row, label) != true)
                return BeginAnother(row, records);
        }

        if (_table is null)
            return RowFate.NotRead;

        var fate = _table.FateOf(row, label);
        _afterGap = fate == RowFate.NotRead;
        return fate;
    }

    /// <summary>Whether what stands between the last row and here says of the figures below what the table's title does not.</summary>
    private bool HasOwnTitle() => !Preamble.Of(_waiting.Select(waiting => waiting.Row).Where(row => !_table!.IsTitle(row)), [], _names).SaysNothing;

    /// <summary>Reads on with the table that begins here, its title being what waited above it. Where it cannot be understood nothing more is read until the next header.</summary>
    private RowFate? BeginAnother(CsvRow header, IEnumerator<CsvRow> records)
    {
        if (_tables >= MostTables)
        {
            if (_tables++ == MostTables)
                log.Add(IssueKind.NoTable, new($"至多 {MostTables} 张表", $"at most {MostTables} tables in a file"), header.Line, header.Sentence());
            Settle();
            _table = null;
            return RowFate.NotRead;
        }

        List<CsvRow> sample = [.. _waiting.Select(waiting => waiting.Row), header];
        var found = sample.Count;
        while (sample.Count < LayoutDetector.SampleSize && Next(records) is { } row)
            sample.Add(row);
        var rest = _ahead.ToList();
        _ahead.Clear();
        var titles = sample.Take(found - 1).SkipWhile(row => _labels.Of(row.Text(Math.Max(0, row.FirstWritten()))).Kind == RowLabelKind.Note).ToList();
        List<CsvRow> own = [.. titles, .. sample.Skip(found - 1)];
        if (LayoutDetector.Detect(own, _names, first.Settings.ForNextTable(), log) is { } layout)
        {
            _waiting.RemoveRange(_waiting.Count - titles.Count, titles.Count);
            Settle();
            Begin(layout);
            foreach (var row in own.Concat(rest))
                _ahead.Enqueue(row);
            _afterGap = false;
            return null;
        }

        Settle();
        _tables++;
        _table = null;
        foreach (var row in sample.Skip(found).Concat(rest))
            _ahead.Enqueue(row);
        return RowFate.NotRead;
    }

    /// <summary>One table in the pass: its columns, and what its rows above have left behind.</summary>
    private sealed class Table
    {
        /// <summary>What stands before the name of a part.</summary>
        private const string PartMark = "其中：";

        private readonly TableColumn[] _fillDown;
        private readonly (string Text, int Line)[] _above;
        private readonly TableColumn? _area;
        private readonly TableColumn? _indicator;
        private readonly TableColumn? _breakdown;
        private readonly TableColumn? _period;
        private readonly TableColumn? _areaCode;
        private readonly int[] _labelled;
        private readonly int[] _exampleMarks;
        private readonly int _width;
        private readonly int _needed;
        private readonly int _unitLine;
        private readonly HashSet<int> _headerLines;
        private readonly List<string[]> _headers = [];
        private readonly TotalCheck? _totals;
        private readonly MonthColumns? _months;
        private readonly RowLabels _labels;
        private readonly ReferenceNames _names;
        private readonly IssueLog _log;
        private readonly TableAccount _account;

        /// <summary>The row of which the next may name a part: by its indicator where there is such a column, by its area otherwise.</summary>
        private CsvRow? _whole;
        private bool _inParts;
        private int _cells;
        private RowLabelCell? _part;
        private CsvRow? _ready;

        public Table(TableLayout layout, ReferenceNames names, RowLabels labels, IssueLog log, TableAccount account)
        {
            (Layout, _names, _labels, _log, _account) = (layout, names, labels, log, account);
            Maps = [.. layout.Columns.Where(column => column.Meaning.Role == ColumnRole.Figures).Select(column => new FigureMap(layout, column))];
            _fillDown = [.. layout.Columns.Where(column => layout.FillDown.Contains(column.Column))];
            _above = new (string, int)[_fillDown.Length];
            Array.Fill(_above, ("", 0));
            _area = Column(FigureField.Area);
            _indicator = Column(FigureField.Indicator);
            _breakdown = Column(FigureField.Breakdown);
            _period = Column(FigureField.Period) ?? layout.Columns.FirstOrDefault(column => column.Meaning.Role == ColumnRole.Month);
            _areaCode = layout.Columns.FirstOrDefault(column => column.Meaning.Role == ColumnRole.AreaCode);
            _labelled = [.. layout.Columns.Where(column => IsLabelled(column.Meaning)).Select(column => column.Index)];
            _exampleMarks = [.. layout.Columns.Where(column => column.Meaning.IsField(FigureField.Note) || column.Meaning.Why == LeftOutColumn.Serial).Select(column => column.Index)];
            _width = layout.Columns.Count;
            _needed = layout.Columns.Where(IsNeeded).Select(column => column.Column).DefaultIfEmpty(0).Max();
            _headerLines = [.. layout.HeaderLines];
            _totals = TotalCheck.For(layout);
            _months = MonthColumns.Of(layout);
            _unitLine = layout.Defaults.TryGetValue(FigureField.Unit, out var unit) ? unit.Line : 0;
        }

        public TableLayout Layout { get; }

        /// <summary>The row last looked at, with what it takes from above.</summary>
        public RowContext Context { get; private set; }

        /// <summary>One for each column of figures.</summary>
        public FigureMap[] Maps { get; }

        public bool IsHeader(CsvRow row)
        {
            if (row.Line > Layout.HeaderLines[^1] || !_headerLines.Contains(row.Line))
                return false;

            _headers.Add(Normal(row));
            return true;
        }

        /// <summary>Whether the record says again what the header says: a page break.</summary>
        public bool RepeatsHeader(CsvRow row)
        {
            var texts = Normal(row);
            return _headers.Exists(header => header.SequenceEqual(texts));
        }

        /// <summary>Whether the record says again what stands above the header.</summary>
        public bool IsTitle(CsvRow row) => row.FirstWritten() >= 0 && Layout.Preamble.Any(line => line.Text == row.Sentence());

        public bool IsFreeText(int column) => column < _width && Layout.Columns[column].Meaning.Field is FigureField.Note or FigureField.AsPrinted or FigureField.Locator or FigureField.Source;

        /// <summary>Whether the record fits this table as a row: a known name or a period where such stand.</summary>
        public bool LooksLikeRow(CsvRow row, RowLabel label) =>
            (_area is not null && _names.Areas.TryFind(row.Text(_area.Index), out _))
            || (_indicator is not null && _names.Indicators.TryFind(row.Text(_indicator.Index), out _))
            || (_period is not null && label.Kind != RowLabelKind.Header && PeriodText.TryRead(row.Text(_period.Index), 2000, out _));

        public RowFate FateOf(CsvRow row, RowLabel label)
        {
            foreach (var column in _exampleMarks)
            {
                if (!row.Text(column).StartsWith(Templates.ExampleMark, StringComparison.Ordinal))
                    continue;

                _log.Add(IssueKind.ExampleRow, new("自己的数据", "data of your own"), row.Line, row.Joined());
                return RowFate.Example;
            }

            var (isTotal, hasParts) = (false, _inParts);
            foreach (var column in _labelled)
            {
                var kind = _labels.Of(row.Text(column)).Kind;
                isTotal |= kind == RowLabelKind.Total && column != _breakdown?.Index;
                hasParts |= kind == RowLabelKind.Part;
            }

            if (isTotal || (label.Kind == RowLabelKind.Total && !IsRead(row.FirstWritten())))
            {
                _totals?.Compare(row, _log);
                _log.Add(IssueKind.TotalRow, new("各行自己的数", "the figures of the rows themselves"), row.Line, row.Joined());
                return RowFate.Total;
            }

            if (IsOfTitle(row))
                return RowFate.Note;
            if (_width > 1 && row.Written(limit: 2) < 2 && !IsKnownName(row, label) && !IsFigure(row))
                return RowFate.NotRead;
            if (row.Fields.Count != _width && !IsHarmless(row))
            {
                Pass(row);
                _log.Add(IssueKind.RaggedRow, new($"{_width} 格，此行有 {row.Fields.Count} 格", $"{_width} cells; this row has {row.Fields.Count}"), row.Line, row.Joined());
                return RowFate.Rejected;
            }

            _cells = row.Fields.Count;
            return Prepare(row, hasParts);
        }

        /// <summary>
        /// Passes over a row of the table that cannot be read. What it says still holds for the blanks and parts below it: taken from the
        /// rows above it, these would be figures of another area or indicator.
        /// </summary>
        public void Pass(CsvRow row)
        {
            Context = new(Filled(row), null);
            if (!Array.Exists(_labelled, column => _labels.Of(row.Text(column)).Kind == RowLabelKind.Part))
                (_whole, _inParts) = (null, false);
        }

        /// <summary>The figure of the row last looked at in the column of this map; null where the cell of a wide table is empty.</summary>
        public RawFigure? Figure(int map)
        {
            if (Maps.Length == 1 || !_ready!.IsEmptyAt(Maps[map].ValueColumn - 1))
                return new(Maps[map], _ready!, _part);

            _account.EmptyCells++;
            return null;
        }

        private TableColumn? Column(FigureField field) => Layout.Columns.FirstOrDefault(column => column.Meaning.IsField(field));

        private static bool IsLabelled(ColumnMeaning meaning) => meaning.Field is FigureField.Area or FigureField.Indicator or FigureField.Breakdown or FigureField.Period || meaning.Role is ColumnRole.Month or ColumnRole.Quarter or ColumnRole.Year;

        /// <summary>Whether a row may not end before this column: what is missing there would be a figure or part of its key.</summary>
        private static bool IsNeeded(TableColumn column) => column.Meaning switch
        {
            { Role: ColumnRole.LeftOut } => false,
            { Role: ColumnRole.Field, Field: not (FigureField.Area or FigureField.Indicator or FigureField.Period) } => false,
            _ => true,
        };

        private static string[] Normal(CsvRow row)
        {
            var texts = row.Fields.Select(HeaderText.Normal).ToList();
            while (texts.Count > 0 && texts[^1].Length == 0)
                texts.RemoveAt(texts.Count - 1);
            return [.. texts];
        }

        /// <summary>单位：万人 below the header: read already, for the whole table.</summary>
        private bool IsOfTitle(CsvRow row) => row.Line == _unitLine && row.Written(limit: 2) < 2;

        private bool IsRead(int column) => column < _width && Layout.Columns[column].Meaning.Role != ColumnRole.LeftOut;

        /// <summary>Whether the only cell that is written begins a row of the table that has no figures.</summary>
        private bool IsKnownName(CsvRow row, RowLabel label) => Array.IndexOf(_labelled, row.FirstWritten()) >= 0 && (label.Kind == RowLabelKind.Part || LooksLikeRow(row, label));

        /// <summary>Whether the only cell that is written is a figure: all else may hold for the whole table.</summary>
        private bool IsFigure(CsvRow row) =>
            row.FirstWritten() is var column && column < _width && Layout.Columns[column].Meaning.Role == ColumnRole.Figures && RowText.LooksLikeFigure(row.Text(column));

        /// <summary>Cells beyond the header that are empty, or missing ones that may be empty.</summary>
        private bool IsHarmless(CsvRow row)
        {
            if (row.Fields.Count < _width)
                return row.Fields.Count >= _needed;

            for (var column = _width; column < row.Fields.Count; column++)
            {
                if (!row.IsEmptyAt(column))
                    return false;
            }

            return row.Fields.Count == _cells || !HasSplitNumber(row);
        }

        /// <summary>
        /// Whether 1,200 seems to stand in two cells. Where the last cells are empty anyway only the length of the row gives it away, unless the
        /// row before was as long.
        /// </summary>
        private bool HasSplitNumber(CsvRow row) => Maps.Any(map =>
            row.Text(map.ValueColumn - 1) is { Length: >= 1 and <= 3 } thousands && row.Text(map.ValueColumn) is { Length: 3 } rest
            && thousands.All(char.IsAsciiDigit) && rest.All(char.IsAsciiDigit));

        /// <summary>Fills blanks from above, reads 其中, and sets codes against names.</summary>
        private RowFate Prepare(CsvRow row, bool hasParts)
        {
            _part = null;
            _ready = _fillDown.Length == 0 ? row : Filled(row);
            Context = new(_ready, null);
            if (!hasParts)
                _whole = _ready;
            else if (!TakeLabel(row))
                return RowFate.Rejected;
            if (_areaCode is not null && !CodeAgrees(_ready))
                return RowFate.Rejected;
            if (_months is not null && !TakeMonths(_months))
                return RowFate.Rejected;

            _totals?.Add(_ready);
            return RowFate.Figures;
        }

        private bool TakeMonths(MonthColumns months)
        {
            if (months.Read(_ready!, _log) is not { } read)
                return false;

            _ready = read;
            return true;
        }

        private CsvRow Filled(CsvRow row)
        {
            var filled = row;
            for (var i = 0; i < _fillDown.Length; i++)
            {
                var index = _fillDown[i].Index;
                var text = row.Text(index);
                if (text.Length > 0 && _labels.Of(text).Kind != RowLabelKind.AsAbove)
                    _above[i] = (text, row.LineOf(index));
                else if (_above[i].Line > 0)
                    filled = filled.With(index, _above[i].Text, _above[i].Line);
            }

            return filled;
        }

        /// <summary>其中：农民工 is a breakdown of the row above, 其中：巴南区 an area; what is neither is refused.</summary>
        private bool TakeLabel(CsvRow row)
        {
            var column = LabelColumn(row, out var label);
            if (column is null)
            {
                _inParts = false;
                _whole = _ready;
                return true;
            }

            var at = row.CellAt(column.Index) with { Text = label, ColumnName = column.Header };
            var field = column.Meaning.Field;
            if ((field == FigureField.Area && _names.Areas.TryFind(label, out _)) || (field == FigureField.Indicator && _names.Indicators.TryFind(label, out _)) || field == FigureField.Breakdown)
            {
                _ready = _ready!.With(column.Index, label, at.Line);
                return true;
            }

            Context = new(_labels.Of(row.Text(column.Index)).Kind == RowLabelKind.Part ? _ready! : _ready!.With(column.Index, PartMark + label, at.Line), _whole);
            if (_names.Breakdowns.TryFind(label, out _) && _whole is not null && column == (_indicator ?? _area) && (_breakdown is null || row.IsEmptyAt(_breakdown.Index)))
            {
                _inParts = true;
                _part = new(at);
                _ready = _ready!.With(column.Index, _whole.Text(column.Index), _whole.CellAt(column.Index).Line);
                return true;
            }

            _log.Add(IssueKind.PartOfRowAbove, new("已知的分项、地区或指标", "a known breakdown, area or indicator"), row.CellAt(column.Index) with { ColumnName = column.Header });
            return false;
        }

        /// <summary>The column in which a part of the row above is named: behind 其中, or a breakdown's name in the rows that follow such a row.</summary>
        private TableColumn? LabelColumn(CsvRow row, out string label)
        {
            foreach (var column in (ReadOnlySpan<TableColumn?>)[_breakdown, _indicator, _area])
            {
                if (column is null || row.IsEmptyAt(column.Index))
                    continue;

                var text = row.Text(column.Index);
                if (_labels.Of(text) is { Kind: RowLabelKind.Part } part)
                {
                    label = part.Rest;
                    return column;
                }

                if (_inParts && column == (_indicator ?? _area) && !_names.Areas.TryFind(text, out _) && !_names.Indicators.TryFind(text, out _) && _names.Breakdowns.TryFind(text, out _))
                {
                    label = text;
                    return column;
                }
            }

            label = "";
            return null;
        }

        private bool CodeAgrees(CsvRow row)
        {
            var code = row.Text(_areaCode!.Index);
            if (code.Length == 12 && code.EndsWith("000000", StringComparison.Ordinal))
                code = code[..6];
            if (code.Length == 0)
                return true;

            var isKnown = _names.Areas.TryFind(code, out var byCode);
            if (_area is null || !_names.Areas.TryFind(row.Text(_area.Index), out var byName) || byName == byCode)
                return true;

            _log.Add(IssueKind.AreaCodeDisagrees, isKnown ? new($"{byName.Name.Zh} 的代码 {byName.Code}；{code} 是{byCode!.Name.Zh}", $"{byName.Code}, the code of {byName.Name.En}; {code} is {byCode.Name.En}") : new(byName.Code, byName.Code), row.CellAt(_areaCode.Index) with { ColumnName = _areaCode.Header });
            return false;
        }
    }
}
