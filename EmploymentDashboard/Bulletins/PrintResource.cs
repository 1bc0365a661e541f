namespace EmploymentDashboard.Bulletins;

/// <summary>Styles and script that travel inside the program.</summary>
internal static class PrintResource
{
    public static string Read(string name)
    {
        using var stream = typeof(PrintResource).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
