using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dapper;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using EmploymentDashboard.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Files in by programs, over HTTP as curl would send them.</summary>
public sealed class UploadApiTests : IAsyncLifetime, IDisposable
{
    private const string Header = "area,indicator,period,value,source\n";
    private const string Source = "cqrb-2023-03-06-banan";
    private const string Good = $"{Header}500113,job_fairs,2024-01,5,{Source}\n500115,job_fairs,2024-01,6,{Source}\n";
    private const string Mixed = $"{Header}500113,job_fairs,2024-02,7,{Source}\n500115,job_fairs,2024-02,many,{Source}\n";

    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;

    private static string Analyst => TestUsers.NameOf(Role.Analyst);

    private UploadStore Uploads => _dashboard.Service<UploadStore>();

    public async Task InitializeAsync() =>
        _dashboard = await RunningDashboard.StartAsync("--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", Repository.Data, "--Dashboard:UploadLimit", "1", "--Limits:Uploads", "1000");

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_SentAndLoaded_StandsInTheDatabaseUnderTheOwnersName()
    {
        var token = await BothAsync();
        var (sent, status, headers) = await SendAsync(token, "../一月.csv", Good);
        var id = sent.GetProperty("id").GetString()!;

        Assert.Equal((HttpStatusCode.Created, $"/api/uploads/{id}"), (status, headers.Location?.ToString()));
        Assert.Equal(("一月.csv", "ready", $"/upload/{id}"), (Text(sent, "file"), Text(sent, "state"), Text(sent, "page")));
        Assert.Equal("""{"read":2,"added":2,"changed":0,"unchanged":0,"rejected":0}""", sent.GetProperty("counts").GetRawText());
        Assert.Equal(2, sent.GetProperty("rows").GetProperty("figures").GetInt32());
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        Assert.Contains($"href=\"/upload/{id}\"", await analyst.PageAsync("/upload"), StringComparison.Ordinal);
        Assert.Empty(Figures());

        var (loaded, committed, _) = await AskAsync(HttpMethod.Post, $"/api/uploads/{id}/commit", token);
        Assert.Equal((HttpStatusCode.OK, "committed"), (committed, Text(loaded, "state")));
        var batch = loaded.GetProperty("batch").GetInt64();
        Assert.Equal([("500113", 5m), ("500115", 6m)], Figures());
        Assert.Equal(Analyst, Batch(batch));
        Assert.Empty(Uploads.Of(Analyst));

        var label = _dashboard.Service<ApiTokens>().All()[0].Label;
        var trail = _dashboard.Service<AuditTrail>().Entries(new()).Select(entry => entry.Event).Where(happened => happened.Kind is AuditKind.Upload or AuditKind.Commit && happened.Actor == Analyst).ToList();
        Assert.Equal([(AuditKind.Commit, $"{batch}"), (AuditKind.Upload, "一月.csv")], trail.Select(happened => (happened.Kind, happened.Subject)));
        Assert.All(trail, happened => Assert.EndsWith(label, happened.Detail, StringComparison.Ordinal));
        Assert.Empty(_dashboard.Service<AuditTrail>().Verify().Problems);
    }

    [Fact]
    public async Task Commit_Repeated_AnswersTheSameBatch()
    {
        var token = await BothAsync();
        var id = Text((await SendAsync(token, "a.csv", Good)).Json, "id");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(HttpMethod.Post, $"/api/uploads/{id}/commit", token)));
        var again = await AskAsync(HttpMethod.Post, $"/api/uploads/{id}/commit", token);
        var told = await AskAsync(HttpMethod.Get, $"/api/uploads/{id}", token);

        Assert.Equal([HttpStatusCode.OK], answers.Append(again).Append(told).Select(answer => answer.Status).Distinct());
        Assert.Single(answers.Append(again).Append(told).Select(answer => answer.Json.GetRawText()).Distinct());
        Assert.Single(_dashboard.Service<AuditTrail>().Entries(new(AuditKind.Commit)), entry => entry.Event.Actor == Analyst);
    }

    [Fact]
    public async Task SameFile_SentAgain_IsToldAndNamesTheBatch()
    {
        var token = await BothAsync();
        var first = Text((await SendAsync(token, "a.csv", Good)).Json, "id");
        var batch = (await AskAsync(HttpMethod.Post, $"/api/uploads/{first}/commit", token)).Json.GetProperty("batch").GetInt64();

        var (again, _, _) = await SendAsync(token, "b.csv", Good);
        Assert.Equal(("already_loaded", batch), (Text(again, "state"), again.GetProperty("batch").GetInt64()));
        var (loaded, status, _) = await AskAsync(HttpMethod.Post, $"/api/uploads/{Text(again, "id")}/commit", token);
        Assert.Equal((HttpStatusCode.OK, batch), (status, loaded.GetProperty("batch").GetInt64()));
        Assert.Empty(Uploads.Of(Analyst));
        Assert.Equal(2, Figures().Count);
    }

    [Fact]
    public async Task File_WithErrors_IsRefusedWithTheFirst_OrGivesItsGoodRowsWhereAsked()
    {
        var token = await BothAsync();
        var (sent, _, _) = await SendAsync(token, "a.csv", Mixed, "en");
        Assert.Equal(("has_errors", 1, 0), (Text(sent, "state"), sent.GetProperty("errors").GetInt32(), sent.GetProperty("warnings").GetInt32()));
        var issue = Assert.Single(sent.GetProperty("issues").EnumerateArray());
        Assert.Equal((3, 4, "many"), (issue.GetProperty("line").GetInt32(), issue.GetProperty("column").GetInt32(), Text(issue, "raw")));
        Assert.All((string[])["code", "message", "expected", "remedy"], name => Assert.Matches("^[a-zA-Z]", Text(issue, name)));

        var commit = $"/api/uploads/{Text(sent, "id")}/commit";
        var refused = await AskAsync(HttpMethod.Post, commit, token, language: "en");
        Assert.Equal((HttpStatusCode.Conflict, "urn:employment-dashboard:problem:has-errors"), (refused.Status, Text(refused.Json, "type")));
        Assert.Contains("line 3", Text(refused.Json, "detail"), StringComparison.Ordinal);
        Assert.Empty(Figures());

        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(HttpMethod.Post, commit + "?rows=some", token)).Status);
        var loaded = await AskAsync(HttpMethod.Post, commit + "?rows=good", token);
        Assert.Equal(HttpStatusCode.OK, loaded.Status);
        Assert.Equal([("500113", 7m)], Figures());
    }

    [Theory]
    [InlineData("no,table\n", "unusable")]
    [InlineData("", "unusable")]
    public async Task File_ThatIsNoTable_IsToldAndNotLoaded(string text, string state)
    {
        var token = await BothAsync();
        var (sent, status, _) = await SendAsync(token, "a.csv", text);
        Assert.Equal((HttpStatusCode.Created, state), (status, Text(sent, "state")));
        Assert.NotEmpty(sent.GetProperty("issues").EnumerateArray());
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(HttpMethod.Post, $"/api/uploads/{Text(sent, "id")}/commit", token)).Status);
    }

    [Fact]
    public async Task SeveralFiles_SentBeforeAnyIsLoaded_AreLoadedWhereTheyDoWhatWasTold()
    {
        var token = await BothAsync();
        var first = Text((await SendAsync(token, "a.csv", Good)).Json, "id");
        var apart = Text((await SendAsync(token, "b.csv", $"{Header}500113,job_fairs,2024-03,9,{Source}\n")).Json, "id");
        var against = Text((await SendAsync(token, "c.csv", $"{Header}500113,job_fairs,2024-01,8,{Source}\n")).Json, "id");

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Post, $"/api/uploads/{first}/commit", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Post, $"/api/uploads/{apart}/commit", token)).Status);
        var changed = await AskAsync(HttpMethod.Post, $"/api/uploads/{against}/commit", token);
        Assert.Equal((HttpStatusCode.Conflict, "urn:employment-dashboard:problem:changed-meanwhile"), (changed.Status, Text(changed.Json, "type")));
        Assert.Equal(3, Figures().Count);
        Assert.Equal(1, (await AskAsync(HttpMethod.Get, $"/api/uploads/{against}", token)).Json.GetProperty("counts").GetProperty("changed").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Post, $"/api/uploads/{against}/commit", token)).Status);
        Assert.Contains(("500113", 8m), Figures());
    }

    [Fact]
    public async Task Parameters_SayWhatTheFileDoesNot()
    {
        var token = await BothAsync();
        var (sent, _, _) = await SendAsync(token, $"a.csv&source={Source}&year=2024&delimiter=%3B", "area;indicator;period;value\n500113;job_fairs;4月;5\n", isRaw: true);
        Assert.Equal(("ready", 1), (Text(sent, "state"), sent.GetProperty("counts").GetProperty("added").GetInt32()));
    }

    [Theory]
    [InlineData("/api/uploads", "text/csv", HttpStatusCode.BadRequest, "file-missing")]
    [InlineData("/api/uploads?file=", "text/csv", HttpStatusCode.BadRequest, "file-missing")]
    [InlineData("/api/uploads?file=a.csv&sorce=x", "text/csv", HttpStatusCode.BadRequest, "unknown-parameter")]
    [InlineData("/api/uploads?file=a.csv&year=24", "text/csv", HttpStatusCode.BadRequest, "year-unreadable")]
    [InlineData("/api/uploads?file=a.csv", "multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType, "form-not-file")]
    public async Task Request_ThatIsNotAsItShouldBe_IsRefusedWithWhatWasExpected(string address, string type, HttpStatusCode status, string problem)
    {
        var answer = await AskAsync(HttpMethod.Post, address, await BothAsync(), Encoding.UTF8.GetBytes(Good), type);
        Assert.Equal((status, $"urn:employment-dashboard:problem:{problem}"), (answer.Status, Text(answer.Json, "type")));
        Assert.Contains("应", Text(answer.Json, "detail"), StringComparison.Ordinal);
        Assert.Empty(Uploads.Of(Analyst));
    }

    [Fact]
    public async Task File_LargerThanTheLimit_IsRefusedWithTheLimit_WhetherItsLengthIsSaidOrNot()
    {
        var token = await BothAsync();
        foreach (var saysLength in (bool[])[true, false])
        {
            var answer = await AskAsync(HttpMethod.Post, "/api/uploads?file=big.csv", token, new byte[1_000_001], saysLength: saysLength);
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, 413), (answer.Status, answer.Json.GetProperty("status").GetInt32()));
            Assert.Contains("1 MB", Text(answer.Json, "detail"), StringComparison.Ordinal);
        }

        Assert.Empty(Uploads.Of(Analyst));
    }

    [Fact]
    public async Task File_OfSomeoneElse_IsNotThere()
    {
        var id = Text((await SendAsync(await BothAsync(), "a.csv", Good)).Json, "id");
        var other = (await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Administrator, TokenScope.Upload, TokenScope.Commit)).PlainText;
        foreach (var (method, address) in new[] { (HttpMethod.Get, $"/api/uploads/{id}"), (HttpMethod.Post, $"/api/uploads/{id}/commit"), (HttpMethod.Get, "/api/uploads/../../x") })
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(method, address, other, isJson: false)).Status);

        await AskAsync(HttpMethod.Post, $"/api/uploads/{id}/commit", await BothAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(HttpMethod.Get, $"/api/uploads/{id}", other)).Status);
    }

    /// <summary>Each request, with its status, its error by RFC 6750 and its problem by RFC 9457.</summary>
    [Fact]
    public async Task Request_WithoutAGoodToken_IsRefusedForItsReason()
    {
        var (good, commitOnly) = (await BothAsync(), (await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Analyst, TokenScope.Commit)).PlainText);
        var (expired, revoked) = (await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Analyst, TokenScope.Upload), await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Analyst, TokenScope.Upload));
        await _dashboard.Service<DashboardDatabase>().WriteBesideFiguresAsync((connection, transaction) => connection.Execute("UPDATE api_token SET expires_at = '2020-01-01T00:00:00.000Z' WHERE id = @Id", new { expired.Token.Id }, transaction));
        await _dashboard.Service<ApiTokens>().RevokeAsync(revoked.Token.Id, "test");
        var demoted = (await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Reader, TokenScope.Upload)).PlainText;
        var disabled = (await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Publisher, TokenScope.Upload)).PlainText;
        await using (var scope = _dashboard.Services.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<Users>().DisableAsync(TestUsers.NameOf(Role.Publisher), "test")).Succeeded);
        using var session = await _dashboard.SignedInAsync(Role.Administrator);

        const string File = "/api/uploads?file=a.csv";
        (string Name, string Address, string? Authorization, int Status, string Error, string Problem)[] cases =
        [
            ("none", File, null, 401, "", "token-missing"),
            ("another scheme", File, "Basic dGVzdDp0ZXN0", 401, "invalid_token", "token-malformed"),
            ("nothing after the scheme", File, "Bearer", 401, "invalid_token", "token-malformed"),
            ("malformed", File, "Bearer cqed_short", 401, "invalid_token", "token-malformed"),
            ("in quotes", File, $"Bearer \"{good}\"", 401, "invalid_token", "token-malformed"),
            ("unknown", File, "Bearer " + good[..^2] + (good[^2..] == "AA" ? "AB" : "AA"), 401, "invalid_token", "token-unknown"),
            ("expired", File, "Bearer " + expired.PlainText, 401, "invalid_token", "token-expired"),
            ("revoked", File, "Bearer " + revoked.PlainText, 401, "invalid_token", "token-revoked"),
            ("owner disabled", File, "Bearer " + disabled, 401, "invalid_token", "owner-disabled"),
            ("owner a reader", File, "Bearer " + demoted, 403, "insufficient_scope", "owner-may-not"),
            ("wrong scope", File, "Bearer " + commitOnly, 403, "insufficient_scope", "scope-missing"),
            ("in the address", $"{File}&access_token={good}", null, 400, "invalid_request", "token-in-address"),
            ("in the address, too", $"{File}&key={good}", "Bearer " + good, 400, "invalid_request", "token-in-address"),
        ];
        var wrong = new List<string>();
        foreach (var one in cases)
        {
            foreach (var (language, isChinese) in new[] { ("zh-CN,zh;q=0.9,en;q=0.8", true), ("en-GB, zh;q=0.1", false), ("fr", true) })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(one.Address, UriKind.Relative)) { Content = new StringContent(Good) };
                request.Headers.TryAddWithoutValidation("Accept-Language", language);
                if (one.Authorization is not null)
                    request.Headers.TryAddWithoutValidation("Authorization", one.Authorization);
                // A session beside it neither opens nor spoils anything.
                using var response = await session.Client.SendAsync(request);
                using var problem = JsonDocument.Parse(await response.TextAsync());
                var (challenge, detail) = (response.Header("WWW-Authenticate"), Text(problem.RootElement, "detail"));
                var isRight = (int)response.StatusCode == one.Status
                    && problem.RootElement.GetProperty("status").GetInt32() == one.Status
                    && response.Header("Content-Type").StartsWith("application/problem+json", StringComparison.Ordinal)
                    && Text(problem.RootElement, "type") == "urn:employment-dashboard:problem:" + one.Problem
                    && (one.Error.Length == 0 ? challenge == "Bearer" : challenge.StartsWith($"Bearer error=\"{one.Error}\"", StringComparison.Ordinal))
                    && detail.Any(letter => letter is >= '一' and <= '鿿') == isChinese;
                if (!isRight)
                    wrong.Add($"{one.Name}, {language}: {(int)response.StatusCode} {challenge} {problem.RootElement}");
            }
        }

        Findings.AssertNone(wrong);
        foreach (var role in Roles.All)
            Assert.Empty(Uploads.Of(TestUsers.NameOf(role)));
    }

    [Fact]
    public async Task WrongTokens_TooMany_CloseTheAddressForAWhile()
    {
        var good = await BothAsync();
        for (var wrong = 0; wrong < TokenLimit.PerClient; wrong++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(HttpMethod.Get, "/api/uploads/x", "cqed_wrong")).Status);
        var closed = await AskAsync(HttpMethod.Get, "/api/uploads/x", good);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (closed.Status, closed.Headers.RetryAfter?.Delta));
        Assert.Equal("urn:employment-dashboard:problem:too-many-wrong-tokens", Text(closed.Json, "type"));
    }

    [Fact]
    public async Task Use_IsNotedOnTheToken()
    {
        await AskAsync(HttpMethod.Get, "/api/uploads/x", await BothAsync());
        for (var wait = 0; wait < 200 && _dashboard.Service<ApiTokens>().All()[0].LastUsedAt is null; wait++)
            await Task.Delay(25);
        Assert.NotNull(_dashboard.Service<ApiTokens>().All()[0].LastUsedAt);
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private async Task<string> BothAsync() => (await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Analyst, TokenScope.Upload, TokenScope.Commit)).PlainText;

    private Task<(JsonElement Json, HttpStatusCode Status, HttpResponseHeaders Headers)> SendAsync(string token, string name, string text, string language = "zh-CN", bool isRaw = false) =>
        AskAsync(HttpMethod.Post, $"/api/uploads?file={(isRaw ? name : Uri.EscapeDataString(name))}", token, Encoding.UTF8.GetBytes(text), language: language);

    private async Task<(JsonElement Json, HttpStatusCode Status, HttpResponseHeaders Headers)> AskAsync(
        HttpMethod method, string address, string token, byte[]? content = null, string type = "application/x-www-form-urlencoded", string language = "zh-CN", bool saysLength = true, bool isJson = true)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (content is not null)
        {
            request.Content = saysLength ? new ByteArrayContent(content) : new StreamContent(new MemoryStream(content));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.TransferEncodingChunked = !saysLength;
        }

        using var response = await _dashboard.Client.SendAsync(request);
        var text = await response.TextAsync();
        return (isJson ? JsonDocument.Parse(text).RootElement : default, response.StatusCode, response.Headers);
    }

    /// <summary>What stands of 2024 of the indicator that the files are about.</summary>
    private List<(string Area, decimal Value)> Figures()
    {
        using var connection = _dashboard.Service<DashboardDatabase>().Open();
        return [.. connection.Query<(string Area, double Value)>("SELECT s.area, CAST(o.value AS REAL) FROM observation o JOIN series s ON s.id = o.series_id WHERE s.indicator = 'job_fairs' AND o.period LIKE '2024%' AND o.superseded_in IS NULL ORDER BY s.area, o.value").Select(row => (row.Area, (decimal)row.Value))];
    }

    private string Batch(long id)
    {
        using var connection = _dashboard.Service<DashboardDatabase>().Open();
        return connection.QuerySingle<string>("SELECT imported_by FROM batch WHERE id = @id", new { id });
    }
}
