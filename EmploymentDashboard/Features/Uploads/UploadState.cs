using EmploymentDashboard.Import.Uploads;

namespace EmploymentDashboard.Features.Uploads;

/// <summary>How far a file is that was sent in, as programs are told.</summary>
internal enum UploadState
{
    Reading,

    /// <summary>The program failed on it; the fault is its own.</summary>
    Failed,

    /// <summary>It is no table that can be understood.</summary>
    Unusable,

    /// <summary>The same bytes came before, and there is nothing more to load.</summary>
    AlreadyLoaded,

    /// <summary>There is no figure in it that could be loaded.</summary>
    NothingToLoad,

    /// <summary>It can be loaded without the rows that have errors, where that is asked for.</summary>
    HasErrors,

    Ready,
    Committed,

    /// <summary>It was loaded, and the batch taken back.</summary>
    Undone,
}

internal static class UploadStates
{
    public static UploadState StateOf(Upload upload) => upload switch
    {
        _ when !upload.WhenReadAsync().IsCompleted => UploadState.Reading,
        { Failure: not null } or { Preview: null } => UploadState.Failed,
        { Preview: { CanCommit: false, AlreadyLoadedAs: not null } } => UploadState.AlreadyLoaded,
        { Preview.IsUsable: false } => UploadState.Unusable,
        { Preview.CanCommit: false, Preview.Errors: 0 } => UploadState.NothingToLoad,
        { Preview.Errors: > 0 } => UploadState.HasErrors,
        _ => UploadState.Ready,
    };
}
