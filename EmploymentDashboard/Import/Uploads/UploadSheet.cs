using System.Text.Json;

namespace EmploymentDashboard.Import.Uploads;

/// <summary>What is noted beside an uploaded file.</summary>
public sealed record UploadSheet(string Owner, string FileName, DateTimeOffset ReceivedAt, ImportSettings Settings)
{
    private const string Name = "upload.json";

    /// <summary>Shape of the table as it was found, before anything was set by hand; null until it was read.</summary>
    public string? Shape { get; init; }

    /// <summary>Whether the settings are those of an earlier file of the same shape.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>null where the folder holds no upload.</summary>
    internal static UploadSheet? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? JsonSerializer.Deserialize<UploadSheet>(File.ReadAllBytes(path)) : null;
    }

    internal void Write(string folder)
    {
        // Put in place as a whole: a crash in between leaves the older sheet.
        var draft = Path.Combine(folder, Name + ".new");
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(draft, Path.Combine(folder, Name), overwrite: true);
    }
}
