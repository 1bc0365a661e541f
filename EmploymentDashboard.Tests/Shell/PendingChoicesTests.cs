using EmploymentDashboard.Shell;

namespace EmploymentDashboard.Tests.Shell;

/// <summary>What is chosen and shown while addresses are on their way between page and browser.</summary>
public sealed class PendingChoicesTests
{
    /// <summary>+x: x is chosen; x: the address of x comes; then what is shown in turn, and what the next choice builds on.</summary>
    [Theory]
    [InlineData("a", "a", "")]
    [InlineData("+a", "", "a")]
    [InlineData("+a a", "a", "")]
    [InlineData("+a +b", "", "b")]
    [InlineData("+a +b a", "", "b")]
    [InlineData("+a +b a a", "", "b")]
    [InlineData("+a +b a b", "b", "")]
    [InlineData("+a +b b", "b", "")]
    [InlineData("+a a +b +a b a", "a a", "")]
    [InlineData("+a a +a a", "a a", "")]
    [InlineData("+a link a", "link a", "")]
    [InlineData("+a +b a link b", "link b", "")]
    public void Choices_MadeWhileOthersAreOnTheirWay_AreNotLost(string course, string shown, string next)
    {
        var choices = new PendingChoices<string>();
        var seen = new List<string>();
        foreach (var step in course.Split(' '))
        {
            if (step[0] == '+')
                choices.Add(step[1..], AddressOf(step[1..]));
            else if (choices.Arrive(AddressOf(step)))
                seen.Add(step);
        }

        Assert.Equal((shown, next), (string.Join(' ', seen), choices.Latest ?? ""));
    }

    private static Uri AddressOf(string choice) => new("http://localhost/page?choice=" + choice);
}
