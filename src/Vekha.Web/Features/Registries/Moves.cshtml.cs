using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vekha.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>«Состояния и события»: the life of the objects of a registry as data.</summary>
public sealed class MovesModel(RegistryAccess access, RegistryBuilder builder, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The event that is open; «new» for one more.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Move { get; set; }

    public MoveInput Input { get; private set; } = new();
    public RegistryOnDesk Desk { get; private set; } = null!;
    public RegistryDefinition Definition => Desk.Registry.Definition;

    public IReadOnlyList<SelectListItem> States => [.. Definition.States.Select(s => new SelectListItem(s.Title, s.Key))];
    public IReadOnlyList<SelectListItem> Numbers => [.. Definition.Asked.Where(f => f.IsNumber).Select(f => new SelectListItem(f.Title, f.Key))];
    public IReadOnlyList<SelectListItem> Texts => [.. Definition.Asked.Where(f => f.Kind is RegistryFieldKind.Text or RegistryFieldKind.LongText).Select(f => new SelectListItem(f.Title, f.Key))];

    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (!Desk.Keeps) return Forbid();
        if (Definition.Move(Move ?? "") is { } move) Input = MoveInput.Of(move);
        return Page();
    }

    public Task<IActionResult> OnPostMove(MoveInput input, int version)
    {
        Input = input;
        return Change(version, used =>
        {
            var isNew = Definition.Move(Move ?? "") is null;
            if (input.Measure is { } measure && Measures.All(m => m.Value != measure.ToString())) throw new Refusal("Событие не сохранено", "Такого мероприятия в планах программы нет", "Выберите его из списка") { Field = "Input.Measure" };
            var move = input.Move(isNew ? Desk.Registry.NextKey('m') : Move!);
            Desk.Registry.Put(move, used);
            journal.Write(isNew ? "событие реестра добавлено" : "событие реестра изменено", "registry", Id, after: new { move.Title });
            say.Done($"Событие «{move.Title}» сохранено.");
        });
    }

    public Task<IActionResult> OnPostDropMove(string key, int version) => Change(version, used =>
    {
        journal.Write("событие реестра убрано", "registry", Id, before: new { Definition.Move(key)?.Title });
        Desk.Registry.DropMove(key, used);
    });

    public Task<IActionResult> OnPostState(string? key, string? title, bool counts, bool isEnd, int version) => Change(version, used =>
    {
        var isNew = string.IsNullOrEmpty(key) || Definition.States.All(s => s.Key != key);
        Desk.Registry.Put(new RegistryState(isNew ? Desk.Registry.NextKey('s') : key!, title?.Trim() ?? "") { Counts = counts, IsEnd = isEnd }, used);
        journal.Write(isNew ? "состояние реестра добавлено" : "состояние реестра изменено", "registry", Id, after: new { title, ВСчёте = counts, Конечное = isEnd });
        say.Done($"Состояние «{title}» сохранено.");
    });

    public Task<IActionResult> OnPostDropState(string key, int version) => Change(version, used =>
    {
        journal.Write("состояние реестра убрано", "registry", Id, before: new { Definition.State(key).Title });
        Desk.Registry.DropState(key, used);
    });

    public async Task ShowAgain()
    {
        if (Desk is null) await Load();
    }

    private async Task<IActionResult> Change(int version, Action<IReadOnlyCollection<string>> change)
    {
        if (!await Load(tracked: true)) return NotFound();
        if (!Desk.Keeps) return Forbid();
        await builder.Change(Desk, version, change);
        return Redirect($"/desk/registries/moves/{Id}");
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await access.Find(Id, tracked) is not { } desk) return false;
        Desk = desk;
        if (Move is not null) Measures = await builder.Measures(desk.Programme.Id);
        return true;
    }
}
