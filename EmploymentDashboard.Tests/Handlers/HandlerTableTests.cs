namespace EmploymentDashboard.Tests.Handlers;

/// <summary>The table is of the program as it is: a handler that nobody thought about fails the test.</summary>
public sealed class HandlerTableTests
{
    [Fact]
    public void Handler_OfAnyPage_HasItsPlaceInTheTable() =>
        Assert.Equal(PageHandlers.Found.All.Keys.Order(StringComparer.Ordinal), HandlerTable.Guarded.Keys.Concat(HandlerTable.Open).Order(StringComparer.Ordinal));

    [Fact]
    public void Handler_ThatIsOpenToAll_WritesNothing() =>
        Assert.DoesNotContain(HandlerTable.Open, name => PageHandlers.Found.Writes(PageHandlers.Found.All[name]));

    [Fact]
    public void Page_ThatIsOnlyShown_WritesNothingButWhatIsKnown() =>
        Assert.Equal(HandlerTable.Unasked, PageHandlers.Found.WritingUnasked.Order(StringComparer.Ordinal));

    /// <summary>A script could call it on any page.</summary>
    [Fact]
    public void Method_ForScripts_IsNone() => Assert.Empty(PageHandlers.ForScripts);

    /// <summary>Or else the list of handlers, which is read from how components draw themselves, would not be whole.</summary>
    [Fact]
    public void Callback_IsMadeNowhereButWhereAComponentIsDrawn() => Assert.Empty(PageHandlers.Found.MakingCallbacksElsewhere);
}
