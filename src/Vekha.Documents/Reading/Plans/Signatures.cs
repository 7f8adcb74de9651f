using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Who signed: lines at the end of a document that belong to no measure.</summary>
internal static partial class Signatures
{
    [GeneratedRegex(@"^\W*(?:(?:и\.\s?о\.|врио|исполняющ\w+\s+обязанности)\s+)?(?:\p{L}+(?:ый|ий|ая)\s+){0,2}(?:председател[ья]|секретарь|руководител[ья]|глав[аы]|директора?|начальника?|заместител[ья]|заведующ\w+|староста|координатор|министр|губернатор|мэр)(?!\p{L})[^.;:!?\d]{0,140}?(?:\s|_)(?:[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?\s?[А-ЯЁ][а-яё-]+|(?<=\s{3,})[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signed { get; }

    /// <summary>The lines without the signatures at their end.</summary>
    public static List<TextLine> Without(List<TextLine> lines)
    {
        var end = lines.Count;
        while (end > 0 && (lines[end - 1].IsBlank || Words.SaysNothing(lines[end - 1].Text) || lines[end - 1].Number is null && Signed.IsMatch(lines[end - 1].Raw))) end--;
        return end == 0 ? lines : lines[..end];
    }
}
