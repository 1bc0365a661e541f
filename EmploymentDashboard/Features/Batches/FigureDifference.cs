using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Batches;

/// <summary>Something beside the number in which two statements of one key differ.</summary>
public sealed record FieldDifference(Bilingual Field, string Before, string After);

public static class FigureDifference
{
    /// <summary>All but number, bound and printed fragment, which are shown beside each other anyway. The key's fields cannot differ.</summary>
    public static IReadOnlyList<FieldDifference> Of(Observation before, Observation after)
    {
        FieldDifference[] fields =
        [
            new(new("期间", "Period"), Format.Words(before.Period), Format.Words(after.Period)),
            new(new("状态", "Status"), before.Status.Name(), after.Status.Name()),
            new(new("位置", "Where in the source"), before.Locator, after.Locator),
            new(new("说明", "Note"), before.Note, after.Note),
        ];
        return [.. fields.Where(field => field.Before != field.After)];
    }
}
