using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Changes;

/// <summary>What is asked to be changed in an approved row.</summary>
public enum ChangeKind
{
    /// <summary>«срок».</summary>
    Deadline,
    /// <summary>«формулировка».</summary>
    Title,
    /// <summary>«исполнители».</summary>
    Executors,
    /// <summary>«исключение мероприятия».</summary>
    Cancel,
}

/// <summary>Where a request stands.</summary>
public enum ChangeState
{
    /// <summary>«ждёт решения».</summary>
    Asked,
    /// <summary>«одобрено».</summary>
    Approved,
    /// <summary>«отказано».</summary>
    Refused,
    /// <summary>«отозвано» by who asked.</summary>
    Withdrawn,
}

/// <summary>
/// «Запрос на изменение»: the executor or the keeper asks to change one row of an approved plan, with reasons. Approved, it
/// becomes a part of the next version; the approved text itself is never edited.
/// </summary>
public sealed class ChangeRequest
{
    private ChangeRequest() { }

    /// <param name="number">Within the programme: «запрос № 3».</param>
    /// <param name="ask">What and why.</param>
    /// <param name="measure">The row as it is in force.</param>
    public ChangeRequest(Programme programme, Measure measure, int number, Ask ask, Notice notice, DateOnly on, DateTimeOffset at, Actor by)
    {
        ask.MustBeWhole(measure);
        (Id, ProgrammeId, PlanId, MeasureId, AssignmentId, Number) = (Guid.CreateVersion7(), programme.Id, measure.PlanId, measure.Id, ask.AssignmentId, number);
        (Kind, Before, After, Deadlines) = (ask.Kind, WordsOf(measure, ask.Kind), ask.After?.Trim() ?? "", [.. ask.Deadlines]);
        (Reason, Impact, ReasonKind) = (ask.Reason!.Trim(), ask.Impact!.Trim(), ask.ReasonKind);
        (Control, NewControl, AskBy, Repeated) = (notice.Control, notice.NewControl, notice.AskBy, notice.Extended);
        (FiledOn, FiledAt, FiledById, FiledBy) = (on, at, by.PersonId!.Value, by.UnitName is { Length: > 0 } unit ? $"{by.Name}, {unit}" : by.Name);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid MeasureId { get; private set; }

    /// <summary>The assignment from which it was asked, or <c>null</c> when the keeper asked about the row.</summary>
    public Guid? AssignmentId { get; private set; }
    public int Number { get; private set; }
    public ChangeKind Kind { get; private set; }

    /// <summary>«Текущая редакция» on the day of filing.</summary>
    public string Before { get; private set; } = "";

    /// <summary>«Новая редакция»; empty for <see cref="ChangeKind.Cancel"/>.</summary>
    public string After { get; private set; } = "";

    /// <summary>What the new words of the deadline mean, as the one who asked has seen it.</summary>
    public List<Deadline> Deadlines { get; private set; } = [];
    public string Reason { get; private set; } = "";

    /// <summary>«не завершена закупка»: the reason of the list, where another day is asked for.</summary>
    public string? ReasonKind { get; private set; }

    /// <summary>«Анализ влияния» on figures, days and other measures.</summary>
    public string Impact { get; private set; } = "";

    /// <summary>The control day in force when it was filed.</summary>
    public DateOnly? Control { get; private set; }

    /// <summary>The control day by the new words.</summary>
    public DateOnly? NewControl { get; private set; }

    /// <summary>The last day on which it would be in time; <c>null</c> where no notice is asked.</summary>
    public DateOnly? AskBy { get; private set; }

    /// <summary>How often the day was moved later before: a repeated extension is shown to who decides.</summary>
    public int Repeated { get; private set; }
    public DateOnly FiledOn { get; private set; }
    public DateTimeOffset FiledAt { get; private set; }
    public Guid FiledById { get; private set; }

    /// <summary>Name and unit as they were then.</summary>
    public string FiledBy { get; private set; } = "";
    public ChangeState State { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }
    public string? DecidedBy { get; private set; }

    /// <summary>Why it was refused, or the act by which it was approved.</summary>
    public string? Ground { get; private set; }

    /// <summary>The version of the plan that it became a part of.</summary>
    public int? PlanVersion { get; private set; }

    /// <summary>«Подан с нарушением срока».</summary>
    public bool IsLate => AskBy is { } last && FiledOn > last;

    /// <summary>«Повторное продление».</summary>
    public bool IsRepeated => Repeated > 0 && NewControl > Control;

    public void Approve(int planVersion, string ground, DateOnly on, DateTimeOffset at, Actor by)
    {
        Decide(ChangeState.Approved, ground, on, at, by);
        PlanVersion = planVersion;
    }

    public void Refuse(string? reason, DateOnly on, DateTimeOffset at, Actor by)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("Отказ не записан", "Не названа причина", "Напишите, почему изменение не принимается: прежний срок остаётся в силе") { Field = "Why" };
        Decide(ChangeState.Refused, reason, on, at, by);
    }

    public void Withdraw(DateOnly on, DateTimeOffset at, Actor by) => Decide(ChangeState.Withdrawn, null, on, at, by);

    private void Decide(ChangeState state, string? ground, DateOnly on, DateTimeOffset at, Actor by)
    {
        if (State != ChangeState.Asked) throw new Refusal("Решение не записано", $"По запросу № {Number} оно уже есть: {State.Word()}, {DecidedBy}", "Обновите страницу, чтобы его увидеть");
        (State, Ground, DecidedOn, DecidedAt, DecidedById, DecidedBy) = (state, string.IsNullOrWhiteSpace(ground) ? null : ground.Trim(), on, at, by.PersonId, by.Name);
    }

    /// <summary>The words of the row that a kind of change is about.</summary>
    public static string WordsOf(Measure measure, ChangeKind kind) => kind switch
    {
        ChangeKind.Deadline => measure.DeadlineText ?? (measure.DeadlineInherited ? "срок этапа" : "срок не указан"),
        ChangeKind.Executors => string.Join('\n', measure.Executors.OrderBy(e => e.Position).Select(e => e.Name)),
        _ => measure.Title,
    };

    internal static void Map(ModelBuilder model) => model.Entity<ChangeRequest>(request =>
    {
        request.ToTable("change_requests").HasKey(r => r.Id);
        request.Property(r => r.Deadlines).AsJson();
        request.Property(r => r.Before).HasColumnName("text_before");
        request.Property(r => r.After).HasColumnName("text_after");
        request.HasOne<Plan>().WithMany().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Measure>().WithMany().HasForeignKey(r => r.MeasureId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => new { r.ProgrammeId, r.Number }).IsUnique();
        // The list and the number in the menu.
        request.HasIndex(r => new { r.ProgrammeId, r.State, r.FiledAt });
        request.HasIndex(r => new { r.FiledById, r.State });
        request.HasIndex(r => r.AssignmentId);
    });
}

public static class ChangeSets
{
    extension(VekhaDb db)
    {
        public DbSet<ChangeRequest> ChangeRequests => db.Set<ChangeRequest>();
        public DbSet<ChangeRule> ChangeRules => db.Set<ChangeRule>();
    }

    /// <summary>«срок».</summary>
    public static string Word(this ChangeKind kind) => kind switch
    {
        ChangeKind.Deadline => "срок",
        ChangeKind.Title => "формулировка",
        ChangeKind.Executors => "исполнители",
        _ => "исключение мероприятия",
    };

    /// <summary>«ждёт решения».</summary>
    public static string Word(this ChangeState state) => state switch
    {
        ChangeState.Asked => "ждёт решения",
        ChangeState.Approved => "одобрено",
        ChangeState.Refused => "отказано",
        _ => "отозвано",
    };

    /// <summary>Name of the look.</summary>
    public static string Look(this ChangeState state) => state switch
    {
        ChangeState.Asked => "sent",
        ChangeState.Approved => "yes",
        ChangeState.Refused => "no",
        _ => "none",
    };
}
