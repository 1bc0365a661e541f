using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmploymentDashboard.Import;

/// <summary>How a person wants a file to be read, where it should not be found out. Kept with the batch as JSON.</summary>
public sealed record ImportSettings
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Code of the source of rows that name none; null where each row must name its own.</summary>
    public string? Source { get; init; }

    /// <summary>Only what differs from the defaults, so that equal settings are equal texts.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote; anything else throws <see cref="JsonException"/>.</summary>
    public static ImportSettings Parse(string json) => JsonSerializer.Deserialize<ImportSettings>(json, Json) ?? new();
}
