using Vekha.Resolving;

namespace Vekha.Web.Features.Plans;

/// <summary>What an assignment's day rests on.</summary>
public enum AssignmentKind
{
    /// <summary>A day is known.</summary>
    Dated,
    /// <summary>«постоянно»: the day is that of the next periodic report.</summary>
    Standing,
    /// <summary>The deadline waits for an event that has not happened, or cannot be read.</summary>
    Waiting,
    /// <summary>«по отдельному плану»: the linked plan holds the days.</summary>
    Linked,
}

/// <summary>Where an assignment stands now. The state on a given day is worked out from its records.</summary>
public enum AssignmentPhase
{
    Open,
    Submitted,
    Returned,
    Accepted,
    Released,
    Cancelled,
}

/// <summary>
/// «Поручение»: one unit of control, a measure × an executor × an occurrence, and × an object where one was
/// named. Every board, reminder and report
/// counts assignments.
/// </summary>
public sealed partial class Assignment
{
    private Assignment() { }

    internal Assignment(Plan plan, Measure measure, MeasureExecutor? executor, AssignmentKind kind, string? occurrence, DateOnly putOnControlOn)
    {
        Id = Guid.CreateVersion7();
        ProgrammeId = plan.ProgrammeId;
        PlanId = plan.Id;
        MeasureId = measure.Id;
        ExecutorId = executor?.Id;
        ExecutorName = executor?.Called ?? "";
        OrganisationId = executor?.OrganisationId;
        PersonId = executor?.PersonId;
        Answers = executor is null || executor.IsLead || measure.EveryExecutorAnswers;
        ByConsent = executor?.ByConsent ?? false;
        Kind = kind;
        Occurrence = occurrence;
        PutOnControlOn = putOnControlOn;
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid MeasureId { get; private set; }
    public Guid? ExecutorId { get; private set; }

    /// <summary>As printed in the plan when it was approved, in the nominative where its form is known for certain.</summary>
    public string ExecutorName { get; private set; } = "";

    /// <summary>The unit that owes it, once known.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The person who owes it, once known.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Answers for the measure. A co-executor sends a part; its assignment does not decide the measure.</summary>
    public bool Answers { get; private set; }

    /// <summary>An outside body «по согласованию»: invited, not ordered.</summary>
    public bool ByConsent { get; private set; }

    public AssignmentKind Kind { get; private set; }

    /// <summary>The object of a registry it is about, a club or a project: such an assignment is born when the object's event happens; <c>null</c> for the rest.</summary>
    public Guid? ObjectId { get; private set; }

    /// <summary>«Сквер на ул. Садовой»: the object as it was called then.</summary>
    public string? ObjectName { get; private set; }

    /// <summary>Which one of several: «за III квартал 2020 г.», «отчёт к 23.10.2017»; <c>null</c> for the only one.</summary>
    public string? Occurrence { get; private set; }

    /// <summary>The first day of the work, or <c>null</c>.</summary>
    public DateOnly? Start { get; private set; }

    /// <summary>The day the words of the document mean.</summary>
    public DateOnly? Nominal { get; private set; }

    /// <summary>The control day approved first; it stays for ever.</summary>
    public DateOnly? FirstControl { get; private set; }

    /// <summary>The control day in force: <see cref="FirstControl"/> or that of the last extension.</summary>
    public DateOnly? Control { get; private set; }

    /// <summary>The day by the opposite rule of days off, where a law makes both worth showing.</summary>
    public DateOnly? ByOppositeRule { get; private set; }

    /// <summary>«октябрь 2020 → 1–31 октября → … → 30 октября 2020, пт».</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>«31-е — суббота», or why there is no day; may be empty.</summary>
    public string Why { get; private set; } = "";

    public DateOnly PutOnControlOn { get; private set; }
    public AssignmentPhase Phase { get; private set; }

    public bool IsClosed => Phase is AssignmentPhase.Accepted or AssignmentPhase.Released or AssignmentPhase.Cancelled;

    /// <summary>Gives the assignment its days and says why they are these.</summary>
    internal void Fall(ControlDay day)
    {
        (Start, Nominal, FirstControl, Control) = (day.Start, day.Nominal, day.Control, day.Control);
        (Explanation, Why) = (day.Explanation, day.Why);
        ByOppositeRule = day.ByOppositeRule;
    }

    /// <summary>Says which object of a registry it is about; the caller does it before the first save.</summary>
    public void BeAbout(Guid objectId, string objectName) => (ObjectId, ObjectName) = (objectId, objectName.Trim());

    /// <summary>Leaves the assignment without a day and says what it waits for.</summary>
    internal void Wait(string why) => Why = why;

    /// <summary>Hands the assignment to a unit and, where known, a person.</summary>
    public void HandTo(Guid? organisationId, Guid? personId) => (OrganisationId, PersonId) = (organisationId, personId);
}
