using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>«График событий»: what the list shows, by the same filters, in Word or Excel. No names of people.</summary>
public sealed class ScheduleModel(VekhaDb db, EventAccess access, PageDay day) : PageModel
{
    private const int Most = 2000;

    public async Task<IActionResult> OnGet(EventFilter filter, DateOnly? from, DateOnly? until, string format = "docx")
    {
        if (format is not ("docx" or "xlsx")) return NotFound();
        var programmes = await access.Programmes();
        var one = programmes.FirstOrDefault(p => p.Id == filter.Programme);
        if (filter.Programme is not null && one is null) return NotFound();
        var found = await filter.Of(await access.Seen(), access, db);
        if (from is { } first) found = found.Where(e => e.LastDay >= first);
        if (until is { } last) found = found.Where(e => e.Day <= last);
        var lines = await EventLine.Load(found.OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Take(Most), db);
        var on = day.Of(one?.ShownOn);
        return PaperModel.Written(this, Paper(lines, one is null ? "все программы" : $"{one.Name}, {one.Territory}", on), format, $"График событий на {Ru.Digits(on)}");
    }

    private static Paper Paper(IReadOnlyList<EventLine> lines, string whose, DateOnly on) => new()
    {
        Title = "График событий",
        Orientation = PaperOrientation.Landscape,
        Lead = [whose, $"на {Ru.PaperDay(on)}"],
        Body =
        [
            new PaperTable("График событий",
                [new("№ п/п", 1.2, PaperAlignment.Center), new("Дата", 2.2, PaperAlignment.Center), new("Время", 2.2, PaperAlignment.Center), new("Событие", 7), new("Вид", 2.6), new("Место", 5), new("Кто проводит", 4), new("Участники", 2.4), new("Состояние", 2.6)],
                [.. lines.Select((l, i) => PaperRow.Of(i + 1, l.Time.Day, l.Time.Hours, l.Title, l.Kind, l.Place, l.UnitName, l.Present is { } came ? Ru.Number(came) : l.Places is { } places ? $"до {Ru.Number(places)}" : "", l.State.Word()))]) { Description = "События по времени" },
        ],
        Made = on,
    };
}
