using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Audit;

/// <summary>What is written down about people's doings.</summary>
public enum AuditKind
{
    SignIn,
    SignInFailed,
    LockedOut,
    SignOut,
    UserAdded,
    RoleChanged,
    UserDisabled,
    UserEnabled,
    PasswordReset,
    PasswordChanged,
    TokenMade,
    TokenRevoked,
    Upload,
    Commit,
    Undo,
    Redo,
    OriginalTaken,
    SourceEntered,
    AnnotationEntered,
    AnnotationWithdrawn,
    BulletinIssued,
    BackupMade,
    Restored,
    Started,
    AuditLetGo,
}

public static class AuditKinds
{
    /// <summary>As the database and exports write them.</summary>
    public static readonly CodeList<AuditKind> Codes = new(
        ("sign_in", AuditKind.SignIn),
        ("sign_in_failed", AuditKind.SignInFailed),
        ("locked_out", AuditKind.LockedOut),
        ("sign_out", AuditKind.SignOut),
        ("user_added", AuditKind.UserAdded),
        ("role_changed", AuditKind.RoleChanged),
        ("user_disabled", AuditKind.UserDisabled),
        ("user_enabled", AuditKind.UserEnabled),
        ("password_reset", AuditKind.PasswordReset),
        ("password_changed", AuditKind.PasswordChanged),
        ("token_made", AuditKind.TokenMade),
        ("token_revoked", AuditKind.TokenRevoked),
        ("upload", AuditKind.Upload),
        ("commit", AuditKind.Commit),
        ("undo", AuditKind.Undo),
        ("redo", AuditKind.Redo),
        ("original_taken", AuditKind.OriginalTaken),
        ("source_entered", AuditKind.SourceEntered),
        ("annotation_entered", AuditKind.AnnotationEntered),
        ("annotation_withdrawn", AuditKind.AnnotationWithdrawn),
        ("bulletin_issued", AuditKind.BulletinIssued),
        ("backup_made", AuditKind.BackupMade),
        ("restored", AuditKind.Restored),
        ("started", AuditKind.Started),
        ("audit_let_go", AuditKind.AuditLetGo));

    public static Bilingual Name(this AuditKind kind) => kind switch
    {
        AuditKind.SignIn => new("登录", "Signed in"),
        AuditKind.SignInFailed => new("登录失败", "Sign-in failed"),
        AuditKind.LockedOut => new("登录被锁定", "Locked out"),
        AuditKind.SignOut => new("退出登录", "Signed out"),
        AuditKind.UserAdded => new("添加用户", "User added"),
        AuditKind.RoleChanged => new("改变角色", "Role changed"),
        AuditKind.UserDisabled => new("停用用户", "User disabled"),
        AuditKind.UserEnabled => new("启用用户", "User enabled"),
        AuditKind.PasswordReset => new("重设密码", "Password reset"),
        AuditKind.PasswordChanged => new("修改密码", "Password changed"),
        AuditKind.TokenMade => new("制作令牌", "Token made"),
        AuditKind.TokenRevoked => new("撤销令牌", "Token revoked"),
        AuditKind.Upload => new("上传文件", "File sent in"),
        AuditKind.Commit => new("导入批次", "Batch committed"),
        AuditKind.Undo => new("撤销批次", "Batch undone"),
        AuditKind.Redo => new("恢复批次", "Batch brought back"),
        AuditKind.OriginalTaken => new("取走原文件", "Original file taken"),
        AuditKind.SourceEntered => new("登记来源", "Source entered"),
        AuditKind.AnnotationEntered => new("写下标注", "Annotation entered"),
        AuditKind.AnnotationWithdrawn => new("撤下标注", "Annotation withdrawn"),
        AuditKind.BulletinIssued => new("发布月报", "Bulletin issued"),
        AuditKind.BackupMade => new("备份", "Backup made"),
        AuditKind.Restored => new("恢复备份", "Backup restored"),
        AuditKind.Started => new("启动", "Started"),
        AuditKind.AuditLetGo => new("清理到期记录", "Expired entries let go"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
