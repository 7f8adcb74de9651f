using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Accounts.Organisations;

[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed class IndexModel(VekhaDb db, CurrentPerson me) : PageModel
{
    private Dictionary<Guid, int> people = [];

    public IReadOnlyList<(Organisation Organisation, int Depth)> Tree { get; private set; } = [];

    public async Task OnGet()
    {
        var reach = await me.ReachAs(Role.Administrator);
        Tree = [.. (await OrganisationTree.Load(db)).InOrder().Where(o => reach.Contains(o.Organisation.Id))];
        people = await db.People.GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
    }

    public int PeopleIn(Guid unit) => people.GetValueOrDefault(unit);
}
