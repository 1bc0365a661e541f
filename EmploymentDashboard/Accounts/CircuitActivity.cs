using Microsoft.AspNetCore.Components.Server.Circuits;

namespace EmploymentDashboard.Accounts;

/// <summary>Knows when something was last done on an open page: no request comes in from it by which the cookie would tell.</summary>
public sealed class CircuitActivity(TimeProvider clock) : CircuitHandler
{
    private DateTimeOffset _last = clock.GetUtcNow();

    public TimeSpan Idle => clock.GetUtcNow() - _last;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        _last = clock.GetUtcNow();
        return next(context);
    };
}
