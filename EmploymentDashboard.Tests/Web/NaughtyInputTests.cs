using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Annotations;
using EmploymentDashboard.Features.Sources;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.VisualBasic.FileIO;

namespace EmploymentDashboard.Tests.Web;

/// <summary>Whatever someone writes into an address or a field: it is kept as written and shown as text, or refused in words. Nothing breaks.</summary>
[Collection(WebCollection.Name)]
public sealed class NaughtyInputTests(WebFixture web)
{
    private const int AtOnce = 4;

    /// <summary>How many strings each parameter meets: by turns, so that every string meets many parameters.</summary>
    private const int Turns = 6;

    [Fact]
    public void List_IsLongAndHoldsEachOnce()
    {
        Assert.True(NaughtyStrings.All.Count >= 150);
        Assert.Equal(NaughtyStrings.All.Count, NaughtyStrings.All.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Address_WithAnyText_IsAnsweredAndNeverTakesItForMarkup()
    {
        var asked = new List<(string Address, string Text)>();
        for (var parameter = 0; parameter < TextParameters.Count; parameter++)
        {
            for (var text = parameter % Turns; text < NaughtyStrings.All.Count; text += Turns)
                asked.Add((TextParameters.All[parameter](Uri.EscapeDataString(NaughtyStrings.All[text])), NaughtyStrings.All[text]));
            var raw = NaughtyStrings.RawInAddresses[parameter % NaughtyStrings.RawInAddresses.Count];
            asked.Add((TextParameters.All[parameter](raw), raw));
        }

        var found = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, cancellation) =>
        {
            var (status, text, headers) = await AskRawAsync(one.Address);
            if (status >= 500)
                found.Add($"{status} at {one.Address}");
            if (headers.Any(header => header.Key.Contains("Evil", StringComparison.OrdinalIgnoreCase)))
                found.Add($"a header of its own at {one.Address}");
            // What a browser would take for an element.
            if (headers.Any(header => header.Value.Any(value => value.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))) && one.Text.Contains("window.ran", StringComparison.Ordinal) && one.Text.Contains('<', StringComparison.Ordinal) && text.Contains(one.Text, StringComparison.Ordinal))
                found.Add($"markup at {one.Address}");
        });
        Findings.AssertNone(found);
        Assert.True(asked.Count > 2000, $"{asked.Count} requests");
    }

    [Fact]
    public async Task Address_WithSql_ChangesAndTellsNothing()
    {
        var before = Rows();
        var found = new ConcurrentBag<string>();
        var asked = from parameter in TextParameters.All from sql in NaughtyStrings.Sql select parameter(Uri.EscapeDataString(sql));
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (address, cancellation) =>
        {
            var (status, text, _) = await AskRawAsync(address);
            if (status >= 500 || text.Contains("AQAAAA", StringComparison.Ordinal) || text.Contains("SQLite Error", StringComparison.Ordinal))
                found.Add($"{status} at {address}");
        });
        Findings.AssertNone(found);
        Assert.Equal(before, Rows());
    }

    /// <summary>Everyone's figures are in the answer only where everyone's were asked for.</summary>
    [Theory]
    [InlineData("500113' OR '1'='1")]
    [InlineData("500113) OR (1=1")]
    [InlineData("%")]
    [InlineData("5001__")]
    public async Task Figures_OfAnAreaThatIsNone_AreNone(string area)
    {
        using var response = await web.Dashboard.AskAsync("/figures.csv?areas=" + Uri.EscapeDataString(area));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Annotation_IsKeptAsWrittenAndShownAsText_OrRefused()
    {
        var (entry, catalog) = (web.Dashboard.Service<AnnotationEntry>(), web.Dashboard.Service<CatalogCache>().Current);
        var kept = new Dictionary<long, string>();
        foreach (var text in NaughtyStrings.All)
        {
            var draft = new AnnotationDraft { Period = "2023-01", Chinese = text, English = text, Locator = text };
            if (AnnotationEntry.Problems(draft, catalog) is { Count: > 0 } problems)
                Assert.All(problems, problem => Assert.NotEmpty(problem.Zh));
            else
                kept[await entry.AddAsync(AnnotationEntry.ContentOf(draft, catalog), TestUsers.NameOf(Role.Analyst))] = text.Trim();
        }

        Assert.True(kept.Count > 100);
        using (var connection = web.Dashboard.Service<DashboardDatabase>().Open())
        {
            var stored = AnnotationStore.All(connection).ToDictionary(annotation => annotation.Id, annotation => annotation.Content);
            Assert.All(kept, text => Assert.Equal((text.Value, text.Value, text.Value), (stored[text.Key].Chinese, stored[text.Key].English, stored[text.Key].Locator)));
        }

        var page = await new HtmlParser().ParseDocumentAsync(await web.Dashboard.PageAsync("/annotations"));
        Assert.All(kept, text => Assert.Equal(text.Value, page.QuerySelector($"#annotation-{text.Key} .text")!.TextContent));
        AssertPlain(page);
        foreach (var id in kept.Keys)
            Assert.True(await entry.WithdrawAsync(id, TestUsers.NameOf(Role.Analyst)));
    }

    [Fact]
    public async Task Source_IsKeptAsWrittenAndShownAsText_OrRefused()
    {
        using var folder = new TestFolder();
        await using var dashboard = await WebFixture.StartAsync(folder);
        var entry = dashboard.Service<SourceEntry>();
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in NaughtyStrings.All)
        {
            Assert.True(text.Length == 0 || SourceEntry.Problems(new() { Headline = "h", Publisher = "p", Published = "2023-01-01", Url = text }).Count > 0 || text.Trim().Length == 0 || text.StartsWith("http", StringComparison.OrdinalIgnoreCase), text);
            var draft = new SourceDraft { Headline = text, Publisher = text, Author = text, Page = text, Published = "2023-01-01" };
            if (SourceEntry.Problems(draft) is { Count: > 0 } problems)
                Assert.All(problems, problem => Assert.NotEmpty(problem.En));
            else
                kept[await entry.AddAsync(draft, "test")] = text.Trim();
        }

        Assert.True(kept.Count > 100);
        var page = await new HtmlParser().ParseDocumentAsync(await dashboard.PageAsync("/sources"));
        Assert.All(kept, text => Assert.Equal(text.Value, page.QuerySelector($"h2 a[href='/sources/{text.Key}']")!.TextContent));
        AssertPlain(page);
        foreach (var (code, text) in kept.Where((_, index) => index % 10 == 0))
            Assert.Equal(text, (await new HtmlParser().ParseDocumentAsync(await dashboard.PageAsync("/sources/" + code))).QuerySelector("h1")!.TextContent);

        // And in the files that leave the house: no cell begins as a formula, and what comes back is what went.
        using var archive = await dashboard.AskAsync("/data.zip");
        Assert.Equal(HttpStatusCode.OK, archive.StatusCode);
        await using var zip = new System.IO.Compression.ZipArchive(await archive.Content.ReadAsStreamAsync());
        using var reader = new TextFieldParser(zip.GetEntry("sources.csv")!.Open()) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        while (reader.ReadFields() is { } cells)
            Assert.All(cells, cell => Assert.False(cell is ['=' or '+' or '@' or '-', ..], $"A cell begins as a formula: {cell}"));
    }

    [Fact]
    public async Task UserName_IsKeptAsWrittenOrRefusedInWords()
    {
        await using var scope = web.Dashboard.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Users>();
        var kept = new List<string>();
        // A password takes its time, so that most of those that are refused are left out.
        foreach (var text in NaughtyStrings.All.Where((text, index) => index % 24 == 0 || text is "\uffff" or "\ud800" || (text.Length is > 1 and < 40 && text.All(char.IsLetterOrDigit))))
        {
            var result = await users.AddAsync(text, Role.Analyst, TestUsers.Password, "test");
            Assert.All(result.Errors, error => Assert.NotEmpty(error.Description));
            if (result.Succeeded)
                kept.Add(text);
            Assert.Equal(kept.Find(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)), (await users.FindAsync(text))?.Name);
        }

        Assert.InRange(kept.Count, 5, 40);
        using var administrator = await web.Dashboard.SignedInAsync(Role.Administrator);
        var page = await new HtmlParser().ParseDocumentAsync(await administrator.PageAsync("/account/users"));
        var shown = page.QuerySelectorAll("th[scope=row]").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.All(kept, name => Assert.Contains(name, shown));
        AssertPlain(page);
    }

    /// <summary>Names of files come back in a header, and show in pages.</summary>
    [Fact]
    public async Task FileName_IsKeptWithoutFoldersAndControls_AndMakesNoHeader()
    {
        using var analyst = await web.Dashboard.SignedInAsync(Role.Analyst);
        var uploads = web.Dashboard.Service<UploadStore>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in NaughtyStrings.All.Where((_, index) => index % 3 == 0))
        {
            using var content = new MemoryStream("area,indicator,period,value,source\n500113,job_fairs,2024-01,many,cqrb-2023-03-06-banan\n"u8.ToArray());
            var upload = await uploads.ReceiveAsync(TestUsers.NameOf(Role.Analyst), text, content, 1000);
            var name = upload!.Sheet.FileName;
            Assert.True(name.Length is > 0 and <= 200);
            Assert.DoesNotContain(name, letter => char.IsControl(letter) || letter is '/' or '\\');
            if (names.Count < 20)
            {
                using var response = await analyst.GetAsync($"/upload/{upload.Id}/rejected");
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Empty(response.Header("X-Evil"));
                var disposition = ContentDispositionHeaderValue.Parse(response.Header("Content-Disposition"));
                Assert.Equal("attachment", disposition.DispositionType);
            }

            names.Add(name);
            uploads.Discard(upload);
        }

        Assert.True(names.Count > 40);
    }

    [Fact]
    public async Task SignIn_WithAnything_IsRefusedOrNotUnderstood()
    {
        using var visitor = web.Dashboard.Visit();
        foreach (var text in NaughtyStrings.All.Where((text, index) => index % 20 == 0).Append("\uffff"))
        {
            using var response = await visitor.SignInAsync(text, text);
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests });
            AssertPlain(await new HtmlParser().ParseDocumentAsync(await response.TextAsync()));
        }
    }

    /// <summary>Nothing but the program's own files is a script, and nothing listens in an attribute.</summary>
    private static void AssertPlain(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        Assert.DoesNotContain(page.Scripts, script => script.Source is not { } source || source.Contains("//", StringComparison.Ordinal));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(page.QuerySelectorAll("a[href]"), link => link.GetAttribute("href")!.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As the address is written: a client's own class would mend what is wrong with it.</summary>
    private async Task<(int Status, string Text, IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers)> AskRawAsync(string address)
    {
        if (!Uri.TryCreate(web.Dashboard.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }, out var uri))
            return (0, "", []);

        using var response = await web.Dashboard.Client.GetAsync(uri);
        return ((int)response.StatusCode, await response.TextAsync(), [.. response.Headers, .. response.Content.Headers]);
    }

    private Dictionary<string, long> Rows()
    {
        using var connection = web.Dashboard.Service<DashboardDatabase>().Open();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in (string[])["observation", "account", "source", "annotation", "batch", "area"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table}";
            counts[table] = (long)command.ExecuteScalar()!;
        }

        return counts;
    }
}
