using System.Globalization;
using System.Reflection;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Documents;

/// <summary>What docs/security.md says of the standard is whole, adds up, and names what there is.</summary>
public sealed class SecurityDocumentTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The items of levels 1 and 2 of OWASP ASVS 5.0.0, by section: from which to which; those of level 3 follow them in every section.</summary>
    private const string Standard = """
        1.1: 1-2; 1.2: 1-9; 1.3: 1-11; 1.4: 1-3; 1.5: 1-2;
        2.1: 1-3; 2.2: 1-3; 2.3: 1-4; 2.4: 1;
        3.2: 1-2; 3.3: 1-4; 3.4: 1-6; 3.5: 1-5; 3.7: 1-2;
        4.1: 1-3; 4.2: 1; 4.3: 1-2; 4.4: 1-4;
        5.1: 1; 5.2: 1-3; 5.3: 1-2; 5.4: 1-3;
        6.1: 1-3; 6.2: 1-12; 6.3: 1-4; 6.4: 1-4; 6.5: 1-5; 6.6: 1-3; 6.8: 1-4;
        7.1: 1-3; 7.2: 1-4; 7.3: 1-2; 7.4: 1-5; 7.5: 1-2; 7.6: 1-2;
        8.1: 1-2; 8.2: 1-3; 8.3: 1; 8.4: 1;
        9.1: 1-3; 9.2: 1-4;
        10.1: 1-2; 10.2: 1-2; 10.3: 1-4; 10.4: 1-11; 10.5: 1-5; 10.6: 1-2; 10.7: 1-3;
        11.1: 1-2; 11.2: 1-3; 11.3: 1-3; 11.4: 1-4; 11.5: 1; 11.6: 1;
        12.1: 1-3; 12.2: 1-2; 12.3: 1-4;
        13.1: 1; 13.2: 1-5; 13.3: 1-2; 13.4: 1-5;
        14.1: 1-2; 14.2: 1-4; 14.3: 1-3;
        15.1: 1-3; 15.2: 1-3; 15.3: 1-7;
        16.1: 1; 16.2: 1-5; 16.3: 1-4; 16.4: 1-3; 16.5: 1-3;
        17.1: 1; 17.2: 1-4; 17.3: 1-2
        """;

    private static readonly SecurityDocument Document = SecurityDocument.Read();

    [Fact]
    public void Items_AreThoseOfTheStandard_EachOnceAndInItsOrder()
    {
        Assert.Equal(253, Expected().Count());
        Assert.Equal(Expected(), Document.Items.Select(item => item.Number));
    }

    [Fact]
    public void State_IsOneOfFour_AndAlwaysExplained()
    {
        Assert.All(Document.Items, item => Assert.Contains(item.State, SecurityDocument.States));
        Assert.All(Document.Items, item => Assert.NotEqual("", item.How.Trim()));
    }

    [Fact]
    public void Counts_AreThoseOfTheTables()
    {
        Assert.Equal(Of(Document.Items), Document.Counts["**all**"]);
        foreach (var chapter in Document.Items.GroupBy(item => item.Chapter))
            Assert.Equal(Of(chapter), Document.Counts.Single(count => count.Key.StartsWith($"V{chapter.Key} ", StringComparison.Ordinal)).Value);
        Assert.Equal(18, Document.Counts.Count);

        static IEnumerable<int> Of(IEnumerable<SecurityItem> items) => SecurityDocument.States.Select(state => items.Count(item => item.State == state));
    }

    [Fact]
    public void Tests_ThatAreNamed_Exist()
    {
        var known = typeof(SecurityDocumentTests).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.GetCustomAttributes<FactAttribute>().Any()))
            .Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Findings.AssertNone(Document.Items.SelectMany(item => SecurityDocument.NamesIn(item.Tests).Where(name => !known.Contains(name)).Select(name => $"{item.Number}: {name}")));
    }

    /// <summary>Outside of the column of tests, too: a class or member of the program, a setting, or a file of the repository.</summary>
    [Fact]
    public void Names_InCodeType_AreOfSomething() =>
        Findings.AssertNone(SecurityDocument.NamesIn(Document.Text).Distinct().Where(name => !IsTest(name) && !IsOfProgram(name) && !IsSetting(name) && !Path.Exists(Path.Combine(Repository.Root, name))));

    private static IEnumerable<string> Expected() =>
        from section in Standard.Split(';', StringSplitOptions.TrimEntries)
        let parts = section.Split(": ")
        let bounds = parts[1].Split('-').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList()
        from item in Enumerable.Range(bounds[0], bounds[^1] - bounds[0] + 1)
        select $"{parts[0]}.{item}";

    private static bool IsTest(string name) => typeof(SecurityDocumentTests).Assembly.GetTypes().Any(type => type.Name == name);

    private static bool IsOfProgram(string name) => name.Split('.') is [var type, .. var member] && typeof(Permissions).Assembly.GetTypes().Any(known =>
        known.Name == type && member switch { [] => true, [var one] => known.GetMember(one, Any).Length > 0, _ => false });

    private static bool IsSetting(string name) => name.Split(':') is [var section, var key] && typeof(Permissions).Assembly.GetTypes().Any(type =>
        (type.Name == section + "Options" || type.Name == section.TrimEnd('s') + "Options") && type.GetProperty(key) is not null);
}
