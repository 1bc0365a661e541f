using EmploymentDashboard.Import;

namespace EmploymentDashboard.Tests.Import;

public sealed class ReadAheadTests
{
    [Fact]
    public void Items_MoreThanMayWait_ComeInTheirOrder() =>
        Assert.Equal(Enumerable.Range(0, 1_000), Enumerable.Range(0, 1_000).Ahead(most: 2));

    [Fact]
    public void Items_ThatCannotAllBeMade_GiveThoseBeforeAndThenTheReason()
    {
        var taken = new List<int>();
        Assert.Throws<FormatException>(() =>
        {
            foreach (var item in Until(3, () => throw new FormatException()).Ahead(most: 2))
                taken.Add(item);
        });
        Assert.Equal([0, 1, 2], taken);
    }

    [Fact]
    public void Items_NoLongerWanted_AreNotMadeAfterwards()
    {
        var made = 0;

        var first = Enumerable.Range(0, int.MaxValue).Select(item => made = item).Ahead(most: 2).First();

        var atEnd = made;
        Thread.Sleep(50);
        Assert.Equal((0, atEnd), (first, made));
        Assert.InRange(made, 0, 10);
    }

    private static IEnumerable<int> Until(int end, Action then)
    {
        for (var i = 0; i < end; i++)
            yield return i;
        then();
    }
}
