using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>A norm by hand: of one's own, of the reading with other words, or one that is already counted.</summary>
public sealed class NormEditModel(VekhaDb db, PlanAccess access, NormDesk norms, FactDesk facts, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? PlanId { get; set; }

    /// <summary>The measure of a found norm.</summary>
    [BindProperty(SupportsGet = true, Name = "measure")]
    public Guid? MeasureId { get; set; }

    /// <summary>Which of the norms found in the measure.</summary>
    [BindProperty(SupportsGet = true, Name = "index")]
    public int? Index { get; set; }

    [BindProperty]
    public NormInput Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];
    public IReadOnlyList<string> Kinds { get; private set; } = [];
    public IReadOnlyList<string> Objects { get; private set; } = [];
    public IEnumerable<SelectListItem> Pers => Enum.GetValues<NormPer>().Select(p => new SelectListItem(Ru.Capital(p.Word()), p.ToString()));
    public IEnumerable<SelectListItem> Rhythms => Enum.GetValues<NormRhythm>().Select(r => new SelectListItem(Ru.Capital(r.Word()), r.ToString()));

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (Id is not null && await db.Norms.AsNoTracking().SingleAsync(n => n.Id == Id) is { } norm) Input = NormInput.Of(norm.Words, norm.MeasureId, norm.Version);
        else if (MeasureId is { } measure && Index is { } index && (await norms.Found(Plan, Programme, measure)).FirstOrDefault(f => f.Index == index) is { } found) Input = NormInput.Of(found.Words, measure);
        else
        {
            var row = MeasureId is { } of ? await db.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == of && m.PlanId == Plan.Id) : null;
            var span = row is null ? Plan.Period : NormDesk.SpanOf(row, Plan, Programme);
            (Input.MeasureId, Input.First, Input.Last) = (row?.Id, span.First, span.Last);
        }
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        if (Input.MeasureId is { } measure && Measures.All(m => m.Value != measure.ToString())) return NotFound();
        var norm = Id is { } id ? await db.Norms.SingleAsync(n => n.Id == id) : null;
        var before = norm is null ? null : norm.Text + ": " + norm.Line;
        if (norm is null)
        {
            norm = new Norm(Plan, Input.MeasureId, Input.Words());
            db.Add(norm);
            // The words of the document were another norm than its reading: what was found is decided with it.
            if (MeasureId is { } row && Index is { } index && (await norms.Found(Plan, Programme, row)).FirstOrDefault(f => f.Index == index) is { } found && found.Words.Text != norm.Text)
                db.Add(new Norm(Plan, row, found.Words, NormPhase.Rejected));
        }
        else
        {
            db.Expect(norm, Input.Version);
            norm.Confirm(Input.Words());
            norm.Attach(Input.MeasureId);
        }
        journal.Write(before is null ? "норма подтверждена" : "норма изменена", "norm", norm.Id, before: before, after: norm.Text + ": " + norm.Line);
        await db.SaveChangesAsync();
        say.Done(before is null ? "Норма подтверждена и считается." : "Норма изменена и пересчитана.");
        return Redirect($"/desk/norms/norm/{norm.Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (Id is { } id) PlanId = await db.Norms.Where(n => n.Id == id && n.Phase == NormPhase.Confirmed).Select(n => (Guid?)n.PlanId).SingleOrDefaultAsync();
        if (PlanId is not { } own || await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == own && p.IsApproved) is not { } plan) return false;
        Plan = plan;
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        if (!await access.MayKeep(Programme)) return false;
        Measures = [.. (await db.Measures.AsNoTracking().Where(m => m.PlanId == own && m.RemovedOn == null).OrderBy(m => m.Position).Select(m => new { m.Id, m.Code, m.Title }).ToListAsync())
            .Select(m => new SelectListItem($"{m.Code}. {(m.Title.Length > 90 ? m.Title[..90] + "…" : m.Title)}", m.Id.ToString()))];
        Kinds = await facts.Kinds(Programme.Id);
        Objects = await db.FactObjects.Where(o => o.ProgrammeId == Programme.Id).Select(o => o.Kind).Distinct().OrderBy(k => k).Take(30).ToListAsync();
        return true;
    }
}
