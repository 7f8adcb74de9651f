using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>«Программа события» by hours: a line of text for each item, as people write it in a message.</summary>
public sealed class ProgrammeModel(VekhaDb db, EventAccess access, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>«10:00 Открытие — А.П. Иванова, директор».</summary>
    public string? Lines { get; private set; }
    public Event Happening { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (await access.FindOwn(Id, tracked: false) is not { } found) return NotFound();
        Happening = found;
        Lines = string.Join('\n', (await Items()).Select(Line));
        return Page();
    }

    public async Task<IActionResult> OnPost(string? lines, int version)
    {
        Lines = lines;
        if (await access.FindOwn(Id) is not { IsAhead: true } found) return NotFound();
        db.Expect(Happening = found, version);
        List<EventItem> items = [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((l, i) => Read(l, i + 1))];
        if (items.Count > 200) throw new Refusal("Программа не сохранена", "В ней больше 200 строк", "Оставьте пункты программы, а подробности приложите файлом");
        db.RemoveRange(await db.EventItems.Where(i => i.EventId == Id).ToListAsync());
        db.AddRange(items);
        db.Entry(found).Property(e => e.Title).IsModified = true;
        journal.Write("программа события составлена", "event", Id, after: new { Пунктов = items.Count });
        await db.SaveChangesAsync();
        say.Done(items.Count == 0 ? "Программа убрана." : $"В программе {Ru.Count(items.Count, "пункт", "пункта", "пунктов")}.");
        return Redirect($"/desk/events/event/{Id}");
    }

    public async Task ShowAgain()
    {
        if (await access.FindOwn(Id, tracked: false) is { } found) Happening = found;
    }

    private Task<List<EventItem>> Items() => db.EventItems.AsNoTracking().Where(i => i.EventId == Id).OrderBy(i => i.Position).ToListAsync();

    private EventItem Read(string line, int number)
    {
        var first = line.Split([' ', '\t'], 2);
        // «10:00–10:15 Открытие»: the end is the beginning of the next item.
        var clock = first[0].Split('-', '–', '—')[0];
        var (from, rest) = clock.Any(char.IsDigit) && clock.IndexOfAny([':', '.']) > 0 ? (clock, first.ElementAtOrDefault(1) ?? "") : (null, line);
        var said = rest.Split([" — ", " – "], 2, StringSplitOptions.TrimEntries);
        return new(Id, number, from, said[0].TrimStart('—', '–', '-', ' '), said.ElementAtOrDefault(1));
    }

    private static string Line(EventItem item) => $"{(item.From is { } at ? at.ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture) + " " : "")}{item.Title}{(item.Speaker is { } speaker ? $" — {speaker}" : "")}";
}
