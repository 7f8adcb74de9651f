using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.Organisations;

/// <summary>A row of the list.</summary>
public sealed record UnitRow(Organisation Unit, int Below, int People, string? Head);

/// <summary>«Организации»: one level of the tree at a time, or what a search finds anywhere in it.</summary>
[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed class IndexModel(VekhaDb db, CurrentPerson me, PageDay day) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    /// <summary>The organisation whose inside is shown; the tops of one's own tree where absent.</summary>
    [BindProperty(SupportsGet = true, Name = "under")]
    public Guid? Under { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public OrganisationKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }

    public int Found { get; private set; }

    /// <summary>From the top of one's tree down to the organisation shown.</summary>
    public IReadOnlyList<Organisation> Way { get; private set; } = [];

    public IReadOnlyList<UnitRow> Rows { get; private set; } = [];

    public bool IsSearch => !string.IsNullOrWhiteSpace(Search) || Kind is not null;

    public async Task<IActionResult> OnGet()
    {
        var reach = await me.ReachAs(Role.Administrator);
        if (Under is { } under && !await reach.ContainsAsync(under)) return NotFound();
        var seen = await Chosen(reach);
        Found = await seen.CountAsync();
        Pages = Math.Max(1, (Found + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var shown = await seen.OrderBy(o => o.Name).ThenBy(o => o.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync();
        await Fill(shown);
        if (Under is { } open)
        {
            var above = db.UnitsAbove(open);
            Way = [.. (await db.Organisations.AsNoTracking().Where(o => above.Contains(o.Id) && reach.Contains(o.Id)).Include(o => o.Lines).ToListAsync()).OrderBy(o => o.Lines.Count)];
        }
        return Page();
    }

    private async Task<IQueryable<Organisation>> Chosen(IQueryable<Guid> reach)
    {
        var all = db.Organisations.AsNoTracking().Where(o => reach.Contains(o.Id));
        if (Under is { } under)
        {
            var inside = db.UnitsUnder(under);
            all = IsSearch ? all.Where(o => inside.Contains(o.Id)) : all.Where(o => o.ParentId == under);
        }
        else if (!IsSearch)
        {
            var held = await me.HeldAs(Role.Administrator);
            all = all.Where(o => held.Contains(o.Id) && (o.ParentId == null || !reach.Contains(o.ParentId.Value)));
        }
        if (Kind is { } kind) all = all.Where(o => o.Kind == kind);
        return string.IsNullOrWhiteSpace(Search) ? all : all.Named(Search);
    }

    private async Task Fill(IReadOnlyList<Organisation> shown)
    {
        var (ids, today) = (shown.Select(o => o.Id).ToArray(), day.Today());
        var below = await db.Organisations.Where(o => o.ParentId != null && ids.Contains(o.ParentId.Value)).GroupBy(o => o.ParentId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var people = await db.People.Where(p => ids.Contains(p.UnitId)).GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var heads = (await db.HeadsOn(today).Where(h => ids.Contains(h.UnitId)).Select(h => new { h.UnitId, h.Person!.FullName }).ToListAsync())
            .GroupBy(h => h.UnitId).ToDictionary(g => g.Key, g => Person.Shorten(g.First().FullName));
        Rows = [.. shown.Select(o => new UnitRow(o, below.GetValueOrDefault(o.Id), people.GetValueOrDefault(o.Id), heads.GetValueOrDefault(o.Id)))];
    }
}
