namespace EmploymentDashboard.Commands;

/// <summary>Standard input as a file, because a file is read more than once. It goes when disposed.</summary>
internal sealed class ReceivedFile : IDisposable
{
    private readonly string _folder;

    private ReceivedFile(string folder) => _folder = folder;

    /// <summary>Its name is what the batch will show.</summary>
    public string Path => System.IO.Path.Combine(_folder, "stdin");

    public static async Task<ReceivedFile> OfStandardInputAsync(CancellationToken cancellation)
    {
        var received = new ReceivedFile(Directory.CreateTempSubdirectory("employment-dashboard-").FullName);
        try
        {
            await using var input = Console.OpenStandardInput();
            await using var file = File.Create(received.Path);
            await input.CopyToAsync(file, cancellation);
            return received;
        }
        catch
        {
            received.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
