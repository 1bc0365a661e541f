using EmploymentDashboard.Accounts;

namespace EmploymentDashboard.Tests.Handlers;

/// <summary>Who may start something on a page.</summary>
/// <param name="Least">Of what has no owner, or is one's own; null for whoever knows a secret that is sent along.</param>
/// <param name="ForOthers">The least role where it is someone else's; null for nobody.</param>
internal sealed record Right(Role? Least, Role? ForOthers)
{
    public bool Allows(Caller caller) => Least is null || (caller.Role is { } role && role >= (caller.IsOwner ? Least : ForOthers));
}

/// <summary>Who calls a handler on a page that an administrator had opened, who owned all that there was on it.</summary>
/// <param name="Name">What became of who had opened it, or who takes the place.</param>
/// <param name="Role">null for who may do nothing any more.</param>
internal sealed record Caller(string Name, Role? Role, bool IsOwner = true)
{
    public static readonly Caller Nobody = new("nobody", null);
    public static readonly Caller Disabled = new("disabled", null);
    public static readonly Caller WithOldPassword = new("with an older password", null);
    public static readonly Caller SignedOut = new("signed out in another tab", null);

    /// <summary>The one who had opened it, after the role was changed; those whose session ended; and people who own nothing of it.</summary>
    public static readonly IReadOnlyList<Caller> All =
    [
        Nobody, .. Roles.All.Select(role => new Caller($"{role}", role)), Disabled, WithOldPassword, SignedOut,
        .. Roles.All.Skip(1).Select(role => new Caller($"another {role}", role, IsOwner: false)),
    ];

    public override string ToString() => Name;
}

/// <summary>Every handler of every page, and who may call it. What is in the program and not here fails a test.</summary>
internal static class HandlerTable
{
    /// <summary>What writes, and what shows something that is not for every reader.</summary>
    public static readonly IReadOnlyDictionary<string, Right> Guarded = new Dictionary<string, Right>
    {
        ["AnnotationForm.SaveAsync"] = By(Role.Analyst),
        ["AnnotationsPage.WithdrawAsync"] = By(Role.Analyst),
        ["AuditPage.VerifyAsync"] = By(Role.Administrator),
        ["BackupsPage.BackUpAsync"] = By(Role.Administrator),
        ["BatchPage.OpenReversalAsync"] = new(Role.Analyst, ForOthers: Role.Publisher),
        ["BulletinsPage.IssueAsync"] = By(Role.Publisher),
        ["IssuedPage.CorrectAsync"] = By(Role.Publisher),
        ["ReversalPanel.ConfirmAsync"] = new(Role.Analyst, ForOthers: Role.Publisher),
        ["SourceForm.SaveAsync"] = By(Role.Analyst),
        ["UploadPage.CommitAsync"] = new(Role.Analyst, ForOthers: null),
        ["UploadPage.DiscardAsync"] = new(Role.Analyst, ForOthers: null),
        ["UploadPage.ReadAsync"] = new(Role.Analyst, ForOthers: null),
        ["UploadsPage.DiscardAsync"] = new(Role.Analyst, ForOthers: null),
        ["UsersPage.AddAsync"] = By(Role.Administrator),
        ["UsersPage.DisableAsync"] = By(Role.Administrator),
        ["UsersPage.EnableAsync"] = By(Role.Administrator),
        ["UsersPage.RemoveSecondFactorAsync"] = By(Role.Administrator),
        ["UsersPage.ResetPasswordAsync"] = By(Role.Administrator),
        ["UsersPage.SetRoleAsync"] = By(Role.Administrator),

        // Forms that are posted. Whoever has a session changes their own password and second factor, and nobody else's.
        ["PasswordPage.ChangeAsync"] = By(Role.Reader),
        ["SecondFactorPage.RemoveAsync"] = By(Role.Reader),
        ["SecondFactorPage.RenewAsync"] = By(Role.Reader),
        ["SecondFactorPage.SetUpAsync"] = By(Role.Reader),
        ["TokensPage.MakeAsync"] = By(Role.Analyst),
        ["TokensPage.RevokeAsync"] = new(Role.Analyst, ForOthers: Role.Administrator),

        // What is sent decides: a password, a code after it, the one-time link.
        ["CodePage.SignInAsync"] = new(null, null),
        ["SetupPage.CreateAsync"] = new(null, null),
        ["SignInPage.SignInAsync"] = new(null, null),
    };

    /// <summary>What turns, chooses and filters what the page shows anyway, and writes nothing.</summary>
    public static readonly IReadOnlyList<string> Open =
    [
        "AnnotationsPage.Announce", "AnnotationsPage.Go",
        "BatchPage.CloseReversal", "BatchPage.ShowTurned",
        "BulletinsPage.AddArea", "BulletinsPage.ChoosePaper", "BulletinsPage.ChoosePeriod", "BulletinsPage.RemoveArea", "BulletinsPage.Toggle",
        "ChangesPanel.Show",
        // What is set here goes to UploadPage.ReadAsync, which asks.
        "Entry.Change", "IssuesPanel.MendAsync", "ReadingPanel.SetColumn", "ReadingPanel.SetLayout", "ReadingPanel.SetReading",
        "ErrorBoundaryBase.Recover",
        "IssuesPanel.ShowAsync",
        "ReversalPanel.TurnPageAsync",
        "UsersPage.ToggleReset",
    ];

    /// <summary>What is kept of one's own files while their page opens: how they were read. See <see cref="HandlerWalkTests.Page_OpenedByWhoMayNot_WritesNothing"/>.</summary>
    public static readonly IReadOnlyList<string> Unasked = ["UploadPage.OnParametersSetAsync", "UploadsPage.OnInitializedAsync"];

    private static Right By(Role least) => new(least, least);
}
