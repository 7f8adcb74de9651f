using Microsoft.EntityFrameworkCore;
using Vekha.Awards;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Awards;

/// <summary>Verbs of lists of the awarded with what follows: consents, facts of the measure, its proof.</summary>
public sealed class AwardDesk(VekhaDb db, FactBook facts, ConsentBook consents)
{
    /// <summary>What facts of a list are called as a source, and what they count.</summary>
    public const string Source = "awards", Counted = "награждение";

    public static string AddressOf(Guid list) => $"/desk/awards/list/{list}";

    /// <summary>Those of the programme who may be the same: «Берёзов И.О.» and «Берёзов Илья Олегович».</summary>
    public async Task<IReadOnlyList<Award>> Alike(AwardList list, string name, Guid? but)
    {
        var (programme, self) = (list.ProgrammeId, but ?? Guid.Empty);
        // Names are compared by their parts: a programme thanks hundreds at most.
        var all = await db.Awards.AsNoTracking().Where(a => a.ProgrammeId == programme && a.Id != self && a.ErasedOn == null && a.State != AwardState.Declined).ToListAsync();
        return [.. all.Where(a => AwardeeName.AreAlike(a.Name, name)).Take(5)];
    }

    /// <summary>The paper by which a person has agreed; the caller saves.</summary>
    public async Task Agree(AwardList list, Award award, ConsentGiven given)
    {
        if (award.IsOrganisation) return;
        var asked = await consents.Asked(list.ProgrammeId, PurposeUse.Award);
        if (asked.Count == 0)
            throw new Refusal("Согласие не записано", $"В программе нет цели «{PurposeUse.Award.Word()}» с текстом согласия", "Добавьте её в разделе «Персональные данные»: там же печатается бланк") { Field = "Input.AgreedOn" };
        foreach (var purpose in asked)
        {
            if (purpose.Ground == LegalGround.Consent) await consents.GiveAgain(new(award.Id, PeopleOfAwards.Key, false), purpose, given);
            else consents.Collect(new(award.Id, PeopleOfAwards.Key, false), purpose, given.On);
        }
        award.HasConsent(given.On);
    }

    /// <summary>
    /// Brings the facts into step with the acts: each act that names somebody is one fact of the measure, with its number as proof
    /// and as many as it names. The caller saves.
    /// </summary>
    public async Task Follow(AwardList list, string why)
    {
        var id = list.Id;
        await db.Awards.Where(a => a.ListId == id).LoadAsync();
        var acts = db.Awards.Local.Where(a => a.ListId == id && a.ActNumber is not null).GroupBy(a => (a.ActNumber, a.ActOn)).ToDictionary(g => g.Key, g => (long)g.Count());
        var known = await facts.OfSource(Source, id);
        foreach (var fact in known)
        {
            if (!acts.Remove((fact.Proof?.ActNumber, fact.Proof?.ActOn), out var count)) await facts.Withdraw(fact, why);
            else if (fact.Quantity != count) await facts.Correct(fact, new() { Quantity = count, IsVouched = true }, why);
        }
        foreach (var ((number, on), count) in acts)
            await facts.Record(new()
            {
                ProgrammeId = list.ProgrammeId, MeasureId = list.MeasureId, Kind = Counted, Day = on!.Value, Quantity = count, Title = $"{list.Title}, {list.Act.Word()} № {number}", UnitId = list.UnitId,
                Source = new(Source, id, AddressOf(id)), Proof = new() { ActNumber = number, ActOn = on }, DespiteDouble = true, IsVouched = true,
            });
    }

    /// <summary>What acts say about an assignment of the measure: the report begins with it.</summary>
    internal static async Task<ReportKnown?> Known(VekhaDb db, Assignment assignment, DateOnly day)
    {
        var (measure, lists) = (assignment.MeasureId, db.AwardLists);
        var rows = await db.Awards.AsNoTracking().Where(a => a.ActOn != null && a.ActOn <= day && lists.Any(l => l.Id == a.ListId && l.MeasureId == measure && (assignment.OrganisationId == null || l.UnitId == assignment.OrganisationId)))
            .GroupBy(a => new { a.ListId, a.ActNumber, a.ActOn }).Select(g => new { g.Key, Count = g.Count(), Handed = g.Count(a => a.HandedOn != null && a.HandedOn <= day), HandedOn = g.Max(a => a.HandedOn) }).ToListAsync();
        if (rows.Count == 0) return null;
        Guid[] ids = [.. rows.Select(r => r.Key.ListId).Distinct()];
        var named = await lists.AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id);
        var last = rows.MaxBy(r => r.Key.ActOn)!;
        return new(string.Join("\n", rows.OrderBy(r => r.Key.ActOn).Select(r =>
                $"{Ru.Capital(named[r.Key.ListId].Act.Instrumental())} от {Ru.Digits(r.Key.ActOn!.Value)} № {r.Key.ActNumber} {Ru.Plural(r.Count, "награждён", "награждены", "награждены")} {Ru.Number(r.Count)}{(r.Handed == 0 ? "; вручение впереди" : $", вручено {Ru.Number(r.Handed)}")}. Список: {named[r.Key.ListId].Title}.")),
            "из списков награждаемых", AddressOf(last.Key.ListId)) { ActNumber = last.Key.ActNumber, ActOn = last.Key.ActOn, FactOn = last.HandedOn ?? last.Key.ActOn };
    }
}
