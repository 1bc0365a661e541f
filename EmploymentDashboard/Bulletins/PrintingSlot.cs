namespace EmploymentDashboard.Bulletins;

/// <summary>The right to run a browser on the server. It takes half a gigabyte while it works, so there is one such right for all.</summary>
internal sealed class PrintingSlot : IDisposable
{
    private static readonly SemaphoreSlim Slots = new(1);

    private PrintingSlot()
    {
    }

    /// <summary>null where another has it for longer than that.</summary>
    public static async Task<PrintingSlot?> TryTakeAsync(TimeSpan patience, CancellationToken cancellation) =>
        await Slots.WaitAsync(patience, cancellation) ? new() : null;

    public void Dispose() => Slots.Release();
}
