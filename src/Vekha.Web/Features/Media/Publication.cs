using System.ComponentModel.DataAnnotations;
using Vekha.Media;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>Where a publication stands.</summary>
public enum PublicationState
{
    /// <summary>«идея»: planned, nothing written.</summary>
    Idea,
    /// <summary>«черновик».</summary>
    Draft,
    /// <summary>«на утверждении».</summary>
    Submitted,
    /// <summary>«утверждена».</summary>
    Approved,
    /// <summary>«вышла», with its proof.</summary>
    Out,
    /// <summary>«снята».</summary>
    Dropped,
}

/// <summary>What a publication is about and whose it is; given when it is planned and when it is changed.</summary>
public sealed record PublicationAim(string? Title, PublicationFormat Format, DateOnly? Due, string? DueWhy)
{
    public Guid? MeasureId { get; init; }
    public Guid? AssignmentId { get; init; }

    /// <summary>Which one of several that the assignment asks for: the second of «2 раза в месяц».</summary>
    public int Turn { get; init; } = 1;
    public Guid? ObjectId { get; init; }
    public string? ObjectName { get; init; }
    public Guid? UnitId { get; init; }
    public string? Responsible { get; init; }

    /// <summary>The event it announces or sums up.</summary>
    public Guid? EventId { get; init; }

    /// <summary>«move:registry:key:day»: the decisions of which it tells, where it was drafted by itself.</summary>
    public string? DraftedOf { get; init; }
}

/// <summary>
/// «Публикация»: one text in one channel. Several that tell the same in different channels share a task. It is closed by its
/// proof and by nothing else: the word «вышла» is not enough.
/// </summary>
public sealed partial class Publication
{
    private readonly List<PublicationText> texts = [];
    private readonly List<PublicationFile> files = [];

    private Publication() { }

    /// <param name="task">The same for publications that tell the same in several channels.</param>
    public Publication(MediaPlan plan, Guid task, string channel, PublicationAim aim)
    {
        (Id, MediaPlanId, ProgrammeId, TaskId, Channel) = (Guid.CreateVersion7(), plan.Id, plan.ProgrammeId, task, channel);
        (AssignmentId, Turn, DraftedOf) = (aim.AssignmentId, aim.Turn, aim.DraftedOf);
        Aim(aim);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid MediaPlanId { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid TaskId { get; private set; }

    /// <summary>The row of the plan it serves, or <c>null</c>.</summary>
    public Guid? MeasureId { get; private set; }

    /// <summary>The assignment that asked for it, or <c>null</c> where a person planned it.</summary>
    public Guid? AssignmentId { get; private set; }

    /// <inheritdoc cref="PublicationAim.Turn"/>
    public int Turn { get; private set; } = 1;

    /// <inheritdoc cref="PublicationAim.DraftedOf"/>
    public string? DraftedOf { get; private set; }

    /// <summary>The object of a registry it tells about.</summary>
    public Guid? ObjectId { get; private set; }
    public string? ObjectName { get; private set; }

    /// <summary>The event it announces or sums up.</summary>
    public Guid? EventId { get; private set; }

    [Display(Name = "О чём")]
    public string Title { get; private set; } = "";

    [Display(Name = "Формат")]
    public PublicationFormat Format { get; private set; }

    /// <summary>Key of the channel.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>The unit that writes it.</summary>
    public Guid? UnitId { get; private set; }

    [Display(Name = "Кто пишет")]
    public string? Responsible { get; private set; }

    [Display(Name = "Выйти до")]
    public DateOnly? Due { get; private set; }

    /// <summary>Where the day comes from: «3 рабочих дня со дня заключения контракта».</summary>
    [Display(Name = "Откуда день")]
    public string? DueWhy { get; private set; }

    public PublicationState State { get; private set; }

    /// <summary>Versions of the text in order; loaded where they are shown.</summary>
    public IReadOnlyList<PublicationText> Texts => texts;

    public IReadOnlyList<PublicationFile> Files => files;

    public bool IsOpen => State is not (PublicationState.Out or PublicationState.Dropped);

    /// <summary>Changes what it is about; what came out is not rewritten.</summary>
    public void Aim(PublicationAim aim)
    {
        if (!IsOpen) throw new Refusal("Публикация не изменена", $"Она {State.Word()}", "Исправьте доказательство выхода или запланируйте новую");
        if (string.IsNullOrWhiteSpace(aim.Title)) throw new Refusal("Публикация не сохранена", "Не сказано, о чём она", "Назовите тему: «Открыт приём заявок на отбор»") { Field = "Input.Title" };
        (Title, Format, Due, DueWhy) = (aim.Title.Trim(), aim.Format, aim.Due, Trimmed(aim.DueWhy));
        (MeasureId, ObjectId, ObjectName, UnitId, Responsible, EventId) = (aim.MeasureId, aim.ObjectId, Trimmed(aim.ObjectName), aim.UnitId, Trimmed(aim.Responsible), aim.EventId);
    }

    /// <summary>Another day, with where it comes from.</summary>
    /// <returns>Whether it has moved.</returns>
    public bool MoveTo(DateOnly? due, string? why)
    {
        if (!IsOpen || Due == due) return false;
        (Due, DueWhy) = (due, Trimmed(why));
        return true;
    }

    /// <summary>«Снять»: it will not come out, or it has been taken back.</summary>
    public void Drop(string? reason)
    {
        if (State == PublicationState.Dropped) throw new Refusal("Публикация не снята", "Она уже снята", "Обновите страницу");
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("Публикация не снята", "Не названа причина", "Напишите, почему она не выйдет") { Field = "Why" };
        State = PublicationState.Dropped;
    }

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>«Файл публикации»: the scan, the certificate or a photograph.</summary>
public sealed class PublicationFile
{
    private PublicationFile() { }

    internal PublicationFile(Guid publication, StoredFile file, DateTimeOffset at, string by) =>
        (Id, PublicationId, FileId, Name, Size, At, By) = (Guid.CreateVersion7(), publication, file.Id, file.Name, file.Size, at, by);

    public Guid Id { get; private set; }
    public Guid PublicationId { get; private set; }
    public Guid FileId { get; private set; }
    public string Name { get; private set; } = "";
    public long Size { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string By { get; private set; } = "";
}
