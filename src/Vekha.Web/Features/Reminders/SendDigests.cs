using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>
/// The job that makes one letter a day of what a person was told, at the hour the person chose. The letter and the mark on
/// its notices are one save, and the key of the letter is person and day: never two.
/// </summary>
internal static class SendDigests
{
    private const int Batch = 100;

    /// <summary>Whose letter may be due: the person, the address, the choices.</summary>
    /// <param name="Zone">Of the unit the person works in; <c>null</c> where nobody has said it.</param>
    private sealed record Reader(Guid Id, string FullName, string? Email, NoticeSettings Settings, string? Zone);

    public static async Task<string> Work(JobRun run, CancellationToken cancel)
    {
        var db = run.Db;
        var settings = await MailSettings.Load(db, cancel);
        var programmes = (await db.Programmes.AsNoTracking().ToListAsync(cancel)).ToDictionary(p => p.Id);
        var (letters, after) = (0, Guid.Empty);
        while (true)
        {
            var waiting = await db.Notices.Where(n => n.DigestedAt == null && n.PersonId > after).Select(n => n.PersonId).Distinct().OrderBy(p => p).Take(Batch).ToListAsync(cancel);
            if (waiting.Count == 0) break;
            after = waiting[^1];
            letters += await Write(run, waiting, settings is { IsOn: true } ? settings : null, programmes, cancel);
            await run.Save(cancel);
        }
        return letters == 0 ? "новых сводок нет" : $"составлено {Ru.Count(letters, "сводка", "сводки", "сводок")}";
    }

    private static async Task<int> Write(JobRun run, List<Guid> waiting, MailSettings? mail, Dictionary<Guid, Programme> programmes, CancellationToken cancel)
    {
        var db = run.Db;
        var notices = (await db.Notices.Where(n => n.DigestedAt == null && waiting.Contains(n.PersonId)).ToListAsync(cancel)).ToLookup(n => n.PersonId);
        var readers = await Readers(db, waiting, cancel);
        var spheres = await Spheres(run, waiting, cancel);
        var due = readers.SelectMany(r => notices[r.Id].GroupBy(n => n.Day), (r, day) => (Reader: r, Day: day.Key, Notices: day.ToList()))
            .Where(d => IsDue(d.Reader, d.Day, d.Notices.Select(n => n.ProgrammeId).Concat(spheres[d.Reader.Id]).Distinct().Select(p => programmes[p]), run.Now)).ToList();
        // An example lives on its own day: it is shown in Vekha and written to nobody.
        var told = due.Where(d => mail is not null && d.Notices.TrueForAll(n => programmes[n.ProgrammeId].ShownOn is null) && d.Reader is { Email.Length: > 0, Settings.ByMail: true } && !d.Reader.Settings.IsQuiet(d.Day)).ToList();
        var away = await Away(db, told.Select(d => d.Reader.Id), cancel);
        told.RemoveAll(d => away.Any(a => a.PersonId == d.Reader.Id && a.Lasts(d.Day)));
        var lines = await Lines(db, told.SelectMany(d => d.Notices.Where(n => d.Reader.Settings.Wants(n.Cause))), programmes, cancel);
        var known = await Known(db, told.Select(d => KeyOf(d.Reader.Id, d.Day)), cancel);
        var count = 0;
        foreach (var (reader, day, _) in told)
        {
            // What has been reported since the morning needs no letter.
            if (lines[(reader.Id, day)].Where(l => l.Since is null).ToList() is not { Count: > 0 } words || known.Contains(KeyOf(reader.Id, day))) continue;
            var stop = StopLink.For(reader.Id, mail!.Site, run.Get<IDataProtectionProvider>());
            var text = new DigestLetter(reader.FullName, day, words, mail.Site, stop).Write();
            db.Add(Letter.To(reader.Email!, reader.FullName, KeyOf(reader.Id, day), text, mail.Domain, run.Now));
            count++;
        }
        foreach (var notice in due.SelectMany(d => d.Notices)) notice.Digested(run.Now);
        return count;
    }

    private static string KeyOf(Guid person, DateOnly day) => $"digest:{person}:{day:yyyy-MM-dd}";

    private static async Task<List<Reader>> Readers(VekhaDb db, List<Guid> people, CancellationToken cancel)
    {
        var chosen = await db.NoticeSettings.AsNoTracking().Where(s => people.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, cancel);
        var found = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.FullName, p.Email, p.UnitId }).ToListAsync(cancel);
        var zones = await db.ZonesOf([.. found.Select(p => p.UnitId).Distinct()], cancel);
        return [.. found.Select(p => new Reader(p.Id, p.FullName, p.Email, chosen.GetValueOrDefault(p.Id) ?? NoticeSettings.Of(p.Id), zones.GetValueOrDefault(p.UnitId)))];
    }

    /// <summary>The programmes of which a person has heard lately: their mornings come at different moments.</summary>
    private static async Task<ILookup<Guid, Guid>> Spheres(JobRun run, List<Guid> people, CancellationToken cancel)
    {
        var since = DateOnly.FromDateTime(run.Now.UtcDateTime).AddDays(-14);
        return (await run.Db.Notices.Where(n => people.Contains(n.PersonId) && n.Day >= since).Select(n => new { n.PersonId, n.ProgrammeId }).Distinct().ToListAsync(cancel))
            .ToLookup(n => n.PersonId, n => n.ProgrammeId);
    }

    // One letter a day, at the hour of the unit; whoever works for several zones and has none of his own gets it when the hour has come
    // in the westernmost of them. The programme of another zone must have had its morning before: what it told is in the same letter.
    private static bool IsDue(Reader reader, DateOnly day, IEnumerable<Programme> programmes, DateTimeOffset now)
    {
        var live = programmes.Where(p => p.ShownOn is null).ToList();
        return live.Count == 0 || (reader.Zone is { } own ? Struck(own) && live.TrueForAll(p => p.Policy.DayAt(now) >= day) : live.TrueForAll(p => Struck(p.Policy.TimeZoneId)));

        bool Struck(string zone) => TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime >= day.ToDateTime(new(reader.Settings.Hour, 0));
    }

    // Who is away is not written to: the one who acts instead is.
    private static Task<List<Substitution>> Away(VekhaDb db, IEnumerable<Guid> readers, CancellationToken cancel)
    {
        var asked = readers.Distinct().ToArray();
        return db.Substitutions.AsNoTracking().Where(s => asked.Contains(s.PersonId)).ToListAsync(cancel);
    }

    private static async Task<ILookup<(Guid, DateOnly), NoticeLine>> Lines(VekhaDb db, IEnumerable<Notice> notices, Dictionary<Guid, Programme> programmes, CancellationToken cancel)
    {
        var ids = notices.Select(n => n.Id).ToArray();
        var lines = new List<NoticeLine>();
        foreach (var part in ids.Chunk(500))
            lines.AddRange(await NoticeLine.Of(db, db.Notices.Where(n => part.Contains(n.Id))).AsNoTracking().ToListAsync(cancel));
        if (!lines.Exists(l => l.Cause.IsNorm())) return lines.ToLookup(l => (l.PersonId, l.Day));
        return (await new NormAlarms(db, await Chain.Load(db, cancel)).Settle(lines, programmes, cancel)).ToLookup(l => (l.PersonId, l.Day));
    }

    private static async Task<HashSet<string>> Known(VekhaDb db, IEnumerable<string> keys, CancellationToken cancel)
    {
        var asked = keys.ToArray();
        return [.. await db.Letters.Where(l => asked.Contains(l.Key)).Select(l => l.Key).ToListAsync(cancel)];
    }
}
