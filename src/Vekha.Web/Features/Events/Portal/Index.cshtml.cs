using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;

namespace Vekha.Web.Features.Events.Portal;

/// <summary>Coming events of the programmes that are open to everybody.</summary>
public sealed class IndexModel(PublicEvents events) : PageModel
{
    private const int OnPage = 20;

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; } = 1;
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];
    public IReadOnlyList<(Programme Programme, Event Happening)> Lines { get; private set; } = [];

    public async Task OnGet()
    {
        Programmes = await events.Programmes();
        var lines = new List<(Programme, Event)>();
        // An example lives on its own day: «coming» is asked of each group of programmes with one day.
        foreach (var group in Programmes.Where(p => Programme is null || p.Id == Programme).GroupBy(events.Today))
        {
            var (ids, day) = (group.Select(p => p.Id).ToArray(), group.Key);
            var found = await events.Open().AsNoTracking().Include(e => e.Seats).Where(e => ids.Contains(e.ProgrammeId) && e.LastDay >= day && e.State != EventState.Held).OrderBy(e => e.StartsAt).Take(200).ToListAsync();
            lines.AddRange(found.Select(e => (group.First(p => p.Id == e.ProgrammeId), e)));
        }
        Pages = Math.Max(1, (lines.Count + OnPage - 1) / OnPage);
        Number = Math.Clamp(Number, 1, Pages);
        Lines = [.. lines.OrderBy(l => l.Item2.StartsAt).Skip((Number - 1) * OnPage).Take(OnPage)];
    }
}
