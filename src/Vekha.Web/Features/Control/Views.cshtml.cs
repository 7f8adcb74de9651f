using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>«Сохранённые виды»: one's own to rename, share, open first or remove; those of colleagues to open.</summary>
public sealed class ViewsModel(VekhaDb db, BoardViews views, CurrentPerson me, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public Task OnGet() => ShowAgain();

    public async Task<IActionResult> OnPostSave(string? name, string? address, bool shared, bool first)
    {
        var person = await me.Get();
        var own = await db.BoardViews.Where(v => v.PersonId == person.Id).ToListAsync();
        // The same name is the same view seen anew.
        var same = own.Where(v => v.Name == name?.Trim()).ToList();
        if (own.Count - same.Count >= BoardView.Most) throw new Refusal("Вид не сохранён", $"Сохранено уже {BoardView.Most}", "Уберите ненужные в «Сохранённых видах»");
        var view = new BoardView(person, name, address, shared, time.GetUtcNow());
        if (first) OpenFirst(own, view);
        db.RemoveRange(same);
        db.Add(view);
        await db.SaveChangesAsync();
        say.Done($"Вид «{view.Name}» сохранён.{(first ? " С него будет открываться рабочий стол." : "")}");
        return Redirect(view.Address);
    }

    public async Task<IActionResult> OnPostChange(Guid id, int version, string? name, bool shared, bool first)
    {
        var person = await me.Get();
        var own = await db.BoardViews.Where(v => v.PersonId == person.Id).ToListAsync();
        if (own.Find(v => v.Id == id) is not { } view) return NotFound();
        db.Expect(view, version);
        view.Rename(name);
        view.Share(shared ? person.UnitId : null);
        if (first) OpenFirst(own, view);
        else view.OpenFirst(false);
        await db.SaveChangesAsync();
        say.Done($"Вид «{view.Name}» изменён.");
        return Redirect("/desk/control/views");
    }

    public async Task<IActionResult> OnPostRemove(Guid id)
    {
        var person = (await me.Get()).Id;
        if (await db.BoardViews.SingleOrDefaultAsync(v => v.Id == id && v.PersonId == person) is not { } view) return NotFound();
        db.Remove(view);
        await db.SaveChangesAsync();
        say.Done($"Вид «{view.Name}» убран.");
        return Redirect("/desk/control/views");
    }

    public async Task ShowAgain() => Views = await views.Mine();

    private static void OpenFirst(IEnumerable<BoardView> own, BoardView view)
    {
        foreach (var other in own.Where(v => v.IsDefault && v != view)) other.OpenFirst(false);
        view.OpenFirst(true);
    }
}
