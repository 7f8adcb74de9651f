using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Vekha.Web.Features.Import;

/// <summary>How a document, a draft and a review are kept: readable JSON, Cyrillic unescaped, empty fields left out.</summary>
internal static class ImportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepNumbers } },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    /// <summary>A zero is said aloud: rows, cells and spans default to something else when they are left out.</summary>
    private static void KeepNumbers(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.PropertyType.IsValueType && Nullable.GetUnderlyingType(p.PropertyType) is null))
            property.ShouldSerialize = (_, _) => true;
    }
}
