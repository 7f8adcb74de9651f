using System.ComponentModel.DataAnnotations;
using Vekha.Registries;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Реестр»: objects of one kind in a programme — clubs, projects, practices. What the kind is, its description says as data.</summary>
public sealed partial class Registry
{
    /// <summary>More fields than this nobody fills.</summary>
    public const int MostFields = 80;

    private readonly List<TerritoryGoal> goals = [];

    private Registry() { }

    public Registry(Guid programmeId, RegistryDefinition definition)
    {
        if (definition.Problems() is [var wrong, ..]) throw new Refusal("Реестр не создан", Ru.Capital(wrong), "Исправьте описание");
        (Id, ProgrammeId, Definition) = (Guid.CreateVersion7(), programmeId, definition);
        Title = definition.Title;
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }

    [Display(Name = "Название реестра")]
    public string Title { get; private set; } = "";

    /// <summary>Fields, states and moves.</summary>
    public RegistryDefinition Definition { get; private set; } = null!;

    /// <summary>«Сколько нужно» in each territory; territories without a goal are not listed beside the others.</summary>
    public IReadOnlyList<TerritoryGoal> Goals => goals;

    /// <summary>«15 клубов».</summary>
    public string Count(long number) => Ru.Count(number, Definition.One, Definition.Few, Definition.Many);

    /// <summary>Finds cards that may be about one object; words every name here holds say nothing.</summary>
    public CardLikeness Likeness() => new([Definition.One, Definition.Few, Definition.Many]);

    public void Call(string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new Refusal("Реестр не сохранён", "У него нет названия", "Назовите его: «Реестр клубов»") { Field = "Input.Title" };
        Title = title.Trim();
        Definition = Definition with { Title = Title };
    }

    /// <summary>Takes a changed description; one that makes no sense is refused.</summary>
    /// <param name="used">States that cards stand in: they cannot go.</param>
    public void Describe(RegistryDefinition changed, IReadOnlyCollection<string> used)
    {
        const string not = "Описание не сохранено";
        if (changed.Problems() is [var wrong, ..]) throw new Refusal(not, Ru.Capital(wrong), "Исправьте и сохраните снова");
        if (changed.Fields.Count > MostFields) throw new Refusal(not, $"Полей стало бы больше {MostFields}", "Уберите лишние или заведите второй реестр");
        if (used.FirstOrDefault(u => changed.States.All(s => s.Key != u)) is { } needed)
            throw new Refusal(not, $"В состоянии «{Definition.State(needed).Title}» стоят карточки", "Сначала переведите их в другое состояние");
        Definition = changed;
        Title = changed.Title;
    }

    /// <summary>«Нужно не меньше» for a territory; <c>null</c> takes the territory off the list.</summary>
    /// <returns>What is to be removed.</returns>
    public TerritoryGoal? Want(Guid unit, string name, int? least)
    {
        if (least is < 0 or > 100_000) throw new Refusal("Цель не сохранена", $"«{least}» — не число объектов", "Впишите число от 0 до 100 000");
        var known = goals.Find(g => g.TerritoryId == unit);
        if (least is null)
        {
            if (known is not null) goals.Remove(known);
            return known;
        }
        if (known is not null) known.Change(name, least.Value);
        else goals.Add(new(Id, unit, name, least.Value));
        return null;
    }
}

/// <summary>«Цель территории»: how many objects it needs.</summary>
public sealed class TerritoryGoal
{
    private TerritoryGoal() { }

    internal TerritoryGoal(Guid registry, Guid territory, string name, int least) => (RegistryId, TerritoryId, Name, Least) = (registry, territory, name, least);

    public Guid RegistryId { get; private set; }
    public Guid TerritoryId { get; private set; }

    /// <summary>«Тосненский район», as it was called when the goal was set.</summary>
    public string Name { get; private set; } = "";
    public int Least { get; private set; }

    internal void Change(string name, int least) => (Name, Least) = (name, least);
}

/// <summary>How a unit of the tree is called as a place.</summary>
public static class Places
{
    /// <summary>«Тосненский район» of a committee there; the name of the unit where it says no territory.</summary>
    public static string Place(this Organisation unit) => unit.Territory ?? unit.ShortName;
}
