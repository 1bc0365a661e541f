using EmploymentDashboard.Operations;

namespace EmploymentDashboard.Tests.Operations;

/// <summary>Memory is given back when a crowd has gone, and not for every reader who leaves.</summary>
public sealed class MemoryReturnTests
{
    /// <summary>So many circuits at one look after another, a minute apart; a star where memory is given back.</summary>
    [Theory]
    [InlineData("0 0 0")]
    [InlineData("10 40 0 0")]
    [InlineData("500 500 300 250* 250")]
    [InlineData("500 100* 0* 0")]
    [InlineData("100 60 50* 100 50*")]
    [InlineData("60 30 10* 60 10*")]
    [InlineData("1000 600 1000 501 500*")]
    public void HasGone_HalfOfMany(string looks)
    {
        var crowd = new MemoryReturn.Crowd();
        var circuits = 0;
        var seen = new List<string>();
        foreach (var look in looks.Split(' '))
        {
            var wanted = int.Parse(look.TrimEnd('*'), System.Globalization.CultureInfo.InvariantCulture);
            for (; circuits != wanted; circuits += Math.Sign(wanted - circuits))
                crowd.Count(Math.Sign(wanted - circuits));
            seen.Add(circuits + (crowd.HasGone() ? "*" : ""));
        }

        Assert.Equal(looks, string.Join(' ', seen));
    }

    /// <summary>Between two looks a crowd may come and go.</summary>
    [Fact]
    public void HasGone_CrowdThatNoLookSaw_Counts()
    {
        var crowd = new MemoryReturn.Crowd();
        for (var number = 0; number < 80; number++)
            crowd.Count(1);
        for (var number = 0; number < 80; number++)
            crowd.Count(-1);

        Assert.True(crowd.HasGone());
        Assert.False(crowd.HasGone());
    }
}
