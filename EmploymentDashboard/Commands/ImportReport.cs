using System.CommandLine;

namespace EmploymentDashboard.Commands;

/// <summary>Tells what became of files, file by file.</summary>
internal abstract class ImportReport : IDisposable
{
    /// <param name="show">How many issues and changes are told one by one.</param>
    public static ImportReport Of(bool isJson, int show, InvocationConfiguration console) =>
        isJson ? new JsonImportReport(show) : new TextImportReport(show, console.Output);

    public abstract void Begin(bool isDryRun);

    public abstract void Add(FileResult result);

    public abstract void End(int exitCode);

    public virtual void Dispose()
    {
    }
}
