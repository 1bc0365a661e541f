using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Operations;

/// <summary>The settings cannot be used: its message has a line for each mistake.</summary>
public sealed class SettingsException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}

/// <summary>
/// Looks through the settings before anything is done with them: names that mean nothing, values that cannot be read, numbers out of
/// their range. A setting that is silently ignored would leave its operator believing that it holds.
/// </summary>
public static class SettingsCheck
{
    /// <summary>Mistakes of all sections.</summary>
    public static IReadOnlyList<string> Run(IConfiguration configuration, IReadOnlyCollection<SettingsSection> sections)
    {
        var mistakes = new List<string>();
        foreach (var section in sections)
        {
            var read = configuration.GetSection(section.Name);
            var before = mistakes.Count;
            CheckKeys(read, section.Options, mistakes);
            // Rules of the section's own look at values that could be read.
            if (mistakes.Count == before && read.Get(section.Options) is ICheckedSettings settings)
                mistakes.AddRange(settings.Check().Select(found => Line($"{section.Name}:{found.Key}", found.Mistake)));
        }

        CheckSectionNames(configuration, sections, mistakes);
        // The framework's own switch believes whoever sends the headers.
        if (string.Equals(configuration["FORWARDEDHEADERS_ENABLED"], "true", StringComparison.OrdinalIgnoreCase))
            mistakes.Add(Line("ASPNETCORE_FORWARDEDHEADERS_ENABLED", new("这样会相信任何人自报的地址；删去它，把反向代理写进 Proxy:Known", "this would believe any address that a sender claims; remove it and name the reverse proxy in Proxy:Known")));
        return mistakes;
    }

    private static void CheckKeys(IConfigurationSection section, Type options, List<string> mistakes)
    {
        var properties = options.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (properties.TryGetValue(child.Key, out var property))
                CheckValue(child, property, mistakes);
            else
                mistakes.Add(Line(child.Path, Unknown(child.Key, properties.Keys)));
        }
    }

    private static void CheckValue(IConfigurationSection given, PropertyInfo property, List<string> mistakes)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isList = type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
        if (!isList && type.IsClass && type != typeof(string))
        {
            CheckKeys(given, type, mistakes);
            return;
        }

        if (isList || given.Value is not { } text)
            return;
        if (text.Any(char.IsControl))
        {
            mistakes.Add(Line(given.Path, new("含有控制字符", "it holds control characters")));
            return;
        }

        object? value;
        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException or OverflowException)
        {
            mistakes.Add(Line(given.Path, NotA(type, text)));
            return;
        }

        // A number is read as an enumeration's value, whether or not there is one.
        if (type.IsEnum && !Enum.IsDefined(type, value!))
            mistakes.Add(Line(given.Path, NotA(type, text)));
        if (property.GetCustomAttribute<RangeAttribute>() is { } range && !range.IsValid(value))
            mistakes.Add(Line(given.Path, new($"「{text}」不在 {Number(range.Minimum)} 到 {Number(range.Maximum)} 之间", $"“{text}” is not between {Number(range.Minimum)} and {Number(range.Maximum)}")));
    }

    /// <summary>Other programs' sections are none of ours, but one letter beside one of ours is meant to be it.</summary>
    private static void CheckSectionNames(IConfiguration configuration, IReadOnlyCollection<SettingsSection> sections, List<string> mistakes)
    {
        var names = sections.Select(section => section.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var other in configuration.GetChildren().Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase) && child.GetChildren().Any()))
        {
            if (Nearest(other.Key, names) is { } meant)
                mistakes.Add(Line(other.Path, new($"没有这一组设置；是「{meant}」吗？", $"there is no such section; did you mean “{meant}”?")));
        }
    }

    private static Bilingual Unknown(string key, IReadOnlyCollection<string> known) => Nearest(key, known) is { } meant
        ? new($"没有这个设置；是「{meant}」吗？", $"there is no such setting; did you mean “{meant}”?")
        : new($"没有这个设置；有的是：{string.Join("、", known)}", $"there is no such setting; there are: {string.Join(", ", known)}");

    private static Bilingual NotA(Type type, string text) => type == typeof(bool)
        ? new($"「{text}」应为 true 或 false", $"“{text}” should be true or false")
        : type.IsEnum
            ? new($"「{text}」应为 {string.Join("、", Enum.GetNames(type))} 之一", $"“{text}” should be one of {string.Join(", ", Enum.GetNames(type))}")
            : type == typeof(TimeSpan)
                ? new($"「{text}」应为时长，如 08:00:00", $"“{text}” should be a length of time, such as 08:00:00")
                : new($"「{text}」应为数字", $"“{text}” should be a number");

    private static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(name => (Name: name, Distance: Distance(word.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(candidate => candidate.Distance <= Math.Max(1, Math.Min(word.Length, candidate.Name.Length) / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>Letters to add, drop or change (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            (var diagonal, row[0]) = (row[0], i);
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    private static string Line(string key, Bilingual mistake) => Bilingual.Say($"设置 {key}：{mistake.Zh}", $"Setting {key}: {mistake.En}");

    private static string Number(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
