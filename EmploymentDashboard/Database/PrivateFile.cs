namespace EmploymentDashboard.Database;

/// <summary>Files that nobody else on the machine shall read: the store holds the hashes of passwords, and so do its copies.</summary>
public static class PrivateFile
{
    /// <summary>Makes the file and its folder where they are not there. What SQLite puts beside a file gets the file's rights.</summary>
    /// <exception cref="StoreFaultException">It cannot be made.</exception>
    public static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
                Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreFaultException.Of(exception, path)!;
        }
    }

    /// <summary>A file for writing. The caller disposes it.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }

    /// <summary>Writes a small file: old or new, never half.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var unfinished = path + ".tmp";
        using (var file = Open(unfinished, FileMode.Create, FileShare.None))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
