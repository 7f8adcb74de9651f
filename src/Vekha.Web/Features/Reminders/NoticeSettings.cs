using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>«Мои напоминания»: what a person gets by mail, and when. In Vekha itself everything is always seen.</summary>
public sealed class NoticeSettings
{
    private NoticeSettings() { }

    public Guid PersonId { get; private init; }

    /// <summary>One letter a day, when there is something to say.</summary>
    public bool ByMail { get; private set; } = true;

    /// <summary>Not before this hour of the unit where the person works, or of the territory whose programme it is.</summary>
    public int Hour { get; private set; } = 8;

    /// <summary>What is not overdue yet.</summary>
    public bool Ahead { get; private set; } = true;

    /// <summary>What others owe: what has come up, the lists of a curator.</summary>
    public bool OfOthers { get; private set; } = true;

    /// <summary>A letter of its own when something of one's own was decided: a report, a form, a request; when agreement is asked.</summary>
    public bool Decisions { get; private set; } = true;

    /// <summary>Days of the week without a letter.</summary>
    public List<DayOfWeek> QuietDays { get; private set; } = [];

    /// <summary>«Отпуск»: no letters from this day.</summary>
    public DateOnly? QuietFrom { get; private set; }

    /// <summary>The last day without letters.</summary>
    public DateOnly? QuietUntil { get; private set; }

    public int Version { get; private set; }

    public static NoticeSettings Of(Guid person) => new() { PersonId = person };

    public void Choose(bool byMail, int hour, bool ahead, bool ofOthers, bool decisions = true)
    {
        if (hour is < 0 or > 23) throw new Refusal("Настройки не сохранены", "Такого часа нет", "Выберите час из списка") { Field = "Input.Hour" };
        (ByMail, Hour, Ahead, OfOthers, Decisions) = (byMail, hour, ahead, ofOthers, decisions);
    }

    public void KeepQuiet(IEnumerable<DayOfWeek> days, DateOnly? from, DateOnly? until)
    {
        if (until < from) throw new Refusal("Настройки не сохранены", $"Последний тихий день, {Ru.Digits(until.Value)}, раньше первого", "Проверьте обе даты") { Field = "Input.QuietUntil" };
        var quiet = days.Distinct().Order().ToList();
        if (quiet.Count == 7) throw new Refusal("Настройки не сохранены", "Тихими отмечены все семь дней", "Чтобы писем не было совсем, снимите отметку «Присылать сводку»") { Field = "Input.QuietDays" };
        (QuietDays, QuietFrom, QuietUntil) = (quiet, from, until ?? (from is null ? null : from));
    }

    /// <summary>«Больше не присылать»: by the link of a letter.</summary>
    public void StopMail() => ByMail = false;

    public bool IsQuiet(DateOnly day) => QuietDays.Contains(day.DayOfWeek) || (QuietFrom <= day && day <= QuietUntil);

    /// <summary>Whether a notice goes into this person's letter.</summary>
    public bool Wants(NoticeCause cause) => cause switch
    {
        NoticeCause.Ahead or NoticeCause.Today or NoticeCause.Norm => Ahead,
        NoticeCause.Reached or NoticeCause.CuratorToday or NoticeCause.CuratorOverdue or NoticeCause.CuratorNorm or NoticeCause.More => OfOthers,
        _ => true,
    };

    internal static void Map(ModelBuilder model) => model.Entity<NoticeSettings>(settings =>
    {
        settings.ToTable("notice_settings").HasKey(s => s.PersonId);
        settings.Property(s => s.PersonId).ValueGeneratedNever();
        settings.Property(s => s.QuietDays).AsJson();
        settings.Property(s => s.Decisions).HasDefaultValue(true);
    });
}
