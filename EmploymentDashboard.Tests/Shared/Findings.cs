namespace EmploymentDashboard.Tests.Shared;

/// <summary>What a search for faults has found.</summary>
internal static class Findings
{
    /// <summary>Fails with every finding in full, one a line: xunit's own message cuts them short.</summary>
    public static void AssertNone(IEnumerable<string> findings)
    {
        var found = findings.ToList();
        if (found.Count > 0)
            Assert.Fail($"{found.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
