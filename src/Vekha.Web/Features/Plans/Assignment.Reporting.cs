using Vekha.Control;
using Vekha.Web.Features.Accounts;
using Vekha.Wording;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

public sealed partial class Assignment
{
    private readonly List<Report> reports = [];
    private readonly List<Return> returns = [];

    public IReadOnlyList<Report> Reports => reports;
    public IReadOnlyList<Return> Returns => returns;

    /// <summary>The decision that closed it by acceptance, or <c>null</c>.</summary>
    public Acceptance? Acceptance { get; private set; }

    /// <summary>«Сдать отчёт»: the executor's word with a fact date and proof. It never closes the assignment by itself.</summary>
    /// <param name="text">What was done.</param>
    /// <param name="factOn">The day it was done, which decides whether it was in time.</param>
    /// <param name="lateReason">Why it comes after the control day; required then.</param>
    /// <param name="today">The day of the report.</param>
    public Report Submit(string text, DateOnly factOn, string? lateReason, DateOnly today, DateTimeOffset at, Guid by, IEnumerable<ReportFile> files, ProofGiven? given = null)
    {
        MustTakeReport(text, factOn, lateReason, today);
        var report = new Report(Id, reports.Count + 1, text, factOn, lateReason, today, at, by, files);
        report.Given = given is { IsEmpty: false } ? given : null;
        reports.Add(report);
        Phase = AssignmentPhase.Submitted;
        return report;
    }

    /// <summary>Whether the reason of being late is asked: a report that was in time and came back once is not asked again.</summary>
    public bool AsksWhyLate(DateOnly today) => Kind != AssignmentKind.Standing && today > Control && reports.Count == 0;

    /// <summary>Refuses what <see cref="Submit"/> would refuse, before any file is kept.</summary>
    public void MustTakeReport(string? text, DateOnly? factOn, string? lateReason, DateOnly today)
    {
        if (IsClosed) throw new Refusal("Отчёт не принят к проверке", "Поручение уже закрыто", "Если его закрыли по ошибке, скажите контролёру");
        if (Phase == AssignmentPhase.Submitted) throw new Refusal("Второй отчёт не отправлен", "Предыдущий ещё на проверке", "Дождитесь решения контролёра или попросите вернуть отчёт");
        if (string.IsNullOrWhiteSpace(text)) throw new Refusal("Отчёт не отправлен", "В нём нет текста", "Напишите, что сделано, и приложите подтверждение") { Field = "Text" };
        if (factOn is not { } fact) throw new Refusal("Отчёт не отправлен", "Не указана дата исполнения", "Впишите день, когда работа сделана: по нему решается, в срок ли она") { Field = "FactOn" };
        if (fact > today) throw new Refusal("Отчёт не отправлен", $"Дата исполнения {Ru.Digits(fact)} ещё не наступила", "Отчёт сдают о том, что уже сделано: проверьте дату") { Field = "FactOn" };
        if (fact < PutOnControlOn.AddYears(-1)) throw new Refusal("Отчёт не отправлен", $"Дата исполнения {Ru.Digits(fact)} раньше плана больше чем на год", "Проверьте год") { Field = "FactOn" };
        if (AsksWhyLate(today) && string.IsNullOrWhiteSpace(lateReason))
            throw new Refusal("Отчёт не отправлен", $"Срок прошёл {Ru.Digits(Control!.Value)}, а причина не названа", "Напишите, почему отчёт сдаётся позже: причину увидит куратор") { Field = "LateReason" };
    }

    /// <summary>«Вернуть на доработку»: the controller's refusal of the last report, with its reason.</summary>
    public Return SendBack(string reason, DateOnly today, DateTimeOffset at, Guid by)
    {
        var report = ReportUnderReview();
        if (string.IsNullOrWhiteSpace(reason)) throw new Refusal("Отчёт не возвращён", "Не сказано, что доработать", "Напишите замечание: исполнитель увидит его в карточке") { Field = "Remark" };
        var sentBack = new Return(Id, report.Id, reason, today, at, by);
        returns.Add(sentBack);
        Phase = AssignmentPhase.Returned;
        return sentBack;
    }

    /// <summary>«Принять»: the controller agrees; done in time when the fact day is not after the control day.</summary>
    public Acceptance Accept(string? remark, DateOnly today, DateTimeOffset at, Guid by)
    {
        Acceptance = new Acceptance(Id, ReportUnderReview().Id, remark, today, at, by);
        Phase = AssignmentPhase.Accepted;
        return Acceptance;
    }

    private Report ReportUnderReview() => Phase == AssignmentPhase.Submitted
        ? reports.MaxBy(r => r.Number)!
        : throw new Refusal("Решение не записано", "На проверке нет отчёта: его уже приняли или вернули", "Обновите страницу, чтобы увидеть решение");
}

/// <summary>«Отчёт об исполнении».</summary>
public sealed class Report
{
    private readonly List<ReportFile> files = [];

    private Report() { }

    internal Report(Guid assignmentId, int number, string text, DateOnly factOn, string? lateReason, DateOnly on, DateTimeOffset at, Guid by, IEnumerable<ReportFile> files)
    {
        Id = Guid.CreateVersion7();
        AssignmentId = assignmentId;
        Number = number;
        Text = text.Trim();
        FactOn = factOn;
        LateReason = string.IsNullOrWhiteSpace(lateReason) ? null : lateReason.Trim();
        On = on;
        At = at;
        ById = by;
        this.files.AddRange(files);
    }

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }

    /// <summary>1 for the first report, 2 after a return.</summary>
    public int Number { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>«Фактическая дата»: the day the work was done.</summary>
    public DateOnly FactOn { get; private set; }

    /// <summary>Why it was sent after the control day, or <c>null</c>.</summary>
    public string? LateReason { get; private set; }

    /// <summary>«не завершена закупка»: the reason as chosen from the list, or <c>null</c>.</summary>
    public string? LateKind { get; private set; }

    /// <summary>The day the report was sent, in the zone of the programme.</summary>
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }

    /// <summary>Who reported, as the name was then: «Н.Л. Грачева»; <c>null</c> in reports older than this record.</summary>
    public string? AuthorName { get; private set; }

    /// <summary>The absent one for whom it was reported, or <c>null</c>.</summary>
    public string? InsteadOf { get; private set; }

    public IReadOnlyList<ReportFile> Files => files;

    /// <summary>«Реквизиты»: the act, links and sums that prove it, or <c>null</c>.</summary>
    public ProofGiven? Given { get; internal set; }

    /// <summary>Writes the names of this day under the report: people marry, leave and are replaced.</summary>
    public void Sign(Person author, Person? absent) => (AuthorName, InsteadOf) = (author.ShortName, absent?.ShortName);

    /// <summary>Names the reason of the list; one's own words stand in <see cref="LateReason"/>.</summary>
    internal void BeLateBecause(string reason) => LateKind = reason;

    /// <summary>A report that Vekha has put together: «свод по каскаду».</summary>
    internal void SignAs(string words) => AuthorName = words;
}

/// <summary>«Подтверждающий документ» attached to a report.</summary>
public sealed class ReportFile
{
    private ReportFile() { }

    /// <param name="fileId">The stored file.</param>
    /// <param name="name">Its name as the executor gave it.</param>
    /// <param name="size">Bytes.</param>
    public ReportFile(Guid fileId, string name, long size)
    {
        Id = Guid.CreateVersion7();
        FileId = fileId;
        Name = name;
        Size = size;
    }

    public Guid Id { get; private set; }
    public Guid ReportId { get; private set; }
    public Guid FileId { get; private set; }
    public string Name { get; private set; } = "";
    public long Size { get; private set; }
}

/// <summary>«Возврат на доработку».</summary>
public sealed class Return
{
    private Return() { }

    internal Return(Guid assignmentId, Guid reportId, string reason, DateOnly on, DateTimeOffset at, Guid by)
    {
        Id = Guid.CreateVersion7();
        AssignmentId = assignmentId;
        ReportId = reportId;
        Reason = reason.Trim();
        On = on;
        At = at;
        ById = by;
    }

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }
    public Guid ReportId { get; private set; }
    public string Reason { get; private set; } = "";
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }
}

/// <summary>«Приёмка отчёта».</summary>
public sealed class Acceptance
{
    private Acceptance() { }

    internal Acceptance(Guid assignmentId, Guid reportId, string? remark, DateOnly on, DateTimeOffset at, Guid by)
    {
        Id = Guid.CreateVersion7();
        AssignmentId = assignmentId;
        ReportId = reportId;
        Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim();
        On = on;
        At = at;
        ById = by;
    }

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }
    public Guid ReportId { get; private set; }
    public string? Remark { get; private set; }
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }
}
