using Microsoft.EntityFrameworkCore;
using Vekha.Calendars;
using Vekha.Norms;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>Of whom a norm is asked.</summary>
public enum NormPer
{
    /// <summary>«всего».</summary>
    Whole,
    /// <summary>«в каждом клубе»: every object of a registry.</summary>
    Object,
    /// <summary>«в каждом районе»: every unit to which the measure was handed.</summary>
    Territory,
    /// <summary>«каждым исполнителем».</summary>
    Executor,
    /// <summary>«на каждом семинаре»: every event of a kind.</summary>
    Event,
}

/// <summary>Where a norm stands.</summary>
public enum NormPhase
{
    /// <summary>«действует»: confirmed by a person, counted.</summary>
    Confirmed,
    /// <summary>«не норма»: found by the reading, put aside by a person.</summary>
    Rejected,
    /// <summary>«снята»: was counted and is no more.</summary>
    Withdrawn,
}

/// <summary>What a person says of a norm.</summary>
public sealed record NormWords
{
    /// <summary>«не менее 3 мероприятий в каждом клубе»: the words of the document, or one's own.</summary>
    public required string Text { get; init; }
    public required long Quantity { get; init; }
    public bool AtLeast { get; init; } = true;

    /// <summary>What is counted: the kind of the facts.</summary>
    public required string Unit { get; init; }
    public NormPer Per { get; init; }

    /// <summary>«клуб», «семинар»: which objects or events; <c>null</c> for the other kinds.</summary>
    public string? PerKind { get; init; }
    public NormRhythm Rhythm { get; init; }
    public required DateRange Span { get; init; }

    /// <summary>Facts of the whole programme serve it, not only those recorded on the measure.</summary>
    public bool WholeProgramme { get; init; }
}

/// <summary>«Норма»: a live rule over facts. What is done, missing and late is counted from the facts and never typed.</summary>
public sealed class Norm
{
    private Norm() { }

    /// <param name="measureId">The measure it was demanded by, or <c>null</c> for the plan as a whole.</param>
    public Norm(Plan plan, Guid? measureId, NormWords words, NormPhase phase = NormPhase.Confirmed)
    {
        Id = Guid.CreateVersion7();
        (ProgrammeId, PlanId, MeasureId, Phase) = (plan.ProgrammeId, plan.Id, measureId, phase);
        Say(words);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid? MeasureId { get; private set; }
    public NormPhase Phase { get; private set; }
    public string Text { get; private set; } = "";
    public long Quantity { get; private set; }
    public bool AtLeast { get; private set; }
    public string Unit { get; private set; } = "";

    /// <summary>Facts of this key serve it: <see cref="CountedUnit.Key"/>.</summary>
    public string UnitKey { get; private set; } = "";

    /// <summary>The first word of <see cref="UnitKey"/>: by it the norms of a fact are found.</summary>
    public string UnitHead { get; private set; } = "";
    public NormPer Per { get; private set; }
    public string? PerKind { get; private set; }
    public string? PerKey { get; private set; }
    public NormRhythm Rhythm { get; private set; }
    public DateOnly First { get; private set; }
    public DateOnly Last { get; private set; }
    public bool WholeProgramme { get; private set; }

    /// <summary>«Подтвердить», «исправить»: takes what a person says and is counted from now on.</summary>
    public void Confirm(NormWords words)
    {
        Say(words);
        Phase = NormPhase.Confirmed;
    }

    /// <summary>«Снять»: it is not counted any more.</summary>
    public void Withdraw() => Phase = NormPhase.Withdrawn;

    /// <summary>«Прикрепить»: to another measure of the plan, or to the plan as a whole.</summary>
    public void Attach(Guid? measureId) => MeasureId = measureId;

    public NormRule Rule(PartialRule partial) => new(Quantity, new(First, Last), Rhythm, partial);

    /// <summary>The first day of the window a fact of that day falls into; <c>null</c> outside.</summary>
    internal DateOnly? WindowOf(DateOnly day) => Rule(PartialRule.Whole).WindowOn(day)?.Days.First;

    /// <summary>Whether facts of a measure serve it.</summary>
    internal bool Counts(Guid? measure) => WholeProgramme || MeasureId is null || MeasureId == measure;

    /// <summary>
    /// Whether facts of a kind recorded on a measure serve it. What says more always does («клуб для подростков» is a «клуб»); what says
    /// less only on its own measure, where «клуб» is the «клуб по месту жительства» of its words.
    /// </summary>
    internal bool Counts(Guid? measure, string kindKey) => Counts(measure)
        && (kindKey == UnitKey || kindKey.StartsWith(UnitKey + " ", StringComparison.Ordinal) || (MeasureId is not null && MeasureId == measure && CountedUnit.Same(kindKey, UnitKey)));

    public NormWords Words => new()
    {
        Text = Text, Quantity = Quantity, AtLeast = AtLeast, Unit = Unit, Per = Per, PerKind = PerKind, Rhythm = Rhythm, Span = new(First, Last), WholeProgramme = WholeProgramme,
    };

    /// <summary>«не менее 3, считаем: мероприятие; на каждый: клуб; каждый месяц».</summary>
    public string Line => $"{(AtLeast ? "не менее" : "ровно")} {Ru.Number(Quantity)}, считаем: {Unit}" + Per switch
    {
        NormPer.Object or NormPer.Event => $"; на каждый: {PerKind}",
        NormPer.Territory => "; на каждую территорию",
        NormPer.Executor => "; на каждого исполнителя",
        _ => "",
    } + (Rhythm == NormRhythm.Once ? "" : $"; {Rhythm.Word()}");

    private void Say(NormWords words)
    {
        if (string.IsNullOrWhiteSpace(words.Text)) throw Refused("Нет слов нормы", "Впишите её словами документа", "Input.Text");
        if (words.Quantity <= 0) throw Refused("Количество должно быть больше нуля", "Впишите, сколько нужно", "Input.Quantity");
        if (CountedUnit.Key(words.Unit).Length == 0) throw Refused("Не сказано, что считать", "Впишите в единственном числе: «мероприятие», «публикация»", "Input.Unit");
        if (words.Per is NormPer.Object or NormPer.Event && string.IsNullOrWhiteSpace(words.PerKind)) throw Refused("Не сказано, на что", words.Per == NormPer.Object ? "Впишите в единственном числе: «клуб»" : "Впишите в единственном числе: «семинар»", "Input.PerKind");
        (Text, Quantity, AtLeast, Unit, UnitKey) = (words.Text.Trim(), words.Quantity, words.AtLeast, CountedUnit.Plain(words.Unit), CountedUnit.Key(words.Unit));
        UnitHead = CountedUnit.Head(UnitKey);
        (Per, Rhythm, First, Last, WholeProgramme) = (words.Per, words.Rhythm, words.Span.First, words.Span.Last, words.WholeProgramme);
        (PerKind, PerKey) = words.Per is NormPer.Object or NormPer.Event ? (CountedUnit.Plain(words.PerKind!), CountedUnit.Key(words.PerKind!)) : (null, null);
    }

    private static Refusal Refused(string why, string next, string field) => new("Норма не сохранена", why, next) { Field = field };

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Norm>(norm =>
        {
            norm.ToTable("norms").HasKey(n => n.Id);
            norm.Ignore(n => n.Words).Ignore(n => n.Line);
            norm.Property(n => n.First).HasColumnName("first_day");
            norm.Property(n => n.Last).HasColumnName("last_day");
            norm.HasOne<Programme>().WithMany().HasForeignKey(n => n.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            norm.HasOne<Plan>().WithMany().HasForeignKey(n => n.PlanId).OnDelete(DeleteBehavior.Restrict);
            norm.HasOne<Measure>().WithMany().HasForeignKey(n => n.MeasureId).OnDelete(DeleteBehavior.Restrict);
            // Which norms a fact serves.
            norm.HasIndex(n => new { n.ProgrammeId, n.UnitKey, n.Phase });
            norm.HasIndex(n => new { n.ProgrammeId, n.UnitHead, n.Phase });
            norm.Property(n => n.UnitHead).HasDefaultValue("").ValueGeneratedNever();
        });
        model.Entity<NormTally>(tally =>
        {
            tally.ToTable("norm_tallies").HasKey(t => new { t.NormId, t.Opens, t.SubjectId });
            tally.HasOne<Norm>().WithMany().HasForeignKey(t => t.NormId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>«Счёт нормы»: how many facts count for one subject in one window. Kept in the transaction of the facts by <see cref="NormCount"/> alone.</summary>
public sealed class NormTally
{
    private NormTally() { }

    public Guid NormId { get; private set; }

    /// <summary>The first day of the window.</summary>
    public DateOnly Opens { get; private set; }

    /// <summary>An object, a unit with all below it, an event; empty for the whole.</summary>
    public Guid SubjectId { get; private set; }
    public long Done { get; private set; }
}

/// <summary>Russian words of a norm's choices.</summary>
public static class NormWording
{
    public static string Word(this NormRhythm rhythm) => rhythm switch
    {
        NormRhythm.Week => "каждую неделю",
        NormRhythm.Month => "каждый месяц",
        NormRhythm.Quarter => "каждый квартал",
        NormRhythm.Year => "каждый год",
        _ => "за всё время",
    };

    public static string Word(this NormPer per) => per switch
    {
        NormPer.Object => "на каждый объект",
        NormPer.Territory => "на каждую территорию",
        NormPer.Executor => "на каждого исполнителя",
        NormPer.Event => "на каждое событие",
        _ => "всего",
    };

    public static string Word(this PartialRule rule) => rule switch
    {
        PartialRule.Whole => "как полный",
        PartialRule.Proportional => "пропорционально дням",
        _ => "не считается",
    };

    public static string Look(this NormState state) => state switch
    {
        NormState.Missed => "over",
        NormState.Alarm => "risk",
        NormState.Running => "work",
        NormState.Met => "done",
        _ => "wait",
    };
}
