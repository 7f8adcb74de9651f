using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Cascade;

/// <summary>«Проверьте»: units × measures, who answers, which day and why, what could not be told. Only the button makes assignments.</summary>
[RequestFormLimits(ValueCountLimit = 50_000)]
public sealed class PreviewModel(VekhaDb db, CascadeDesk desk, CascadeMaking making, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    /// <summary>So long the press of the button works itself; what is left then is made behind the page, which shows how far it is.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CascadePreview Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (await desk.Open(Id) is not { } cascade) return NotFound();
        if (cascade.State == CascadeState.Done) return Redirect($"/desk/cascade/plan/{cascade.PlanId}");
        if (cascade.State == CascadeState.Running) Response.Headers["Refresh"] = "1";
        Shown = await CascadePreview.Load(db, cascade, time.GetUtcNow(), counts: true);
        return Page();
    }

    /// <summary>«Пересчитать»: keeps what is ticked; a kind adds its units to a group.</summary>
    public async Task<IActionResult> OnPostKeep(int buffer, List<string> units, List<string> kinds)
    {
        if (await desk.Open(Id) is not { } cascade) return NotFound();
        cascade.Keep(buffer, await Ticked(cascade, units, kinds));
        await db.SaveChangesAsync();
        return Redirect($"/desk/cascade/preview/{Id}");
    }

    public async Task<IActionResult> OnPostMake(int buffer, List<string> units, int version)
    {
        if (await desk.Open(Id) is not { } cascade) return NotFound();
        cascade.Keep(buffer, await Ticked(cascade, units, []));
        db.Expect(cascade, version);
        var shown = await CascadePreview.Load(db, cascade, time.GetUtcNow(), counts: true);
        cascade.Start(shown.Total);
        journal.Write("мероприятия розданы подразделениям", "plan", cascade.PlanId, after: new { Мероприятий = cascade.Groups.Sum(g => g.Measures.Count), Поручений = shown.Total, Запас = buffer });
        await db.SaveChangesAsync();
        var plan = cascade.PlanId;
        db.ChangeTracker.Clear();
        if (!await making.Go(Id, AtOnce)) return Redirect($"/desk/cascade/preview/{Id}");
        say.Done($"Роздано: {Ru.Count(shown.Total, "поручение", "поручения", "поручений")}.");
        return Redirect($"/desk/cascade/plan/{plan}");
    }

    public async Task ShowAgain()
    {
        db.ChangeTracker.Clear();
        Shown = await CascadePreview.Load(db, (await desk.Open(Id))!, time.GetUtcNow(), counts: true);
    }

    /// <summary>Ticks come as «group.unit»; kinds as «group.kind».</summary>
    private async Task<IReadOnlyList<CascadeGroup>> Ticked(Cascade cascade, List<string> units, List<string> kinds)
    {
        var ticked = units.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var groups = cascade.Groups.Select((g, i) => g with { Units = [.. g.Offered.Where(u => ticked.Contains($"{i}.{u}"))] }).ToList();
        foreach (var chosen in kinds.Where(k => k.Contains('.')))
        {
            if (!int.TryParse(chosen[..chosen.IndexOf('.')], out var i) || i < 0 || i >= groups.Count || !Enum.TryParse<OrganisationKind>(chosen[(chosen.IndexOf('.') + 1)..], out var kind)) continue;
            var programme = await db.Plans.Where(p => p.Id == cascade.PlanId).Select(p => p.ProgrammeId).SingleAsync();
            var owner = await db.Programmes.Where(p => p.Id == programme).Select(p => p.OrganisationId).SingleAsync();
            var inside = db.UnitsUnder(owner);
            var found = await db.Organisations.Where(o => o.Kind == kind && inside.Contains(o.Id)).OrderBy(o => o.Name).Select(o => o.Id).ToListAsync();
            if (found.Count == 0) throw new Refusal("Подразделения не добавлены", $"Вида «{kind.Word()}» в организации нет", "Добавьте их в «Организациях» или выберите другой вид");
            groups[i] = groups[i] with { Offered = [.. groups[i].Offered.Union(found)], Units = [.. groups[i].Units.Union(found)], Note = null };
        }
        return groups;
    }
}
