using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>Fields of a card as a form asks for them and as a person filled them.</summary>
public sealed class CardForm
{
    private readonly Dictionary<string, string> typed = [];
    private readonly Dictionary<string, string> problems = [];

    /// <param name="fields">Fields the form asks for, in order.</param>
    /// <param name="card">What stands in them; <c>null</c> for a new card.</param>
    public CardForm(IEnumerable<RegistryField> fields, RegistryObject? card)
    {
        Fields = [.. fields];
        foreach (var field in Fields)
            if (card?.Values.GetValueOrDefault(field.Key) is { } value) typed[field.Key] = value;
    }

    public IReadOnlyList<RegistryField> Fields { get; }

    /// <summary>Keys of fields that must be filled here, besides those that always must.</summary>
    public IReadOnlyCollection<string> Needed { get; init; } = [];

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<SelectListItem> Units { get; init; } = [];

    public bool Needs(RegistryField field) => field.Required || Needed.Contains(field.Key);

    public string? ProblemOf(RegistryField field) => problems.GetValueOrDefault(field.Key);

    /// <summary>What stands in the control: what was typed, or the kept value as a person writes it.</summary>
    public string? Shown(RegistryField field)
    {
        var value = typed.GetValueOrDefault(field.Key);
        if (value is null || ProblemOf(field) is not null) return value;
        return field.Kind switch
        {
            RegistryFieldKind.Unit => RegistryField.IdIn(value)?.ToString(),
            RegistryFieldKind.Money or RegistryFieldKind.Number => value.Replace('.', ','),
            _ => field.Show(value),
        };
    }

    /// <summary>Name of the file that is there.</summary>
    public string? FileIn(RegistryField field) => typed.GetValueOrDefault(field.Key) is { } value && RegistryField.IdIn(value) is not null ? RegistryField.NameIn(value) : null;

    /// <summary>Reads what was sent; a refusal names the first field that is wrong, the others are marked too.</summary>
    /// <param name="title">«Карточка не сохранена».</param>
    public async Task<IReadOnlyDictionary<string, string?>> Read(IFormCollection form, VekhaDb db, RegistryOnDesk desk, string title)
    {
        var values = new Dictionary<string, string?>();
        foreach (var field in Fields)
        {
            if (field.IsFile)
            {
                // A file that stands already is enough; a new one takes its place when the card is written.
                if (Needs(field) && !typed.ContainsKey(field.Key) && form.Files["f." + field.Key] is null or { Length: 0 }) problems[field.Key] = "приложите файл";
                continue;
            }
            var text = form["v." + field.Key].ToString().Trim();
            var reading = field.Kind == RegistryFieldKind.Unit ? await UnitOf(text, db, desk) : field.Read(text);
            typed.Remove(field.Key);
            if ((reading.Value ?? (text.Length > 0 ? text : null)) is { } kept) typed[field.Key] = kept;
            if (reading.Problem is { } wrong) problems[field.Key] = wrong;
            else if (reading.Value is null && Needs(field)) problems[field.Key] = "не заполнено";
            else values[field.Key] = reading.Value;
        }
        if (problems.Count == 0) return values;
        var first = Fields.First(f => problems.ContainsKey(f.Key));
        throw new Refusal(title, $"«{first.Title}»: {problems[first.Key]}{(problems.Count > 1 ? $", и ещё {Ru.Count(problems.Count - 1, "поле", "поля", "полей")}" : "")}", "Поправьте отмеченное: остальное не потеряно") { Field = "v." + first.Key };
    }

    /// <summary>Keeps the files that came with the form and puts them into the card's values.</summary>
    public async Task<Dictionary<string, string?>> Attach(IFormCollection form, RegistryObject card, Files files)
    {
        var kept = new Dictionary<string, string?>();
        foreach (var field in Fields.Where(f => f.IsFile))
            if (form.Files["f." + field.Key] is { Length: > 0 } upload) kept[field.Key] = card.Attach(field, await Accepted(upload, field.Kind == RegistryFieldKind.Photo, files));
        return kept;
    }

    /// <summary>Keeps a file; a photograph has to be one.</summary>
    public static async Task<StoredFile> Accepted(IFormFile upload, bool isPhoto, Files files)
    {
        if (isPhoto && !await IsPhoto(upload)) throw new Refusal("Снимок не принят", $"«{upload.FileName}» — не JPEG, PNG и не WebP", "Сохраните снимок как JPEG. Снимки HEIC и рисунки SVG страница показать не может");
        return await files.Keep(upload);
    }

    // By the first bytes: a name may say anything.
    private static async Task<bool> IsPhoto(IFormFile upload)
    {
        var head = new byte[12];
        await using var content = upload.OpenReadStream();
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false);
        return read == head.Length && (head is [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, ..] or [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50])
            && Path.GetExtension(upload.FileName).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp";
    }

    private static async Task<RegistryReading> UnitOf(string text, VekhaDb db, RegistryOnDesk desk)
    {
        if (text.Length == 0) return new(null, null);
        if (!Guid.TryParse(text, out var id)) return new(null, "выберите подразделение из списка");
        var root = await db.UnitsAbove(desk.Programme.OrganisationId).LastAsync();
        var reach = db.UnitsUnder(root);
        var unit = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && reach.Contains(o.Id));
        return unit is null ? new(null, "такого подразделения нет") : new(RegistryField.Named(unit.Id, unit.ShortName), null);
    }
}
