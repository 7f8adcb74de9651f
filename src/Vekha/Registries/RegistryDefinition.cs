using System.Text.Json.Serialization;

namespace Vekha.Registries;

/// <summary>«Состояние объекта»: where an object of a registry stands in its life.</summary>
/// <param name="Key">Stays the same when the words change; unique within the registry.</param>
/// <param name="Title">«работает».</param>
public sealed record RegistryState(string Key, string Title)
{
    /// <summary>«Входит в счёт»: an object in this state is counted: «2 из 2 клубов».</summary>
    public bool Counts { get; init; }

    /// <summary>«Конечное»: no move leads out of it unless it names it.</summary>
    public bool IsEnd { get; init; }
}

/// <summary>«Событие жизненного цикла»: a move that is allowed to an object, what it asks for and what it records.</summary>
/// <param name="Key">Stays the same when the words change; unique within the registry.</param>
/// <param name="Title">«План работы утверждён».</param>
public sealed record RegistryMove(string Key, string Title)
{
    /// <summary>A line of explanation, or <c>null</c>.</summary>
    public string? Hint { get; init; }

    /// <summary>«Заводит карточку»: the first event of every object.</summary>
    public bool IsFirst { get; init; }

    /// <summary>States it is allowed in; empty allows it in all that are not the end.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The state it leads to; <c>null</c> leaves the object where it is.</summary>
    public string? To { get; init; }

    /// <summary>Keys of fields that are asked for and must be filled.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>«Документы»: what must be attached or named by its number: «положение о клубе».</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>The fact it records, in the nominative singular: «клуб», «мероприятие»; <c>null</c> for none.</summary>
    public string? FactKind { get; init; }

    /// <summary>The measure of the plan that the fact serves; <c>null</c> for that of the card.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>The field that says how many; <c>null</c> for one.</summary>
    public string? QuantityField { get; init; }

    /// <summary>The field that names the fact: «Последнее мероприятие»; <c>null</c> for the words of the move and the object.</summary>
    public string? TitleField { get; init; }

    /// <summary>The event that deadlines wait for: «дня завершения реализации проекта», or <c>null</c>.</summary>
    public string? Anchor { get; init; }
}

/// <summary>
/// «Описание реестра»: what a kind of object is as data — its name, its fields, its states and the moves between them. A template
/// is one such value in one file.
/// </summary>
/// <param name="Title">«Реестр клубов по месту жительства».</param>
/// <param name="One">«клуб».</param>
/// <param name="Few">«клуба», as after two.</param>
/// <param name="Many">«клубов», as after five.</param>
public sealed partial record RegistryDefinition(string Title, string One, string Few, string Many)
{
    /// <summary>Fields in order, also those no longer asked.</summary>
    public IReadOnlyList<RegistryField> Fields { get; init; } = [];

    /// <summary>States in the order of a usual life.</summary>
    public IReadOnlyList<RegistryState> States { get; init; } = [];

    /// <summary>Moves in the order of a usual life.</summary>
    public IReadOnlyList<RegistryMove> Moves { get; init; } = [];

    /// <summary>After so many days without word of progress an object is named; <c>null</c> where none is asked.</summary>
    public int? SilentAfterDays { get; init; }

    /// <summary>Fields that are asked now.</summary>
    [JsonIgnore]
    public IEnumerable<RegistryField> Asked => Fields.Where(f => !f.IsRetired);

    /// <summary>The move that makes a card.</summary>
    [JsonIgnore]
    public RegistryMove First => Moves.First(m => m.IsFirst);

    /// <summary>The field with a key, or <c>null</c>.</summary>
    public RegistryField? Field(string key) => Fields.FirstOrDefault(f => f.Key == key);

    /// <summary>The state with a key; one whose words are gone is shown by its key.</summary>
    public RegistryState State(string key) => States.FirstOrDefault(s => s.Key == key) ?? new(key, key);

    /// <summary>The move with a key, or <c>null</c>.</summary>
    public RegistryMove? Move(string key) => Moves.FirstOrDefault(m => m.Key == key);

    /// <summary>Moves allowed to an object in a state.</summary>
    public IEnumerable<RegistryMove> MovesFrom(string state) => Moves.Where(m => !m.IsFirst && (m.From.Count == 0 ? !State(state).IsEnd : m.From.Contains(state)));

    /// <summary>What keeps the description from being used, in Russian; empty when nothing does.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> wrong = [];
        if (string.IsNullOrWhiteSpace(Title)) wrong.Add("у реестра нет названия");
        if (new[] { One, Few, Many }.Any(string.IsNullOrWhiteSpace)) wrong.Add("не сказано, как называть объект: «клуб, клуба, клубов»");
        if (States.Count == 0) wrong.Add("нет ни одного состояния");
        if (Moves.Count(m => m.IsFirst) != 1) wrong.Add("ровно одно событие должно заводить карточку");
        wrong.AddRange(Twice(Fields.Where(f => !f.IsRetired).Select(f => f.Title)).Select(t => $"поле «{t}» записано дважды"));
        wrong.AddRange(Twice(States.Select(s => s.Title)).Select(t => $"состояние «{t}» записано дважды"));
        wrong.AddRange(Twice(Moves.Select(m => m.Title)).Select(t => $"событие «{t}» записано дважды"));
        wrong.AddRange(Fields.Where(f => f is { Kind: RegistryFieldKind.Choice, IsRetired: false, Choices.Count: < 2 }).Select(f => $"в поле «{f.Title}» выбирать не из чего: впишите хотя бы два ответа"));
        foreach (var move in Moves)
        {
            var known = States.Select(s => s.Key).ToHashSet();
            if (move.IsFirst && move.To is null) wrong.Add($"событие «{move.Title}» заводит карточку, но не сказано, в каком состоянии");
            if (move.To is { } to && !known.Contains(to)) wrong.Add($"событие «{move.Title}» ведёт в состояние, которого нет");
            if (move.From.Any(f => !known.Contains(f))) wrong.Add($"событие «{move.Title}» начинается в состоянии, которого нет");
            if (move.Fields.Concat(new[] { move.QuantityField, move.TitleField }.OfType<string>()).Any(f => Field(f) is null or { IsRetired: true })) wrong.Add($"событие «{move.Title}» требует поля, которого нет");
            if (move.QuantityField is { } counted && Field(counted) is { IsNumber: false }) wrong.Add($"событие «{move.Title}» считает по полю, которое не число");
        }
        return wrong;
    }

    private static IEnumerable<string> Twice(IEnumerable<string> titles) =>
        titles.GroupBy(t => t.Trim(), StringComparer.CurrentCultureIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);
}
