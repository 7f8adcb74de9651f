using System.Text.Json.Serialization;

namespace Vekha.Registries;

/// <summary>«Вид поля карточки»: what is written into a field of a card.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistryFieldKind>))]
public enum RegistryFieldKind
{
    /// <summary>«строка».</summary>
    Text,
    /// <summary>«текст» of several lines.</summary>
    LongText,
    /// <summary>«число», with a unit.</summary>
    Number,
    /// <summary>«сумма», in roubles.</summary>
    Money,
    /// <summary>«дата».</summary>
    Day,
    /// <summary>«выбор из списка».</summary>
    Choice,
    /// <summary>«да или нет».</summary>
    YesNo,
    /// <summary>«ссылка».</summary>
    Link,
    /// <summary>«подразделение» of the tree: its key and its name as it was.</summary>
    Unit,
    /// <summary>«человек»: a full name.</summary>
    Person,
    /// <summary>«файл».</summary>
    File,
    /// <summary>«снимок».</summary>
    Photo,
    /// <summary>«адрес»: by it doubles are found.</summary>
    Address,
    /// <summary>«место на карте»: latitude and longitude.</summary>
    Place,
}

/// <summary>«Поле карточки»: one question that every card of a registry answers.</summary>
/// <param name="Key">Stays the same when the field moves; unique within the registry.</param>
/// <param name="Title">«Адрес клуба».</param>
/// <param name="Kind">What is written.</param>
public sealed partial record RegistryField(string Key, string Title, RegistryFieldKind Kind)
{
    /// <summary>A line of explanation, or <c>null</c>.</summary>
    public string? Hint { get; init; }

    /// <summary>Unit of a number: «мест», or <c>null</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Heading of a part of the card: «Деньги», or <c>null</c>.</summary>
    public string? Section { get; init; }

    /// <summary>A card without it is not saved.</summary>
    public bool Required { get; init; }

    /// <summary>«Персональные данные»: hidden from those who do not keep the card.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Stands as a column of the list.</summary>
    public bool IsListed { get; init; }

    /// <summary>The unit written here answers for the object: «орган, координирующий отрасль». Of a <see cref="RegistryFieldKind.Unit"/>.</summary>
    public bool IsExecutor { get; init; }

    /// <summary>«На портале»: anybody reads it on the page of a published card. Never of what is personal.</summary>
    public bool IsPublic { get; init; }

    /// <summary>«Источник денег»: its sum is a part of the whole, shown by source. Of a <see cref="RegistryFieldKind.Money"/>.</summary>
    public bool IsSource { get; init; }

    /// <summary>«Убрано»: no longer asked; what was written stays.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Answers of a choice in order.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether the value is a number.</summary>
    [JsonIgnore]
    public bool IsNumber => Kind is RegistryFieldKind.Number or RegistryFieldKind.Money;

    /// <summary>Whether the value is an attached file.</summary>
    [JsonIgnore]
    public bool IsFile => Kind is RegistryFieldKind.File or RegistryFieldKind.Photo;
}
