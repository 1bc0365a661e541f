using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace EmploymentDashboard.Operations;

/// <summary>
/// What is measured, as Prometheus reads it (text format 0.0.4). The registries hold no exporter for it, so this one listens itself:
/// counters, levels and distributions of the meters below, all of whose labels have few values.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly HashSet<string> Meters = new(StringComparer.Ordinal)
    {
        DashboardMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime",
    };

    /// <summary>Seconds, where an instrument does not say where its own classes end.</summary>
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> _series = [];
    private readonly MeterListener _listener = new();
    private readonly Lock _reading = new();

    /// <param name="metrics">Made before anything is counted.</param>
    /// <param name="meters">Whose meters are listened to, beside those of the runtime: another server in the same process has its own.</param>
    public PrometheusText(DashboardMetrics metrics, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name) && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, meters)))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Take(instrument, value, labels));
        _listener.Start();
    }

    public string Write()
    {
        try
        {
            lock (_reading)
                _listener.RecordObservableInstruments();
        }
        catch (AggregateException)
        {
            // What cannot be read now, such as the room on a disk that is gone, stays as it was; all others have been read.
        }

        var text = new StringBuilder();
        foreach (var group in _series.GroupBy(series => NameOf(series.Key.Instrument), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var instrument = group.First().Key.Instrument;
            if (instrument.Description is { Length: > 0 } words)
                text.Append("# HELP ").Append(group.Key).Append(' ').Append(Escape(words, isLabel: false)).Append('\n');
            text.Append("# TYPE ").Append(group.Key).Append(' ').Append(KindOf(instrument)).Append('\n');
            foreach (var ((_, labels), series) in group.OrderBy(series => series.Key.Labels, StringComparer.Ordinal))
                series.Write(text, group.Key, labels);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        _series.GetOrAdd((instrument, LabelsOf(labels)), key => new(ClassesOf(key.Instrument))).Take(value, isAdded: !instrument.IsObservable && !IsGauge(instrument));

    /// <summary>Where the classes of a distribution end; null for a single number.</summary>
    private static double[]? ClassesOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => [.. histogram.Advice?.HistogramBucketBoundaries ?? Seconds],
        Histogram<long> histogram => [.. histogram.Advice?.HistogramBucketBoundaries?.Select(end => (double)end) ?? Seconds],
        Histogram<int> histogram => [.. histogram.Advice?.HistogramBucketBoundaries?.Select(end => (double)end) ?? Seconds],
        _ => null,
    };

    private static bool IsGauge(Instrument instrument) => instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal);

    private static string KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram" : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter" : "gauge";
    }

    /// <summary>dashboard.database.size in By becomes dashboard_database_size_bytes; a counter ends in _total.</summary>
    private static string NameOf(Instrument instrument)
    {
        var name = new StringBuilder(instrument.Name.Length + 16);
        foreach (var letter in instrument.Name)
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        if (!instrument.Name.EndsWith(unit, StringComparison.Ordinal))
            name.Append(unit);
        return name.Append(KindOf(instrument) == "counter" ? "_total" : "").ToString();
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
            text.Append(text.Length == 0 ? "" : ",").Append(name.Replace('.', '_')).Append("=\"").Append(Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", isLabel: true)).Append('"');
        return text.ToString();
    }

    private static string Escape(string text, bool isLabel)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return isLabel ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }

    private sealed class Series(double[]? classes)
    {
        private readonly long[] _counts = new long[(classes?.Length ?? 0) + 1];
        private readonly Lock _lock = new();
        private double _sum;

        public void Take(double value, bool isAdded)
        {
            lock (_lock)
            {
                if (classes is not null)
                    _counts[Array.FindIndex(classes, end => value <= end) is var index and >= 0 ? index : classes.Length]++;
                _sum = isAdded ? _sum + value : value;
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (_lock)
            {
                if (classes is null)
                {
                    Line(text, name, labels, _sum);
                    return;
                }

                long reached = 0;
                for (var i = 0; i < _counts.Length; i++)
                {
                    reached += _counts[i];
                    var end = i < classes.Length ? classes[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                    Line(text, name + "_bucket", $"{labels}{(labels.Length == 0 ? "" : ",")}le=\"{end}\"", reached);
                }

                Line(text, name + "_sum", labels, _sum);
                Line(text, name + "_count", labels, reached);
            }
        }

        private static void Line(StringBuilder text, string name, string labels, double value) =>
            text.Append(name).Append(labels.Length == 0 ? "" : $"{{{labels}}}").Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }
}
