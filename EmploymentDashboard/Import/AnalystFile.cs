using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Reading;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>A file as an analyst has it, understood: its bytes as records, its records as a table, and the figures in that.</summary>
internal sealed class AnalystFile
{
    private readonly CsvText _text;
    private readonly IReadOnlyList<Mend> _mends;
    private readonly IssueLog _log;

    private AnalystFile(CsvText text, IReadOnlyList<Mend> mends, IssueLog log) => (_text, _mends, _log) = (text, mends, log);

    public FileReading Reading => _text.Reading;

    /// <summary>The first records, as mended.</summary>
    public required IReadOnlyList<CsvRow> Sample { get; init; }

    /// <summary>null where no table was found; the log says why.</summary>
    public TableLayout? Layout { get; private init; }

    /// <summary>What became of each record, complete when <see cref="Figures"/> has come to its end.</summary>
    public TableAccount Account { get; } = new();

    /// <summary>Whether the file is to be refused as a whole. Known when <see cref="Figures"/> has come to its end.</summary>
    public bool IsCut => _text.IsCut;

    /// <summary>null where the file is no text; <paramref name="log"/> says why.</summary>
    public static AnalystFile? Open(ImportFile file, Catalog catalog, ImportSettings settings, IssueLog log)
    {
        if (CsvText.Open(file, Vocabulary.Of(catalog), settings.Reading ?? ReadingSettings.Found, log) is not { } text)
            return null;

        var sample = Mend.Apply(settings.Mends, text.Rows().Take(LayoutDetector.SampleSize)).ToList();
        var layout = text.IsCut ? null : LayoutDetector.Detect(sample, new(catalog), settings.Layout ?? LayoutSettings.None, log);
        return new(text, settings.Mends, log) { Sample = sample, Layout = layout };
    }

    /// <summary>All records, as mended.</summary>
    public IEnumerable<CsvRow> Rows() => Mend.Apply(_mends, _text.Rows());

    /// <summary>The figures in one pass.</summary>
    public IEnumerable<RawFigure> Figures() => Layout!.Figures(Rows(), _log, Account);
}
