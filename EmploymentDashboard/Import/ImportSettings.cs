using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Reading;

namespace EmploymentDashboard.Import;

/// <summary>How a person wants a file to be read, where it should not be found out. Kept with the batch as JSON.</summary>
public sealed record ImportSettings
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyCollections } },
    };

    /// <summary>Encoding and dialect; null where all of it is found.</summary>
    public ReadingSettings? Reading { get; init; }

    /// <summary>The table and its columns, and what holds for all of its rows; null where all of it is found.</summary>
    public LayoutSettings? Layout { get; init; }

    /// <summary>Cells set right by hand.</summary>
    public IReadOnlyList<Mend> Mends { get; init; } = [];

    /// <summary>Only what differs from the defaults, so that equal settings are equal texts.</summary>
    public string ToJson()
    {
        var own = this with
        {
            Reading = Reading == ReadingSettings.Found ? null : Reading,
            Layout = Layout is null || JsonSerializer.Serialize(Layout, Json) == "{}" ? null : Layout,
            Mends = [.. Mends.OrderBy(mend => mend.Line).ThenBy(mend => mend.Column)],
        };
        return JsonSerializer.Serialize(own, Json);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote; anything else throws <see cref="JsonException"/>.</summary>
    public static ImportSettings Parse(string json) => JsonSerializer.Deserialize<ImportSettings>(json, Json) ?? new();

    private static void LeaveOutEmptyCollections(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable)) && property.PropertyType != typeof(string)))
            property.ShouldSerialize = (_, value) => value is System.Collections.IEnumerable items && items.GetEnumerator().MoveNext();
    }
}
