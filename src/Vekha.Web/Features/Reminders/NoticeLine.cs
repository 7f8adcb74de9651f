using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>A notice with the words of what it is about, as a list and a letter show it.</summary>
public sealed record NoticeLine(Guid Id, Guid PersonId, DateOnly Day, Guid ProgrammeId, string Programme, Guid SubjectId, NoticeCause Cause, int Number,
    DateOnly? Control, DateTimeOffset? ReadAt, string? Code, string? Title, string? Occurrence, string? DeadlineText, string? Why, string? Executor, bool Answers, AssignmentPhase? Phase,
    string? Words = null, string? Leads = null)
{
    /// <summary>«П.7 Создание медиаплана, за III квартал 2020».</summary>
    public string Name => (Cause.IsNorm() ? Ru.Capital(Words ?? "") : Words) ?? (Cause == NoticeCause.More ? $"Ещё {Ru.Count(Number, Noun.Assignment)}" : Occurrence is null ? $"{Code} {Title}" : $"{Code} {Title}, {Occurrence}");

    /// <summary>What was missing from the norm when it was said is there now.</summary>
    public bool IsFilled { get; init; }

    /// <summary>Where it leads, on this site.</summary>
    public string Address => Leads ?? (Cause == NoticeCause.More ? $"/desk/control/{ProgrammeId}?state=over" : $"/desk/control/assignment/{SubjectId}");

    /// <summary>«через 3 рабочих дня», «срок сегодня», «просрочено, 2 рабочих дня».</summary>
    public string State => Cause switch
    {
        NoticeCause.Ahead => $"через {Ru.WorkingDays(Number)}",
        NoticeCause.Norm or NoticeCause.CuratorNorm => Number > 0 ? $"осталось {Ru.WorkingDays(Number)}" : "закрывается сегодня",
        NoticeCause.Today or NoticeCause.CuratorToday => "срок сегодня",
        NoticeCause.Report => "пора отчитаться",
        NoticeCause.More => "на доске",
        NoticeCause.Told => "изменение",
        _ => $"просрочено, {Ru.WorkingDays(Number)}",
    };

    /// <summary>Name of the look of the state.</summary>
    public string Look => Cause switch
    {
        NoticeCause.Ahead or NoticeCause.Today or NoticeCause.CuratorToday or NoticeCause.Norm or NoticeCause.CuratorNorm => "risk",
        NoticeCause.Report => "stand",
        NoticeCause.More => "idle",
        NoticeCause.Told => "noted",
        _ => "over",
    };

    /// <summary>«30.10.2020, пт («октябрь 2020»; 31-е — суббота)»: a day never stands without its reason.</summary>
    public string When
    {
        get
        {
            if (Control is not { } day) return "";
            var reasons = Cause.IsNorm() ? ["закрывается окно нормы"] : new[] { DeadlineText is { Length: > 0 } words ? $"«{words}»" : null, Why is { Length: > 0 } ? Why : null }.OfType<string>();
            var reason = string.Join("; ", reasons);
            return reason.Length == 0 ? Ru.ShortDay(day) : $"{Ru.ShortDay(day)} ({reason})";
        }
    }

    /// <summary>What has happened since it was said; <c>null</c> while nothing has.</summary>
    public string? Since => IsFilled ? "норма уже выполнена" : Phase switch
    {
        AssignmentPhase.Submitted => "отчёт уже на проверке",
        AssignmentPhase.Accepted => "уже исполнено",
        AssignmentPhase.Released or AssignmentPhase.Cancelled => "уже снято с контроля",
        _ => null,
    };

    /// <summary>Puts the words to notices; one query.</summary>
    public static IQueryable<NoticeLine> Of(VekhaDb db, IQueryable<Notice> notices)
    {
        var (programmes, assignments, measures) = (db.Programmes, db.Assignments, db.Measures);
        return from n in notices
               join p in programmes on n.ProgrammeId equals p.Id
               join a in assignments on n.SubjectId equals a.Id into found
               from a in found.DefaultIfEmpty()
               join m in measures on a.MeasureId equals m.Id into rows
               from m in rows.DefaultIfEmpty()
               select new NoticeLine(n.Id, n.PersonId, n.Day, n.ProgrammeId, p.Name, n.SubjectId, n.Cause, n.Number, n.Control, n.ReadAt,
                   m == null ? null : m.Code, m == null ? null : m.Title, a == null ? null : a.Occurrence, m == null ? null : m.DeadlineText,
                   a == null ? null : a.Why != "" || m.DeadlineText != null ? a.Why : a.Explanation, a == null ? null : a.ExecutorName, a == null || a.Answers, a == null ? null : a.Phase, n.Words, n.Address);
    }
}

/// <summary>Russian heads of the groups of notices.</summary>
internal static class NoticeWords
{
    public static string Head(this NoticeCause cause) => cause switch
    {
        NoticeCause.Overdue => "Просрочено у вас",
        NoticeCause.Today => "Срок сегодня",
        NoticeCause.Ahead => "Срок близко",
        NoticeCause.Report => "Постоянные: пора отчитаться",
        NoticeCause.Reached => "Просрочено у подчинённых, дошло до вас",
        NoticeCause.CuratorToday => "Срок сегодня, отчёта ещё нет",
        NoticeCause.CuratorOverdue => "Просрочено в ваших программах",
        NoticeCause.Norm => "Нормы под угрозой у вас",
        NoticeCause.CuratorNorm => "Нормы под угрозой в ваших программах",
        NoticeCause.Told => "Изменение, которое вас касается",
        _ => "И ещё",
    };

    /// <summary>One's own, against what others owe.</summary>
    public static bool IsOwn(this NoticeCause cause) => cause is NoticeCause.Overdue or NoticeCause.Today or NoticeCause.Ahead or NoticeCause.Report or NoticeCause.Norm or NoticeCause.Told;

    /// <summary>About a norm, not about an assignment.</summary>
    public static bool IsNorm(this NoticeCause cause) => cause is NoticeCause.Norm or NoticeCause.CuratorNorm;
}
