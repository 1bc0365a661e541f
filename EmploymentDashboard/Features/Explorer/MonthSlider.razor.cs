using System.Globalization;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;

namespace EmploymentDashboard.Features.Explorer;

public sealed partial class MonthSlider : ComponentBase, IDisposable
{
    /// <summary>Long enough to read the largest names of a ranking.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(1200);

    private CancellationTokenSource? _playing;

    /// <summary>In order, at least one.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<YearMonth> Months { get; set; }

    [Parameter, EditorRequired]
    public required YearMonth Month { get; set; }

    /// <summary>Called with another month.</summary>
    [Parameter]
    public EventCallback<YearMonth> Changed { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private bool IsPlaying => _playing is not null;

    private int Index => Math.Max(0, Months.ToList().IndexOf(Month));

    public void Dispose() => Stop();

    private Task SlideAsync(ChangeEventArgs change)
    {
        Stop();
        var index = int.TryParse((string?)change.Value, CultureInfo.InvariantCulture, out var number) ? number : Index;
        return GoAsync(index);
    }

    private Task StepAsync(int months)
    {
        Stop();
        return GoAsync(Index + months);
    }

    private Task GoAsync(int index) => Changed.InvokeAsync(Months[Math.Clamp(index, 0, Months.Count - 1)]);

    /// <summary>From the month shown on; from the first where the last is shown.</summary>
    private async Task PlayOrStopAsync()
    {
        if (IsPlaying)
        {
            Stop();
            return;
        }

        _playing = new();
        var token = _playing.Token;
        try
        {
            // The month comes back by way of the address, a moment later than asked for.
            var at = Index;
            if (at == Months.Count - 1)
                await GoAsync(at = 0);
            while (at < Months.Count - 1)
            {
                await Task.Delay(Pace, Clock, token);
                await GoAsync(++at);
                StateHasChanged();
            }

            Stop();
        }
        catch (OperationCanceledException)
        {
            // Stopped by hand, or the page was left.
        }
    }

    private void Stop()
    {
        _playing?.Cancel();
        _playing?.Dispose();
        _playing = null;
    }
}
