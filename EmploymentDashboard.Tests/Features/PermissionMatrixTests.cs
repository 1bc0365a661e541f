using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Every endpoint of the program × every role, asked over HTTP; an endpoint that nobody thought about fails the test.</summary>
public sealed class PermissionMatrixTests : IAsyncLifetime, IDisposable
{
    /// <summary>What is not for whoever may read: route and least role. Reader: anyone with an account.</summary>
    private static readonly Dictionary<string, Role> Restricted = new(StringComparer.Ordinal)
    {
        ["/account/password"] = Role.Reader,
        ["/account/second-factor"] = Role.Reader,
        ["/upload"] = Role.Analyst,
        ["/upload/{Id}"] = Role.Analyst,
        ["/upload/files"] = Role.Analyst,
        ["/upload/{id}/rejected"] = Role.Analyst,
        ["/upload/templates/{layout}"] = Role.Analyst,
        ["/batches/{id:long}/original"] = Role.Analyst,
        ["/batches/{id:long}/rejected"] = Role.Analyst,
        ["/account/tokens"] = Role.Analyst,
        ["/account/users"] = Role.Administrator,
        ["/audit"] = Role.Administrator,
        ["/backups"] = Role.Administrator,
        ["/audit.csv"] = Role.Administrator,
    };

    /// <summary>What is for programs with a token, and for nobody with a session, and the scopes that open it.</summary>
    private static readonly Dictionary<string, TokenScope[]> ForPrograms = new(StringComparer.Ordinal)
    {
        ["/api/uploads"] = [TokenScope.Upload],
        ["/api/uploads/{id}"] = [TokenScope.Upload, TokenScope.Commit],
        ["/api/uploads/{id}/commit"] = [TokenScope.Commit],
    };

    /// <summary>What stays open where reading needs an account.</summary>
    private static readonly string[] AlwaysOpen = ["/account/sign-in", "/account/code", "/account/sign-out", "/account/session", "/account/provider", "/account/denied", "/setup", "/not-found", "/health/live", "/health/ready", "/metrics", "/language/{culture}"];

    private readonly TestFolder _folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Endpoint_LetsInWhoMayComeAndNobodyElse(bool needsSignIn)
    {
        await using var dashboard = await RunningDashboard.StartAsync("--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", Path.Combine(_folder.Path, "nothing"), "--Accounts:SignInToRead", $"{needsSignIn}");
        var routes = Routes(dashboard);
        Assert.Empty(Restricted.Keys.Concat(AlwaysOpen).Concat(ForPrograms.Keys).Except(routes.Select(route => route.Pattern), StringComparer.Ordinal));

        var wrong = new List<string>();
        foreach (var role in new Role?[] { null, Role.Reader, Role.Analyst, Role.Publisher, Role.Administrator })
        {
            using var visitor = role is { } known ? await dashboard.SignedInAsync(known) : dashboard.Visit();
            foreach (var (pattern, method) in routes)
            {
                var isAllowed = !ForPrograms.ContainsKey(pattern) && (Restricted.TryGetValue(pattern, out var least) ? role >= least : !needsSignIn || role is not null || AlwaysOpen.Contains(pattern, StringComparer.Ordinal));
                using var request = new HttpRequestMessage(new(method), Sample(pattern));
                using var response = await visitor.Client.SendAsync(request);
                if (IsLetIn(response, pattern) != isAllowed)
                    wrong.Add($"{role?.ToString() ?? "nobody"} {method} {pattern}: {(int)response.StatusCode} {response.Headers.Location}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>A token opens what its scope and its owner's role are for, and nothing else that is not open to everyone.</summary>
    [Fact]
    public async Task Token_OpensWhatItIsForAndNothingElse()
    {
        await using var dashboard = await RunningDashboard.StartAsync("--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", Path.Combine(_folder.Path, "nothing"), "--Accounts:SignInToRead", "true", "--Limits:Uploads", "100000");
        var wrong = new List<string>();
        foreach (var role in Roles.All)
        {
            foreach (var scope in TokenScopes.All)
            {
                var token = await TestUsers.MakeTokenAsync(dashboard.Services, role, scope);
                foreach (var (pattern, method) in Routes(dashboard))
                {
                    var isAllowed = ForPrograms.TryGetValue(pattern, out var scopes) ? role >= Role.Analyst && scopes.Contains(scope) : AlwaysOpen.Contains(pattern, StringComparer.Ordinal);
                    using var request = new HttpRequestMessage(new(method), Sample(pattern));
                    request.Headers.Authorization = new("Bearer", token.PlainText);
                    using var response = await dashboard.Client.SendAsync(request);
                    if (IsLetIn(response, pattern) != isAllowed)
                        wrong.Add($"{scope} token of {role} {method} {pattern}: {(int)response.StatusCode} {response.Headers.Location}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Whatever else may be wrong with a made-up request, it came past the gate.</summary>
    private static bool IsLetIn(HttpResponseMessage response, string pattern) =>
        response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError)
        && !(response.StatusCode == HttpStatusCode.Found && response.Headers.Location!.ToString() is var to && (to.Contains("/account/sign-in", StringComparison.Ordinal) || to.Contains("/account/denied", StringComparison.Ordinal)))
        // The page that says so answers 403 to everyone.
        || (pattern == "/account/denied" && response.StatusCode == HttpStatusCode.Forbidden);

    private static List<(string Pattern, string Method)> Routes(RunningDashboard dashboard) =>
    [
        .. dashboard.Service<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            // Static files hold nothing that is not public; the circuit's own endpoints are asked by the browser tests.
            .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("_blazor", StringComparison.Ordinal) && !endpoint.RoutePattern.RawText.Contains("_framework", StringComparison.Ordinal) && !IsStatic(endpoint))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), method)))
            .Where(route => route.method is "GET" or "POST" or "PUT" or "DELETE")
            .Distinct(),
    ];

    private static bool IsStatic(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(metadata => metadata.GetType().FullName!.Contains("StaticAsset", StringComparison.Ordinal)) && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>An address of a route, with something in the place of its parameters.</summary>
    private static string Sample(string pattern) => Regex.Replace(
        pattern,
        @"\{(?<name>\w+)(?<rule>[^{}]*(?:\{[^}]*\}[^{}]*)*)\}",
        match => match.Groups["rule"].Value switch
        {
            ":long" => 1.ToString(CultureInfo.InvariantCulture),
            var rule when rule.Contains("regex", StringComparison.Ordinal) => "html",
            _ => match.Groups["name"].Value == "culture" ? "en" : "x",
        },
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));
}
