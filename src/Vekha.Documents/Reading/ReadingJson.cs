using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vekha.Documents.Reading;

/// <summary>
/// A whole <see cref="DocumentReading"/> as JSON, without loss: the limited process that reads an untrusted file
/// hands its result over in this form. <c>Read(Write(r))</c> equals <c>r</c>.
/// </summary>
public static class ReadingJson
{
    private static readonly ReadingJsonContext Context = new(new JsonSerializerOptions(ReadingJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes a reading as UTF-8.</summary>
    public static void Write(Stream to, DocumentReading reading) => JsonSerializer.Serialize(to, reading, Context.DocumentReading);

    /// <summary>The reading that <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a reading.</exception>
    public static DocumentReading Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Context.DocumentReading) ?? throw new FormatException("The reading is null.");
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DocumentReading))]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;
