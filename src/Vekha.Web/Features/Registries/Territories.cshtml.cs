using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«По территориям»: how many objects each territory has on a day and how many it needs; those that lack some on top.</summary>
public sealed class TerritoriesModel(VekhaDb db, RegistryAccess access, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [Display(Name = "Нужно не меньше")]
    public int? Least { get; private set; }

    public RegistryOnDesk Desk { get; private set; } = null!;
    public DateOnly On { get; private set; }
    public IReadOnlyList<TerritoryCount> Lines { get; private set; } = [];

    /// <summary>Units of the programme that may have a goal, by kind.</summary>
    public IReadOnlyList<IGrouping<OrganisationKind, Organisation>> Units { get; private set; } = [];
    public IReadOnlySet<Guid> Chosen { get; private set; } = new HashSet<Guid>();

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <summary>One goal for the chosen territories; an empty number takes them off the list.</summary>
    public async Task<IActionResult> OnPostGoal(Guid[] units, int? least, int version)
    {
        (Chosen, Least) = (units.ToHashSet(), least);
        if (!await Load(tracked: true)) return NotFound();
        if (!Desk.Keeps) return Forbid();
        if (units.Length == 0) throw new Refusal("Цель не сохранена", "Не отмечено ни одной территории", "Отметьте территории и впишите число") { Field = "Least" };
        db.Expect(Desk.Registry, version);
        var known = Units.SelectMany(g => g).ToDictionary(u => u.Id);
        foreach (var unit in units.Where(known.ContainsKey).Distinct())
            if (Desk.Registry.Want(unit, known[unit].Place(), least) is { } gone) db.Remove(gone);
        db.Entry(Desk.Registry).Property(r => r.Title).IsModified = true;
        journal.Write("цели территорий изменены", "registry", Id, after: new { Нужно = least, Территорий = units.Length });
        await db.SaveChangesAsync();
        say.Done(least is { } n ? $"Нужно не меньше {n}: {Ru.Count(units.Length, "территория", "территории", "территорий")}." : "Цели сняты.");
        return Redirect($"/desk/registries/territories/{Id}");
    }

    public async Task ShowAgain()
    {
        if (Desk is null) await Load();
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await access.Find(Id, tracked) is not { } desk) return false;
        Desk = desk;
        On = access.Shown(desk.Programme);
        Lines = await TerritoryCount.Of(db, desk.Registry, On);
        if (!desk.Keeps) return true;
        var below = db.UnitsUnder(desk.Programme.OrganisationId);
        Units = [.. (await db.Organisations.AsNoTracking().Where(o => below.Contains(o.Id)).OrderBy(o => o.Lines.Count).ThenBy(o => o.Name).Take(OrganisationTree.Most).ToListAsync()).GroupBy(o => o.Kind)];
        return true;
    }
}
