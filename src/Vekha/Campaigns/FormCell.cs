using System.Globalization;
using Vekha.Wording;

namespace Vekha.Campaigns;

/// <summary>«Клетка формы»: a place for one value, a field or a cell of its table.</summary>
/// <param name="Field">The field it belongs to.</param>
/// <param name="Key">Under which its value is kept.</param>
/// <param name="Number">As printed: «3», «4.2.1» for the first column of the second row of the fourth field.</param>
/// <param name="Row">Row of the table, or <c>null</c>.</param>
/// <param name="Column">Column of the table, or <c>null</c>.</param>
public sealed record FormCell(FormField Field, string Key, string Number, string? Row, string? Column)
{
    /// <summary>Longer than this is no answer but a document.</summary>
    public const int LongestText = 4000;

    private const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>«Детей по возрасту: 7–10 лет, мальчики».</summary>
    public string Title => Row is null ? Field.Title : $"{Field.Title}: {Row}, {Column}";

    /// <summary>Whether the value is a number.</summary>
    public bool IsNumber => Field.Kind is FormFieldKind.Number or FormFieldKind.Table;

    /// <summary>Understands what was typed.</summary>
    /// <param name="typed">As a person or a spreadsheet wrote it.</param>
    public FormReading Read(string? typed)
    {
        var text = typed?.Replace(Ru.Nbsp, ' ').Trim() ?? "";
        if (text.Length == 0) return new(null, null);
        return Field.Kind switch
        {
            FormFieldKind.Number or FormFieldKind.Table => ReadNumber(text),
            FormFieldKind.YesNo => text.ToUpperInvariant() switch
            {
                "ДА" => new("да", null),
                "НЕТ" => new("нет", null),
                _ => new(null, $"нужно «да» или «нет», а записано «{Short(text)}»"),
            },
            FormFieldKind.Date => ReadDate(text),
            FormFieldKind.Choice => Field.Choices.FirstOrDefault(c => string.Equals(c, text, StringComparison.CurrentCultureIgnoreCase)) is { } chosen
                ? new(chosen, null)
                : new(null, $"«{Short(text)}» нет в списке: {string.Join(", ", Field.Choices)}"),
            _ => text.Length <= LongestText ? new(text, null) : new(null, $"не больше {Ru.Number(LongestText)} знаков, а записано {Ru.Number(text.Length)}"),
        };
    }

    /// <summary>A kept value as people read it.</summary>
    public string Show(string? value) => value is null ? ""
        : IsNumber && NumberOf(value) is { } number ? Figure(number)
        : Field.Kind == FormFieldKind.Date && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Ru.Digits(day)
        : value;

    /// <summary>«1 250», «12,5»: as many digits behind the comma as there are.</summary>
    public static string Figure(decimal number) => Ru.Number(number, number.Scale > 0 ? (number / 1.000000000000000000000000000000000m).Scale : 0);

    /// <summary>The number of a kept value, <c>null</c> where it is none.</summary>
    public static decimal? NumberOf(string? value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private FormReading ReadNumber(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.').Replace('−', '-');
        if (NumberOf(plain) is not { } number || Math.Abs(number) >= Limit) return new(null, $"нужно число, а записано «{Short(text)}»");
        if (number != Math.Round(number, 4)) return new(null, $"не больше четырёх знаков после запятой, а записано «{Short(text)}»");
        if (number < Field.Least) return new(null, $"не меньше {Figure(Field.Least.Value)}, а записано {Figure(number)}");
        if (number > Field.Most) return new(null, $"не больше {Figure(Field.Most.Value)}, а записано {Figure(number)}");
        return new(number.ToString("0.####", CultureInfo.InvariantCulture), null);
    }

    private static FormReading ReadDate(string text) =>
        DateOnly.TryParseExact(text, ["d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200
            ? new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
            : new(null, $"нужен день вида 30.10.2020, а записано «{Short(text)}»");

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

/// <summary>«Прочитанное значение» of a cell.</summary>
/// <param name="Value">As it is kept: a number with a point, a day as 2020-10-30; <c>null</c> where nothing or nothing sensible was typed.</param>
/// <param name="Problem">What is wrong, in Russian and without a capital letter; <c>null</c> when nothing is.</param>
public sealed record FormReading(string? Value, string? Problem);
