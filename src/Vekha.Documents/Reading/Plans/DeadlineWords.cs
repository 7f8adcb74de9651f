namespace Vekha.Documents.Reading.Plans;

/// <summary>How words about time look: tells a deadline cell from others and finds a deadline inside a sentence.</summary>
internal static partial class DeadlineWords
{
    /// <summary>A pattern of the name of a month, in any case or shortened.</summary>
    internal const string Month = @"(?:янв(?:ар[ьяюе])?|февр?(?:ал[ьяюе])?|мар(?:т[ауе]?)?|апр(?:ел[ьяюе])?|ма[йяюе]|июн[ьяюе]?|июл[ьяюе]?|авг(?:уст[ауе]?)?|сент?(?:ябр[ьяюе])?|окт(?:ябр[ьяюе])?|ноя(?:бр[ьяюе]|б)?|дек(?:абр[ьяюе])?)(?![а-яё])\.?";

    /// <summary>Whether the text, taken as a cell, speaks about time and hardly about anything else.</summary>
    public static bool Looks(string text)
    {
        text = Words.Lines(text);
        if (text.Length is 0 or > 300 || Words.SaysNothing(text)) return false;
        return text.Length <= 60 && AtEvent.IsMatch(text) || Share(text) >= 0.6;
    }

    /// <summary>«в день открытия объекта», «накануне мероприятия».</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"^\s*(?:в\s+(?:день|дни)|накануне)\s+\p{L}{4,}", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex AtEvent { get; }

    /// <summary>The share of the letters and digits that speak about time, 0–1.</summary>
    public static double Share(string text)
    {
        int all = 0, about = 0;
        foreach (var c in text) if (char.IsLetterOrDigit(c)) all++;
        if (all == 0) return 0;
        foreach (var (start, length) in Matches(text))
            foreach (var c in text.AsSpan(start, length))
                if (char.IsLetterOrDigit(c)) about++;
        return (double)about / all;
    }

    /// <summary>All stretches about time, in order; times that belong together are one stretch.</summary>
    public static IReadOnlyList<(int Start, int Length)> Matches(string text) => text.Length > 20_000 ? [] : new TimePhrase(text).Find();
}
