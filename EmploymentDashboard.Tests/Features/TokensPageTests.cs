using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;

namespace EmploymentDashboard.Tests.Features;

/// <summary>The page of tokens, as a browser without scripts uses it.</summary>
public sealed class TokensPageTests : IAsyncLifetime, IDisposable
{
    private const string Page = "/account/tokens";

    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;

    public async Task InitializeAsync() =>
        _dashboard = await RunningDashboard.StartAsync("--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", Path.Combine(_folder.Path, "nothing"), "--Accounts:TokenDays", "7");

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Token_IsShownOnceAndThenByItsBeginningOnly()
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        Assert.Equal("7", (await OpenAsync(analyst)).QuerySelector("#days")!.GetAttribute("value"));
        var made = await SubmitAsync(analyst, "make", ("name", " 每晚<b> "), ("upload", "yes"), ("days", "30"));

        var shown = made.QuerySelector(".secret code")!.TextContent;
        Assert.Null(_dashboard.Service<ApiTokens>().Find(shown).Refusal);
        Assert.Equal(shown, made.QuerySelector(".secret [data-copy=text]")!.GetAttribute("data-content"));
        var token = Assert.Single(_dashboard.Service<ApiTokens>().All());
        Assert.Equal(("每晚<b>", TestUsers.NameOf(Role.Analyst), TimeSpan.FromDays(30)), (token.Name, token.Owner, token.ExpiresAt - token.CreatedAt));
        Assert.Equal([TokenScope.Upload], token.Scopes);

        var later = await OpenAsync(analyst);
        Assert.DoesNotContain(shown, later.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal($"每晚<b> {token.Prefix}…", later.QuerySelector(".tokens th[scope=row]")!.TextContent);
    }

    [Theory]
    [InlineData("", "yes", "30", "名称 1 至 40 个字符")]
    [InlineData("x", "", "30", "至少选一项")]
    [InlineData("x", "yes", "367", "有效期 1 至 366 天")]
    [InlineData("x", "yes", "-1", "有效期 1 至 366 天")]
    public async Task Wish_ThatBreaksARule_IsRefusedInWords(string name, string upload, string days, string said)
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        (string, string)[] fields = [("name", name), ("days", days), .. upload.Length > 0 ? [("upload", upload)] : Array.Empty<(string, string)>()];
        var page = await SubmitAsync(analyst, "make", fields);
        Assert.Contains(said, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(upload.Length > 0, page.QuerySelector("input[name=upload]")!.HasAttribute("checked"));
        Assert.Empty(_dashboard.Service<ApiTokens>().All());
    }

    [Fact]
    public async Task Token_IsRevokedByItsOwnerOrAnAdministrator_AndByNobodyElse()
    {
        var (first, second) = (await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Analyst, TokenScope.Upload), await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Analyst, TokenScope.Upload));
        await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Publisher, TokenScope.Upload);
        using var publisher = await _dashboard.SignedInAsync(Role.Publisher);
        var others = await SubmitAsync(publisher, "revoke", ("revoked", $"{first.Token.Id}"));
        Assert.Contains("没有这个有效的令牌", others.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Token.Prefix, others.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(_dashboard.Service<ApiTokens>().Find(first.PlainText).Refusal);

        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        var own = await SubmitAsync(analyst, "revoke", ("revoked", $"{first.Token.Id}"));
        Assert.Contains("已撤销", own.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TokenRefusal.Revoked, _dashboard.Service<ApiTokens>().Find(first.PlainText).Refusal);

        using var administrator = await _dashboard.SignedInAsync(Role.Administrator);
        Assert.Equal(3, (await OpenAsync(administrator)).QuerySelectorAll(".tokens tbody tr").Length);
        await SubmitAsync(administrator, "revoke", ("revoked", $"{second.Token.Id}"));
        Assert.Equal(TokenRefusal.Revoked, _dashboard.Service<ApiTokens>().Find(second.PlainText).Refusal);
    }

    [Fact]
    public async Task Form_FromAnotherSite_MakesNothing()
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "make", ["name"] = "x", ["upload"] = "yes", ["days"] = "30" });
        using var response = await analyst.Client.PostAsync(new Uri(Page, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_dashboard.Service<ApiTokens>().All());
    }

    private static async Task<IHtmlDocument> OpenAsync(Visitor visitor) => await new HtmlParser().ParseDocumentAsync(await visitor.PageAsync(Page));

    private static async Task<IHtmlDocument> SubmitAsync(Visitor visitor, string handler, params (string Name, string Value)[] filledIn)
    {
        var form = (await OpenAsync(visitor)).QuerySelector($"form:has(input[name=_handler][value={handler}])")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var (name, value) in filledIn)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        using var response = await visitor.Client.PostAsync(new Uri(Page, UriKind.Relative), content);
        Assert.Equal((HttpStatusCode.OK, true), (response.StatusCode, response.Headers.CacheControl?.NoStore));
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }
}
