namespace Vekha.Documents.Reading.Plans;

/// <summary>Minutes and orders.</summary>
internal static class Minutes
{
    public static RawPlan Read(Outline outline) => new();
}
