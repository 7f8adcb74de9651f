using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>«Сведения о человеке»: all that is held of one person, put together for that person (152-ФЗ, ст. 14): a table and the scans.</summary>
public sealed class PersonFile(VekhaDb db, DataPlaces places, Files files, PageDay day)
{
    /// <summary>Finds people by a part of the name or of the contact over all places of a programme.</summary>
    public async Task<IReadOnlyList<(DataPlace Place, DataHeld Held)>> Find(Guid programme, string words, int most)
    {
        var part = words.Trim().ToUpper(System.Globalization.CultureInfo.GetCultureInfo("ru-RU"));
        List<(DataPlace, DataHeld)> found = [];
        foreach (var place in places.All)
        {
            // Letters are compared in memory: SQLite folds only the Latin ones.
            var held = await place.Held(db).Where(h => h.ProgrammeId == programme).ToListAsync();
            found.AddRange(held.Where(h => h.Name.Contains(part, StringComparison.OrdinalIgnoreCase) || h.Contact.Contains(part, StringComparison.OrdinalIgnoreCase)).Take(most - found.Count).Select(h => (place, h)));
        }
        return found;
    }

    /// <summary>The row if it is really there: an address written by hand names nobody.</summary>
    public async Task<DataHeld?> Held(Guid programme, DataOf subject) =>
        places.All.Any(p => p.Key == subject.Place) ? await places.Of(subject.Place).Held(db).SingleOrDefaultAsync(h => h.ProgrammeId == programme && h.SubjectId == subject.SubjectId) : null;

    /// <summary>A ZIP with «Сведения.xlsx» and the scans of signed consents.</summary>
    public async Task<byte[]> Zip(IReadOnlyList<DataOf> subjects, DateOnly on, CancellationToken cancel)
    {
        Guid[] ids = [.. subjects.Select(s => s.SubjectId)];
        var consents = await db.Consents.AsNoTracking().Where(c => ids.Contains(c.SubjectId)).OrderBy(c => c.At).ToListAsync(cancel);
        Guid[] scans = [.. consents.Select(c => c.ScanId).OfType<Guid>().Distinct()];
        var stored = await db.Files.AsNoTracking().Where(f => scans.Contains(f.Id)).ToListAsync(cancel);
        var sheet = await Sheet(subjects, consents, on, cancel);
        return await Archive.Of(async archive =>
        {
            await archive.Put(null, "Сведения.xlsx", file => ExcelPaper.Write(sheet, file), cancel);
            foreach (var (file, i) in stored.Select((f, i) => (f, i + 1)))
            {
                await using var bytes = files.Open(file);
                await archive.Put("Согласия", $"{i} {file.Name}", bytes, cancel);
            }
        });
    }

    private async Task<Paper> Sheet(IReadOnlyList<DataOf> subjects, IReadOnlyList<Consent> consents, DateOnly on, CancellationToken cancel)
    {
        Guid[] ids = [.. subjects.Select(s => s.SubjectId)];
        List<PaperRow> data = [];
        foreach (var subject in subjects)
        {
            var place = places.Of(subject.Place);
            data.Add(new PaperRow.Stage(Ru.Capital(place.Title), PersonalDataWords.RecordNumber(subject.SubjectId)));
            data.AddRange((await place.Export(db, subject.SubjectId, cancel)).Select(l => PaperRow.Of(l.Field, l.Value)));
        }
        Guid[] asked = [.. consents.Select(c => c.PurposeId).Distinct()];
        var purposes = await db.Purposes.AsNoTracking().Where(p => asked.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var read = await db.DataReadings.AsNoTracking().Where(r => r.SubjectId != null && ids.Contains(r.SubjectId.Value)).OrderBy(r => r.At).ToListAsync(cancel);
        return new()
        {
            Title = "Сведения о персональных данных, которые обрабатываются", Lead = [$"на {Ru.PaperDay(on)}"], Made = on,
            Body =
            [
                new PaperTable("Данные", [new("Что хранится", 5), new("Значение", 9)], data),
                new PaperTable("Согласия", [new("Цель", 6), new("Перечень данных", 6), new("Срок хранения, мес.", 2), new("Дано", 2.5), new("Как", 2.5), new("Отозвано", 2.5), new("Текст, редакция и отпечаток", 6)],
                    [.. consents.Select(c => PaperRow.Of(purposes[c.PurposeId].Title, string.Join(", ", purposes[c.PurposeId].Fields), purposes[c.PurposeId].KeepMonths, c.On, c.Channel.Word(), c.WithdrawnOn, $"{c.TextNumber}, {c.TextSha256}"))]),
                new PaperTable("Кто обращался", [new("Когда", 3), new("Кто", 5), new("Что", 5), new("Зачем", 6)],
                    [.. read.Select(r => PaperRow.Of(day.Local(r.At).ToString("dd.MM.yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture), $"{r.PersonName}, {r.UnitName}", r.What, r.Why))]),
            ],
        };
    }
}
