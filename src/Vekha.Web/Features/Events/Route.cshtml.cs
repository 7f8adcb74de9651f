using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«Маршрут»: the stops of a press tour in order, each a card with its hour, address and what is shown there.</summary>
public sealed class RouteModel(VekhaDb db, EventAccess access, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>One row of the form.</summary>
    public sealed class Row
    {
        public Guid Object { get; set; }
        public int Turn { get; set; }
        public string? At { get; set; }
        public string? Address { get; set; }
        public string? Note { get; set; }
    }

    public List<Row> Rows { get; private set; } = [];
    public Event Happening { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGet()
    {
        if (await Load(tracked: false) is not { } stops) return NotFound();
        Rows = [.. stops.Select(s => new Row { Object = s.ObjectId, Turn = s.Position, At = s.Clock, Address = s.Address, Note = s.Note })];
        return Page();
    }

    public async Task<IActionResult> OnPost(List<Row> rows, int version)
    {
        Rows = rows;
        if (await Load(tracked: true) is not { } stops || !Happening.IsAhead) return NotFound();
        db.Expect(Happening, version);
        foreach (var (stop, row) in stops.Join(rows, s => s.ObjectId, r => r.Object, (s, r) => (s, r))) stop.Stop(row.At, row.Address, row.Note, Happening.Time);
        // Hours say the order; stops without an hour stand where their number puts them.
        var turns = rows.ToDictionary(r => r.Object, r => r.Turn);
        foreach (var (stop, i) in stops.OrderBy(s => turns.GetValueOrDefault(s.ObjectId, s.Position)).ThenBy(s => s.At).ToList().Select((s, i) => (s, i + 1))) stop.Stand(i);
        MustBeInOrder(stops);
        db.Entry(Happening).Property(e => e.Title).IsModified = true;
        journal.Write("маршрут события составлен", "event", Id, after: new { Остановок = stops.Count });
        await db.SaveChangesAsync();
        say.Done("Маршрут сохранён: его можно напечатать.");
        return Redirect($"/desk/events/event/{Id}");
    }

    public async Task ShowAgain() => await Load(tracked: false);

    private static void MustBeInOrder(IEnumerable<EventObject> stops)
    {
        EventObject? before = null;
        foreach (var stop in stops.Where(s => s.At is not null).OrderBy(s => s.Position))
        {
            if (stop.At < before?.At) throw new Refusal("Маршрут не сохранён", $"«{stop.Name}» стоит после «{before!.Name}», а час раньше: {stop.Clock} и {before.Clock}", "Исправьте час или порядковый номер остановки") { Field = "at" };
            before = stop;
        }
    }

    private async Task<List<EventObject>?> Load(bool tracked)
    {
        if (await access.FindOwn(Id, tracked) is not { } found) return null;
        Happening = found;
        var all = db.EventObjects.Where(o => o.EventId == Id).OrderBy(o => o.Position);
        var stops = await (tracked ? all : all.AsNoTracking()).ToListAsync();
        Names = stops.ToDictionary(s => s.ObjectId, s => s.Name);
        return stops.Count == 0 ? null : stops;
    }
}
