namespace EmploymentDashboard.Bulletins;

/// <summary>The bureau's mark, put into the document itself.</summary>
internal static class LogoFile
{
    private const long MostBytes = 500_000;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>null where no file is named.</summary>
    /// <exception cref="IOException">The file named in the settings is not there, too large, or no picture.</exception>
    public static string? AsDataAddress(string path)
    {
        if (path.Length == 0)
            return null;

        var file = new FileInfo(Path.GetFullPath(path, AppContext.BaseDirectory));
        if (!file.Exists || file.Length > MostBytes || !Types.TryGetValue(file.Extension, out var type))
            throw new IOException($"Bulletin:Logo names {file.FullName}, which is not there, is larger than {MostBytes / 1000} kB, or is no PNG, JPEG or SVG.");

        return $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(file.FullName))}";
    }
}
