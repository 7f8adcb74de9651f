using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

/// <summary>«Нормы плана»: what is done, missing and over, who is behind; what the reading found and nobody has confirmed.</summary>
public sealed class NormsModel(VekhaDb db, PlanAccess access, NormSheets sheets, NormDesk desk, PageDay day, Journal journal, Saying say, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary><c>behind</c> shows only norms with somebody behind.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public bool MayKeep { get; private set; }

    /// <summary>Who is behind first.</summary>
    public IReadOnlyList<NormSheet> Sheets { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Measure> Measures { get; private set; } = null!;
    public IReadOnlyList<FoundNorm> Found { get; private set; } = [];
    public int All { get; private set; }
    public int Behind { get; private set; }

    /// <summary>Some norm meets a part of an interval and the town has not said how it takes it.</summary>
    public bool AsksPartial { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (MayKeep) Found = await desk.Found(Plan, Programme);
        AsksPartial = Programme.Policy.PartialIntervals is null && Sheets.Any(s => s.Rule.HasPartial);
        (All, Behind) = (Sheets.Count, Sheets.Count(s => s.State is NormState.Missed or NormState.Alarm));
        if (State == "behind") Sheets = [.. Sheets.Where(s => s.State is NormState.Missed or NormState.Alarm)];
        return Page();
    }

    public async Task<IActionResult> OnGetExcel()
    {
        if (!await Load()) return NotFound();
        using var file = new MemoryStream();
        ExcelPaper.Write(NormPaper.Of(Programme, Plan, Sheets, Measures, day.Shown!.Value), file);
        return File(file.ToArray(), ExcelPaper.ContentType, $"Нормы на {Ru.Digits(day.Shown!.Value)}.xlsx");
    }

    /// <summary>«Подтвердить»: one found norm, or all of them.</summary>
    public async Task<IActionResult> OnPostConfirm(Guid? measure, int index, string? unit)
    {
        if (!await Load() || !MayKeep) return NotFound();
        var chosen = (await desk.Found(Plan, Programme)).Where(f => measure is null || (f.Measure.Id == measure && f.Index == index)).ToList();
        // «Считать «клуб»»: the word without what explains it, as facts are called.
        if (chosen is [var one] && unit is not null && unit == CountedUnit.Short(one.Words.Unit))
            chosen = [one with { Words = one.Words with { Unit = unit, WholeProgramme = one.Words.WholeProgramme || one.Words.Per == NormPer.Territory } }];
        foreach (var found in chosen) Keep(found, NormPhase.Confirmed, "норма подтверждена");
        await db.SaveChangesAsync();
        say.Done(chosen.Count == 1 ? "Норма подтверждена и считается." : $"Подтверждено: {Ru.Count(chosen.Count, "норма", "нормы", "норм")}.");
        return Redirect($"/desk/norms/{Id}");
    }

    /// <summary>«Не норма».</summary>
    public async Task<IActionResult> OnPostReject(Guid measure, int index)
    {
        if (!await Load() || !MayKeep) return NotFound();
        if ((await desk.Found(Plan, Programme, measure)).FirstOrDefault(f => f.Index == index) is { } found) Keep(found, NormPhase.Rejected, "отмечено: не норма");
        await db.SaveChangesAsync();
        return Redirect($"/desk/norms/{Id}#found");
    }

    /// <summary>«Неполный период»: the town says once how it takes a part of a month.</summary>
    public async Task<IActionResult> OnPostPartial(PartialRule rule)
    {
        if (!await Load() || !MayKeep) return NotFound();
        var programme = await db.Programmes.SingleAsync(p => p.Id == Programme.Id);
        programme.CountBy(programme.Policy with { PartialIntervals = rule });
        journal.Write($"неполный месяц в нормах: {rule.Word()}", "programme", programme.Id);
        await db.SaveChangesAsync();
        say.Done($"Запомнили: неполный месяц или квартал {rule.Word()}. Изменить можно в правилах программы.");
        return Redirect($"/desk/norms/{Id}");
    }

    private void Keep(FoundNorm found, NormPhase phase, string verb)
    {
        var norm = new Norm(Plan, found.Measure.Id, found.Words, phase);
        db.Add(norm);
        journal.Write(verb, "norm", norm.Id, after: norm.Text + ": " + norm.Line);
    }

    private async Task<bool> Load()
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id && p.IsApproved) is not { } plan) return false;
        Plan = plan;
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        MayKeep = await access.MayKeep(Programme);
        var norms = await db.Norms.AsNoTracking().Where(n => n.PlanId == Id && n.Phase == NormPhase.Confirmed).ToListAsync();
        Sheets = [.. (await sheets.Of(Programme, norms, day.Of(Programme.ShownOn, Programme.Policy.TimeZoneId), Programme.Today(time.GetUtcNow()))).OrderBy(s => s.State).ThenByDescending(s => s.Behind)];
        var rows = norms.Select(n => n.MeasureId).OfType<Guid>().Distinct().ToArray();
        Measures = await db.Measures.AsNoTracking().Where(m => rows.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        return true;
    }
}
