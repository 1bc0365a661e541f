using EmploymentDashboard.Accounts;

namespace EmploymentDashboard.Features.Accounts;

public static class SessionSign
{
    /// <summary>
    /// A sign that someone is at work on an open page, which sends no requests of its own: the cookie is renewed as by any other request. 204, with or
    /// without a session.
    /// </summary>
    public static void MapSessionSign(this IEndpointRouteBuilder routes) =>
        routes.MapGet(AccountAddresses.SessionSign, () => Results.NoContent()).AllowAnonymous();
}
