using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Раздать по объектам»: a measure that every club or project owes; each gets its own assignment, a new one too.</summary>
public sealed class MeasureModel(VekhaDb db, RegistryAccess access, PlanAccess plans, ObjectWork work, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "registry"), Display(Name = "По какому реестру")]
    public Guid? Registry { get; set; }

    [Display(Name = "Запас до срока плана, рабочих дней")]
    public int? Buffer { get; private set; }

    public Measure Measure { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<SelectListItem> Registries { get; private set; } = [];
    public RegistryOnDesk? Desk { get; private set; }
    public ObjectCascade? Cascade { get; private set; }
    public IReadOnlyList<OwingObject> Objects { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<Assignment> Wholes { get; private set; } = [];
    public ILookup<Guid, Assignment> Parts { get; private set; } = Array.Empty<Assignment>().ToLookup(a => Guid.Empty);
    public int Occasions => Wholes.GroupBy(w => (w.Occurrence, w.Nominal)).Count();
    public int Owed => Objects.Sum(o => Math.Max(0, Occasions - Parts[o.Id].Count()));

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int? buffer, int expected)
    {
        const string not = "Поручения не розданы";
        Buffer = buffer;
        if (!await Load()) return NotFound();
        if (Desk is null) throw new Refusal(not, "Не выбран реестр", "Выберите реестр объектов этой программы");
        if (buffer is < 0 or > 60) throw new Refusal(not, $"Запас в {buffer} дней не бывает", "Впишите от 0 до 60 рабочих дней") { Field = "Buffer" };
        if (Wholes.Count == 0) throw new Refusal(not, "Раздавать нечего: открытых поручений по этому мероприятию нет", "Проверьте, утверждён ли план и не закрыто ли мероприятие");
        if (expected != Owed) throw new Refusal(not, $"Пока вы смотрели, объектов стало больше или меньше: поручений будет {Owed}", "Проверьте список и нажмите ещё раз");
        var cascade = Cascade is { } known ? await db.ObjectCascades.SingleAsync(c => c.Id == known.Id) : new ObjectCascade(Measure, Desk.Registry, buffer ?? 0, access.Author(Programme));
        if (Cascade is null) db.Add(cascade);
        // Two who press at one moment: the second is told that the first has handed out.
        else db.Entry(cascade).State = EntityState.Modified;
        var made = await work.HandOut(cascade, Objects, Programme, Today);
        journal.Write("роздано по объектам", "measure", Id, after: new { Реестр = Desk.Registry.Title, Поручений = made });
        await db.SaveChangesAsync();
        say.Done($"Роздано {Ru.Count(made, Noun.Assignment)}. Новый объект получит своё, когда откроется; у закрытого оно будет снято.");
        return Redirect($"/desk/registries/measure/{Id}?registry={Registry}");
    }

    public async Task ShowAgain()
    {
        if (Measure is null) await Load();
    }

    private async Task<bool> Load()
    {
        if (await db.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id) is not { } measure) return false;
        Measure = measure;
        if (await (await plans.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == measure.PlanId) is not { } plan) return false;
        Plan = plan;
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        if (!await plans.MayKeep(Programme)) return false;
        Today = access.Today(Programme);
        access.Shown(Programme);
        var registries = await db.Registries.AsNoTracking().Where(r => r.ProgrammeId == Programme.Id).OrderBy(r => r.Title).ToListAsync();
        if (registries.Count == 1) Registry ??= registries[0].Id;
        Registries = [.. registries.Select(r => new SelectListItem(r.Title, r.Id.ToString(), r.Id == Registry))];
        Wholes = await work.Wholes(Id);
        if (registries.All(r => r.Id != Registry) || await access.Find(Registry!.Value) is not { } desk) return true;
        Desk = desk;
        var registry = desk.Registry.Id;
        Cascade = await db.ObjectCascades.AsNoTracking().SingleOrDefaultAsync(c => c.MeasureId == Id && c.RegistryId == registry);
        Buffer ??= Cascade?.BufferDays ?? 0;
        Objects = await work.Owing(registry, Today);
        var units = Objects.Select(o => o.UnitId).Distinct().ToArray();
        Units = await db.Organisations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName);
        Parts = (await db.Assignments.AsNoTracking().Where(a => a.MeasureId == Id && a.ObjectId != null && a.ParentId != null && a.Phase != AssignmentPhase.Cancelled).ToListAsync()).ToLookup(a => a.ObjectId!.Value);
        return true;
    }
}
