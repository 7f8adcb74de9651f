using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Documents.Reading;
using Vekha.Documents.Writing;
using Vekha.Sites;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Sites;

/// <summary>«Добавить площадки»: one by a form, many by a pasted table or a sheet.</summary>
public sealed class AddModel(SiteAccess access, SiteBook book, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Список площадок"), StringLength(60_000)]
    public string? List { get; set; }

    [BindProperty, Display(Name = "Название площадки"), StringLength(300)]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "Регион"), StringLength(200)]
    public string? Region { get; set; }

    [BindProperty, Display(Name = "Организация"), StringLength(300)]
    public string? Organisation { get; set; }

    [BindProperty, Display(Name = "Место проведения"), StringLength(300)]
    public string? Place { get; set; }

    [BindProperty, Display(Name = "Координатор: фамилия, имя, отчество"), StringLength(200)]
    public string? Coordinator { get; set; }

    [BindProperty, Display(Name = "Почта координатора"), StringLength(200)]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "Телефон координатора"), StringLength(50)]
    public string? Phone { get; set; }

    [BindProperty]
    public bool Joins { get; set; } = true;

    public Programme Programme { get; private set; } = null!;
    public Plan? Plan { get; private set; }
    public IReadOnlyList<SiteProblem> Problems { get; private set; } = [];

    [TempData]
    public string? Links { get; set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <summary>The sheet to fill: headings and a row that shows how.</summary>
    public async Task<IActionResult> OnGetTemplate()
    {
        if (!await Load()) return NotFound();
        var content = new MemoryStream();
        ExcelPaper.Write(new Paper
        {
            Title = "Площадки программы", Lead = ["Одна строка — одна площадка. Координатору с почтой уйдёт приглашение."],
            Body = [new PaperTable("Площадки", [.. SiteList.Headings.Select(h => new PaperColumn(h, 4))], [PaperRow.Of("Ресурсный центр «Пример»", "Примерная область", "Дом дружбы", "Примерова Анна Сергеевна", "primerova@example.org", "", "г. Примерск, ул. Садовая, 1")])],
        }, content);
        return File(content.ToArray(), ExcelPaper.ContentType, "Площадки, образец.xlsx");
    }

    public async Task<IActionResult> OnPostOne()
    {
        if (!await Load()) return NotFound();
        var list = SiteList.Read([[.. SiteList.Headings], [Name ?? "", Region ?? "", Organisation ?? "", Coordinator ?? "", Email ?? "", Phone ?? "", Place ?? ""]]);
        if (list.Problems is [var wrong, ..] || list.Lines.Count == 0)
            throw new Refusal("Площадка не заведена", list.Problems.Count > 0 ? Ru.Capital(list.Problems[0].Why) : "Форма не заполнена", "Впишите название, а если приглашаете координатора, то его полное имя и почту");
        return await Add(list);
    }

    public async Task<IActionResult> OnPostMany()
    {
        if (!await Load()) return NotFound();
        return await Add(SiteList.Read(List), "List", "Вставьте таблицу: площадка, регион, организация, координатор, почта, телефон, место");
    }

    public async Task<IActionResult> OnPostSheet(IFormFile? sheet, CancellationToken cancel)
    {
        if (!await Load()) return NotFound();
        return await Add(await SiteSheet.Read(sheet, cancel), "Sheet", "Скачайте образец, перенесите в него строки и загрузите");
    }

    public async Task ShowAgain()
    {
        if (Programme is null) await Load();
    }

    /// <summary>All of a list or nothing: half a list would leave a person guessing which half.</summary>
    private async Task<IActionResult> Add(SiteList list, string? field = null, string next = "Исправьте и отправьте снова")
    {
        if (list.Lines.Count == 0 && list.Problems.Count == 0) throw new Refusal("Площадки не заведены", "В списке нет ни одной строки", next) { Field = field };
        if (list.Problems.Count > 0) Stop(list.Problems, field, next);
        var added = await book.Add(Programme, list, $"{Request.Scheme}://{Request.Host}{Request.PathBase}", Plan, Joins);
        if (added.Sites.Count == 0) Stop(added.Problems, field, next);
        if (added.Links.Count > 0) Links = string.Join('\n', added.Links.Select(l => $"{l.Site}\t{l.Link}"));
        var asked = added.Sites.Count(s => s.Invitation is not null);
        say.Done($"Заведено: {Ru.Count(added.Sites.Count, "площадка", "площадки", "площадок")}{(asked > 0 ? $", приглашено: {Ru.Count(asked, "координатор", "координатора", "координаторов")}" : "")}."
            + (added.Parts > 0 ? $" Роздано {Ru.Count(added.Parts, Noun.Assignment)}, как остальным." : "")
            + (added.Problems.Count > 0 ? $" Пропущено: {string.Join("; ", added.Problems.Take(5).Select(p => $"«{p.Words}» — {p.Why}"))}." : ""));
        return Redirect($"/desk/sites/programme/{Id}");
    }

    private void Stop(IReadOnlyList<SiteProblem> problems, string? field, string next)
    {
        Problems = problems;
        throw new Refusal("Площадки не заведены", problems.Count == 1 ? $"Строка {problems[0].Row}: {problems[0].Why}" : $"{Ru.Count(problems.Count, "строка", "строки", "строк")} с ошибками, первая — {problems[0].Row}: {problems[0].Why}", next) { Field = field };
    }

    private async Task<bool> Load()
    {
        if (await access.Kept(Id) is not { } programme) return false;
        Programme = programme;
        Plan = await access.PlanOf(Id);
        access.Shown(programme);
        return true;
    }
}
