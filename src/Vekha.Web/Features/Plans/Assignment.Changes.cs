using Vekha.Wording;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

public sealed partial class Assignment
{
    private readonly List<Extension> extensions = [];

    /// <summary>«Продления срока», in order.</summary>
    public IReadOnlyList<Extension> Extensions => extensions;

    /// <summary>«Снятие с контроля» without a report, or <c>null</c>.</summary>
    public Release? Release { get; private set; }

    /// <summary>«Продлить срок»: only its author may; the first date is kept.</summary>
    /// <param name="until">New control day; a working day is the author's care.</param>
    /// <param name="ground">Why.</param>
    public Extension Extend(DateOnly until, string ground, DateOnly today, DateTimeOffset at, Guid by)
    {
        if (IsClosed) throw new Refusal("Срок не продлён", "Поручение уже закрыто");
        if (Control is not { } old) throw new Refusal("Срок не продлён", "У поручения ещё нет дня: срок ждёт события", "Продлить можно только известный срок");
        if (until <= old) throw new Refusal("Срок не продлён", $"Новый день, {Ru.Digits(until)}, не позже прежнего, {Ru.Digits(old)}", "Укажите более поздний день") { Field = "Until" };
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("Срок не продлён", "Не указано основание", "Напишите, почему срок продлевается: прежний и новый день останутся в карточке") { Field = "Ground" };
        var extension = new Extension(Id, old, until, ground, today, at, by);
        extensions.Add(extension);
        Control = until;
        return extension;
    }

    /// <summary>«Снять с контроля» or «снять как неактуальное», on a ground.</summary>
    /// <param name="asObsolete">The need for it has gone; otherwise it is done by other means.</param>
    public Release TakeOff(string ground, bool asObsolete, DateOnly today, DateTimeOffset at, Guid? by)
    {
        if (IsClosed) throw new Refusal("С контроля не снято", "Поручение уже закрыто");
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("С контроля не снято", "Не указано основание", "С контроля снимает тот, кто поставил, и всегда с основанием") { Field = "OffGround" };
        Release = new Release(Id, ground, asObsolete, today, at, by);
        Phase = asObsolete ? AssignmentPhase.Cancelled : AssignmentPhase.Released;
        return Release;
    }
}

/// <summary>«Продление срока»: the old day stays beside the new one.</summary>
public sealed class Extension
{
    private Extension() { }

    internal Extension(Guid assignmentId, DateOnly from, DateOnly until, string ground, DateOnly on, DateTimeOffset at, Guid by)
    {
        Id = Guid.CreateVersion7();
        AssignmentId = assignmentId;
        From = from;
        Until = until;
        Ground = ground.Trim();
        On = on;
        At = at;
        ById = by;
    }

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }
    public string Ground { get; private set; } = "";
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }
}

/// <summary>«Снятие с контроля».</summary>
public sealed class Release
{
    private Release() { }

    internal Release(Guid assignmentId, string ground, bool asObsolete, DateOnly on, DateTimeOffset at, Guid? by)
    {
        Id = Guid.CreateVersion7();
        AssignmentId = assignmentId;
        Ground = ground.Trim();
        AsObsolete = asObsolete;
        On = on;
        At = at;
        ById = by;
    }

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }
    public string Ground { get; private set; } = "";

    /// <summary>«Снято как неактуальное» instead of «снято с контроля».</summary>
    public bool AsObsolete { get; private set; }
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Who, or <c>null</c> where it followed from another decision.</summary>
    public Guid? ById { get; private set; }
}
