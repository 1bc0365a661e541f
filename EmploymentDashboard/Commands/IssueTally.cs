using EmploymentDashboard.Import;

namespace EmploymentDashboard.Commands;

/// <summary>Counts what is found in a file, and keeps the first of it: a file may have more faults than should be held in memory.</summary>
internal sealed class IssueTally(IssueLog log)
{
    private const int MostKept = 1_000;

    private readonly List<ImportIssue> _first = [];
    private readonly Dictionary<IssueKind, long> _counts = [];

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<ImportIssue> First => _first;

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<IssueCount> Counts => [.. _counts.Select(count => new IssueCount(count.Key, count.Value)).OrderByDescending(count => count.Count).ThenBy(count => count.Kind.Code, StringComparer.Ordinal)];

    /// <summary>Records that break the rules of quoting, in a file in which no table is understood.</summary>
    public long MalformedRows { get; set; }

    public void TakeIfMany()
    {
        if (log.Count >= MostKept)
            Take();
    }

    public void Take()
    {
        foreach (var issue in log.TakeAll())
        {
            _counts[issue.Kind] = _counts.GetValueOrDefault(issue.Kind) + 1;
            if (_first.Count < MostKept)
                _first.Add(issue);
        }
    }
}
