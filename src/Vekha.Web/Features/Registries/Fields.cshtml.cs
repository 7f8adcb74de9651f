using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vekha.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>«Настроить»: the card of a registry field by field, its name and when an object is silent.</summary>
public sealed class FieldsModel(RegistryAccess access, RegistryBuilder builder, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The field that is open; «new» for one more.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    public FieldInput Input { get; private set; } = new();

    [Display(Name = "Название реестра"), StringLength(200)]
    public string? Title { get; private set; }

    [Display(Name = "Называть молчащих через, дней")]
    public int? SilentAfter { get; private set; }

    public RegistryOnDesk Desk { get; private set; } = null!;
    public RegistryDefinition Definition => Desk.Registry.Definition;
    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<RegistryFieldKind>().Select(k => new SelectListItem(FieldInput.Word(k), k.ToString()))];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (!Desk.Keeps) return Forbid();
        if (Definition.Field(Field ?? "") is { } field) Input = FieldInput.Of(field);
        return Page();
    }

    public Task<IActionResult> OnPostField(FieldInput input, int version)
    {
        Input = input;
        return Change(version, used =>
        {
            var isNew = Definition.Field(Field ?? "") is null;
            var field = input.Field(isNew ? Desk.Registry.NextKey('f') : Field!);
            Desk.Registry.Put(field, used);
            journal.Write(isNew ? "поле карточки добавлено" : "поле карточки изменено", "registry", Id, after: new { field.Title });
            say.Done($"Поле «{field.Title}» — в карточке.");
            return isNew ? "?field=new#field" : "";
        });
    }

    public Task<IActionResult> OnPostRetire(string key, bool back, int version) => Change(version, used =>
    {
        var field = Desk.Registry.Retire(key, !back, used);
        journal.Write(back ? "поле карточки возвращено" : "поле карточки убрано", "registry", Id, after: new { field.Title });
        say.Done(back ? $"Поле «{field.Title}» снова спрашивается." : $"Поле «{field.Title}» больше не спрашивается. Записанное в карточках осталось.");
        return "";
    });

    public Task<IActionResult> OnPostRaise(string key, int version) => Change(version, _ =>
    {
        Desk.Registry.Raise(key);
        return "";
    });

    public Task<IActionResult> OnPostName(string? title, int? silentAfter, int version)
    {
        (Title, SilentAfter) = (title, silentAfter);
        return Change(version, _ =>
        {
            Desk.Registry.Call(title);
            Desk.Registry.Ask(silentAfter);
            journal.Write("реестр переименован", "registry", Id, after: new { Desk.Registry.Title, МолчитЧерез = silentAfter });
            say.Done("Сохранено.");
            return "";
        });
    }

    public async Task ShowAgain()
    {
        if (Desk is null) await Load();
    }

    private async Task<IActionResult> Change(int version, Func<IReadOnlyCollection<string>, string> change)
    {
        if (!await Load(tracked: true)) return NotFound();
        if (!Desk.Keeps) return Forbid();
        var where = "";
        await builder.Change(Desk, version, used => where = change(used));
        return Redirect($"/desk/registries/fields/{Id}{where}");
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await access.Find(Id, tracked) is not { } desk) return false;
        Desk = desk;
        (Title, SilentAfter) = (Title ?? desk.Registry.Title, SilentAfter ?? desk.Registry.Definition.SilentAfterDays);
        return true;
    }
}
