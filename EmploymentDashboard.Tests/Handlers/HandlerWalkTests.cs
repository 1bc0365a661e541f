using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bunit;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Accounts;
using EmploymentDashboard.Features.Annotations;
using EmploymentDashboard.Features.Audit;
using EmploymentDashboard.Features.Backups;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Features.Bulletins;
using EmploymentDashboard.Features.Sources;
using EmploymentDashboard.Features.Uploads;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Bulletins;
using EmploymentDashboard.Tests.Features;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmploymentDashboard.Tests.Handlers;

/// <summary>
/// Every guarded handler of an open page × everyone who may call it, although the page does not offer it to them: a browser may send any event of a page
/// that is open. Refused calls change nothing, in the database and in files, say so on the page, and stand in the log.
/// </summary>
public sealed partial class HandlerWalkTests : FeatureContext
{
    private const string Opener = "opener";
    private const string Target = "zhang";
    private const string Password = TestUsers.Password;

    /// <summary>By handler, and what it is called for where that is more than one thing: opens its page and gives what it is called with.</summary>
    private static readonly Dictionary<(string Handler, string For), Func<HandlerWalkTests, Task<Opened>>> Openings = new()
    {
        [("UsersPage.AddAsync", "")] = walk => walk.UsersAsync(_ => [], ("_newName", "wang"), ("_newPassword", "an old umbrella")),
        [("UsersPage.DisableAsync", "")] = walk => walk.UsersAsync(target => [target]),
        [("UsersPage.EnableAsync", "")] = async walk =>
        {
            await walk.Users.AddAsync(Target, Role.Analyst, Password, "test");
            await walk.Users.DisableAsync(Target, "test");
            return await walk.UsersAsync(target => [target]);
        },
        [("UsersPage.RemoveSecondFactorAsync", "")] = async walk =>
        {
            await walk.Users.AddAsync(Target, Role.Analyst, Password, "test");
            await TestUsers.SetSecondFactorAsync(walk.Services, Target);
            return await walk.UsersAsync(target => [target]);
        },
        [("UsersPage.ResetPasswordAsync", "")] = walk => walk.UsersAsync(target => [target], ("_resetPassword", "an old umbrella")),
        [("UsersPage.SetRoleAsync", "to make an administrator")] = walk => walk.UsersAsync(target => [target, new ChangeEventArgs { Value = "administrator" }]),
        [("UsersPage.SetRoleAsync", "to make oneself one")] = async walk => new(walk.Show<UsersPage>(), [await walk.Users.FindAsync(Opener), new ChangeEventArgs { Value = "administrator" }], MayChangeNothing: true),
        [("AuditPage.VerifyAsync", "")] = walk => Task.FromResult<Opened>(new(walk.Show<AuditPage>(), [])),
        [("BackupsPage.BackUpAsync", "")] = walk => Task.FromResult<Opened>(new(walk.Show<BackupsPage>(), [])),
        [("AnnotationsPage.WithdrawAsync", "")] = async walk => new(walk.Show<AnnotationsPage>(), [await walk.AnnotateAsync()]),
        [("AnnotationForm.SaveAsync", "to add one")] = walk => Task.FromResult(Opened.With(walk.Show<AnnotationForm>(), ("_draft", Draft))),
        [("AnnotationForm.SaveAsync", "to replace one")] = async walk =>
        {
            var id = await walk.AnnotateAsync();
            using var connection = walk.Store.Database.Open();
            return Opened.With(walk.Show<AnnotationForm>(form => form.Add(form => form.Replaces, AnnotationStore.Find(id, connection))), ("_draft", Draft));
        },
        [("BatchPage.OpenReversalAsync", "")] = async walk =>
        {
            var batch = await walk.Store.TakeInAsync(Opener, ["500113 loans total flow 2023-01 5"]);
            return new(walk.Show<BatchPage>(page => page.Add(page => page.Id, batch)), []);
        },
        [("ReversalPanel.ConfirmAsync", "to undo")] = walk => walk.ReversalAsync(ChangeKind.Undo),
        [("ReversalPanel.ConfirmAsync", "to redo")] = walk => walk.ReversalAsync(ChangeKind.Redo),
        [("BulletinsPage.IssueAsync", "")] = async walk =>
        {
            await walk.Store.TakeInAsync("500113 jobs_created total flow 2023-01 30");
            return new(walk.Show<BulletinsPage>(), []);
        },
        [("IssuedPage.CorrectAsync", "")] = async walk =>
        {
            await walk.Store.TakeInAsync("500113 jobs_created total flow 2023-01 30");
            var issued = await BulletinFixture.DeskOf(walk.Store).IssueAsync(BulletinFixture.Order("2023-01", "500113"), walk.Store.Catalog, false, "test");
            walk.Store.Clock.Advance(TimeSpan.FromMinutes(1));
            await walk.Store.TakeInAsync("500113 jobs_created total flow 2023-01 31");
            return new(walk.Show<IssuedPage>(page => page.Add(page => page.Number, issued.Number)), []);
        },
        [("SourceForm.SaveAsync", "")] = walk => Task.FromResult(Opened.With(walk.Show<SourceForm>(), ("_draft", new SourceDraft { Headline = "标题", Publisher = "报", Published = "2020-03-21" }))),
        [("UploadPage.ReadAsync", "")] = walk => walk.UploadAsync(new ImportSettings { Layout = new() { Source = "late" } }),
        [("UploadPage.CommitAsync", "all rows")] = walk => walk.UploadAsync(false),
        [("UploadPage.CommitAsync", "the good rows")] = walk => walk.UploadAsync(true),
        [("UploadPage.DiscardAsync", "")] = walk => walk.UploadAsync(),
        [("UploadsPage.DiscardAsync", "")] = async walk =>
        {
            var upload = await walk.ReceiveAsync();
            var page = walk.Show<UploadsPage>();
            page.WaitForElement("#unfinished");
            return new(page, [upload]);
        },
    };

    private readonly LogLines _log = new();

    public HandlerWalkTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    /// <summary>Handler, what for, caller.</summary>
    public static TheoryData<string, string, string> Calls
    {
        get
        {
            var calls = new TheoryData<string, string, string>();
            foreach (var (handler, purpose) in Openings.Keys)
            {
                foreach (var caller in Caller.All)
                    calls.Add(handler, purpose, caller.Name);
            }

            return calls;
        }
    }

    private static AnnotationDraft Draft => new() { Period = "2023-02", Chinese = "口径未变" };

    private Users Users => Services.GetRequiredService<Users>();

    private UploadStore Uploads => Services.GetRequiredService<UploadStore>();

    [Fact]
    public void Handler_OfAnOpenPage_IsCalledHere() => Assert.Equal(
        HandlerTable.Guarded.Keys.Where(handler => !PageHandlers.IsPosted(PageHandlers.Found.All[handler])).Order(StringComparer.Ordinal),
        Openings.Keys.Select(opening => opening.Handler).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Handler_CalledByAnyone_ActsForWhoMayAndForNobodyElse(string handler, string purpose, string calledBy)
    {
        var caller = Caller.All.Single(caller => caller.Name == calledBy);
        await PrepareAsync();
        var opened = await Openings[(handler, purpose)](this);
        await BecomeAsync(caller);

        var before = State();
        await CallAsync(opened, handler.Split('.')[1]);
        var isChanged = State() != before;

        var (isSaid, isLogged) = (Refusal().IsMatch(opened.Page.Markup), _log.Lines.Any(line => line.StartsWith("Refused: ", StringComparison.Ordinal) && line.EndsWith("Async", StringComparison.Ordinal)));
        if (HandlerTable.Guarded[handler].Allows(caller))
            Assert.Equal((!opened.MayChangeNothing && PageHandlers.Found.Writes(PageHandlers.Found.All[handler]), false, false), (!opened.MayChangeNothing && isChanged, isSaid, isLogged));
        else
            Assert.Equal((false, true, true), (isChanged, isSaid, isLogged));
    }

    /// <summary>As well where it keeps how the files of its owner were read.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Analyst)]
    public async Task Page_OpenedByWhoMayNot_WritesNothing(Role? role)
    {
        await PrepareAsync();
        var upload = await ReceiveAsync();
        await BecomeAsync(role is { } known ? new("another", known, IsOwner: false) : Caller.Nobody);

        var before = State();
        var page = Render<UploadPage>(page => page.Add(page => page.Id, upload.Id));
        Assert.Contains("这里没有文件", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(upload.Id, Render<UploadsPage>().Markup, StringComparison.Ordinal);
        Assert.Equal(before, State());
    }

    /// <summary>What is in the way of every refusal, in the words of its page.</summary>
    [GeneratedRegex("您现在没有这个权限|您已不是管理员", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Refusal();

    /// <summary>Everything that a call could change: what the database says, and each file beside it.</summary>
    private string State()
    {
        using var connection = Store.Database.Open();
        var state = new StringBuilder(LogicalHash.Of(connection).Hash);
        var database = Path.GetFileName(Store.Database.Path);
        foreach (var file in Directory.EnumerateFiles(Store.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!Path.GetFileName(file).StartsWith(database, StringComparison.Ordinal))
                state.AppendLine().Append(file).Append(' ').Append(Path.GetExtension(file) == ".db" ? "" : Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        }

        return state.ToString();
    }

    private async Task PrepareAsync()
    {
        Services.AddSingleton(new Dataset(IsSynthetic: false, []));
        Services.AddLogging(logging => logging.AddProvider(_log));
        // One who stays, so that nothing is refused for the last administrator's sake.
        await Users.AddAsync("keeper", Role.Administrator, Password, "test");
        await Users.AddAsync(Opener, Role.Administrator, Password, "test");
        await SignInAsync(Opener);
    }

    private async Task SignInAsync(string name) => Services.GetRequiredService<FixedUser>().SignIn((await Users.FindAsync(name))!);

    /// <summary>What happens while the page is open.</summary>
    private async Task BecomeAsync(Caller caller)
    {
        if (caller == Caller.Nobody)
        {
            Services.GetRequiredService<FixedUser>().SignOut();
        }
        else if (caller == Caller.Disabled)
        {
            await Users.DisableAsync(Opener, "test");
        }
        else if (caller == Caller.WithOldPassword)
        {
            await Users.ResetPasswordAsync(Opener, "an older umbrella", "test");
        }
        else if (caller == Caller.SignedOut)
        {
            var opener = await Services.GetRequiredService<FixedUser>().GetAuthenticationStateAsync();
            await Services.GetRequiredService<EndedSessions>().EndAsync(opener.User);
        }
        else if (caller.IsOwner)
        {
            await Users.SetRoleAsync(Opener, caller.Role!.Value, "test");
        }
        else
        {
            await Users.AddAsync("another", caller.Role!.Value, Password, "test");
            await SignInAsync("another");
        }
    }

    /// <summary>As the renderer calls it when an event of the page comes in, whatever the page has drawn.</summary>
    private static Task CallAsync(Opened opened, string handler)
    {
        var component = opened.Page.Instance;
        var method = component.GetType().GetMethod(handler, CallGraph.Any)!;
        return opened.Page.InvokeAsync(() => new EventCallback((IHandleEvent)component, () => method.Invoke(component, opened.Arguments) as Task ?? Task.CompletedTask).InvokeAsync());
    }

    private IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent => Render<T>(parameters ?? (_ => { }));

    private async Task<Opened> UsersAsync(Func<User, object?[]> arguments, params (string Field, object Value)[] typed)
    {
        if (await Users.FindAsync(Target) is null)
            await Users.AddAsync(Target, Role.Analyst, Password, "test");
        return Opened.With(Show<UsersPage>(), typed) with { Arguments = arguments((await Users.FindAsync(Target))!) };
    }

    private Task<long> AnnotateAsync() =>
        Services.GetRequiredService<AnnotationEntry>().AddAsync(new() { Period = Period.Parse("2023-01"), Kind = AnnotationKind.Note, Chinese = "口径有变" }, Opener);

    private async Task<Opened> ReversalAsync(ChangeKind kind)
    {
        var id = await Store.TakeInAsync(Opener, ["500113 loans total flow 2023-01 5"]);
        if (kind == ChangeKind.Redo)
            await Store.TurnAsync(id);
        using var connection = Store.Database.Open();
        var batch = BatchStore.Find(connection, id)!;
        var panel = Show<ReversalPanel>(panel => panel.Add(panel => panel.Batch, batch).Add(panel => panel.Kind, kind).Add(panel => panel.Here, "/batches/1"));
        panel.WaitForAssertion(() => Assert.False(panel.Find(".button-primary").HasAttribute("disabled")));
        return new(panel, []);
    }

    private async Task<Upload> ReceiveAsync()
    {
        var upload = (await Uploads.ReceiveAsync(Opener, "test.csv", new MemoryStream("area,indicator,period,value,source\n500113,loans,2023-01,5,early\n"u8.ToArray()), 1_000_000))!;
        await upload.WhenReadAsync();
        return upload;
    }

    private async Task<Opened> UploadAsync(params object?[] arguments)
    {
        var upload = await ReceiveAsync();
        var page = Show<UploadPage>(page => page.Add(page => page.Id, upload.Id));
        page.WaitForAssertion(() => Assert.False(page.Find(".decision .button-primary").HasAttribute("disabled")));
        return new(page, arguments);
    }

    /// <summary>A page, and what its handler is called with.</summary>
    /// <param name="MayChangeNothing">Whether it may come to nothing for who may do it, too.</param>
    private sealed record Opened(IRenderedComponent<IComponent> Page, object?[] Arguments, bool MayChangeNothing = false)
    {
        /// <summary>As if this had been typed into the page's fields.</summary>
        public static Opened With(IRenderedComponent<IComponent> page, params (string Field, object Value)[] typed)
        {
            foreach (var (field, value) in typed)
                page.Instance.GetType().GetField(field, CallGraph.Any)!.SetValue(page.Instance, value);
            return new(page, []);
        }
    }
}
