using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vekha.Web.Features.Control;

/// <summary>«Контроль»: the programmes the person sees, those with the most overdue first.</summary>
public sealed class IndexModel(OverdueList list, WaitingList waiting, BoardViews views) : PageModel
{
    public IReadOnlyList<ControlledProgramme> Programmes { get; private set; } = [];
    public IReadOnlyDictionary<Guid, int> Overdue { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, int> UnderCheck { get; private set; } = null!;

    /// <summary>Views of one's own and of the unit.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];
    public int WaitingCount { get; private set; }

    public async Task OnGet()
    {
        var programmes = await list.Programmes();
        Overdue = await list.CountByProgramme();
        UnderCheck = await list.UnderCheckByProgramme();
        Programmes = [.. programmes.OrderByDescending(p => Overdue.GetValueOrDefault(p.Id))];
        Views = await views.Mine();
        (WaitingCount, Waiting) = await waiting.Load();
    }
}
