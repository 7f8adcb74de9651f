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
public sealed class ImportModel(VekhaDb db, RegistryAccess access, CardImport cards, Saying say, Actor actor) : PageModel, IShowsAgain
{
    private const long MostBytes = 5 * 1024 * 1024;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [Display(Name = "Таблица")]
    public IFormFile? Sheet { get; private set; }

    public RegistryOnDesk Desk { get; private set; } = null!;

    /// <summary>One's own loads, the newest first.</summary>
    public IReadOnlyList<RegistryImport> Loads { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        return Desk.MayAdd ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPost(IFormFile? sheet, CancellationToken cancel)
    {
        if (!await Load(tracked: true)) return NotFound();
        if (!Desk.MayAdd) return Forbid();
        if (sheet is null || sheet.Length == 0) throw CardImport.Refused("Файл не выбран или пуст", "Выберите заполненную таблицу");
        if (sheet.Length > MostBytes) throw CardImport.Refused("Файл больше 5 МБ", "Разделите таблицу на несколько файлов");
        var load = await cards.Take(Desk, await Document(sheet, cancel), Path.GetFileName(sheet.FileName.Replace('\\', '/')), cancel);
        await db.SaveChangesAsync(cancel);
        say.Done($"Добавлено {load.Added}, изменено {load.Changed}, без изменений {load.Same}.{(load.Bad.Count > 0 ? $" Не взято {Ru.Count(load.Bad.Count, "строка", "строки", "строк")}: что исправить, сказано ниже." : "")}");
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
        return true;
    }
}
