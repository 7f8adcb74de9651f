using System.ComponentModel.DataAnnotations;
using Vekha.Registries;

namespace Vekha.Web.Features.Registries;

/// <summary>What the builder asks about a field of the card.</summary>
public sealed class FieldInput
{
    [Display(Name = "Название поля"), StringLength(200)]
    public string? Title { get; set; }

    [Display(Name = "Что записывают")]
    public RegistryFieldKind Kind { get; set; }

    [Display(Name = "Пояснение"), StringLength(500)]
    public string? Hint { get; set; }

    [Display(Name = "Единица"), StringLength(40)]
    public string? Unit { get; set; }

    [Display(Name = "Раздел карточки"), StringLength(100)]
    public string? Section { get; set; }

    [Display(Name = "Ответы на выбор"), StringLength(4000)]
    public string? Choices { get; set; }

    public bool Required { get; set; }
    public bool IsPersonal { get; set; }
    public bool IsListed { get; set; }
    public bool IsExecutor { get; set; }
    public bool IsPublic { get; set; }
    public bool IsSource { get; set; }

    public static FieldInput Of(RegistryField field) => new()
    {
        Title = field.Title, Kind = field.Kind, Hint = field.Hint, Unit = field.Unit, Section = field.Section, Choices = string.Join('\n', field.Choices),
        Required = field.Required, IsPersonal = field.IsPersonal, IsListed = field.IsListed, IsExecutor = field.IsExecutor, IsPublic = field.IsPublic, IsSource = field.IsSource,
    };

    /// <summary>The field; what its kind has no use for is left out.</summary>
    public RegistryField Field(string key) => new(key, Title?.Trim() ?? "", Kind)
    {
        Hint = Words(Hint), Unit = Kind == RegistryFieldKind.Number ? Words(Unit) : null, Section = Words(Section), Required = Required, IsPersonal = IsPersonal, IsListed = IsListed && !IsPersonal,
        IsExecutor = IsExecutor && Kind == RegistryFieldKind.Unit, IsPublic = IsPublic && !IsPersonal && Kind != RegistryFieldKind.Person, IsSource = IsSource && Kind == RegistryFieldKind.Money,
        Choices = Kind == RegistryFieldKind.Choice ? [.. (Choices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()] : [],
    };

    /// <summary>«строка», as the builder calls a kind.</summary>
    public static string Word(RegistryFieldKind kind) => kind switch
    {
        RegistryFieldKind.Text => "строка",
        RegistryFieldKind.LongText => "текст в несколько строк",
        RegistryFieldKind.Number => "число",
        RegistryFieldKind.Money => "сумма в рублях",
        RegistryFieldKind.Day => "дата",
        RegistryFieldKind.Choice => "выбор из списка",
        RegistryFieldKind.YesNo => "да или нет",
        RegistryFieldKind.Link => "ссылка",
        RegistryFieldKind.Unit => "подразделение",
        RegistryFieldKind.Person => "человек",
        RegistryFieldKind.File => "файл",
        RegistryFieldKind.Photo => "снимок",
        RegistryFieldKind.Address => "адрес",
        _ => "место на карте",
    };

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
