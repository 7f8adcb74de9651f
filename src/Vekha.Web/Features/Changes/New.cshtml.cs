using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Changes;

/// <summary>«Запрос на изменение»: the old words on the left, the new ones on the right, the reasons below.</summary>
public sealed class NewModel(VekhaDb db, PlanAccess access, ChangeDesk desk, DelayReasons reasons, Actor actor, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    /// <summary>The assignment from which it is asked, or <c>null</c> when the keeper asks about the row.</summary>
    [BindProperty(SupportsGet = true, Name = "assignment")]
    public Guid? AssignmentId { get; set; }

    [BindProperty(SupportsGet = true, Name = "measure")]
    public Guid? MeasureId { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public ChangeKind Kind { get; set; }

    public ChangeFields Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public Measure Measure { get; private set; } = null!;
    public ChangeRule Rule { get; private set; } = null!;
    public IReadOnlyList<Assignment> Its { get; private set; } = [];

    /// <summary>Codes of measures that follow this one: they are touched first by a later day.</summary>
    public IReadOnlyList<string> Followers { get; private set; } = [];

    /// <summary>How the typed deadline was understood; the person has not agreed yet.</summary>
    public string? Understood { get; private set; }
    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];
    public Notice Now { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (Kind is ChangeKind.Title or ChangeKind.Executors) Input.After = ChangeRequest.WordsOf(Measure, Kind);
        return Page();
    }

    public async Task<IActionResult> OnPost(ChangeFields input)
    {
        Input = input;
        if (!await Load()) return NotFound();
        var reading = Kind == ChangeKind.Deadline ? DeadlineReader.Read(Input.After ?? "", new ReadingContext(Plan.First.Year, "год — из периода плана")) : null;
        var ask = new Ask { Kind = Kind, AssignmentId = AssignmentId, After = Input.After, Deadlines = reading?.Deadlines ?? [], Reason = Input.Reason, Impact = Input.Impact, ReasonKind = Kind == ChangeKind.Deadline ? Input.ReasonKind : null };
        ask.MustBeWhole(Measure);
        if (Kind == ChangeKind.Deadline) await reasons.MustBeOffered(Input.ReasonKind, "Запрос не подан", "Input.ReasonKind");
        if (reading is not null && Input.Agreed != Input.After)
        {
            Understood = Explain(reading);
            ModelState.Remove("Input.Agreed");
            Input.Agreed = Input.After;
            return Page();
        }
        var request = await File(ask);
        say.Done($"Запрос № {request.Number} подан{(request.IsLate ? " с нарушением срока" : "")}. Решает {Rule.Words}.");
        return Redirect($"/desk/changes/card/{request.Id}");
    }

    private async Task<ChangeRequest> File(Ask ask)
    {
        var notice = Notice.Of(ask, Programme, Plan, Measure, Its);
        // Two who file at once want one number: the second takes the next.
        for (var left = 5; ; left--)
        {
            var number = await db.ChangeRequests.Where(r => r.ProgrammeId == Programme.Id).MaxAsync(r => (int?)r.Number) ?? 0;
            var request = new ChangeRequest(Programme, Measure, number + 1, ask, notice, Today, time.GetUtcNow(), actor);
            db.Add(request);
            if (request.ReasonKind is { } kind) db.Add(new Delay(request.PlanId, request.MeasureId, request.AssignmentId, kind, request.Reason, DelaySource.Request, request.Id, Today));
            journal.Write("подан запрос на изменение", "change-request", request.Id, request.Reason, before: request.Before, after: request.After);
            try
            {
                await db.SaveChangesAsync();
                return request;
            }
            catch (DbUpdateException clash) when (clash.IsDuplicate("change_requests") && left > 0)
            {
                foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is ChangeRequest or JournalEntry or Delay).ToList()) entry.State = EntityState.Detached;
            }
        }
    }

    public Task ShowAgain() => Load();

    private string Explain(DeadlineReading reading)
    {
        var context = new ResolutionContext(Programme.Policy.Calendar(), Programme.Policy, Plan.Period) { Class = Measure.DeadlineClass, Signed = Plan.InForce?.ApprovedOn, Text = Input.After };
        return string.Join("; ", reading.Deadlines.Select(d => Resolution.Of(d, context).Match(
            days => string.Join(", ", days.Items.Take(6).Select(i => i.Explanation)),
            standing => "исполняется постоянно, отчёт к " + string.Join(", ", standing.Stubs.Take(6).Select(s => Ru.Digits(s.Control))),
            waits => waits.Reason, link => $"срок в другом документе: {link.To}", year => year.Reason, unreadable => unreadable.Reason)));
    }

    private async Task<bool> Load()
    {
        var mine = await access.Mine();
        if (AssignmentId is { } assignment)
        {
            // The day of a part handed down is set by who handed it down, not by the plan.
            if (await (await access.Assignments()).AsNoTracking().SingleOrDefaultAsync(a => a.Id == assignment && a.ParentId == null) is not { } from) return false;
            MeasureId = from.MeasureId;
        }
        if (MeasureId is not { } id || await db.Measures.AsNoTracking().Include(m => m.Executors).SingleOrDefaultAsync(m => m.Id == id && m.RemovedOn == null) is not { } measure) return false;
        if (await (await access.Plans()).AsNoTracking().Include(p => p.Versions).SingleOrDefaultAsync(p => p.Id == measure.PlanId && p.IsApproved) is not { } plan) return false;
        (Measure, Plan) = (measure, plan);
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        if (!await access.MayKeep(Programme) && !await mine.AnyAsync(a => a.MeasureId == id && (AssignmentId == null || a.Id == AssignmentId))) return false;
        Its = await db.Assignments.AsNoTracking().AsSplitQuery().Include(a => a.TermChanges).Include(a => a.Extensions).Where(a => a.MeasureId == id).ToListAsync();
        Rule = (await desk.Rules(Programme.Id))[Kind];
        Today = Programme.Today(time.GetUtcNow());
        if (Kind == ChangeKind.Deadline) Reasons = await reasons.Choices(Input.ReasonKind);
        Now = Notice.Of(new Ask { Kind = Kind, AssignmentId = AssignmentId }, Programme, Plan, Measure, Its);
        var (followers, measures) = (db.Dependencies.Where(d => d.AfterId == id), db.Measures);
        Followers = await measures.Where(m => m.RemovedOn == null && followers.Any(d => d.MeasureId == m.Id)).OrderBy(m => m.Position).Select(m => m.Code).ToListAsync();
        return true;
    }
}

/// <summary>What the form of a change request asks.</summary>
public sealed class ChangeFields
{
    [Display(Name = "Новая редакция"), StringLength(4000)]
    public string? After { get; set; }

    /// <summary>The deadline whose understanding the person has seen.</summary>
    public string? Agreed { get; set; }

    [Display(Name = "Причины и обоснование"), StringLength(4000)]
    public string? Reason { get; set; }

    [Display(Name = "Что помешало"), StringLength(300)]
    public string? ReasonKind { get; set; }

    [Display(Name = "Анализ влияния"), StringLength(4000)]
    public string? Impact { get; set; }
}
