using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>The sources of a bulletin, numbered as they come.</summary>
internal sealed class SourceNumbers(Catalog catalog)
{
    private readonly List<string> _codes = [];

    public IReadOnlyList<string> Citations => [.. _codes.Select(code => Citation.Of(catalog.Source(code)))];

    public SourceMark Mark(string source)
    {
        var index = _codes.IndexOf(source);
        if (index < 0)
        {
            index = _codes.Count;
            _codes.Add(source);
        }

        return new(index + 1);
    }

    /// <summary>A mark for each source, in the order of their numbers.</summary>
    public IEnumerable<SourceMark> Marks(IEnumerable<string> sources) => sources.Distinct(StringComparer.Ordinal).Select(Mark).OrderBy(mark => mark.Number);
}
