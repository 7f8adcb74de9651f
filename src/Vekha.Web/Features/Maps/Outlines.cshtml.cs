using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Maps;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Maps;

/// <summary>«Контуры территорий» of a programme: loaded as GeoJSON, each tied to a unit of the tree.</summary>
public sealed class OutlinesModel(VekhaDb db, PlanAccess access, MapDesk maps, Journal journal, Actor actor, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<TerritoryOutline> Outlines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public MapView? Map { get; private set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <summary>«Загрузить»: an outline of a known name gives way to the new one.</summary>
    public async Task<IActionResult> OnPostLoad(IFormFile? file, CancellationToken cancel)
    {
        if (!await Load()) return NotFound();
        if (file is null || file.Length == 0) throw Refused("Файл не выбран или пуст", "Выберите файл GeoJSON с контурами");
        if (file.Length > OutlineFile.MostBytes) throw Refused($"Файл больше {OutlineFile.MostBytes / 1024 / 1024} МБ", "Упростите контуры или оставьте в файле только свои территории");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        var read = OutlineFile.Read(bytes.ToArray());
        if (read.Problem is { } problem) throw Refused(Ru.Capital(problem), "Исправьте файл и загрузите снова: прежние контуры остались");
        var (known, units) = (await db.TerritoryOutlines.Where(o => o.ProgrammeId == Id).ToDictionaryAsync(o => o.Name, cancel), await TerritoryNames.Load(db, Programme, cancel));
        var names = new HashSet<string>();
        foreach (var (outline, i) in read.Outlines.Select((o, i) => (o, i)))
        {
            var found = units.Find(outline.Names);
            var (plain, name) = (found?.Name ?? outline.Names.FirstOrDefault() ?? $"Контур {i + 1}", "");
            for (var n = 1; !names.Add(name = n == 1 ? plain : $"{plain} ({n})"); n++) { }
            if (known.TryGetValue(name, out var before)) db.Remove(before);
            db.Add(new TerritoryOutline(Id, name, outline.Outline, found?.Unit, time.GetUtcNow(), actor));
        }
        journal.Write("загружены контуры территорий", "programme", Id, after: new { Файл = Path.GetFileName(file.FileName), Контуров = read.Outlines.Count });
        await db.SaveChangesAsync(cancel);
        say.Done($"Загружено: {Ru.Count(read.Outlines.Count, "контур", "контура", "контуров")}.{(read.Left > 0 ? $" Не взято {Ru.Number(read.Left)}: это не контуры, а точки или линии." : "")}");
        return Redirect($"/desk/maps/outlines/{Id}");
    }

    public async Task<IActionResult> OnPostBelong(Guid outline, Guid? territory)
    {
        if (!await Load() || (territory is { } unit && Units.All(u => u.Value != unit.ToString()))) return NotFound();
        if (await db.TerritoryOutlines.SingleOrDefaultAsync(o => o.Id == outline && o.ProgrammeId == Id) is not { } found) return NotFound();
        found.Belong(territory);
        journal.Write("контур привязан к территории", "programme", Id, after: new { found.Name });
        await db.SaveChangesAsync();
        return Redirect($"/desk/maps/outlines/{Id}");
    }

    public async Task<IActionResult> OnPostRemove(Guid outline)
    {
        if (!await Load()) return NotFound();
        if (await db.TerritoryOutlines.SingleOrDefaultAsync(o => o.Id == outline && o.ProgrammeId == Id) is not { } found) return NotFound();
        db.Remove(found);
        journal.Write("контур удалён", "programme", Id, before: new { found.Name });
        await db.SaveChangesAsync();
        say.Done($"Контур «{found.Name}» удалён.");
        return Redirect($"/desk/maps/outlines/{Id}");
    }

    public Task ShowAgain() => Load();

    private static Refusal Refused(string why, string next) => new("Контуры не загружены", why, next) { Field = "File" };

    private async Task<bool> Load()
    {
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } programme || !await access.MayKeep(programme)) return false;
        Programme = programme;
        Outlines = await db.TerritoryOutlines.AsNoTracking().Where(o => o.ProgrammeId == Id).OrderBy(o => o.TerritoryId != null).ThenBy(o => o.Name).ToListAsync();
        Units = [.. (await OrganisationTree.Load(db, db.UnitsUnder(programme.OrganisationId))).Choices()];
        Map = await maps.Draw(HttpContext, Id, []);
        return true;
    }
}
