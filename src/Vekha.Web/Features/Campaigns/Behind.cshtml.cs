using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Campaigns;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Из чего сложилось»: a number of a form and the forms of the units below behind it.</summary>
public sealed class BehindModel(VekhaDb db, FormDesk desk, CampaignAccess access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "cell")]
    public string? Key { get; set; }

    public FormOnDesk Form { get; private set; } = null!;
    public FormCell Cell { get; private set; } = null!;
    public IReadOnlyList<FormCell> Cells { get; private set; } = [];
    public FormTotal Total { get; private set; } = null!;

    /// <summary>What the unit itself has given, as kept.</summary>
    public string? Own { get; private set; }

    /// <summary>Forms the person may open.</summary>
    public IReadOnlySet<Guid> Openable { get; private set; } = new HashSet<Guid>();

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await desk.Find(Id) is not { } form || form.Parts.All.Count == 0) return NotFound();
        (Form, Today) = (form, access.Today(form.Programme));
        Cells = [.. form.Cells.Where(c => c.IsNumber && c.Field.Folding != FormFolding.None)];
        if ((Cells.FirstOrDefault(c => c.Key == Key) ?? (Key is null && Cells.Count > 0 ? Cells[0] : null)) is not { } cell) return NotFound();
        Cell = cell;
        Total = FormTotal.OfAnswers([cell], form.Parts.Accepted)[0];
        Own = form.Report.ValuesOn(DateOnly.MaxValue)?.GetValueOrDefault(cell.Key);
        var ids = form.Parts.All.Select(p => p.Report?.Id).OfType<Guid>().ToArray();
        var (mine, kept) = (await access.Mine(), await access.Kept());
        Openable = (await db.FormReports.Where(r => ids.Contains(r.Id) && (mine.Any(m => m.Id == r.Id) || kept.Any(c => c.Id == r.CampaignId))).Select(r => r.Id).ToListAsync()).ToHashSet();
        return Page();
    }
}
