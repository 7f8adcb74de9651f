using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Maps;
using Vekha.Web.Data;
using Vekha.Web.Features.Operations;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Maps;

/// <summary>«Подложка карт»: the address of the town's own tile server, off unless an administrator writes it.</summary>
[Authorize(Policy = OperationsFeature.Run)]
public sealed class TilesModel(VekhaDb db, Duty duty, Journal journal, Saying say) : PageModel, IShowsAgain
{
    public sealed class Form
    {
        [Display(Name = "Адрес сервера плиток"), StringLength(300)]
        public string? Address { get; set; }

        [Display(Name = "Подпись под картой"), StringLength(200)]
        public string? Credit { get; set; }

        public int Version { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The origin that pages with a map may call, or <c>null</c>.</summary>
    public string? Host { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await duty.IsMine()) return NotFound();
        if (await Load() is { } server) Input = new() { Address = server.Address, Credit = server.Credit, Version = server.Version };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await duty.IsMine()) return NotFound();
        var server = await Load();
        if (server is null) db.Add(server = TileServer.Empty());
        else db.Expect(server, Input.Version);
        var before = server.Address;
        server.Answer(Input.Address, Input.Credit);
        journal.Write(server.Address.Length > 0 ? "включена подложка карт" : "подложка карт выключена", "tiles", Guid.Empty, before: new { Адрес = before }, after: new { Адрес = server.Address });
        await db.SaveChangesAsync();
        say.Done(server.Address.Length > 0 ? "Сохранено: карты берут подложку с этого сервера." : "Сохранено: карты никуда не обращаются.");
        return Redirect("/desk/maps/tiles");
    }

    public Task ShowAgain() => Load();

    private async Task<TileServer?> Load()
    {
        var server = await db.TileServers.SingleOrDefaultAsync();
        Host = server is { Address.Length: > 0 } ? TileAddress.HostOf(server.Address) : null;
        return server;
    }
}
