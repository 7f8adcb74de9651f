using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Quantities that a text demands.</summary>
internal static class Norms
{
    public static IReadOnlyList<NormDraft> Of(string text) => [];
}
