using System.Diagnostics;
using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Commands;

/// <summary>Tells whoever sits before the terminal that work goes on. Short work is not mentioned.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    private readonly Lock _line = new();
    private readonly string _what;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly Timer _timer;
    private bool _isShown;
    private bool _isOver;

    private Progress(string what)
    {
        _what = what;
        _timer = new(_ => Show(), null, Patience, Patience);
    }

    /// <summary>null where standard error is no terminal.</summary>
    public static Progress? Of(Bilingual doing, ImportFile file) => Console.IsErrorRedirected
        ? null
        : new(Terminal.Plain(string.Create(CultureInfo.InvariantCulture, $"{doing} {file.Name} ({file.Length / 1_000_000m:0.#} MB)")));

    public void Dispose()
    {
        _timer.Dispose();
        lock (_line)
        {
            _isOver = true;
            if (_isShown)
                Console.Error.Write("\r\e[K");
        }
    }

    private void Show()
    {
        lock (_line)
        {
            if (_isOver)
                return;

            _isShown = true;
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\e[K{_what} … {Stopwatch.GetElapsedTime(_begun).TotalSeconds:0} s"));
        }
    }
}
