using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Commands;

/// <summary>Tells whoever sits before the terminal how far a file is. Short work is not mentioned. The line goes when disposed.</summary>
internal sealed class ProgressLine : IProgress<ImportProgress>, IDisposable
{
    private const string EmptyLine = "\r\e[K";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    private readonly string _file;
    private bool _isShown;

    private ProgressLine(string file) => _file = file;

    /// <summary>null where standard error is no terminal.</summary>
    public static ProgressLine? Of(ImportFile file) => Console.IsErrorRedirected ? null : new(Terminal.Plain(file.Name));

    public void Report(ImportProgress value)
    {
        if (value.Elapsed < Patience)
            return;

        _isShown = true;
        var left = value.Left is { } time ? new Bilingual($"，还要 {time:m\\:ss}", $", {time:m\\:ss} left").ToString() : "";
        var figures = value.Figures.ToString("N0", CultureInfo.InvariantCulture);
        Console.Error.Write(EmptyLine + new Bilingual($"读取 {_file}：{value.Fraction * 100:0}%，{figures} 个数{left}", $"Reading {_file}: {value.Fraction * 100:0}%, {figures} figures{left}"));
    }

    public void Dispose()
    {
        if (_isShown)
            Console.Error.Write(EmptyLine);
    }
}
