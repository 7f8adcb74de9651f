using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Facts;

/// <summary>The card of a fact: what it is, where it comes from, what proves it, what was corrected and why.</summary>
public sealed class CardModel(VekhaDb db, FactDesk desk, FactList list, FactBook book, AnchorBook anchors, Files files, Saying say) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public FactRow Row { get; private set; } = null!;
    public Fact Fact => Row.Fact;
    public IReadOnlyList<FactChange> Changes { get; private set; } = [];
    public IReadOnlyList<Anchor> Anchors { get; private set; } = [];
    public string? ObjectAddress { get; private set; }
    public bool MayMend { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        var found = (await desk.Seen()).AsNoTracking().Where(f => f.Id == Id);
        if (await list.Rows(found, 0, 1) is not [var row]) return NotFound();
        Row = row;
        Changes = await db.Set<FactChange>().AsNoTracking().Where(c => c.FactId == Id).OrderBy(c => c.At).ToListAsync();
        Anchors = await anchors.OfSource(FactBook.Subject, Id);
        ObjectAddress = Fact.ObjectId is { } thing ? await db.FactObjects.Where(o => o.Id == thing).Select(o => o.Address).SingleOrDefaultAsync() : null;
        MayMend = !Fact.IsWithdrawn && await desk.MayMend(Fact, await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == Fact.ProgrammeId));
        return Page();
    }

    /// <summary>«Исправить».</summary>
    public async Task<IActionResult> OnPostCorrect(int version, FactFix fix)
    {
        if (await Mendable(version) is not { } fact) return NotFound();
        await book.Correct(fact, new FactCorrection { Day = fix.Day, Quantity = fix.Quantity, Title = fix.Title }, fix.Ground ?? "");
        await db.SaveChangesAsync();
        say.Done("Исправлено: прежнее осталось в истории, нормы пересчитаны.");
        return Redirect($"/desk/facts/card/{Id}");
    }

    /// <summary>«Отозвать».</summary>
    public async Task<IActionResult> OnPostWithdraw(int version, string? withdrawGround)
    {
        if (await Mendable(version) is not { } fact) return NotFound();
        await book.Withdraw(fact, withdrawGround ?? "");
        await db.SaveChangesAsync();
        say.Done("Факт отозван и больше не считается.");
        return Redirect($"/desk/facts/card/{Id}");
    }

    /// <summary>A file that proves it.</summary>
    public async Task<IActionResult> OnGetFile(Guid file)
    {
        var seen = (await desk.Seen()).Where(f => f.Id == Id && f.Files.Any(x => x.FileId == file));
        return await seen.AnyAsync() && await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == file) is { } stored ? files.Download(stored) : NotFound();
    }

    private async Task<Fact?> Mendable(int version)
    {
        if (await (await desk.Seen()).SingleOrDefaultAsync(f => f.Id == Id) is not { } fact) return null;
        if (!await desk.MayMend(fact, await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == fact.ProgrammeId))) return null;
        db.Expect(fact, version);
        return fact;
    }
}

/// <summary>What the form of a correction asks.</summary>
public sealed class FactFix
{
    [Display(Name = "День"), Required]
    public DateOnly? Day { get; set; }

    [Display(Name = "Сколько"), Required]
    public long? Quantity { get; set; }

    [Display(Name = "Что произошло"), Required, StringLength(500)]
    public string? Title { get; set; }

    [Display(Name = "Основание"), StringLength(1000)]
    public string? Ground { get; set; }
}
