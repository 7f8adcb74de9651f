using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;

namespace Vekha.Web.Features.Home.Portal;

/// <summary>Programmes open to everybody.</summary>
public sealed class IndexModel(PublicPlans plans) : PageModel
{
    private const int OnPage = 10;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGet()
    {
        var found = (await plans.Programmes().ToListAsync()).Where(Matches)
            .OrderBy(p => p.Name, StringComparer.Create(new("ru-RU"), ignoreCase: true)).ToList();
        Pages = Math.Max(1, (found.Count + OnPage - 1) / OnPage);
        Number = Math.Clamp(Number, 1, Pages);
        var shown = found.Skip((Number - 1) * OnPage).Take(OnPage).ToList();
        var progress = await plans.ProgressOf(shown);
        Lines = [.. shown.Select(p => new Line(p.Id, p.Name, p.Territory, plans.DayOf(p), progress[p.Id]))];
    }

    // Case-insensitive Cyrillic is compared here, SQLite's LIKE knows only Latin letters.
    private bool Matches(Programme programme) => string.IsNullOrWhiteSpace(Search)
        || programme.Name.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase) || programme.Territory.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase);

    /// <summary>A programme in the list.</summary>
    public sealed record Line(Guid Id, string Name, string Territory, DateOnly Day, Progress Progress);
}
