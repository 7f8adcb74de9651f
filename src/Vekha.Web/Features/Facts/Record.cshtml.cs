using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>«Записать факт»: by hand, with the proof that the measure asks for.</summary>
public sealed class RecordModel(VekhaDb db, FactBook book, FactDesk desk, AnchorBook anchors, CurrentPerson me, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? ProgrammeId { get; set; }

    [BindProperty(SupportsGet = true, Name = "measure")]
    public Guid? MeasureId { get; set; }

    [BindProperty]
    public FactInput Input { get; set; } = new();

    [BindProperty]
    public ProofInput Given { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public IReadOnlyList<Programme> Programmes { get; private set; } = [];
    public Programme? Programme { get; private set; }
    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Objects { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    /// <summary>What the chosen measure asks as proof.</summary>
    public IReadOnlyList<ProofRule> Rules { get; private set; } = [];

    /// <summary>The last try looked like something already recorded.</summary>
    public bool IsDouble => Input.DespiteDouble || (ModelState.TryGetValue("Input.DespiteDouble", out var state) && state.Errors.Count > 0);

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Input.MeasureId ??= MeasureId;
        var own = (await me.Get()).UnitId;
        if (Places.Any(p => p.Value == own.ToString())) (Input.TerritoryId, Input.UnitId) = (Input.TerritoryId ?? own, Input.UnitId ?? own);
        if (Programme is not null) Input.Day ??= Programme.Today(time.GetUtcNow());
        if (Input.Kind.Length == 0 && Kinds.Count == 1) Input.Kind = Kinds[0];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Load() || Programme is null || !await desk.MayRecord(Programme, Input.MeasureId)) return NotFound();
        var measure = Input.MeasureId is { } id ? await db.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) : null;
        var given = Given.Given();
        FactDesk.MustBeProven(measure, given, Files.Select(f => f.FileName));
        var thing = Input.ObjectId is { } objectId ? await db.FactObjects.AsNoTracking().SingleOrDefaultAsync(o => o.Id == objectId && o.ProgrammeId == Programme.Id, cancel) : null;
        if (Input.ObjectId is not null && thing is null) return NotFound();
        var fact = await book.Record(new FactEntry
        {
            ProgrammeId = Programme.Id, MeasureId = Input.MeasureId, Kind = Input.Kind, Title = Input.Title, Day = Input.Day!.Value, Quantity = Input.Quantity!.Value, TerritoryId = Input.TerritoryId, UnitId = Input.UnitId,
            ObjectId = thing?.Id, ObjectName = thing?.Name, Proof = given, Files = await desk.Keep(Files, cancel), DespiteDouble = Input.DespiteDouble, Reaches = Input.Reaches,
        });
        await db.SaveChangesAsync(cancel);
        say.Done($"Записано: {fact.Title}, {Ru.Digits(fact.Day)}." + (string.IsNullOrWhiteSpace(Input.Reaches) ? "" : " Сроки, которые ждали этого события, вычислены."));
        return Redirect($"/desk/facts/card/{fact.Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        Programmes = await desk.Programmes();
        if ((Input.MeasureId ?? MeasureId) is { } measure)
        {
            var (plans, measures) = (db.Plans, db.Measures);
            ProgrammeId = await plans.Where(p => measures.Any(m => m.Id == measure && m.PlanId == p.Id)).Select(p => (Guid?)p.ProgrammeId).SingleOrDefaultAsync();
            if (ProgrammeId is null) return false;
            Rules = (await measures.AsNoTracking().SingleAsync(m => m.Id == measure)).Proof;
        }
        ProgrammeId ??= Programmes.Count == 1 ? Programmes[0].Id : null;
        if (ProgrammeId is null) return Programmes.Count > 0;
        if (Programmes.FirstOrDefault(p => p.Id == ProgrammeId) is not { } programme) return false;
        Programme = programme;
        (Measures, Places, Objects, Kinds) = (await desk.Measures(programme), await desk.Places(programme), await desk.Objects(programme.Id), await desk.Kinds(programme.Id));
        Events = [.. (await anchors.Waited(programme.Id)).Select(w => new SelectListItem(w.Event, w.Event))];
        return MeasureId is not { } asked || Measures.Any(m => m.Value == asked.ToString());
    }
}
