using EmploymentDashboard.Accounts;

namespace EmploymentDashboard.Tests.Accounts;

public sealed class TokenLimitTests : IDisposable
{
    private readonly TokenLimit _limit = new();

    public void Dispose() => _limit.Dispose();

    [Fact]
    public void WrongTokens_AreCountedByAddress_AndAskingCountsNothing()
    {
        for (var wrong = 0; wrong < TokenLimit.PerClient; wrong++)
        {
            Assert.True(_limit.IsOpen("10.0.0.1"));
            Assert.True(_limit.IsOpen("10.0.0.1"));
            _limit.Count("10.0.0.1");
        }

        Assert.False(_limit.IsOpen("10.0.0.1"));
        Assert.True(_limit.IsOpen("10.0.0.2"));
    }
}
