using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Documents.Writing;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Changes;

/// <summary>«Версии плана»: each with its act and what it changed; the paper of differences.</summary>
public sealed class VersionModel(VekhaDb db, PlanAccess access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version to show; the one in force when nothing is named.</summary>
    [BindProperty(SupportsGet = true, Name = "v")]
    public int? Number { get; set; }

    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];
    public PlanVersion Shown { get; private set; } = null!;
    public PlanVersion? Before { get; private set; }
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public IReadOnlyList<ChangeRequest> Requests { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnGetPaper(string format)
    {
        if (!await Load() || Before is null || format is not ("docx" or "xlsx")) return NotFound();
        var paper = ChangesPaper.Of(Plan.Title, [$"версия {Before.Number} от {Ru.Digits(Before.ApprovedOn)} – версия {Shown.Number} от {Ru.Digits(Shown.ApprovedOn)}", .. Shown.Act is { } act ? [$"Утверждено {act}"] : Array.Empty<string>()],
            Differences, [.. Requests.Select(r => $"Запрос № {r.Number} ({r.FiledBy}, {Ru.Digits(r.FiledOn)}{(r.IsLate ? ", подан с нарушением срока" : "")}): {r.Reason} Влияние: {r.Impact}")],
            new PaperSignature(Shown.Post, Shown.Name), Shown.ApprovedOn);
        return TakeAway.File(this, paper, format, $"Изменения, версия {Shown.Number}, {Programme.Name}");
    }

    private async Task<bool> Load()
    {
        if (await (await access.Plans()).AsNoTracking().Include(p => p.Versions).SingleOrDefaultAsync(p => p.Id == Id) is not { IsApproved: true } plan) return false;
        Plan = plan;
        Versions = [.. plan.Versions.OrderByDescending(v => v.Number)];
        if (Versions.FirstOrDefault(v => v.Number == (Number ?? Versions[0].Number)) is not { } shown) return false;
        (Shown, Before) = (shown, Versions.FirstOrDefault(v => v.Number == shown.Number - 1));
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        Differences = Before is null ? [] : Difference.Between(Before, Shown, DayOf);
        Requests = await db.ChangeRequests.AsNoTracking().Where(r => r.PlanId == Id && r.PlanVersion == shown.Number).OrderBy(r => r.Number).ToListAsync();
        return true;
    }

    private DateOnly? DayOf(IReadOnlyList<Deadline> deadlines, string? text)
    {
        var context = new ResolutionContext(Programme.Policy.Calendar(), Programme.Policy, Plan.Period) { Signed = Shown.ApprovedOn, Text = text };
        return deadlines.SelectMany(d => Resolution.Of(d, context).ControlDays).Select(d => (DateOnly?)d.Control).Max();
    }
}
