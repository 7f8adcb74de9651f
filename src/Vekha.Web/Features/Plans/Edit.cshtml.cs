using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>A draft row by row. A deadline a person types is read and shown as understood before it is taken.</summary>
public sealed partial class EditModel(VekhaDb db, PlanAccess access, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The row that is open; <see cref="Guid.Empty"/> for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Row { get; set; }

    /// <summary>Bound as a parameter: the other form of the page does not send it.</summary>
    public RowFields Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    /// <summary>What the typed deadline was understood as; the person has not agreed yet.</summary>
    public string? Understood { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return await access.Denied(Id);
        if (Plan.IsApproved) return Redirect($"/desk/plans/plan/{Id}");
        await LoadOrder();
        if (Plan.Measures.SingleOrDefault(m => m.Id == Row) is { } measure) Input = RowFields.Of(measure, Plan.Version);
        else Input.Version = Plan.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostSave(RowFields input)
    {
        Input = input;
        if (!await Load()) return await access.Denied(Id);
        db.Expect(Plan, Input.Version);
        var reading = DeadlineReader.Read(Input.Deadline ?? "", new ReadingContext(Plan.First.Year, "год — из периода плана"));
        if (!string.IsNullOrWhiteSpace(Input.Deadline) && Input.Agreed != Input.Deadline)
        {
            Understood = Explain(reading);
            ModelState.Remove("Input.Agreed");
            Input.Agreed = Input.Deadline;
            return Page();
        }
        var measure = Plan.Measures.SingleOrDefault(m => m.Id == Row);
        var isNew = measure is null;
        if (measure is null)
        {
            measure = Plan.AddMeasure(Plan.Stages.SingleOrDefault(s => s.Id == Input.StageId), string.IsNullOrWhiteSpace(Input.Number) ? null : Input.Number.Trim(), Input.Title);
            db.Add(measure);
        }
        Plan.Change(measure, Input.Title, Input.Deadline, string.IsNullOrWhiteSpace(Input.Deadline) ? [] : reading.Deadlines,
            Lines(Input.Executors), Lines(Input.Parts), Input.EveryExecutorAnswers);
        Touch();
        journal.Write(isNew ? "мероприятие добавлено" : "мероприятие изменено", "plan", Plan.Id, after: new { measure.Code, measure.Title, measure.DeadlineText });
        await db.SaveChangesAsync();
        say.Done($"{measure.Code} сохранено.");
        return Redirect($"/desk/plans/edit/{Id}");
    }

    public async Task<IActionResult> OnPostRemove(Guid measure, int version)
    {
        if (!await Load() || Plan.Measures.SingleOrDefault(m => m.Id == measure) is not { } row) return NotFound();
        db.Expect(Plan, version);
        Plan.Remove(row);
        db.Remove(row);
        Touch();
        journal.Write("мероприятие убрано из черновика", "plan", Plan.Id, before: new { row.Code, row.Title, row.DeadlineText });
        await db.SaveChangesAsync();
        say.Done($"{row.Code} убрано из черновика.");
        return Redirect($"/desk/plans/edit/{Id}");
    }

    public Task ShowAgain() => Load();

    // Rows are edited, yet the draft as a whole is what two people must not change unseen.
    private void Touch() => db.Entry(Plan).Property(p => p.Title).IsModified = true;

    private string Explain(DeadlineReading reading)
    {
        var context = new ResolutionContext(Programme.Policy.Calendar(), Programme.Policy, Plan.Period) { Text = Input.Deadline };
        return string.Join("; ", reading.Deadlines.Select(d => Resolution.Of(d, context).Match(
            days => string.Join(", ", days.Items.Take(6).Select(i => i.Explanation)),
            standing => "исполняется постоянно, отчёт к " + string.Join(", ", standing.Stubs.Take(6).Select(s => Ru.Digits(s.Control))),
            waits => waits.Reason, link => $"срок в другом документе: {link.To}", year => year.Reason, unreadable => unreadable.Reason)));
    }

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private async Task<bool> Load()
    {
        if (!await (await access.Plans()).AnyAsync(p => p.Id == Id)) return false;
        Plan = await db.Plans.AsSplitQuery().Include(p => p.Stages.OrderBy(s => s.Position))
            .Include(p => p.Measures).ThenInclude(m => m.Executors).Include(p => p.Measures).ThenInclude(m => m.Deliverables).SingleAsync(p => p.Id == Id);
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == Plan.ProgrammeId);
        return await access.MayKeep(Programme);
    }
}

/// <summary>What the form of a row asks.</summary>
public sealed class RowFields
{
    [Display(Name = "Этап")]
    public Guid? StageId { get; set; }

    [Display(Name = "Номер"), StringLength(20)]
    public string? Number { get; set; }

    [Display(Name = "Мероприятие"), Required, StringLength(4000)]
    public string Title { get; set; } = "";

    [Display(Name = "Срок"), StringLength(1000)]
    public string? Deadline { get; set; }

    /// <summary>The deadline whose understanding the person has seen.</summary>
    public string? Agreed { get; set; }

    [Display(Name = "Исполнители")]
    public string? Executors { get; set; }

    [Display(Name = "Результаты")]
    public string? Parts { get; set; }

    [Display(Name = "Каждый отвечает за своё")]
    public bool EveryExecutorAnswers { get; set; }

    public int Version { get; set; }

    public static RowFields Of(Measure measure, int version) => new()
    {
        StageId = measure.StageId, Number = measure.Number, Title = measure.Title, Deadline = measure.DeadlineText, Agreed = measure.DeadlineText,
        Executors = string.Join('\n', measure.Executors.OrderBy(e => e.Position).Select(e => e.Name)),
        Parts = string.Join('\n', measure.Deliverables.OrderBy(d => d.Position).Select(d => d.Title)),
        EveryExecutorAnswers = measure.EveryExecutorAnswers, Version = version,
    };
}
