using System.ComponentModel.DataAnnotations;
using Vekha.Registries;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>
/// «Карточка объекта»: one club, project or practice with its fields and its life. Other features keep its
/// <see cref="Id"/> and <see cref="Name"/> beside facts and assignments.
/// </summary>
public sealed partial class RegistryObject
{
    private RegistryObject() { }

    /// <param name="number">Within the registry.</param>
    /// <param name="territory">The unit of the tree in whose territory it lies.</param>
    public RegistryObject(Registry registry, int number, string? name, Organisation territory)
    {
        (Id, RegistryId, ProgrammeId, Number) = (Guid.CreateVersion7(), registry.Id, registry.ProgrammeId, number);
        State = registry.Definition.First.To!;
        Call(name, territory);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid RegistryId { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>«Рег. №» within the registry.</summary>
    public int Number { get; private set; }

    [Display(Name = "Название")]
    public string Name { get; private set; } = "";

    /// <summary>The unit of the tree in whose territory it lies.</summary>
    public Guid TerritoryId { get; private set; }

    /// <summary>«Тосненский район», as it was called then.</summary>
    [Display(Name = "Территория")]
    public string Territory { get; private set; } = "";

    /// <summary>The unit that answers for the object: «орган, координирующий отрасль»; <c>null</c> where no field names it.</summary>
    public Guid? UnitId { get; private set; }

    public Guid? PlanId { get; private set; }

    /// <summary>The measure of the plan it came from, or <c>null</c>.</summary>
    public Guid? MeasureId { get; private set; }

    /// <summary>Key of the state it stands in now; on a past day see <see cref="StateOn"/>.</summary>
    public string State { get; private set; } = "";

    /// <summary>Values by key of the field, as <see cref="RegistryField.Read"/> keeps them.</summary>
    public Dictionary<string, string> Values { get; private set; } = [];
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }

    /// <summary>The first day it counts, or <c>null</c> while it does not.</summary>
    public DateOnly? Opened { get; private set; }

    /// <summary>The last day it counts; <c>null</c> while it lasts.</summary>
    public DateOnly? Closed { get; private set; }

    /// <summary>The day of the last word about its progress.</summary>
    public DateOnly? UpdatedOn { get; private set; }

    /// <summary>«% готовности» of the last word.</summary>
    public int? Percent { get; private set; }

    /// <summary>The risk named last, or <c>null</c>.</summary>
    public string? Risk { get; private set; }

    /// <summary>«Подтверждена»: until then only its own territory and the keepers of the programme see it, and it does not count.</summary>
    public DateOnly? ConfirmedOn { get; private set; }
    public string? ConfirmedBy { get; private set; }

    /// <summary>«Опубликована»: guests see it on the portal, in the fields marked public; <c>null</c> while it is not.</summary>
    public DateOnly? PublishedOn { get; private set; }
    public string? PublishedBy { get; private set; }

    /// <summary>The card it was merged into: this one only leads there.</summary>
    public Guid? MergedIntoId { get; private set; }
    public DateOnly? MergedOn { get; private set; }

    /// <summary>Name, territory and address in small letters: what the list is searched by on both databases.</summary>
    public string Words { get; private set; } = "";

    public bool IsConfirmed => ConfirmedOn is not null;
    public bool IsMerged => MergedIntoId is not null;

    /// <summary>Counts and will count on: it owes what its registry owes.</summary>
    public bool IsOpen => IsConfirmed && !IsMerged && Opened is not null && Closed is null;

    public void Call(string? name, Organisation territory)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new Refusal("Карточка не сохранена", "У объекта нет названия", "Назовите его, как называют люди: «Клуб «Маяк»»") { Field = "Input.Name" };
        if (name.Trim().Length > 300) throw new Refusal("Карточка не сохранена", "Название длиннее 300 знаков", "Оставьте в нём главное, остальное — в полях карточки") { Field = "Input.Name" };
        (Name, TerritoryId, Territory) = (name.Trim(), territory.Id, territory.Place());
        Index();
    }

    /// <summary>The number that was free when it was taken has been taken by another.</summary>
    internal void Renumber(int number) => Number = number;

    /// <summary>«Мероприятие плана» that the object serves.</summary>
    public void Serve(Guid? planId, Guid? measureId) => (PlanId, MeasureId) = (planId, measureId);

    /// <summary>«Подтвердить»: from now on others see the card and it counts.</summary>
    public void Confirm(DateOnly on, string by)
    {
        if (IsConfirmed) throw new Refusal("Карточка не подтверждена ещё раз", $"Она подтверждена {Ru.Day(ConfirmedOn!.Value)}: {ConfirmedBy}");
        (ConfirmedOn, ConfirmedBy) = (on, by);
        Recount();
    }

    /// <summary>«Опубликовать» on the portal.</summary>
    public void Publish(DateOnly on, string by)
    {
        const string not = "Карточка не опубликована";
        if (!IsConfirmed) throw new Refusal(not, "Она ещё не подтверждена", "Подтвердите карточку, потом публикуйте");
        if (IsMerged) throw new Refusal(not, "Она объединена с другой", "Опубликуйте ту, что осталась");
        if (PublishedOn is { } since) throw new Refusal(not, $"Она на портале с {Ru.Digits(since)}", "Обновите страницу");
        (PublishedOn, PublishedBy) = (on, by);
    }

    /// <summary>«Снять с портала».</summary>
    public void Unpublish() => (PublishedOn, PublishedBy) = PublishedOn is null ? throw new Refusal("Карточка не снята с портала", "Её там нет", "Обновите страницу") : ((DateOnly?)null, (string?)null);

    /// <summary>«Объединена»: leaves a trace that leads to the other card.</summary>
    public void MergeInto(RegistryObject survivor, DateOnly on)
    {
        const string not = "Карточки не объединены";
        if (survivor.Id == Id) throw new Refusal(not, "Это одна и та же карточка");
        if (IsMerged) throw new Refusal(not, $"Карточка № {Number} уже объединена {Ru.Day(MergedOn!.Value)}", "Обновите страницу");
        if (survivor.IsMerged) throw new Refusal(not, $"Карточка № {survivor.Number} сама объединена с другой", "Выберите ту, что действует");
        if (survivor.RegistryId != RegistryId) throw new Refusal(not, "Они из разных реестров");
        (MergedIntoId, MergedOn) = (survivor.Id, on);
    }

    // «Ё» and capitals do not hinder a search; SQLite compares small letters of the Latin alphabet only.
    internal static string Plain(string text) => text.ToLowerInvariant().Replace('ё', 'е');

    private void Index(string? address = null)
    {
        address ??= Address;
        Address = address;
        Words = Plain(string.Join(' ', new[] { Name, Territory, address }.OfType<string>()));
    }

    /// <summary>The value of the field that is an address: doubles are found by it.</summary>
    public string? Address { get; private set; }

    public CardFace Face => new(Id, Name, Address, TerritoryId);
}
