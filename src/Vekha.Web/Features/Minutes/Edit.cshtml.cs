using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Minutes;

/// <summary>A draft of minutes, part by part: the head, each item of the agenda, recommendations to each addressee.</summary>
public sealed class EditModel(VekhaDb db, MinutesDesk desk, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public MinutesForm Input { get; set; } = new();

    public MeetingMinutes Minutes { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlySet<string> Unknown { get; private set; } = new HashSet<string>();

    public async Task<IActionResult> OnGet()
    {
        if (!await Load(false)) return NotFound();
        if (Minutes.IsSigned) return Redirect($"/desk/minutes/card/{Id}");
        Input = MinutesForm.Of(Minutes);
        return Page();
    }

    public Task<IActionResult> OnPostHead() => Change(Input.Version, () => Minutes.Describe(Input.Head));

    public Task<IActionResult> OnPostItem(int version, Guid? item, string? title, string? heard, string? spoke, string? decided) =>
        Change(version, () => Minutes.Put(item, title, heard, spoke, decided));

    public Task<IActionResult> OnPostResolve(int version, string? organisers, int? people, string? noted, string? resolved, int? yes, int? no, int? abstained) =>
        Change(version, () => Minutes.Resolve(organisers, people, noted, resolved, yes is null && no is null && abstained is null ? null : new(yes ?? 0, no ?? 0, abstained ?? 0)));

    public Task<IActionResult> OnPostRecommend(int version, Guid? recommendation, string? addressee, string? points) =>
        Change(version, () => Minutes.Recommend(recommendation, addressee, points));

    public async Task ShowAgain()
    {
        if (await Load(false) && Input.Body is null) Input = MinutesForm.Of(Minutes);
    }

    private async Task<IActionResult> Change(int version, Action act)
    {
        if (!await Load(true)) return NotFound();
        db.Expect(Minutes, version);
        act();
        await db.SaveChangesAsync();
        say.Done("Сохранено.");
        return Redirect($"/desk/minutes/edit/{Id}");
    }

    private async Task<bool> Load(bool tracked)
    {
        if (await desk.Own(Id, tracked) is not { } found) return false;
        (Minutes, Programme) = found;
        if (!tracked) Unknown = await desk.Unknown(Minutes, Programme);
        return true;
    }
}
