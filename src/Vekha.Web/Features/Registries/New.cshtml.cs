using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>«Завести реестр»: from a template, or of one's own.</summary>
public sealed class NewModel(VekhaDb db, PlanAccess plans, Journal journal, Saying say) : PageModel, IShowsAgain
{
    public sealed class Form
    {
        [Display(Name = "Программа")]
        public Guid? Programme { get; set; }

        /// <summary>Key of a template; «own» for none.</summary>
        public string? Template { get; set; }

        [Display(Name = "Название реестра"), StringLength(200)]
        public string? Title { get; set; }

        [Display(Name = "Один объект"), StringLength(60)]
        public string? One { get; set; }

        [Display(Name = "Два"), StringLength(60)]
        public string? Few { get; set; }

        [Display(Name = "Пять"), StringLength(60)]
        public string? Many { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid? programme)
    {
        Input.Programme = programme;
        await ShowAgain();
        return Programmes.Count == 0 ? Forbid() : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        const string not = "Реестр не заведён";
        var kept = await plans.KeptProgrammes();
        if (Input.Programme is not { } programme) throw new Refusal(not, "Не выбрана программа", "Выберите её из списка") { Field = "Input.Programme" };
        if (!kept.Contains(programme)) return NotFound();
        if (string.IsNullOrEmpty(Input.Template)) throw new Refusal(not, "Не выбран шаблон", "Возьмите готовый или отметьте «Свой реестр»") { Field = "Input.Template" };
        var template = RegistryTemplate.Of(Input.Template);
        if (template is null && (new[] { Input.Title, Input.One, Input.Few, Input.Many }.Any(string.IsNullOrWhiteSpace)))
            throw new Refusal(not, "Для своего реестра нужны название и слова «один, два, пять»", "Например: «Реестр музеев», музей, музея, музеев") { Field = "Input.Title" };
        var definition = template?.Definition ?? RegistryTemplate.Empty(Input.Title!.Trim(), Input.One!.Trim(), Input.Few!.Trim(), Input.Many!.Trim());
        var registry = new Registry(programme, definition);
        if (!string.IsNullOrWhiteSpace(Input.Title)) registry.Call(Input.Title);
        db.Add(registry);
        journal.Write("реестр заведён", "registry", registry.Id, after: new { registry.Title, Шаблон = template?.Key });
        await db.SaveChangesAsync();
        say.Done(template is null ? "Реестр заведён. Добавьте поля карточки." : "Реестр заведён. Проверьте поля и события, затем добавляйте карточки.");
        return Redirect(template is null ? $"/desk/registries/fields/{registry.Id}" : $"/desk/registries/registry/{registry.Id}");
    }

    public async Task ShowAgain()
    {
        var kept = (await plans.KeptProgrammes()).ToArray();
        Programmes = [.. (await db.Programmes.AsNoTracking().Where(p => kept.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.ShownOn }).ToListAsync())
            .OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == Input.Programme))];
    }
}
