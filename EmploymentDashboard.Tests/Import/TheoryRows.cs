namespace EmploymentDashboard.Tests.Import;

/// <summary>Joins tables of cases.</summary>
internal static class TheoryRows
{
    public static TheoryData<string, string> With(this TheoryData<string, string> rows, TheoryData<string, string> more)
    {
        foreach (var row in more)
            rows.Add((string)row[0], (string)row[1]);
        return rows;
    }

    public static TheoryData<string, string, string, string> With(this TheoryData<string, string, string, string> rows, TheoryData<string, string, string, string> more)
    {
        foreach (var row in more)
            rows.Add((string)row[0], (string)row[1], (string)row[2], (string)row[3]);
        return rows;
    }
}
