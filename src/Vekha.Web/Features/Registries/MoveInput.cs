using System.ComponentModel.DataAnnotations;
using Vekha.Registries;

namespace Vekha.Web.Features.Registries;

/// <summary>What the builder asks about an event of the life of an object.</summary>
public sealed class MoveInput
{
    [Display(Name = "Название события"), StringLength(200)]
    public string? Title { get; set; }

    [Display(Name = "Пояснение"), StringLength(500)]
    public string? Hint { get; set; }

    public bool IsFirst { get; set; }

    /// <summary>Keys of states; none stands for all that are not the end.</summary>
    public List<string> From { get; set; } = [];

    [Display(Name = "В какое состояние переводит")]
    public string? To { get; set; }

    /// <summary>Keys of fields that must be filled.</summary>
    public List<string> Fields { get; set; } = [];

    [Display(Name = "Какие документы нужны"), StringLength(2000)]
    public string? Papers { get; set; }

    [Display(Name = "Какой факт записать"), StringLength(100)]
    public string? FactKind { get; set; }

    [Display(Name = "Какому мероприятию плана он служит")]
    public Guid? Measure { get; set; }

    [Display(Name = "Сколько — из поля")]
    public string? QuantityField { get; set; }

    [Display(Name = "Название факта — из поля")]
    public string? TitleField { get; set; }

    [Display(Name = "От этого дня считают сроки «со дня …»"), StringLength(200)]
    public string? Anchor { get; set; }

    public static MoveInput Of(RegistryMove move) => new()
    {
        Title = move.Title, Hint = move.Hint, IsFirst = move.IsFirst, From = [.. move.From], To = move.To, Fields = [.. move.Fields], Papers = string.Join('\n', move.Papers),
        FactKind = move.FactKind, Measure = move.MeasureId, QuantityField = move.QuantityField, TitleField = move.TitleField, Anchor = move.Anchor,
    };

    public RegistryMove Move(string key) => new(key, Title?.Trim() ?? "")
    {
        Hint = Words(Hint), IsFirst = IsFirst, From = IsFirst ? [] : From, To = Words(To), Fields = Fields, FactKind = Words(FactKind), MeasureId = Measure, QuantityField = Words(QuantityField), TitleField = Words(TitleField), Anchor = Words(Anchor),
        Papers = [.. (Papers ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()],
    };

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
