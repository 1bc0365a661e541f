using EmploymentDashboard.Import;

namespace EmploymentDashboard.Shell;

/// <summary>What is said on every page about the data, known once they are loaded.</summary>
public sealed class DatasetState
{
    public Dataset Current { get; private set; } = new(false, []);

    public void Set(bool isSynthetic, LoadReport report) =>
        Current = new(isSynthetic, [.. report.Issues.Where(issue => issue.IsError).Select(issue => issue.Describe())]);
}
