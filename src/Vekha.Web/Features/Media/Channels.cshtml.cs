using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>«Площадки и законы»: the table that says what is offered to whom. The administrator of the installation changes it when a law changes.</summary>
public sealed class ChannelsModel(VekhaDb db, ChannelDesk channels, CurrentPerson me, Journal journal, Saying say) : PageModel, IShowsAgain
{
    /// <summary>The row being changed; «new» for one more.</summary>
    [BindProperty(SupportsGet = true, Name = "edit")]
    public string? Edit { get; set; }

    public ChannelTable Table { get; private set; } = null!;
    public bool MayChange { get; private set; }
    public ChannelRule? Changed => Edit is null ? null : Table.Find(Edit) ?? new("", "", PublicationProof.Link);

    public async Task OnGet() => await ShowAgain();

    public async Task<IActionResult> OnPost(string? name, PublicationProof proof, string? hosts, BanScope? ban, string? law, string? says, string? ground, int version)
    {
        await ShowAgain();
        if (!MayChange || Edit is null) return NotFound();
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("Площадка не сохранена", "Не названо основание", "Впишите акт или причину: таблица одна для всех") { Field = "Ground" };
        var key = Table.Find(Edit)?.Key ?? "own-" + Guid.CreateVersion7().ToString("N")[..12];
        var choice = await db.ChannelChoices.SingleOrDefaultAsync(c => c.Key == key);
        var before = Table.Find(key);
        if (choice is null) db.Add(choice = new(key));
        else db.Expect(choice, version);
        choice.Say(new(key, name ?? "", proof)
        {
            Hosts = [.. (hosts ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(h => h.Trim().ToLowerInvariant())],
            Ban = ban is { } scope ? new(scope, law ?? "", says ?? "") : null,
        });
        journal.Write("таблица площадок изменена", "media-channel", Guid.Empty, ground, before, choice.Rule);
        await db.SaveChangesAsync();
        say.Done($"Площадка «{choice.Name}» сохранена.");
        return Redirect("/desk/media/channels");
    }

    public async Task ShowAgain() => (Table, MayChange) = (await channels.Table(), await me.Has(Role.Administrator));

    public async Task<int> VersionOf(string key) => await db.ChannelChoices.Where(c => c.Key == key).Select(c => c.Version).SingleOrDefaultAsync();
}
