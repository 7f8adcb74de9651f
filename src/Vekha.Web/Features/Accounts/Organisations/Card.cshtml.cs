using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.Organisations;

/// <summary>The card of an organisation: who heads it since when, what it came from and went into.</summary>
[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed class CardModel(VekhaDb db, CurrentPerson me, Journal journal, Saying say, UnitClock clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Сотрудник")]
    public Guid? PersonId { get; set; }

    [BindProperty, Display(Name = "Должность"), StringLength(300)]
    public string? Post { get; set; }

    [BindProperty, Display(Name = "Заместитель")]
    public bool IsDeputy { get; set; }

    [BindProperty, Display(Name = "С какого дня")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "Преемник")]
    public string? Successor { get; set; }

    [BindProperty, Display(Name = "Первый день преемника")]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "Основание"), StringLength(500)]
    public string? Ground { get; set; }

    public Organisation Unit { get; private set; } = null!;
    public IReadOnlyList<Organisation> Above { get; private set; } = [];
    public IReadOnlyList<Headship> Heads { get; private set; } = [];
    public IReadOnlyList<Succession> Before { get; private set; } = [];
    public IReadOnlyList<Succession> After { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<JournalEntry> Log { get; private set; } = [];

    /// <summary>The day it is in the organisation.</summary>
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        await ShowAgain();
        return Page();
    }

    /// <summary>«Назначить»: a new head ends the time of the one before.</summary>
    public async Task<IActionResult> OnPostAppoint()
    {
        if (!await Load()) return NotFound();
        var reach = await me.ReachAs(Role.Administrator);
        if (await db.People.SingleOrDefaultAsync(p => p.Id == PersonId && reach.Contains(p.UnitId)) is not { } person)
            throw new Refusal("Руководитель не назначен", "Не выбран сотрудник", "Выберите его из списка; нового сначала добавьте в «Людях»") { Field = "PersonId" };
        if (From is not { } from) throw new Refusal("Руководитель не назначен", "Не указан первый день", "Впишите его как день.месяц.год") { Field = "From" };
        db.Add(Headship.Appoint(Id, person, Post, IsDeputy, from, await db.Headships.Where(h => h.UnitId == Id).ToListAsync()));
        return await Keep(IsDeputy ? "назначен заместитель" : "назначен руководитель", new { person.FullName, С = from }, $"{person.ShortName}: назначено с {Vekha.Wording.Ru.Day(from)}.");
    }

    public async Task<IActionResult> OnPostEnd(Guid headship, DateOnly? until)
    {
        if (!await Load() || await db.Headships.Include(h => h.Person).SingleOrDefaultAsync(h => h.Id == headship && h.UnitId == Id) is not { } found) return NotFound();
        found.End(until ?? Today);
        return await Keep("руководство окончено", new { found.Person!.FullName, По = found.Until }, $"{found.Person.ShortName}: последний день {Vekha.Wording.Ru.Day(found.Until!.Value)}.");
    }

    /// <summary>«Правопреемник»: the organisation ends, its name stays in what was reported under it.</summary>
    public async Task<IActionResult> OnPostSucceed()
    {
        if (!await Load()) return NotFound();
        var reach = await me.ReachAs(Role.Administrator);
        var named = string.IsNullOrWhiteSpace(Successor) ? [] : await db.Organisations.Where(o => reach.Contains(o.Id) && (o.Name == Successor.Trim() || o.ShortName == Successor.Trim())).OrderBy(o => o.Name).Take(2).ToListAsync();
        if (named is not [var successor]) throw new Refusal("Преемник не записан", named.Count == 0 ? "Организации с таким наименованием нет" : "Так называются несколько организаций", "Впишите наименование полностью; новую сначала добавьте") { Field = "Successor" };
        if (On is not { } on) throw new Refusal("Преемник не записан", "Не указан первый день преемника", "Впишите его как день.месяц.год") { Field = "On" };
        db.Add(Succession.Of(Unit, successor, on, Ground));
        return await Keep("записан преемник", new { successor.Name, С = on }, $"Преемник с {Vekha.Wording.Ru.Day(on)}: {successor.ShortName}.");
    }

    public async Task ShowAgain()
    {
        if (Unit is null && !await Load()) return;
        var (reach, above) = (await me.ReachAs(Role.Administrator), db.UnitsAbove(Id));
        Above = [.. (await db.Organisations.AsNoTracking().Include(o => o.Lines).Where(o => o.Id != Id && above.Contains(o.Id) && reach.Contains(o.Id)).ToListAsync()).OrderBy(o => o.Lines.Count)];
        Heads = await db.Headships.AsNoTracking().Include(h => h.Person).Where(h => h.UnitId == Id).OrderByDescending(h => h.From).ToListAsync();
        Before = await db.Successions.AsNoTracking().Include(s => s.Predecessor).Where(s => s.SuccessorId == Id).OrderBy(s => s.On).ToListAsync();
        After = await db.Successions.AsNoTracking().Include(s => s.Successor).Where(s => s.PredecessorId == Id).OrderBy(s => s.On).ToListAsync();
        People = [.. (await db.People.AsNoTracking().Where(p => p.UnitId == Id || p.UnitId == Unit!.ParentId).OrderBy(p => p.FullName).Take(OrganisationTree.Most).ToListAsync())
            .Select(p => new SelectListItem(p.Post.Length > 0 ? $"{p.FullName}, {p.Post}" : p.FullName, p.Id.ToString()))];
        Log = await db.Journal.Where(e => e.Subject == "organisation" && e.SubjectId == Id).OrderByDescending(e => e.Id).Take(30).ToListAsync();
    }

    private async Task<bool> Load()
    {
        var reach = await me.ReachAs(Role.Administrator);
        Unit = (await db.Organisations.SingleOrDefaultAsync(o => o.Id == Id && reach.Contains(o.Id)))!;
        if (Unit is null) return false;
        Today = await clock.Today(Id);
        return true;
    }

    private async Task<IActionResult> Keep(string verb, object after, string sentence)
    {
        journal.Write(verb, "organisation", Id, after: after);
        await db.SaveChangesAsync();
        say.Done(sentence);
        return Redirect($"/desk/accounts/organisations/card/{Id}");
    }
}
