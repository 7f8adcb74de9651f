using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Загрузить из таблицы»: the sheet that the list gives, filled and taken back; lines that do not fit come back with the reason.</summary>
public sealed class ImportModel(VekhaDb db, RegistryAccess access, CardLoading loading, Saying say, Actor actor) : PageModel, IShowsAgain
{
    private const long MostBytes = 5 * 1024 * 1024;

    /// <summary>A short table is taken while the person waits; the rest of a long one by the job behind the page.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [Display(Name = "Таблица")]
    public IFormFile? Sheet { get; private set; }

    public RegistryOnDesk Desk { get; private set; } = null!;

    /// <summary>One's own loads, the newest first.</summary>
    public IReadOnlyList<RegistryImport> Loads { get; private set; } = [];

    /// <summary>Loads that still go on: how many lines of how many.</summary>
    public IReadOnlyDictionary<Guid, (int Done, int Total)> Running { get; private set; } = new Dictionary<Guid, (int, int)>();

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (Running.Count > 0) Response.Headers["Refresh"] = "2";
        return Desk.MayAdd ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPost(IFormFile? sheet, CancellationToken cancel)
    {
        if (!await Load(tracked: true)) return NotFound();
        if (!Desk.MayAdd) return Forbid();
        if (sheet is null || sheet.Length == 0) throw CardImport.Refused("Файл не выбран или пуст", "Выберите заполненную таблицу");
        if (sheet.Length > MostBytes) throw CardImport.Refused("Файл больше 5 МБ", "Разделите таблицу на несколько файлов");
        var (headings, lines) = CardImport.Lines(await Document(sheet, cancel), Desk);
        var import = new RegistryImport(Id, Path.GetFileName(sheet.FileName.Replace('\\', '/')), access.Author(Desk.Programme), headings);
        db.Add(import);
        db.Add(new RegistryLoad(import, Desk.Keeps, Desk.Own, lines, actor.UnitName));
        await db.SaveChangesAsync(cancel);
        if (!await loading.Go(import.Id, AtOnce, cancel)) return Redirect($"/desk/registries/import/{Id}");
        import = await db.Set<RegistryImport>().AsNoTracking().SingleAsync(i => i.Id == import.Id, cancel);
        say.Done($"Добавлено {import.Added}, изменено {import.Changed}, без изменений {import.Same}.{(import.Bad.Count > 0 ? $" Не взято {Ru.Count(import.Bad.Count, "строка", "строки", "строк")}: что исправить, сказано ниже." : "")}");
        return Redirect($"/desk/registries/import/{Id}");
    }

    /// <summary>Lines that were not taken, as a table to be mended and loaded again.</summary>
    public async Task<IActionResult> OnGetBad(Guid run)
    {
        if (!await Load() || Loads.FirstOrDefault(l => l.Id == run) is not { } load) return NotFound();
        var headings = load.Headings.Where(h => h != "Что исправить").ToList();
        var file = new MemoryStream();
        ExcelPaper.Write(new Paper
        {
            Title = $"{Desk.Registry.Title}: строки, которые не взяты", Orientation = PaperOrientation.Landscape, Lead = [$"{load.FileName}, {Ru.PaperDay(load.On)}"], Made = load.On,
            Body = [new PaperTable("Исправить", [.. headings.Select(h => new PaperColumn(h, 4)), new("Что исправить", 9)], [.. load.Bad.Select(b => PaperRow.Of([.. headings.Select(h => (PaperCell)b.Cells.GetValueOrDefault(h, "")), string.Join("; ", b.Problems)]))])],
        }, file);
        return File(file.ToArray(), ExcelPaper.ContentType, "Строки, которые не взяты.xlsx");
    }

    public async Task ShowAgain()
    {
        if (Desk is null) await Load();
    }

    // Nobody vouches for the file: a child process reads it.
    private static async Task<Vekha.Documents.Reading.SourceDocument> Document(IFormFile sheet, CancellationToken cancel)
    {
        var place = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.cards");
        try
        {
            await using (var file = new FileStream(place, FileMode.CreateNew)) await sheet.CopyToAsync(file, cancel);
            var reading = await ChildReader.ReadAsync(place, sheet.FileName, cancel);
            return reading.Source ?? throw CardImport.Refused(reading.Problems.FirstOrDefault(p => p.IsFatal)?.Text.Split(". ")[0] ?? "Файл не читается как таблица", "Сохраните таблицу как XLSX и загрузите снова");
        }
        finally
        {
            System.IO.File.Delete(place);
        }
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await access.Find(Id, tracked) is not { } desk) return false;
        Desk = desk;
        access.Shown(desk.Programme);
        var me = actor.PersonId;
        Loads = await db.Set<RegistryImport>().AsNoTracking().Where(i => i.RegistryId == Id && i.ById == me).OrderByDescending(i => i.At).Take(5).ToListAsync();
        var ids = Loads.Select(l => l.Id).ToArray();
        Running = (await db.RegistryLoads.AsNoTracking().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Done, l.Total }).ToListAsync()).ToDictionary(l => l.Id, l => (l.Done, l.Total));
        return true;
    }
}
