using Vekha.Calendars;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

public sealed partial class Assignment
{
    /// <summary>The assignment it was handed down from, or <c>null</c> for one of the plan itself.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>«Тосненский район»: the territory as it was called when the work was handed down.</summary>
    public string? Territory { get; private set; }

    /// <summary>The parent may be accepted without it.</summary>
    public bool IsOptional { get; private set; }

    /// <summary>The whole waits for it.</summary>
    public bool IsMandatory => ParentId is not null && !IsOptional;

    /// <summary>The unit that handed it down inside itself: those above see its progress, not its notes.</summary>
    public Guid? InnerUnitId { get; private set; }

    /// <summary>By how many working days it is due before its parent.</summary>
    public int? BufferDays { get; private set; }

    /// <summary>The unit's own words for the work; <c>null</c> for those of the plan.</summary>
    public string? LocalTitle { get; private set; }

    /// <summary>The control day of the parent that this one was reckoned from or that the unit has answered to.</summary>
    public DateOnly? TakenControl { get; private set; }

    /// <summary>The words of the measure that the unit has seen.</summary>
    public string? TakenTitle { get; private set; }

    /// <summary>«Поручение подразделения»: a part of this assignment for a unit, with its own executor, day and proof.</summary>
    /// <param name="inner">The unit that splits its own assignment; <c>null</c> for the first step down.</param>
    public Assignment HandDown(HandingDown to, string title, WorkCalendar calendar, DateOnly on, Guid? inner = null)
    {
        if (IsClosed) throw new Refusal("Поручение не роздано", "Оно уже закрыто");
        var child = new Assignment
        {
            Id = Guid.CreateVersion7(), ProgrammeId = ProgrammeId, PlanId = PlanId, MeasureId = MeasureId, ExecutorId = ExecutorId, Kind = Kind, Occurrence = Occurrence,
            PutOnControlOn = on, ExecutorName = to.UnitName, OrganisationId = to.UnitId, InnerUnitId = inner, Answers = Answers && !to.IsOptional && inner is null,
        };
        child.ComeUnder(this, to, title, calendar, on);
        return child;
    }

    /// <summary>A head whom the plan names answers for a territory: his assignment becomes a part of the common one, with its day.</summary>
    public void ComeUnder(Assignment parent, HandingDown to, string title, WorkCalendar calendar, DateOnly on)
    {
        (ParentId, Territory, IsOptional, BufferDays) = (parent.Id, to.Territory, to.IsOptional, to.BufferDays);
        (TakenControl, TakenTitle) = (parent.Control, title);
        PersonId ??= to.HeadId;
        if (Phase != AssignmentPhase.Open || reports.Count > 0) return;
        if (parent.Control is not { } limit)
        {
            Why = parent.Why;
            return;
        }
        var (day, why) = DayBefore(limit, to.BufferDays, calendar, on);
        (Start, Nominal, FirstControl, Control) = (parent.Start, parent.Nominal, day, day);
        (Explanation, Why) = (day == limit ? parent.Explanation : $"{parent.Explanation} → {Ru.ShortDay(day)}, {why}", why.Length > 0 ? why : parent.Why);
    }

    /// <summary>The assignment over parts of several who are named alike: the owner of the programme sees the whole.</summary>
    internal static Assignment Over(Assignment part, Guid owner, string name, DateOnly on) => new()
    {
        Id = Guid.CreateVersion7(), ProgrammeId = part.ProgrammeId, PlanId = part.PlanId, MeasureId = part.MeasureId, Kind = part.Kind, Occurrence = part.Occurrence,
        PutOnControlOn = on, ExecutorName = name, OrganisationId = owner, Answers = true, Start = part.Start, Nominal = part.Nominal, FirstControl = part.Control, Control = part.Control,
        Explanation = part.Explanation, Why = part.Why,
    };

    /// <summary>«за 5 рабочих дней до 15.11.2017»; the buffer falls away where its day has passed already.</summary>
    internal static (DateOnly Day, string Why) DayBefore(DateOnly limit, int buffer, WorkCalendar calendar, DateOnly on)
    {
        if (buffer == 0) return (limit, "");
        var day = calendar.AddWorkingDays(limit, -buffer);
        var words = Ru.Count(buffer, "рабочий день", "рабочих дня", "рабочих дней");
        return day >= on ? (day, $"за {words} до срока плана {Ru.Digits(limit)}") : (limit, $"запас в {words} уже прошёл, срок плана");
    }

    /// <summary>«Назначить специалиста» of the unit.</summary>
    public void Appoint(Person specialist)
    {
        if (IsClosed) throw new Refusal("Специалист не назначен", "Поручение уже закрыто");
        PersonId = specialist.Id;
    }

    /// <summary>The unit words the work for itself; the words of the plan stay.</summary>
    public void WordLocally(string? title) => LocalTitle = string.IsNullOrWhiteSpace(title) || title.Trim() == TakenTitle ? null : title.Trim();

    /// <summary>«Принять изменение»: follows the parent's new day and words. The old day stays in an extension.</summary>
    public void Follow(Assignment parent, string title, WorkCalendar calendar, DateOnly today, DateTimeOffset at, Guid by)
    {
        if (IsClosed) throw new Refusal("Изменение не принято", "Поручение уже закрыто");
        if (parent.Control is { } limit && limit != TakenControl && Control is { } old && DayBefore(limit, BufferDays ?? 0, calendar, today).Day is var day && day != old)
        {
            extensions.Add(new Extension(Id, old, day, $"Срок плана изменён: был {(TakenControl is { } was ? Ru.Digits(was) : "не определён")}, стал {Ru.Digits(limit)}", today, at, by));
            Control = day;
        }
        Leave(parent, title);
    }

    /// <summary>«Оставить своё»: the change was seen, the own day and words stay and are shown as a deviation.</summary>
    public void Leave(Assignment parent, string title) => (TakenControl, TakenTitle) = (parent.Control, title);

    /// <summary>The parent has changed since the unit last answered.</summary>
    public bool IsOffered(Assignment parent, string title) => !IsClosed && ((parent.Control is not null && parent.Control != TakenControl) || title != TakenTitle);

    /// <summary>Own words, or a day later than the buffer allows: «отличается от плана».</summary>
    public bool Deviates(DateOnly? parentControl, WorkCalendar calendar) =>
        LocalTitle is not null || (Control is { } own && parentControl is { } limit && own > calendar.AddWorkingDays(limit, -(BufferDays ?? 0)) && own != limit)
            || (Control is { } mine && parentControl is { } end && mine > end);

    /// <summary>The last mandatory part is accepted: the whole is put together and waits for the one who checks it.</summary>
    internal Report SumUp(string text, DateOnly fact, DateOnly today, DateTimeOffset at, Guid by)
    {
        var late = AsksWhyLate(today) ? "Последний отчёт подразделения принят после срока" : null;
        var report = Submit(text, fact, late, today, at, by, []);
        report.SignAs("свод по каскаду");
        return report;
    }
}

/// <summary>To whom a part is handed down.</summary>
/// <param name="HeadId">Who heads the unit on the day, or <c>null</c>.</param>
/// <param name="BufferDays">Working days before the parent's day.</param>
public sealed record HandingDown(Guid UnitId, string UnitName, string? Territory, Guid? HeadId, int BufferDays, bool IsOptional = false);
