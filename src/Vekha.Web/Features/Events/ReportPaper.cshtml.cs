using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>Papers of a report as files, and the whole pack as ZIP; what shows names is written into the journal of readings.</summary>
public sealed class ReportPaperModel(VekhaDb db, ReportDesk reports, ConsentBook consents, ReadingLog readings, Files files) : PageModel
{
    private ReportCard card = null!;

    /// <param name="kind"><c>sheet</c>, <c>report</c>, <c>note</c>, <c>advice</c>, <c>certificates</c>, <c>certificate-list</c> or <c>pack</c>.</param>
    /// <param name="person">One certificate only.</param>
    public async Task<IActionResult> OnGet(Guid id, string kind, Guid? person, CancellationToken cancel)
    {
        if (await reports.Find(id) is not { } found) return NotFound();
        card = found;
        var name = $"{card.Event.Kind} {Ru.Digits(card.Event.Day)}";
        switch (kind)
        {
            case "sheet":
                var people = await db.Registrations.AsNoTracking().Where(r => r.EventId == id && r.State == RegistrationState.Placed).OrderBy(r => r.Name).ToListAsync(cancel);
                await Note("напечатан лист регистрации", people.Count > 0);
                var asked = await consents.Asked(card.Programme.Id, PurposeUse.Registration, PurposeUse.Photo);
                return Word(ReportPapers.Sheet(card, people, asked, $"{Request.Scheme}://{Request.Host}{Request.PathBase}/desk/events/report/{id}"), $"Лист регистрации, {name}");
            case "report" or "note":
                return Word(await Report(kind == "note", cancel), $"{(kind == "note" ? "Итоговая справка" : "Отчёт")}, {name}");
            case "advice" when card.Report.Recommendations is not null:
                return Word(ReportPapers.Recommendations(card), $"Рекомендации, {name}");
            case "certificates" or "certificate-list":
                var issued = await Certificates(person, cancel);
                if (issued.Count == 0) return NotFound();
                await Note("напечатаны сертификаты", true);
                return kind == "certificates" ? Word(ReportPapers.Certificates(card, issued), $"Сертификаты, {name}") : Word(ReportPapers.CertificateList(card, issued), $"Список сертификатов, {name}");
            case "pack":
                return await Pack($"Отчёт, {name}.zip", cancel);
            default:
                return NotFound();
        }
    }

    private async Task<Paper> Report(bool note, CancellationToken cancel)
    {
        var items = await db.EventItems.AsNoTracking().Where(i => i.EventId == card.Event.Id).OrderBy(i => i.Position).ToListAsync(cancel);
        var tags = await db.Registrations.Where(r => r.EventId == card.Event.Id && r.State == RegistrationState.Placed && r.Tag != null).GroupBy(r => r.Tag!).Select(g => new { Tag = g.Key, Count = g.Sum(r => r.Seats) }).ToListAsync(cancel);
        return ReportPapers.Report(card, items, [.. tags.OrderByDescending(t => t.Count).Select(t => (Ru.Capital(t.Tag), t.Count))], note);
    }

    private async Task<List<(EventCertificate Certificate, Registration Person)>> Certificates(Guid? person, CancellationToken cancel)
    {
        var registrations = db.Registrations;
        var found = await db.EventCertificates.AsNoTracking().Where(c => c.EventId == card.Event.Id && (person == null || c.RegistrationId == person))
            .Join(registrations.AsNoTracking(), c => c.RegistrationId, r => r.Id, (c, r) => new { c, r }).OrderBy(x => x.c.Number).ToListAsync(cancel);
        return [.. found.Select(x => (x.c, x.r))];
    }

    /// <summary>«Отчёт.docx», photographs and materials; the scans only for those who may open them.</summary>
    private async Task<IActionResult> Pack(string name, CancellationToken cancel)
    {
        var scans = await reports.MaySeeScans(card.Event, card.Programme);
        var given = card.Files.Where(f => scans || !f.IsScan).ToList();
        Guid[] ids = [.. given.Select(f => f.FileId)];
        var stored = await db.Files.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancel);
        if (given.Any(f => f.IsScan)) await Note("выгружен пакет отчёта со сканами", true);
        // Up to a hundred photographs: the archive lies on the disk, not in memory, and goes when it was sent.
        var temporary = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
        await using (var archive = new Archive(temporary))
        {
            var report = await Report(note: false, cancel);
            await archive.Put(null, "Отчёт.docx", paper => WordPaper.Write(report, paper), cancel);
            foreach (var (file, i) in given.Select((f, i) => (f, i + 1)))
            {
                await using var bytes = files.Open(stored[file.FileId]);
                await archive.Put(Ru.Capital(file.Kind.Word()), $"{i} {file.FileName}", bytes, cancel);
            }
        }
        temporary.Position = 0;
        return File(temporary, Archive.ContentType, name);
    }

    private async Task Note(string what, bool hasNames)
    {
        if (!hasNames) return;
        readings.Note(card.Programme.Id, null, what, null, $"/desk/events/report/{card.Event.Id}");
        await db.SaveChangesAsync();
    }

    private FileContentResult Word(Paper paper, string name)
    {
        using var content = new MemoryStream();
        WordPaper.Write(paper, content);
        return File(content.ToArray(), WordPaper.ContentType, name + ".docx");
    }
}
