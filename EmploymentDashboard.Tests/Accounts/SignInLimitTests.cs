using EmploymentDashboard.Accounts;

namespace EmploymentDashboard.Tests.Accounts;

public sealed class SignInLimitTests : IDisposable
{
    private readonly SignInLimit _limit = new();

    public void Dispose() => _limit.Dispose();

    [Fact]
    public void OneName_TriedTooOften_IsStoppedFromThatAddressOnly()
    {
        Assert.All(Enumerable.Range(0, SignInLimit.PerName), _ => Assert.True(_limit.Allows("10.0.0.1", "zhang")));
        Assert.False(_limit.Allows("10.0.0.1", "ZHANG"));
        Assert.True(_limit.Allows("10.0.0.1", "li"));
        Assert.True(_limit.Allows("10.0.0.2", "zhang"));
    }

    [Fact]
    public void OneAddress_TryingManyNames_IsStopped()
    {
        Assert.All(Enumerable.Range(0, SignInLimit.PerClient), number => Assert.True(_limit.Allows("10.0.0.1", $"name{number}")));
        Assert.False(_limit.Allows("10.0.0.1", "zhang"));
        Assert.True(_limit.Allows("10.0.0.2", "zhang"));
    }
}
