using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>«Мои мероприятия»: what I owe, and the report on the chosen one right beside it.</summary>
[RequestSizeLimit((Reporting.MostFiles + 1) * Files.Limit), RequestFormLimits(MultipartBodyLengthLimit = (Reporting.MostFiles + 1) * Files.Limit)]
public sealed class MyModel(VekhaDb db, MyWork work, Cards cards, Decisions decisions, Files files, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true, Name = "job")]
    public Guid? Job { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty, Display(Name = "Что сделано"), StringLength(10_000)]
    public string? Text { get; set; }

    [BindProperty, Display(Name = "Когда сделано")]
    public DateOnly? FactOn { get; set; }

    [BindProperty, Display(Name = "Почему отчёт сдаётся позже срока"), StringLength(4_000)]
    public string? LateReason { get; set; }

    [BindProperty, Display(Name = "Подтверждение")]
    public List<IFormFile> Proof { get; set; } = [];

    public MyList List { get; private set; } = null!;

    /// <summary>The assignment whose report stands on the right; <c>null</c> when nothing is owed.</summary>
    public Owed? Chosen { get; private set; }

    /// <summary>The page speaks about the day the programme lives: only then one reports.</summary>
    public bool MayReport { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        await ShowAgain();
        return Job is not null && Chosen is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, int version, CancellationToken cancel)
    {
        if (await cards.Own(id) is not { } assignment) return NotFound();
        Job = id;
        await decisions.MustBeAsSeen(assignment, version);
        var today = await cards.Today(assignment);
        assignment.MustTakeReport(Text, FactOn, LateReason, today);
        var proof = await files.Keep(Proof, cancel);
        await decisions.Submit(assignment, version, Text!, FactOn!.Value, LateReason, today, proof);
        say.Done("Отчёт отправлен на проверку. Решение контролёра появится здесь и в карточке.");
        return Redirect($"/desk/control/assignment/{id}");
    }

    public async Task ShowAgain()
    {
        List = await work.Load(Programme, State);
        Chosen = Job is { } id ? await work.Find(id) : List.Rows.FirstOrDefault();
        if (Chosen is null) return;
        MayReport = await cards.IsNow(Chosen.Assignment, Chosen.Status.Day) && Chosen.Assignment.Phase is AssignmentPhase.Open or AssignmentPhase.Returned;
        var (measure, executors) = (Chosen.Measure.Id, db.Set<MeasureExecutor>());
        Lead = Chosen.Assignment.Answers ? null : await executors.Where(e => e.MeasureId == measure && e.Position == 0).Select(e => e.Name).FirstOrDefaultAsync();
    }

    /// <summary>Who answers for the measure when the chosen assignment is a part of it.</summary>
    public string? Lead { get; private set; }
}
