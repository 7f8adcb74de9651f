using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>A person over all places: what is held, given out as a ZIP, or destroyed because the person demands it.</summary>
public sealed class FindModel(VekhaDb db, DataAccess access, PersonFile people, Destruction destruction, ReadingLog log, CurrentPerson me, Saying say) : PageModel
{
    private const int Most = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "why")]
    public string? Why { get; set; }

    public Plans.Programme Programme { get; private set; } = null!;
    public IReadOnlyList<(DataPlace Place, DataHeld Held)> Found { get; private set; } = [];
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await access.Kept(Id) is not { } programme) return NotFound();
        Programme = programme;
        if (string.IsNullOrWhiteSpace(Search)) return Page();
        Said = Search.Trim().Length < 3 ? "Впишите хотя бы три знака." : string.IsNullOrWhiteSpace(Why) ? "Напишите, зачем ищете: без причины имена не показываются." : null;
        if (Said is not null) return Page();
        Found = await people.Find(Id, Search, Most);
        log.Note(Id, null, $"поиск человека, найдено {Found.Count}", Why);
        await db.SaveChangesAsync();
        if (Found.Count == 0) Said = "Никого не нашли: данных с такими именем, телефоном или почтой программа не хранит.";
        return Page();
    }

    public async Task<IActionResult> OnPostExport(string[] subject, string? why, CancellationToken cancel)
    {
        if (await Chosen(subject, "Сведения не выгружены") is not { } chosen) return NotFound();
        foreach (var one in chosen) log.Note(Id, one.SubjectId, "выгружены все сведения о человеке", why);
        await db.SaveChangesAsync(cancel);
        return File(await people.Zip(chosen, access.Today(Programme), cancel), "application/zip", $"Сведения, {PersonalDataWords.RecordNumber(chosen[0].SubjectId)}.zip");
    }

    public async Task<IActionResult> OnPostErase(string[] subject, string? why, string? commission, bool sure, CancellationToken cancel)
    {
        const string not = "Данные не уничтожены";
        if (await Chosen(subject, not) is not { } chosen) return NotFound();
        if (!sure) throw new Refusal(not, "Не отмечено, что данные не вернуть", "Отметьте это и нажмите ещё раз");
        var reason = string.IsNullOrWhiteSpace(why) ? "требование субъекта" : $"требование субъекта: {why.Trim()}";
        var act = await destruction.Destroy(Programme, chosen, _ => "требование субъекта", reason, commission, (await me.Get()).Post, access.Today(Programme), cancel);
        await destruction.Save(cancel);
        say.Done($"Данные уничтожены, составлен акт № {act.Number}.");
        return Redirect($"/desk/personal-data/act/{act.Id}");
    }

    private async Task<IReadOnlyList<DataOf>?> Chosen(string[] subject, string not)
    {
        if (await access.Kept(Id) is not { } programme) return null;
        Programme = programme;
        if (subject.Length is 0 or > Most) throw new Refusal(not, "Никто не отмечен", "Отметьте записи этого человека");
        List<DataOf> chosen = [];
        foreach (var words in subject.Distinct())
        {
            // «people:0193…»
            if (words.Split(':') is not [var place, var key] || !Guid.TryParse(key, out var id) || await people.Held(Id, new(id, place)) is null) return null;
            chosen.Add(new(id, place));
        }
        return chosen;
    }
}
