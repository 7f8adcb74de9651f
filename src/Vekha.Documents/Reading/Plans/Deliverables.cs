using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Pieces of one measure that ran together when line breaks were lost: «… Администрации Определение ответственных …».</summary>
internal static partial class Deliverables
{
    [GeneratedRegex(@"(?<=\p{Ll}[»)]?)\s+(?=\p{Lu}\p{Ll}{2,}(?:ание|ение|яние|ация|овка|отка)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Seam { get; }

    /// <summary>The pieces, or nothing where the title is one.</summary>
    public static IReadOnlyList<string> Of(string title) => Seam.Split(title) is { Length: > 1 } pieces && pieces.All(p => p.Length > 10) ? pieces : [];
}
