using System.Globalization;
using System.Text.RegularExpressions;
using Vekha.Wording;

namespace Vekha.Registries;

public sealed partial record RegistryField
{
    /// <summary>Longer than this is no value but a document.</summary>
    public const int LongestText = 4000;

    private const int LongestLine = 500;
    private const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>Understands what was typed. Units and files are chosen, not typed: their values are taken as they are.</summary>
    /// <param name="typed">As a person or a spreadsheet wrote it.</param>
    public RegistryReading Read(string? typed)
    {
        var text = typed?.Replace(Ru.Nbsp, ' ').Trim() ?? "";
        if (text.Length == 0) return new(null, null);
        return Kind switch
        {
            RegistryFieldKind.Number or RegistryFieldKind.Money => ReadNumber(text),
            RegistryFieldKind.Day => ReadDay(text),
            RegistryFieldKind.YesNo => text.ToUpperInvariant() switch
            {
                "ДА" => new("да", null),
                "НЕТ" => new("нет", null),
                _ => new(null, $"нужно «да» или «нет», а записано «{Short(text)}»"),
            },
            RegistryFieldKind.Choice => Choices.FirstOrDefault(c => string.Equals(c, text, StringComparison.CurrentCultureIgnoreCase)) is { } chosen
                ? new(chosen, null)
                : new(null, $"«{Short(text)}» нет в списке: {string.Join(", ", Choices)}"),
            RegistryFieldKind.Link => Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
                ? new(text, null)
                : new(null, $"нужен адрес страницы вида https://…, а записано «{Short(text)}»"),
            RegistryFieldKind.Place => ReadPlace(text),
            RegistryFieldKind.LongText => Within(text, LongestText),
            _ => Within(text, LongestLine),
        };
    }

    /// <summary>A kept value as people read it.</summary>
    public string Show(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        return Kind switch
        {
            RegistryFieldKind.Money when NumberOf(value) is { } sum => Ru.Roubles(sum),
            RegistryFieldKind.Number when NumberOf(value) is { } number => Figure(number),
            RegistryFieldKind.Day when DayOf(value) is { } day => Ru.Digits(day),
            RegistryFieldKind.Unit or RegistryFieldKind.File or RegistryFieldKind.Photo => NameIn(value),
            RegistryFieldKind.Place when PlaceOf(value) is { } place => string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.#####}, {place.Longitude:0.#####}"),
            _ => value,
        };
    }

    /// <summary>How a chosen unit or file is kept: its key and its name as it was.</summary>
    public static string Named(Guid id, string name) => $"{id:N} {name.Trim()}";

    /// <summary>The key of a chosen unit or file, or <c>null</c>.</summary>
    public static Guid? IdIn(string? value) => value is { Length: >= 32 } && Guid.TryParseExact(value[..32], "N", out var id) ? id : null;

    /// <summary>The name of a chosen unit or file.</summary>
    public static string NameIn(string value) => IdIn(value) is null ? value : value[32..].Trim();

    /// <summary>The number of a kept value, <c>null</c> where it is none.</summary>
    public static decimal? NumberOf(string? value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The day of a kept value, <c>null</c> where it is none.</summary>
    public static DateOnly? DayOf(string? value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Latitude and longitude in degrees, <c>null</c> where they are none.</summary>
    public static (double Latitude, double Longitude)? PlaceOf(string? value)
    {
        if (value is null || Pair.Match(value) is not { Success: true } match) return null;
        var (latitude, longitude) = (Degrees(match.Groups[1].Value), Degrees(match.Groups[2].Value));
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 ? (latitude, longitude) : null;
    }

    private static double Degrees(string text) => double.Parse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Figure(decimal number) => Ru.Number(number, number.Scale > 0 ? (number / 1.000000000000000000000000000000000m).Scale : 0);

    private RegistryReading ReadNumber(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace("₽", "", StringComparison.Ordinal).Replace(',', '.').Replace('−', '-');
        if (NumberOf(plain) is not { } number || Math.Abs(number) >= Limit) return new(null, $"нужно число, а записано «{Short(text)}»");
        var digits = Kind == RegistryFieldKind.Money ? 2 : 4;
        if (number != Math.Round(number, digits)) return new(null, $"слишком много знаков после запятой: «{Short(text)}»");
        if (Kind == RegistryFieldKind.Money && number < 0) return new(null, $"сумма не бывает меньше нуля: «{Short(text)}»");
        return new(number.ToString("0.####", CultureInfo.InvariantCulture), null);
    }

    private static RegistryReading ReadDay(string text) =>
        DateOnly.TryParseExact(text, ["d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200
            ? new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
            : new(null, $"нужен день вида 30.10.2020, а записано «{Short(text)}»");

    // «59.56, 30.89», «59,56; 30,89»: degrees with a point or a comma, latitude first.
    private static RegistryReading ReadPlace(string text) => PlaceOf(text) is { } place
        ? new(string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.######}, {place.Longitude:0.######}"), null)
        : new(null, $"нужны широта и долгота вида 59.5634, 30.8912, а записано «{Short(text)}»");

    private static RegistryReading Within(string text, int most) =>
        text.Length <= most ? new(text, null) : new(null, $"не больше {Ru.Number(most)} знаков, а записано {Ru.Number(text.Length)}");

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    [GeneratedRegex(@"^\s*(-?\d{1,3}(?:[.,]\d+)?)\s*[;,\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*$")]
    private static partial Regex Pair { get; }
}

/// <summary>«Прочитанное значение» of a field of a card.</summary>
/// <param name="Value">As it is kept: a number with a point, a day as 2020-10-30; <c>null</c> where nothing or nothing sensible was typed.</param>
/// <param name="Problem">What is wrong, in Russian and without a capital letter; <c>null</c> when nothing is.</param>
public sealed record RegistryReading(string? Value, string? Problem);
