using System.Globalization;
using Vekha.Wording;

namespace Vekha.Documents.Writing;

/// <summary>What a number of a paper counts.</summary>
public enum PaperNumber
{
    /// <summary>A quantity: «1 250».</summary>
    Plain,
    /// <summary>A difference: «+4», «−2», «0».</summary>
    Signed,
    /// <summary>A share of one: 0.875 reads «88 %».</summary>
    Percent,
}

/// <summary>
/// The value of a cell. A closed family: Excel keeps a day as a day and a number as a number, and words are
/// never a formula, whatever they begin with.
/// </summary>
public abstract record PaperValue
{
    private PaperValue() { }

    /// <summary>Words; paragraphs are divided by <c>\n</c>.</summary>
    public sealed record Text(string Words) : PaperValue
    {
        /// <inheritdoc/>
        public override string ToString() => Words;
    }

    /// <summary>A day: «01.10.2020».</summary>
    public sealed record Day(DateOnly Date) : PaperValue
    {
        /// <inheritdoc/>
        public override string ToString() => Ru.Digits(Date);
    }

    /// <summary>A number.</summary>
    /// <param name="Quantity">The number itself; a share of one for <see cref="PaperNumber.Percent"/>.</param>
    /// <param name="Form">What it counts.</param>
    /// <param name="Decimals">How many digits stand behind the comma, 0–4.</param>
    public sealed record Number(decimal Quantity, PaperNumber Form = PaperNumber.Plain, int Decimals = 0) : PaperValue
    {
        /// <inheritdoc/>
        public override string ToString()
        {
            var shown = Form is PaperNumber.Percent ? Quantity * 100 : Quantity;
            var digits = Ru.Number(Math.Round(shown, Decimals, MidpointRounding.AwayFromZero), Decimals);
            return Form switch
            {
                PaperNumber.Percent => digits + Ru.Nbsp + "%",
                PaperNumber.Signed when shown > 0 => "+" + digits,
                _ => digits,
            };
        }
    }

    /// <summary>The number of a row as the document prints it: «7» becomes a number, «П.7» and «2.1» stay words.</summary>
    public static PaperValue RowNumber(string? printed) =>
        printed is { Length: > 0 and < 7 } && printed[0] != '0' && int.TryParse(printed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Number(number)
            : new Text(printed ?? "");
}
