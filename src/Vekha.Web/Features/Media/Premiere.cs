using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Media;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>What a site says about its story.</summary>
public sealed record PremiereAim(string? Practice1, string? Practice2, string? Length, string? Responsible);

/// <summary>
/// «Выход видеосюжета»: one premiere of one site. The site proposes a slot, the coordinator appoints it; a slot holds one premiere,
/// the database sees to it.
/// </summary>
public sealed class Premiere
{
    private Premiere() { }

    public Premiere(MediaPlan plan, Organisation site, PremiereAim aim)
    {
        (Id, MediaPlanId, ProgrammeId, SiteId, Site) = (Guid.CreateVersion7(), plan.Id, plan.ProgrammeId, site.Id, site.ShortName);
        Aim(aim);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid MediaPlanId { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>«Регион, площадка»: the unit that makes it.</summary>
    public Guid SiteId { get; private set; }
    public string Site { get; private set; } = "";

    [Display(Name = "Практика 1")]
    public string Practice1 { get; private set; } = "";

    [Display(Name = "Практика 2")]
    public string? Practice2 { get; private set; }

    [Display(Name = "Хронометраж")]
    public string? Length { get; private set; }

    [Display(Name = "Ответственный")]
    public string? Responsible { get; private set; }

    /// <summary>The slot the site asks for.</summary>
    public DateOnly? WishOn { get; private set; }
    public int? WishHour { get; private set; }

    /// <summary>When the wish was said: the earlier one goes first.</summary>
    public DateTimeOffset? WishAt { get; private set; }

    /// <summary>The slot of the common schedule.</summary>
    public DateOnly? SlotOn { get; private set; }
    public int? SlotHour { get; private set; }

    [Display(Name = "Сценарий готов")]
    public DateOnly? ScriptOn { get; private set; }

    [Display(Name = "Съёмка")]
    public DateOnly? FilmedOn { get; private set; }

    [Display(Name = "Монтаж")]
    public DateOnly? EditedOn { get; private set; }

    [Display(Name = "Ссылка")]
    public string? Link { get; private set; }
    public DateOnly? OutOn { get; private set; }

    /// <summary>«Удалено хостингом»: a person found the link dead.</summary>
    public DateOnly? GoneOn { get; private set; }

    /// <summary>«12.10.2020, 15:00», or <c>null</c>.</summary>
    public string? Slot => Words(SlotOn, SlotHour);

    /// <summary>The slot asked for, where the schedule says another or none.</summary>
    public string? Wish => WishOn == SlotOn && WishHour == SlotHour ? null : Words(WishOn, WishHour);

    public void Aim(PremiereAim aim)
    {
        if (string.IsNullOrWhiteSpace(aim.Practice1)) throw new Refusal("Сюжет не сохранён", "Не названа практика", "Впишите, о какой практике сюжет") { Field = "Practice1" };
        (Practice1, Practice2, Length, Responsible) = (aim.Practice1.Trim(), Plain(aim.Practice2), Plain(aim.Length), Plain(aim.Responsible));
    }

    /// <summary>«Предложить слот».</summary>
    public void Propose(DateOnly? on, int? hour, DateTimeOffset at)
    {
        MustBeAhead("Слот не предложен");
        MustBeSlot("Слот не предложен", on, hour);
        if ((WishOn, WishHour) != (on, hour)) (WishOn, WishHour, WishAt) = (on, hour, at);
    }

    /// <summary>«Назначить» or «перенести»: puts it into the common schedule.</summary>
    /// <param name="ground">Why it moves; a first appointment needs none.</param>
    public void Appoint(DateOnly? on, int? hour, MediaPlan plan, string? ground)
    {
        const string not = "Выход не назначен";
        MustBeAhead(not);
        MustBeSlot(not, on, hour);
        if (!plan.Period.Contains(on!.Value)) throw new Refusal(not, $"{Ru.Digits(on.Value)} вне медиаплана: {Ru.RangeDigits(plan.Period)}", "Выберите день внутри периода") { Field = "On" };
        if (SlotOn is not null && (SlotOn, SlotHour) != (on, hour) && Plain(ground) is null) throw new Refusal("Выход не перенесён", "Не названа причина", "Напишите, почему он переносится: её увидят все, кого это касается") { Field = "Ground" };
        (SlotOn, SlotHour) = (on, hour);
    }

    /// <summary>«Сценарий готов», «съёмка», «монтаж»: days on which each was done.</summary>
    public void Step(DateOnly? script, DateOnly? filmed, DateOnly? edited, DateOnly today)
    {
        if (new[] { script, filmed, edited }.Any(d => d > today)) throw new Refusal("Готовность не записана", "Этот день ещё не наступил", "Впишите день, когда работа закончена");
        (ScriptOn, FilmedOn, EditedOn) = (script, filmed, edited);
    }

    /// <summary>«Вышел», with the link; on any host that the law leaves open.</summary>
    public void ComeOut(DateOnly? on, string? link, ChannelTable table, Publisher publisher, DateOnly today)
    {
        const string not = "Выход не записан";
        if (on is not { } day) throw new Refusal(not, "Не указан день", "Впишите, когда сюжет вышел") { Field = "OutOn" };
        if (day > today) throw new Refusal(not, $"{Ru.Digits(day)} ещё не наступило", "Запишите выход, когда сюжет появится") { Field = "OutOn" };
        if (table.ProblemOf(link, Anywhere, publisher) is { } problem) throw new Refusal(not, Ru.Capital(problem), "Подойдут VK Видео, Rutube, свой сайт") { Field = "Link" };
        (OutOn, Link, GoneOn) = (day, link!.Trim(), null);
    }

    /// <summary>«Удалено хостингом».</summary>
    public void FoundGone(DateOnly on) => GoneOn = OutOn is null ? throw new Refusal("Отметка не записана", "Сюжет ещё не вышел", "Сначала запишите ссылку") : on;

    private static readonly ChannelRule Anywhere = new("video", "видеохостинг", PublicationProof.Link);

    private void MustBeAhead(string not)
    {
        if (OutOn is { } out_) throw new Refusal(not, $"Сюжет уже вышел {Ru.Digits(out_)}", "Слот можно менять только у того, что не вышло");
    }

    private static void MustBeSlot(string not, DateOnly? on, int? hour)
    {
        if (on is null) throw new Refusal(not, "Не указан день", "Впишите его как день.месяц.год") { Field = "On" };
        if (hour is not (>= 0 and <= 23)) throw new Refusal(not, "Не указан час", "Выберите час от 0 до 23") { Field = "Hour" };
    }

    internal static string? Words(DateOnly? on, int? hour) => on is { } day ? $"{Ru.ShortDay(day)}, {hour:00}:00" : null;

    private static string? Plain(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    internal static void Map(ModelBuilder model) => model.Entity<Premiere>(premiere =>
    {
        premiere.ToTable("premieres").HasKey(p => p.Id);
        premiere.Ignore(p => p.Slot);
        premiere.Ignore(p => p.Wish);
        premiere.HasOne<MediaPlan>().WithMany().HasForeignKey(p => p.MediaPlanId).OnDelete(DeleteBehavior.Restrict);
        premiere.HasOne<Organisation>().WithMany().HasForeignKey(p => p.SiteId).OnDelete(DeleteBehavior.Restrict);
        // No two premieres in one slot, whoever appoints them and how fast.
        premiere.HasIndex(p => new { p.MediaPlanId, p.SlotOn, p.SlotHour }).IsUnique();
    });
}
