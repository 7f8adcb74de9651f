using System.Globalization;

namespace Vekha.Events;

/// <summary>
/// «Код участника»: eight digits for the door. Only digits, so that a scanner that types as a keyboard writes the same in
/// every layout.
/// </summary>
public static class TicketCode
{
    /// <summary>How many digits.</summary>
    public const int Length = 8;

    /// <summary>How many codes there are.</summary>
    public const int Count = 100_000_000;

    /// <summary>A code of a number from zero below <see cref="Count"/>.</summary>
    public static string Of(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>«4821 0937»: as people read it aloud.</summary>
    public static string Words(string code) => code.Length == Length ? $"{code[..4]}\u00A0{code[4..]}" : code;

    /// <summary>What was typed or scanned as a code: spaces and dashes are left out.</summary>
    /// <returns>Eight digits, or <c>null</c> when it is no code.</returns>
    public static string? Read(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '—')));
        return digits.Length == Length && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
