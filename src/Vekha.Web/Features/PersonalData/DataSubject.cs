using System.ComponentModel.DataAnnotations;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>As whom the person is known in the programme.</summary>
public enum PersonKind
{
    /// <summary>«волонтёр».</summary>
    Volunteer,
    /// <summary>«ветеран».</summary>
    Veteran,
    /// <summary>«эксперт».</summary>
    Expert,
    /// <summary>«психолог», whom those who meet veterans call.</summary>
    Psychologist,
    /// <summary>«участник».</summary>
    Participant,
}

/// <summary>
/// «Человек программы»: a volunteer, a veteran, an expert on the list of one unit. Only what is needed to find the person;
/// other units of the programme see how many there are and no names.
/// </summary>
public sealed class DataSubject
{
    private DataSubject() { }

    public DataSubject(Guid programme, Guid unit, PersonKind kind) => (Id, ProgrammeId, UnitId, Kind) = (Guid.CreateVersion7(), programme, unit, kind);

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>The unit whose list it is.</summary>
    public Guid UnitId { get; private set; }
    public PersonKind Kind { get; private set; }

    [Display(Name = "Фамилия, имя, отчество")]
    public string Name { get; private set; } = "";

    /// <summary>Phone or mail.</summary>
    [Display(Name = "Телефон или почта")]
    public string? Contact { get; private set; }

    /// <summary>What the unit needs to know for the work: «может в будни после 15 часов».</summary>
    [Display(Name = "Пометка")]
    public string? Note { get; private set; }

    /// <summary>A parent agrees for a child.</summary>
    [Display(Name = "Моложе 18 лет")]
    public bool IsChild { get; private set; }

    /// <summary>«Сведения о здоровье», a special category: never in a list, opened one by one with a reason.</summary>
    public string? Health { get; private set; }
    public DateOnly AddedOn { get; private set; }
    public string AddedBy { get; private set; } = "";
    public DateOnly? ErasedOn { get; private set; }

    public bool IsErased => ErasedOn is not null;

    public void Enter(DateOnly on, string by) => (AddedOn, AddedBy) = (on, by);

    public void Describe(PersonKind kind, string? name, string? contact, string? note, bool isChild)
    {
        MustBeThere();
        if (string.IsNullOrWhiteSpace(name)) throw new Refusal("Запись не сохранена", "Не указано, кто это", "Впишите фамилию, имя и отчество") { Field = "Input.Name" };
        (Kind, Name, Contact, Note, IsChild) = (kind, name.Trim(), Clean(contact), Clean(note), isChild);
    }

    /// <param name="holds">Whether the person's consent to a purpose about health holds.</param>
    public void WriteHealth(string? words, bool holds)
    {
        MustBeThere();
        if (!string.IsNullOrWhiteSpace(words) && !holds)
            throw new Refusal("Сведения о здоровье не записаны", "Нет действующего письменного согласия на них", "Сначала запишите согласие: сведения о здоровье — особая категория") { Field = "health" };
        Health = Clean(words);
    }

    internal void Erase(DateOnly on) => (Name, Contact, Note, Health, ErasedOn) = (DataPlaces.Erased, null, null, null, on);

    private void MustBeThere()
    {
        if (IsErased) throw new Refusal("Запись не сохранена", "Данные этого человека уничтожены", "Если он снова участвует, внесите его заново с новым согласием");
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
