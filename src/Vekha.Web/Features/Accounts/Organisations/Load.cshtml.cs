using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts.Organisations;

/// <summary>«Загрузить список»: template, file, preview row by row, confirmation.</summary>
[Authorize(Policy = AccountsFeature.ManagePeople)]
public sealed class LoadModel(VekhaDb db, CurrentPerson me, Files files, Journal journal, Saying say, UnitClock clock, TimeProvider time) : PageModel, IShowsAgain
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    [BindProperty, Display(Name = "Во что входят строки без вышестоящей")]
    public Guid? Under { get; set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    internal IReadOnlyList<UnitLoadRow> Rows { get; private set; } = [];
    public Organisation? Into { get; private set; }
    public string FileName { get; private set; } = "";

    /// <summary>Refused rows first: they need a person.</summary>
    internal IReadOnlyList<UnitLoadRow> Shown => [.. Rows.OrderBy(r => r.Act == UnitLoadAct.Refuse ? 0 : r.Act == UnitLoadAct.Same ? 2 : 1).ThenBy(r => r.Row.Number).Skip((Number - 1) * PageSize).Take(PageSize)];
    public int Pages => Math.Max(1, (Rows.Count + PageSize - 1) / PageSize);

    internal int Count(UnitLoadAct act) => Rows.Count(r => r.Act == act);

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (Id is not null && await Read(cancel) is null) return NotFound();
        Number = Math.Clamp(Number, 1, Pages);
        await ShowAgain();
        return Page();
    }

    public IActionResult OnGetTemplate()
    {
        var content = new MemoryStream();
        ExcelPaper.Write(UnitSheet.Template(), content);
        return File(content.ToArray(), ExcelPaper.ContentType, "Организации, образец.xlsx");
    }

    /// <summary>Takes the file in; nothing changes before the preview is confirmed.</summary>
    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken cancel)
    {
        if (Under is not { } under || !await me.Reaches(under, Role.Administrator)) throw new Refusal("Список не загружен", "Не сказано, куда", "Выберите организацию") { Field = "Under" };
        if (file is null || file.Length == 0) throw new Refusal("Список не загружен", "Файл не выбран или пуст", "Скачайте образец, заполните и выберите его");
        var load = new UnitLoad(await files.Keep(file, cancel), under, (await me.Get()).Id, time.GetUtcNow());
        db.Add(load);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/desk/accounts/organisations/load/{load.Id}");
    }

    /// <summary>Does what the preview says; refused rows are left out.</summary>
    public async Task<IActionResult> OnPostTake(CancellationToken cancel)
    {
        if (Id is null || await Read(cancel) is not { } loading) return NotFound();
        var (added, changed) = (Count(UnitLoadAct.Add), Count(UnitLoadAct.Change));
        if (added + changed == 0) throw new Refusal("Загружать нечего", "В списке нет ни новых, ни изменённых организаций", "Исправьте строки с отказом и загрузите файл ещё раз");
        db.AddRange(loading.Added);
        await loading.AppointHeads(db, await clock.Today(Into!.Id));
        journal.Write("список организаций загружен", "organisation", Into!.Id, after: new { Файл = FileName, Добавлено = added, Изменено = changed, Отказано = Count(UnitLoadAct.Refuse) });
        await db.SaveChangesAsync(cancel);
        say.Done($"Загружено: добавлено {Wording.Ru.Number(added)}, изменено {Wording.Ru.Number(changed)}.");
        return Redirect($"/desk/accounts/organisations?under={Into.Id}");
    }

    public async Task ShowAgain() => Units = [.. (await OrganisationTree.Load(db, await me.ReachAs(Role.Administrator), Under)).Choices()];

    private async Task<UnitLoading?> Read(CancellationToken cancel)
    {
        var (mine, reach) = ((await me.Get()).Id, await me.ReachAs(Role.Administrator));
        if (await db.UnitLoads.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id && l.ById == mine && reach.Contains(l.UnderId), cancel) is not { } load) return null;
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == load.FileId, cancel);
        Into = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == load.UnderId, cancel);
        FileName = file.Name;
        var reading = await ChildReader.ReadAsync(files.PlaceOf(file), file.Name, cancel);
        var rows = reading.Source is { } source ? UnitSheet.Read(source) : [];
        var loading = await UnitLoading.Of(db, Into, rows, await clock.Today(Into!.Id));
        Rows = loading.Rows;
        return loading;
    }
}
