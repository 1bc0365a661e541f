namespace EmploymentDashboard.Database;

public enum BatchState
{
    Committed,
    Undone,
}

/// <summary>One file that was taken in.</summary>
public sealed record Batch
{
    public required long Id { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required string Encoding { get; init; }

    public required string Delimiter { get; init; }

    public required string Layout { get; init; }

    public required string ImportedBy { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    public required long RowsRead { get; init; }

    public required long Added { get; init; }

    public required long Changed { get; init; }

    public required long Unchanged { get; init; }

    public required long Rejected { get; init; }

    public required BatchState State { get; init; }

    /// <summary>How the file was read, as JSON.</summary>
    public required string Settings { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long Size { get; init; }
}

/// <summary>The columns of a batch as SQL gives them, its content left out.</summary>
internal sealed class BatchRow
{
    public const string Select = """
        SELECT id, file_name, sha256, encoding, delimiter, layout, imported_by, imported_at, rows_read, added, changed, unchanged, rejected, state, settings, size
        FROM batch

        """;

    public required long Id { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public required string Encoding { get; init; }

    public required string Delimiter { get; init; }

    public required string Layout { get; init; }

    public required string ImportedBy { get; init; }

    public required string ImportedAt { get; init; }

    public required long RowsRead { get; init; }

    public required long Added { get; init; }

    public required long Changed { get; init; }

    public required long Unchanged { get; init; }

    public required long Rejected { get; init; }

    public required string State { get; init; }

    public required string Settings { get; init; }

    public required long Size { get; init; }

    public Batch ToBatch() => new()
    {
        Id = Id,
        FileName = FileName,
        Sha256 = Sha256,
        Encoding = Encoding,
        Delimiter = Delimiter,
        Layout = Layout,
        ImportedBy = ImportedBy,
        ImportedAt = Moment.Parse(ImportedAt),
        RowsRead = RowsRead,
        Added = Added,
        Changed = Changed,
        Unchanged = Unchanged,
        Rejected = Rejected,
        State = Enum.Parse<BatchState>(State, ignoreCase: true),
        Settings = Settings,
        Size = Size,
    };
}
