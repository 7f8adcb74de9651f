using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Events;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Awards;

/// <summary>What is said about somebody who is proposed.</summary>
public sealed record Nomination
{
    public bool IsOrganisation { get; init; }
    public required string Name { get; init; }
    public string? NameDative { get; init; }
    public string? Post { get; init; }
    public required string Nominator { get; init; }
    public AwardKind Kind { get; init; }
    public string? Merit { get; init; }
    public Guid? ObjectId { get; init; }
    public string? ObjectName { get; init; }
}

/// <summary>«Награждаемый»: a person or an organisation, for what, by whom proposed, and how far it has come.</summary>
public sealed class Award
{
    private Award() { }

    public Award(AwardList list, Nomination said)
    {
        (Id, ListId, ProgrammeId) = (Guid.CreateVersion7(), list.Id, list.ProgrammeId);
        Describe(said, list);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ListId { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public bool IsOrganisation { get; private set; }

    /// <summary>In the nominative: «Берёзов Илья Олегович», «ООО „Зелёный двор“».</summary>
    [Display(Name = "Кто награждается")]
    public string Name { get; private set; } = "";

    /// <summary>«Берёзову Илье Олеговичу»: a letter of thanks is given to somebody; <c>null</c> until it is written.</summary>
    public string? NameDative { get; private set; }

    /// <summary>«индивидуальный предприниматель», «директор школы № 2».</summary>
    public string? Post { get; private set; }

    /// <summary>Who proposed it: an initiative group, a unit, a deputy.</summary>
    public string Nominator { get; private set; } = "";
    public AwardKind Kind { get; private set; }

    /// <summary>What stands after «за».</summary>
    public string Merit { get; private set; } = "";
    public Guid? ObjectId { get; private set; }
    public string? ObjectName { get; private set; }
    public AwardState State { get; private set; }
    public DateOnly? AgreedOn { get; private set; }
    public string? AgreedBy { get; private set; }
    public string? ActNumber { get; private set; }
    public DateOnly? ActOn { get; private set; }
    public DateOnly? HandedOn { get; private set; }

    /// <summary>The event at which it was handed over, or <c>null</c>.</summary>
    public Guid? EventId { get; private set; }
    public string? DeclinedWhy { get; private set; }

    /// <summary>The day of the paper by which the person agreed; an organisation needs none.</summary>
    public DateOnly? ConsentOn { get; private set; }
    public DateOnly? ErasedOn { get; private set; }

    public bool NeedsConsent => !IsOrganisation && ConsentOn is null;

    /// <summary>Still to be changed: no act names it yet.</summary>
    public bool IsOpen => State is AwardState.Proposed or AwardState.Agreed;

    public void Describe(Nomination said, AwardList list)
    {
        const string not = "Награждаемый не записан";
        if (State is AwardState.InAct or AwardState.Handed) throw new Refusal(not, $"{Name}: назван в акте № {ActNumber}", "Сначала верните его на шаг назад с основанием");
        if (string.IsNullOrWhiteSpace(said.Name) || !said.Name.Any(char.IsLetter)) throw new Refusal(not, "Не названо, кого награждают", "Впишите фамилию, имя, отчество полностью или название организации") { Field = "Input.Name" };
        if (string.IsNullOrWhiteSpace(said.Nominator)) throw new Refusal(not, "Не указано, кто представил", "Впишите инициативную группу, подразделение, депутата") { Field = "Input.Nominator" };
        if ((AwardList.Clean(said.Merit) ?? list.Merit) is not { } merit) throw new Refusal(not, "Не названы заслуги", "Продолжите слово «за»: «помощь в благоустройстве сквера»") { Field = "Input.Merit" };
        (IsOrganisation, Name, NameDative, Post) = (said.IsOrganisation, said.Name.Trim(), AwardList.Clean(said.NameDative), AwardList.Clean(said.Post));
        (Nominator, Kind, ObjectId, ObjectName) = (said.Nominator.Trim(), said.Kind, said.ObjectId, AwardList.Clean(said.ObjectName));
        Merit = merit.StartsWith("за ", StringComparison.OrdinalIgnoreCase) ? merit[3..] : merit;
    }

    /// <summary>«Согласие получено».</summary>
    internal void HasConsent(DateOnly on) => ConsentOn = on;

    /// <summary>«Согласовать».</summary>
    public void Agree(DateOnly on, string by)
    {
        if (State is not AwardState.Proposed) throw Wrong("Не согласовано", "согласуют предложенных");
        (State, AgreedOn, AgreedBy) = (AwardState.Agreed, on, by);
    }

    /// <summary>«Включить в распоряжение»: from now on the act names it.</summary>
    public void Include(string number, DateOnly on)
    {
        const string not = "Не включено";
        if (State is not AwardState.Agreed) throw Wrong(not, "включают согласованных");
        if (NeedsConsent) throw new Refusal(not, $"{Name}: нет согласия на обработку персональных данных", "Получите подписанное согласие и впишите его день в строке награждаемого");
        (State, ActNumber, ActOn) = (AwardState.InAct, number, on);
    }

    /// <summary>«Вручено».</summary>
    public void HandOver(DateOnly on, Guid? happening)
    {
        const string not = "Вручение не записано";
        if (State is not AwardState.InAct) throw Wrong(not, "вручают то, о чём есть подписанный акт");
        if (on < ActOn) throw new Refusal(not, $"{Name}: {Ru.Digits(on)} раньше акта, {Ru.Digits(ActOn.Value)}", "Проверьте день вручения") { Field = "on" };
        (State, HandedOn, EventId) = (AwardState.Handed, on, happening);
    }

    /// <summary>«Отклонить».</summary>
    public void Decline(string? why)
    {
        if (!IsOpen) throw Wrong("Не отклонено", "отклоняют, пока акта нет");
        if (string.IsNullOrWhiteSpace(why)) throw new Refusal("Не отклонено", "Не названа причина", "Напишите её: она останется в списке") { Field = "ground" };
        (State, DeclinedWhy) = (AwardState.Declined, why.Trim());
    }

    /// <summary>«Вернуть на шаг назад»: what was marked by mistake.</summary>
    public void StepBack(string? why)
    {
        const string not = "Не возвращено";
        if (string.IsNullOrWhiteSpace(why)) throw new Refusal(not, "Не названо основание", "Напишите, почему отметка неверна: она останется в журнале") { Field = "ground" };
        switch (State)
        {
            case AwardState.Handed: (State, HandedOn, EventId) = (AwardState.InAct, null, null); break;
            case AwardState.InAct: (State, ActNumber, ActOn) = (AwardState.Agreed, null, null); break;
            case AwardState.Agreed or AwardState.Declined: (State, AgreedOn, AgreedBy, DeclinedWhy) = (AwardState.Proposed, null, null, null); break;
            default: throw new Refusal(not, $"{Name}: только предложен", "Если он не нужен, отклоните его");
        }
    }

    internal void Erase(DateOnly on) => (Name, NameDative, Post, ErasedOn) = (DataPlaces.Erased, null, null, on);

    private Refusal Wrong(string not, string rule) => new(not, $"{Name}: {rule}", "Обновите страницу и отметьте других");

    internal static void Map(ModelBuilder model) => model.Entity<Award>(award =>
    {
        award.ToTable("awards").HasKey(a => a.Id);
        award.Ignore(a => a.NeedsConsent);
        award.Ignore(a => a.IsOpen);
        award.HasOne<AwardList>().WithMany().HasForeignKey(a => a.ListId).OnDelete(DeleteBehavior.Restrict);
        award.HasOne<RegistryObject>().WithMany().HasForeignKey(a => a.ObjectId).OnDelete(DeleteBehavior.Restrict);
        award.HasOne<Event>().WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Restrict);
        award.HasIndex(a => new { a.ListId, a.State });
        award.HasIndex(a => new { a.ProgrammeId, a.ErasedOn });
        award.HasIndex(a => a.ObjectId);
        award.HasIndex(a => a.EventId);
    });
}
