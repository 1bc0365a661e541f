namespace EmploymentDashboard.Commands;

/// <summary>A file that a command writes for someone: old or new, never half.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside the file's place first: whoever reads it meanwhile, and a run that is broken off, find the old one whole.</summary>
    /// <param name="write">Writes the whole of it to the path that it is given, where nothing is yet.</param>
    public static async Task ReplaceAsync(string path, Func<string, Task> write)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await write(unfinished);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
