using System.Text.RegularExpressions;

namespace Vekha.Events;

/// <summary>«Слияние»: a letter's text with its fields in braces filled for one addressee.</summary>
/// <param name="Words">The filled text; a field nobody knows stays as it was written.</param>
/// <param name="Unknown">Names of fields that nobody knows, each once.</param>
public sealed partial record MergedText(string Words, IReadOnlyList<string> Unknown)
{
    /// <summary>Fills «{организация}», «{когда}» and the like; names are told without regard to capitals. A line whose only field is empty is left out.</summary>
    /// <param name="template">Text with fields in braces.</param>
    /// <param name="values">Value of each field by its name.</param>
    public static MergedText Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        var unknown = new List<string>();
        var lines = new List<string>();
        foreach (var line in template.ReplaceLineEndings("\n").Split('\n'))
        {
            var isEmpty = false;
            var filled = Field().Replace(line, m =>
            {
                var name = m.Groups[1].Value.Trim().ToLowerInvariant();
                if (!values.TryGetValue(name, out var value))
                {
                    if (!unknown.Contains(name)) unknown.Add(name);
                    return m.Value;
                }
                isEmpty |= string.IsNullOrWhiteSpace(value);
                return value ?? "";
            });
            // «Список поддержки: {список поддержки}» without a list says nothing.
            if (!(isEmpty && Field().Count(line) == 1)) lines.Add(filled);
        }
        return new(string.Join('\n', lines).Trim(), unknown);
    }

    [GeneratedRegex(@"\{([^{}\n]{1,60})\}")]
    private static partial Regex Field();
}
