using System.Globalization;

namespace Vekha.Documents.Reading.Word;

/// <summary>Writes a number of a list the way Word shows it: 4, IV, г.</summary>
internal static class NumberFormat
{
    /// <summary>Word leaves out ё, й, ъ and ь.</summary>
    private const string Russian = "абвгдежзиклмнопрстуфхцчшщыэюя";
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";

    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <param name="format">A value of <c>w:numFmt</c>.</param>
    public static string Of(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "upperRoman" => RomanOf(number).ToUpperInvariant(),
        "lowerRoman" => RomanOf(number),
        "upperLetter" => Letters(number, Latin).ToUpperInvariant(),
        "lowerLetter" => Letters(number, Latin),
        "russianUpper" => Letters(number, Russian).ToUpperInvariant(),
        "russianLower" => Letters(number, Russian),
        "decimalEnclosedParen" => $"({number})",
        "numberInDash" => $"- {number} -",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string RomanOf(int number)
    {
        if (number is < 1 or > 4999) return number.ToString(CultureInfo.InvariantCulture);
        var text = "";
        foreach (var (value, sign) in Roman)
            for (; number >= value; number -= value)
                text += sign;
        return text;
    }

    /// <summary>After «я» comes «аа», then «бб».</summary>
    private static string Letters(int number, string alphabet) => number is < 1 or > 500
        ? number.ToString(CultureInfo.InvariantCulture)
        : new string(alphabet[(number - 1) % alphabet.Length], (number - 1) / alphabet.Length + 1);
}
