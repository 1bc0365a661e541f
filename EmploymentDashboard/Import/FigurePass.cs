using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Figures that follow each other in a file, and what was found in them and before them.</summary>
/// <param name="Figures">Those to be taken in.</param>
/// <param name="Known">How many more were taken in with an earlier batch of the same bytes.</param>
internal sealed record FigureRun(IReadOnlyList<ImportedFigure> Figures, int Known, IReadOnlyList<ImportIssue> Issues);

/// <summary>One way through a file's figures: each is read and checked for itself, and given on together with its neighbours.</summary>
/// <param name="rejectedEarlier">
/// Lines that had errors when the same bytes came before; null where they did not. Such bytes speak only through those lines: the others
/// were taken in, and later files may have superseded them since.
/// </param>
internal sealed class FigurePass(AnalystFile file, Catalog catalog, DateOnly today, IReadOnlySet<long>? rejectedEarlier, IssueLog log, ReadingPace pace)
{
    private const int RunLength = 1_000;

    private readonly ObservationReader _reader = new(catalog, log);
    private readonly RowChecks _checks = new(catalog, today, log);

    /// <summary>All of it. Nobody else may use the log until it has come to its end.</summary>
    public IEnumerable<FigureRun> Runs()
    {
        var (figures, known) = (new List<ImportedFigure>(RunLength), 0);
        foreach (var raw in file.Figures())
        {
            if (Read(raw) is { } figure)
            {
                if (IsNews(raw))
                    figures.Add(figure);
                else
                    known++;
            }

            pace.Figure(file.Account.Figures);
            if (figures.Count < RunLength && log.Count < RunLength)
                continue;

            yield return new(figures, known, log.TakeAll());
            (figures, known) = (new(RunLength), 0);
        }

        yield return new(figures, known, log.TakeAll());
    }

    private ImportedFigure? Read(RawFigure raw)
    {
        log.Row = raw.Line;
        var figure = _reader.Read(raw) is { } read && _checks.Accept(read) ? read : null;
        log.Row = null;
        return figure;
    }

    private bool IsNews(RawFigure raw)
    {
        for (var line = raw.Line; rejectedEarlier is not null && line <= raw.LastLine; line++)
        {
            if (rejectedEarlier.Contains(line))
                return true;
        }

        return rejectedEarlier is null;
    }
}
