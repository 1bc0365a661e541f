using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Operations;

/// <summary>Settings with rules beyond the kind and range of each value.</summary>
public interface ICheckedSettings
{
    /// <summary>The key within the section, and what is wrong with its value.</summary>
    IEnumerable<(string Key, Bilingual Mistake)> Check();
}
