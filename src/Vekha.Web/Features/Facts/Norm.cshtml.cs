using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Maps;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>«Норма»: who is behind first, window by window.</summary>
public sealed class NormModel(VekhaDb db, PlanAccess access, NormSheets sheets, NormTable table, PageDay day, Journal journal, Saying say, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>A day of the window to show.</summary>
    [BindProperty(SupportsGet = true, Name = "window")]
    public DateOnly? Window { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public NormState? State { get; set; }

    /// <summary>A district: only those who lie in it.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public Guid? Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public Measure? Measure { get; private set; }
    public Norm Norm => Sheet.Norm;
    public NormSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<NormWindow> Windows { get; private set; } = [];
    public IReadOnlyList<NormLine> Lines { get; private set; } = [];
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];
    public IReadOnlyDictionary<NormState, int> Counts { get; private set; } = null!;
    public bool MayKeep { get; private set; }
    public IReadOnlyList<NormPlace> Places { get; private set; } = [];
    public MapView? Map { get; private set; }

    /// <summary>Facts that sound like the norm and pass it by; asked only while nothing is counted.</summary>
    public UncountedKind? Uncounted { get; private set; }
    public int Pages { get; private set; }

    /// <summary>The longest bar of the page.</summary>
    public long Longest => Math.Max(Sheet.Window.Target * 2, Lines.Select(l => l.Status.Done + l.Planned).DefaultIfEmpty().Max());

    /// <summary>Working days from the day of the page until the window closes.</summary>
    public int DaysLeft => day.Shown is { } on && Sheet.Window.Days.Contains(on) ? Programme.Policy.Calendar().WorkingDaysBetween(on, Sheet.Window.Days.Last) : 0;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Windows = [.. Sheet.Rule.Windows().Take(60)];
        Counts = Sheet.Lines.GroupBy(l => l.Status.State).ToDictionary(g => g.Key, g => g.Count());
        var found = Found();
        Pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Lines = await table.WithAddresses(Norm, [.. found.Skip((Number - 1) * PageSize).Take(PageSize)]);
        Places = await table.Places(Sheet);
        Map = await table.Map(HttpContext, Sheet, Places);
        if (MayKeep) Uncounted = await table.Uncounted(Sheet);
        Entries = await db.Journal.Where(e => e.Subject == "norm" && e.SubjectId == Id).OrderByDescending(e => e.Id).Take(20).ToListAsync();
        return Page();
    }

    public async Task<IActionResult> OnGetExcel()
    {
        if (!await Load()) return NotFound();
        using var file = new MemoryStream();
        ExcelPaper.Write(NormPaper.Of(Sheet, Found(), day.Shown!.Value), file);
        return File(file.ToArray(), ExcelPaper.ContentType, $"Норма на {Ru.Digits(day.Shown!.Value)}.xlsx");
    }

    /// <summary>«Считать их»: facts that pass the norm by are what it means.</summary>
    public async Task<IActionResult> OnPostWiden(int version)
    {
        if (!await Load() || !MayKeep) return NotFound();
        if (await table.Uncounted(Sheet) is not { } passed) return Redirect($"/desk/norms/norm/{Id}");
        var norm = await db.Norms.SingleAsync(n => n.Id == Id);
        db.Expect(norm, version);
        var before = norm.Line;
        norm.Confirm(norm.Words with { Unit = passed.Kind, WholeProgramme = norm.WholeProgramme || passed.IsOfOthers });
        journal.Write("норма изменена", "norm", norm.Id, before: before, after: norm.Line);
        await db.SaveChangesAsync();
        say.Done($"Теперь норма считает факты вида «{passed.Kind}»{(norm.WholeProgramme ? " всей программы" : "")}.");
        return Redirect($"/desk/norms/norm/{Id}");
    }

    /// <summary>«Снять норму».</summary>
    public async Task<IActionResult> OnPostWithdraw(int version, string? ground)
    {
        if (!await Load() || !MayKeep) return NotFound();
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("Норма не снята", "Не указано основание", "Напишите, почему она больше не считается") { Field = "ground" };
        var norm = await db.Norms.SingleAsync(n => n.Id == Id);
        db.Expect(norm, version);
        norm.Withdraw();
        journal.Write("норма снята", "norm", Id, ground.Trim());
        await db.SaveChangesAsync();
        say.Done("Норма снята и больше не считается.");
        return Redirect($"/desk/norms/{Plan.Id}");
    }

    /// <summary>The district an object lies in, where there are several.</summary>
    public string? PlaceOf(NormSubject subject) => Norm.Per == NormPer.Object && subject.PlaceId is { } at ? Places.FirstOrDefault(p => p.Id == at)?.Name : null;

    /// <summary>Facts of one subject in the window, for a click on its number.</summary>
    public string FactsOf(NormSubject subject)
    {
        var of = Norm.Per switch { NormPer.Object => $"&object={subject.Id}", NormPer.Territory or NormPer.Executor => $"&territory={subject.Id}", _ => "" };
        var days = Sheet.Window.Days;
        return $"/desk/facts?programme={Programme.Id}&kind={Uri.EscapeDataString(Norm.Unit)}{of}{(Norm.WholeProgramme || Norm.MeasureId is null ? "" : $"&measure={Norm.MeasureId}")}&from={Ru.Digits(days.First)}&until={Ru.Digits(days.Last)}";
    }

    private List<NormLine> Found() => [.. Sheet.Lines.Where(l => (State is null || l.Status.State == State) && (Place is null || l.Subject.PlaceId == Place)
        && (string.IsNullOrWhiteSpace(Search) || l.Subject.Name.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase)))];

    private async Task<bool> Load()
    {
        if (await db.Norms.AsNoTracking().SingleOrDefaultAsync(n => n.Id == Id && n.Phase == NormPhase.Confirmed) is not { } norm) return false;
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == norm.PlanId) is not { } plan) return false;
        Plan = plan;
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        MayKeep = await access.MayKeep(Programme);
        Measure = norm.MeasureId is { } measure ? await db.Measures.AsNoTracking().SingleAsync(m => m.Id == measure) : null;
        Sheet = (await sheets.Of(Programme, [norm], day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId), Programme.Today(time.GetUtcNow()), Window, withPlanned: true))[0];
        return true;
    }
}
