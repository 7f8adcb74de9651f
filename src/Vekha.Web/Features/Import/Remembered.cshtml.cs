using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>«Что запомнено»: decisions of earlier reviews, by organisation; each can be forgotten.</summary>
[Authorize(Policy = ImportFeature.Confirm)]
public sealed class RememberedModel(VekhaDb db, CurrentPerson me, Journal journal, Saying say) : PageModel
{
    public IReadOnlyList<(string Organisation, IReadOnlyList<Remembered> Decisions)> Groups { get; private set; } = [];

    public async Task OnGet()
    {
        var kept = await me.ReachAs(PlanAccess.Keepers);
        var known = await db.Remembered.AsNoTracking().Where(r => kept.Contains(r.OrganisationId)).ToListAsync();
        var ids = known.Select(r => r.OrganisationId).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name);
        Groups = [.. known.GroupBy(r => r.OrganisationId).Select(g => (names[g.Key], (IReadOnlyList<Remembered>)[.. g.OrderBy(r => r.Kind).ThenBy(r => r.Words, StringComparer.CurrentCultureIgnoreCase)])).OrderBy(g => g.Item1)];
    }

    public async Task<IActionResult> OnPostForget(Guid decision)
    {
        if (await db.Remembered.SingleOrDefaultAsync(r => r.Id == decision) is not { } known || !await me.Reaches(known.OrganisationId, PlanAccess.Keepers)) return NotFound();
        db.Remove(known);
        journal.Write("запомненное решение забыто", "remembered", known.Id, before: new { known.Words, known.Shown });
        await db.SaveChangesAsync();
        say.Done($"Забыто: {known.Words}. Следующий разбор спросит об этом снова.");
        return Redirect("/desk/import/remembered");
    }

    public static string Sort(RememberedKind kind) => kind switch
    {
        RememberedKind.Rule => "правило счёта",
        RememberedKind.Spelling => "написания одного исполнителя",
        RememberedKind.Executors => "исполнители",
        RememberedKind.Match => "кто стоит за именем",
        RememberedKind.Abbreviation => "сокращение",
        _ => "столбец таблицы",
    };
}
