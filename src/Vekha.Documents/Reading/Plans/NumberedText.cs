namespace Vekha.Documents.Reading.Plans;

/// <summary>Numbered steps without a table.</summary>
internal static class NumberedText
{
    public static RawPlan Read(Outline outline) => new();
}
