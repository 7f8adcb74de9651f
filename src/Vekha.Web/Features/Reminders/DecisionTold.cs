using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>A decision as it is told: to whom, in which words, where it leads.</summary>
internal sealed record DecisionTold(JournalEntry Entry, Guid Programme, IReadOnlyList<Guid> People, string Words, string Address)
{
    private static readonly string[] Reported = ["отчёт принят", "отчёт возвращён на доработку"];

    /// <summary>What there is to tell of some entries; the rest is nobody's concern.</summary>
    public static async Task<IReadOnlyList<DecisionTold>> Of(VekhaDb db, IReadOnlyList<JournalEntry> entries, CancellationToken cancel)
    {
        List<DecisionTold> all =
        [
            .. await OfReports(db, [.. entries.Where(e => e.Subject == "assignment")], cancel),
            .. await OfAuthors(db, [.. entries.Where(e => e.Subject is "change-request" or "form")], cancel),
            .. await OfAgreements(db, [.. entries.Where(e => e.Subject == "plan")], cancel),
        ];
        return [.. all.Select(d => d with { People = [.. d.People.Where(p => p != d.Entry.PersonId).Distinct()] }).Where(d => d.People.Count > 0).OrderBy(d => d.Entry.Id)];
    }

    private static async Task<IEnumerable<DecisionTold>> OfReports(VekhaDb db, List<JournalEntry> entries, CancellationToken cancel)
    {
        entries.RemoveAll(e => !Reported.Contains(e.Verb) && (e.Verb != "срок продлён" || e.PersonId is null));
        if (entries.Count == 0) return [];
        var (ids, measures) = (entries.Select(e => e.SubjectId).Distinct().ToArray(), db.Measures);
        var about = await db.Assignments.Where(a => ids.Contains(a.Id)).Join(measures, a => a.MeasureId, m => m.Id, (a, m) => new
        {
            a.Id, a.ProgrammeId, m.Code, m.Title, a.Occurrence, a.PersonId, a.OrganisationId, Author = a.Reports.OrderByDescending(r => r.Number).Select(r => (Guid?)r.ById).FirstOrDefault(),
        }).ToDictionaryAsync(a => a.Id, cancel);
        var chain = entries.Exists(e => e.Verb == "срок продлён") ? await Chain.Load(db, cancel) : null;
        return entries.Where(e => about.ContainsKey(e.SubjectId)).Select(e =>
        {
            var a = about[e.SubjectId];
            IReadOnlyList<Guid> people = Reported.Contains(e.Verb) ? Only(a.Author) : a.PersonId is { } person ? [person] : a.OrganisationId is { } unit ? chain!.Executors(unit) : [];
            var name = $"{a.Code} «{a.Title.Trim().TrimEnd('.', ';')}»{(a.Occurrence is { } occurrence ? $", {occurrence}" : "")}";
            return new DecisionTold(e, a.ProgrammeId, people, $"{Ru.Capital(e.Verb)}: {name}. {Said(e)}", $"/desk/control/assignment/{a.Id}");
        });
    }

    /// <summary>Requests and forms: whoever filed or sent them hears how it was decided. The entry itself names the programme.</summary>
    private static async Task<IEnumerable<DecisionTold>> OfAuthors(VekhaDb db, List<JournalEntry> entries, CancellationToken cancel)
    {
        entries.RemoveAll(e => e.Verb is not ("запрос одобрен" or "в запросе отказано" or "форма принята" or "форма возвращена") || ProgrammeOf(e) is null);
        if (entries.Count == 0) return [];
        var ids = entries.Select(e => e.SubjectId).Distinct().ToArray();
        string[] began = ["подан запрос на изменение", "форма сдана", "форма сдана с опозданием"];
        var authors = (await db.Journal.Where(e => ids.Contains(e.SubjectId) && began.Contains(e.Verb)).Select(e => new { e.Id, e.SubjectId, e.PersonId }).ToListAsync(cancel)).ToLookup(e => e.SubjectId);
        return entries.Select(e =>
        {
            var words = e.Subject == "form" ? $"{Ru.Capital(e.Verb)}: {Value(e, "Name")}, отчёт к {Due(e)}" : $"{Ru.Capital(e.Verb)}: № {Value(e, "Номер")}";
            var author = authors[e.SubjectId].Where(a => a.Id < e.Id).OrderBy(a => a.Id).LastOrDefault()?.PersonId;
            return new DecisionTold(e, ProgrammeOf(e)!.Value, Only(author), $"{words}. {Said(e)}", e.Subject == "form" ? $"/desk/campaigns/form/{e.SubjectId}" : $"/desk/changes/card/{e.SubjectId}");
        });
    }

    private static async Task<IEnumerable<DecisionTold>> OfAgreements(VekhaDb db, List<JournalEntry> entries, CancellationToken cancel)
    {
        const string sent = "отправлено на согласование";
        string[] words = [AgreementWord.Remarks.Said() + ":", AgreementWord.Declines.Said() + ":"];
        entries.RemoveAll(e => !e.Verb.StartsWith(sent, StringComparison.Ordinal) && !words.Any(w => e.Verb.StartsWith(w, StringComparison.Ordinal)));
        if (entries.Count == 0) return [];
        var ids = entries.Select(e => e.SubjectId).Distinct().ToArray();
        var plans = await db.Plans.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.ProgrammeId, p.Title }).ToDictionaryAsync(p => p.Id, cancel);
        var rounds = (await db.AgreementRounds.AsNoTracking().Include(r => r.Units).Where(r => ids.Contains(r.PlanId)).ToListAsync(cancel)).ToLookup(r => r.PlanId);
        var starters = (await db.Journal.Where(e => ids.Contains(e.SubjectId) && e.Verb.StartsWith(sent)).Select(e => new { e.Id, e.SubjectId, e.PersonId }).ToListAsync(cancel)).ToLookup(e => e.SubjectId);
        var chain = await Chain.Load(db, cancel);
        return entries.Where(e => plans.ContainsKey(e.SubjectId)).Select(e =>
        {
            var (plan, address) = (plans[e.SubjectId], $"/desk/changes/agreement/{e.SubjectId}");
            if (!e.Verb.StartsWith(sent, StringComparison.Ordinal))
                return new DecisionTold(e, plan.ProgrammeId, Only(starters[e.SubjectId].Where(s => s.Id < e.Id).OrderBy(s => s.Id).LastOrDefault()?.PersonId), $"{Ru.Capital(e.Verb)}. План «{plan.Title}». {Said(e)}", address);
            var round = rounds[e.SubjectId].OrderBy(r => r.Number).Last();
            IReadOnlyList<Guid> people = [.. round.Units.Where(u => u.Word == AgreementWord.Waiting).Select(u => u.OrganisationId).OfType<Guid>().SelectMany(u => chain.Executors(u))];
            return new DecisionTold(e, plan.ProgrammeId, people, $"Просят согласовать {(round.ForVersion is null ? "план" : "изменения плана")} «{plan.Title}», ответить до {Ru.Digits(round.By)}. {e.PersonName}", address);
        });
    }

    private static string Said(JournalEntry entry) => string.IsNullOrWhiteSpace(entry.Ground) ? entry.PersonName : $"{entry.PersonName}: «{entry.Ground.Trim()}»";

    private static IReadOnlyList<Guid> Only(Guid? person) => person is { } one ? [one] : [];

    private static Guid? ProgrammeOf(JournalEntry entry) => Guid.TryParse(Value(entry, "Программа"), out var id) ? id : null;

    private static string Due(JournalEntry entry) => DateOnly.TryParse(Value(entry, "К"), System.Globalization.CultureInfo.InvariantCulture, out var day) ? Ru.Digits(day) : "сроку";

    private static string? Value(JournalEntry entry, string name)
    {
        if (entry.After is not { } text) return null;
        using var after = JsonDocument.Parse(text);
        return after.RootElement.ValueKind == JsonValueKind.Object && after.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
    }
}
