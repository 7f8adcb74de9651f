using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>A file of a card, for whoever may see the card; of a personal field for whoever keeps it.</summary>
public sealed class FileModel(VekhaDb db, RegistryAccess access, ReadingLog readings, Files files) : PageModel
{
    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await db.Set<ObjectFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id) is not { } file) return NotFound();
        if (await access.FindCard(file.ObjectId, whole: false) is not { } found) return NotFound();
        var (desk, card) = found;
        if (file.FieldKey is { } key && desk.Registry.Definition.Field(key) is { IsPersonal: true } field)
        {
            if (!desk.SeesPersonal(card)) return NotFound();
            await readings.NoteOnceADay(desk.Programme, card.Id, $"открыт файл поля «{field.Title}», карточка № {card.Number}, «{desk.Registry.Title}»", $"/desk/registries/card/{card.Id}");
        }
        return files.Download(await db.Files.AsNoTracking().SingleAsync(f => f.Id == file.FileId));
    }
}
