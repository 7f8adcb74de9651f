using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Control;
using Vekha.Documents.Reading.Plans;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>«Мои мероприятия»: what I owe, and the report on the chosen one right beside it.</summary>
[RequestSizeLimit((Reporting.MostFiles + 1) * Files.Limit), RequestFormLimits(MultipartBodyLengthLimit = (Reporting.MostFiles + 1) * Files.Limit)]
public sealed partial class MyModel(VekhaDb db, MyWork work, Cards cards, ReportDrafts drafts, Decisions decisions, DelayReasons reasons, Files files, IEnumerable<ReportSource> sources, Saying say) : PageModel, IShowsAgain
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

    [BindProperty, Display(Name = "Что помешало"), StringLength(300)]
    public string? LateKind { get; set; }

    [BindProperty, Display(Name = "Подтверждение")]
    public List<IFormFile> Proof { get; set; } = [];

    /// <summary>What the measure asks for as proof, beside files.</summary>
    [BindProperty]
    public ProofInput Given { get; set; } = new();

    /// <summary>Files of the draft that are no longer wanted.</summary>
    [BindProperty]
    public List<Guid> Drop { get; set; } = [];

    public MyList List { get; private set; } = null!;

    /// <summary>The assignment whose report stands on the right; <c>null</c> when nothing is owed.</summary>
    public Owed? Chosen { get; private set; }

    /// <summary>Reasons of the list; empty where the report is in time.</summary>
    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];

    /// <summary>What has been written so far, or <c>null</c>.</summary>
    public ReportDraft? Draft { get; private set; }

    /// <summary>What the measure asks for as proof.</summary>
    public IReadOnlyList<ProofRule> Rules { get; private set; } = [];

    /// <summary>The rules are set, not only proposed by the words of the document.</summary>
    public bool IsProofSet { get; private set; }

    /// <summary>The page speaks about the day the programme lives: only then one reports.</summary>
    public bool MayReport { get; private set; }

    /// <summary>Who answers for the measure when the chosen assignment is a part of it.</summary>
    public string? Lead { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        await ShowAgain();
        if (Job is not null && Chosen is null) return NotFound();
        if (Draft is { } draft) (Text, FactOn, LateReason, LateKind, Given) = (draft.Text, draft.FactOn, draft.LateReason, draft.LateKind, ProofInput.Of(draft.Given));
        await Prefill();
        return Page();
    }

    /// <summary>The list as a table to take away.</summary>
    public async Task<IActionResult> OnGetExcel()
    {
        var list = await work.Load(Programme, State);
        using var file = new MemoryStream();
        ExcelPaper.Write(ListPaper.Mine(list), file);
        return File(file.ToArray(), ExcelPaper.ContentType, $"Мои мероприятия на {Vekha.Wording.Ru.Digits(list.Day)}.xlsx");
    }

    /// <summary>A file of a draft: only for those who report.</summary>
    public async Task<IActionResult> OnGetFile(Guid id, Guid file) => await drafts.Proof(id, file) is { } found ? files.Download(found) : NotFound();

    /// <summary>«Отправить на проверку».</summary>
    public async Task<IActionResult> OnPost(Guid id, int version, int draftVersion, CancellationToken cancel)
    {
        if (await cards.Own(id) is not { } assignment) return NotFound();
        Job = id;
        await decisions.MustBeAsSeen(assignment, version);
        var today = await cards.ReportDay(assignment);
        if (assignment.Phase is not (AssignmentPhase.Open or AssignmentPhase.Returned)) assignment.MustTakeReport(Text, FactOn, LateReason, today);
        var draft = await drafts.Write(assignment, Input(draftVersion), isSending: true, cancel);
        try
        {
            assignment.MustTakeReport(Text, FactOn, LateReason, today);
            if (assignment.AsksWhyLate(today)) await reasons.MustBeOffered(LateKind, "Отчёт не отправлен", nameof(LateKind));
            (await db.Measures.FindAsync([assignment.MeasureId], cancel))!.MustBeProven(draft.Given ?? new(), [.. draft.Files.Select(f => f.Name)]);
        }
        catch (Refusal)
        {
            await drafts.Rescue();
            throw;
        }
        drafts.Sent(draft);
        await decisions.Submit(assignment, version, Text!, FactOn!.Value, LateReason, today, [.. draft.Proof()], draft.Given, LateKind);
        say.Done("Отчёт отправлен на проверку. Решение контролёра появится здесь и в карточке.");
        return Redirect($"/desk/control/assignment/{id}");
    }

    /// <summary>«Сохранить черновик»: nobody is asked for anything that is still missing.</summary>
    public async Task<IActionResult> OnPostDraft(Guid id, int draftVersion, CancellationToken cancel)
    {
        if (await cards.Own(id) is not { } assignment) return NotFound();
        Job = id;
        await drafts.Write(assignment, Input(draftVersion), isSending: false, cancel);
        await drafts.Save();
        say.Done("Черновик сохранён. Контролёр его не видит, пока вы не отправите отчёт.");
        return Redirect($"/desk/my?job={id}#report");
    }

    public async Task ShowAgain()
    {
        List = await work.Load(Programme, State);
        Chosen = Job is { } id ? await work.Find(id) : List.Rows.FirstOrDefault();
        if (Chosen is null) return;
        MayReport = await cards.IsNow(Chosen.Assignment, Chosen.Status.Day) && Chosen.Assignment.Phase is AssignmentPhase.Open or AssignmentPhase.Returned;
        var (measure, executors) = (Chosen.Measure.Id, db.Set<MeasureExecutor>());
        if (MayReport)
        {
            Draft = await drafts.Find(Chosen.Assignment.Id);
            if (Chosen.Assignment.AsksWhyLate(Chosen.Status.Day)) Reasons = await reasons.Choices(LateKind ?? Draft?.LateKind);
            var asking = await db.Measures.AsNoTracking().SingleAsync(m => m.Id == measure);
            (Rules, IsProofSet) = (asking.Proof, asking.ProofSet is not null);
        }
        Lead = Chosen.Assignment.Answers ? null : await executors.Where(e => e.MeasureId == measure && e.Position == 0).Select(e => e.Name).FirstOrDefaultAsync() is { } lead ? ExecutorWords.InNominative(lead) : null;
    }

    private ReportInput Input(int draftVersion) => new(Text, FactOn, LateReason, Proof, Drop, draftVersion) { Given = Given.Given(), LateKind = LateKind };
}
