using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Cascade;

/// <summary>«Работа подразделения»: appoint, split inside, prove by an own plan, answer a change of the plan.</summary>
[RequestFormLimits(ValueCountLimit = 50_000)]
public sealed partial class ChildModel(VekhaDb db, CascadeDesk desk, SubPlans subPlans, DelayReasons reasons, CurrentPerson me, Journal journal, Saying say, PageDay day, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "План подразделения")]
    public Guid? Plan { get; set; }

    [BindProperty, Display(Name = "Почему позже срока"), StringLength(2000)]
    public string? LateReason { get; set; }

    [BindProperty, Display(Name = "Что помешало"), StringLength(300)]
    public string? LateKind { get; set; }

    [BindProperty, Display(Name = "Как называется у вас"), StringLength(2000)]
    public string? LocalTitle { get; set; }

    [BindProperty, Display(Name = "Запас, рабочих дней"), Range(0, 60)]
    public int Buffer { get; set; }

    public Assignment Part { get; private set; } = null!;
    public Assignment? Whole { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public Measure Measure { get; private set; } = null!;
    public Organisation Unit { get; private set; } = null!;
    public IReadOnlyList<AssignmentOnDay> Inner { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Specialists { get; private set; } = [];
    public IReadOnlyList<CascadeUnit> Below { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];
    public IReadOnlyList<Plan> Plans { get; private set; } = [];

    public DateOnly Today => Programme.Today(time.GetUtcNow());
    public bool IsOffered => Whole is { } whole && Part.IsOffered(whole, Measure.Title);

    /// <summary>The day the unit would have after following the plan.</summary>
    public DateOnly? Offered => Whole?.Control is { } limit ? Assignment.DayBefore(limit, Part.BufferDays ?? 0, Programme.Policy.Calendar(), Today).Day : null;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        LocalTitle = Part.LocalTitle;
        await ShowAgain();
        return Page();
    }

    /// <summary>«Назначить»: a specialist of the unit or of what lies below it.</summary>
    public async Task<IActionResult> OnPostAppoint(Guid? person)
    {
        if (!await Load()) return NotFound();
        var inside = db.UnitsUnder(Unit.Id);
        if (await db.People.SingleOrDefaultAsync(p => p.Id == person && inside.Contains(p.UnitId)) is not { } specialist) throw new Refusal("Специалист не назначен", "Он не выбран", "Выберите его из списка");
        Part.Appoint(specialist);
        return await Keep("назначен специалист", new { specialist.FullName }, $"Отвечает {specialist.ShortName}.");
    }

    /// <summary>«Разделить»: parts for institutions of the unit; what they write stays inside.</summary>
    public async Task<IActionResult> OnPostSplit(List<Guid> units)
    {
        if (!await Load()) return NotFound();
        await ShowAgain();
        var chosen = Below.Where(u => units.Contains(u.Id)).ToList();
        if (chosen.Count == 0) throw new Refusal("Поручение не разделено", "Не отмечено ни одного учреждения", "Отметьте те, что будут исполнять");
        var there = Inner.Select(i => i.Assignment.OrganisationId).ToHashSet();
        foreach (var unit in chosen.Where(u => !there.Contains(u.Id)))
            db.Add(Part.HandDown(new(unit.Id, unit.Name, unit.Territory ?? Part.Territory, unit.HeadId, Buffer), Part.LocalTitle ?? Measure.Title, Programme.Policy.Calendar(), Today, Unit.Id));
        return await Keep("поручение разделено", new { Учреждений = chosen.Count }, $"Поручение разделено: {Wording.Ru.Count(chosen.Count, "учреждение", "учреждения", "учреждений")}.");
    }

    /// <summary>«Приложить план»: the unit's approved plan with its paper becomes the report.</summary>
    public async Task<IActionResult> OnPostPlan(CancellationToken cancel)
    {
        if (!await Load()) return NotFound();
        if (Plan is not { } plan) throw new Refusal("План не приложен", "Он не выбран", "Выберите утверждённый план из списка") { Field = "Plan" };
        await subPlans.Attach(Part, plan, LateReason, LateKind, Today, cancel);
        await db.SaveChangesAsync(cancel);
        say.Done("План приложен, отчёт с ним отправлен на проверку.");
        return Redirect($"/desk/control/assignment/{Id}");
    }

    public async Task<IActionResult> OnPostWord()
    {
        if (!await Load()) return NotFound();
        Part.WordLocally(LocalTitle);
        return await Keep("свои слова подразделения", new { Part.LocalTitle }, Part.LocalTitle is null ? "Поручение называется как в плане." : "Своё название сохранено: вышестоящие видят, что оно отличается.");
    }

    /// <summary>«Принять изменение» or «Оставить своё».</summary>
    public async Task<IActionResult> OnPostAnswer(bool follow)
    {
        if (!await Load() || Whole is not { } whole) return NotFound();
        var before = Part.Control;
        if (follow) Part.Follow(whole, Measure.Title, Programme.Policy.Calendar(), Today, time.GetUtcNow(), (await me.Get()).Id);
        else Part.Leave(whole, Measure.Title);
        return await Keep(follow ? "изменение плана принято" : "изменение плана не принято", new { Был = before, Стал = Part.Control },
            follow ? "Изменение принято: прежний день остался в карточке." : "Оставлено своё: отличие видно вышестоящим.");
    }
}
