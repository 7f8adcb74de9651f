using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>One thing a complete report has.</summary>
/// <param name="Lack">What to do about it; <c>null</c> when it is there.</param>
public sealed record PackItem(string Title, string Has, string? Lack);

/// <summary>The report about an event with all that is counted for it.</summary>
/// <param name="Listed">People and children on the list with a place.</param>
/// <param name="CheckedIn">Those marked at the door.</param>
public sealed record ReportCard(Event Event, Programme Programme, string Unit, EventReport Report, IReadOnlyList<EventAttachment> Files, int Listed, int CheckedIn, EventNorm? Norm, IReadOnlyList<PackItem> Pack)
{
    public IReadOnlyList<string> Missing => [.. Pack.Select(p => p.Lack).OfType<string>()];
}

/// <summary>Reports about events: who sees what, what a pack lacks, how the count is checked.</summary>
public sealed class ReportDesk(VekhaDb db, EventAccess access, CurrentPerson me)
{
    /// <summary>Scans with names and signatures: for who holds the event and for the project office, nobody else.</summary>
    public async Task<bool> MaySeeScans(Event e, Programme programme) =>
        await (await access.OwnUnits()).AnyAsync(u => u == e.UnitId) || await me.Reaches(programme.OrganisationId, Role.ProjectOffice);

    /// <summary>The report of an event the person runs; an empty one where nothing is written yet.</summary>
    public async Task<ReportCard?> Find(Guid id, bool tracked = false)
    {
        if (await access.FindOwn(id, tracked) is not { } e) return null;
        var reports = tracked ? db.EventReports : db.EventReports.AsNoTracking();
        var report = await reports.SingleOrDefaultAsync(r => r.EventId == id) ?? new EventReport(id);
        // Kinds are words in the database: their order is that of the enumeration.
        List<EventAttachment> files = [.. (await db.EventAttachments.AsNoTracking().Where(a => a.EventId == id).ToListAsync()).OrderBy(a => a.Kind).ThenBy(a => a.At)];
        var placed = db.Registrations.Where(r => r.EventId == id && r.State == RegistrationState.Placed);
        var (listed, came) = (await placed.SumAsync(r => r.Seats), await placed.Where(r => r.CheckedInAt != null).SumAsync(r => r.Seats));
        var unit = await db.Organisations.Where(o => o.Id == e.UnitId).Select(o => o.Name).SingleAsync();
        var norm = await EventNorm.Of(db, e.ProgrammeId, e.MeasureId, e.Kind);
        return new(e, await access.ProgrammeOf(e.ProgrammeId), unit, report, files, listed, came, norm, PackOf(e, report, files, listed));
    }

    /// <summary>What a complete pack has: sheet, consents, count, photographs, words.</summary>
    public static IReadOnlyList<PackItem> PackOf(Event e, EventReport report, IReadOnlyList<EventAttachment> files, int listed)
    {
        int Of(AttachmentKind kind) => files.Count(f => f.Kind == kind);
        var (sheets, consents, photos) = (Of(AttachmentKind.Sheet), Of(AttachmentKind.Consents), Of(AttachmentKind.Photo));
        var online = e.Form == EventForm.Online;
        // Those who registered have agreed on the page; whoever came besides them has signed on paper.
        var onPaper = e.Present is { } present ? Math.Max(0, present - listed) : 0;
        return
        [
            new(online ? "Журнал подключений" : "Скан листа регистрации", Scans(sheets), sheets > 0 ? null : online ? "приложите журнал подключений" : "приложите скан подписанного листа регистрации"),
            new("Согласия", consents > 0 ? Scans(consents) : onPaper == 0 ? "даны при записи" : "нет", consents > 0 || onPaper == 0 ? null : $"приложите согласия: без записи пришло {Ru.Number(onPaper)}"),
            new("Число участников", e.Present is null ? "не внесено" : e.PresentWords, e.Present is not null && e.State == EventState.Held ? null : "внесите, сколько пришло"),
            new("Фотографии", photos == 0 ? "нет" : Ru.Count(photos, "снимок", "снимка", "снимков"), photos > 0 ? null : "приложите хотя бы одну фотографию"),
            new("Описание", report.Text is { } text ? Ru.Count(text.Length, "знак", "знака", "знаков") : "нет", report.Text is null ? "напишите, как прошло" : null),
        ];
    }

    /// <summary>
    /// The number of people who came against the marks at the door, the list and the norm. A difference is not forbidden:
    /// it is asked about, and the answer stays in the history.
    /// </summary>
    public static string? Doubt(ReportCard card, int present)
    {
        List<string> doubts = [];
        if (card.CheckedIn > 0 && card.CheckedIn != present) doubts.Add($"на входе отмечено {Ru.Number(card.CheckedIn)}");
        else if (card.CheckedIn == 0 && card.Listed > 0 && present > card.Listed) doubts.Add($"в списке записавшихся {Ru.Number(card.Listed)}");
        if (card.Event.Seats.Places is { } places && present > places) doubts.Add($"мест было {Ru.Number(places)}");
        if (card.Norm is { } norm && present < norm.Needed) doubts.Add($"по норме нужно не меньше {Ru.Number(norm.Needed)}");
        return doubts.Count == 0 ? null : string.Join(", ", doubts);
    }

    /// <summary>«7C1F-09AB»: what is printed on the sheet beside the QR code. The end of the key is random.</summary>
    public static string CodeOf(Guid eventId) => eventId.ToString("N")[^8..].ToUpperInvariant().Insert(4, "-");

    private static string Scans(int number) => number == 0 ? "нет" : Ru.Count(number, "файл", "файла", "файлов");
}
