using Microsoft.EntityFrameworkCore;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

/// <summary>«График выхода видеосюжетов»: sites propose slots, the coordinator builds the common schedule, who is touched hears of a move.</summary>
public sealed class ScheduleDesk(VekhaDb db, MediaAccess access, PlanAccess plans, ChannelDesk channels, CurrentPerson me, FactBook book, Tidings tidings, Journal journal, Actor actor, TimeProvider time)
{
    /// <summary>The schedule is common: every site of the programme sees it.</summary>
    public async Task<(MediaPlan Plan, Programme Programme)?> Find(Guid media)
    {
        var programmes = await plans.Programmes();
        var seen = (await access.Plans()).Select(p => p.Id);
        if (await db.MediaPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == media && (seen.Contains(p.Id) || programmes.Any(g => g.Id == p.ProgrammeId))) is not { } plan) return null;
        return (plan, await access.ProgrammeOf(plan.ProgrammeId));
    }

    /// <summary>Units in whose name the person proposes: everywhere for the coordinator, otherwise those of the executor's role.</summary>
    public async Task<IReadOnlyList<Organisation>> Sites(MediaPlan plan, Programme programme)
    {
        var units = await access.MayEdit(plan) ? db.UnitsUnder([programme.OrganisationId]) : await me.ReachAs(Role.Executor);
        return await db.Organisations.AsNoTracking().Where(o => units.Contains(o.Id)).OrderBy(o => o.ShortName).Take(500).ToListAsync();
    }

    /// <summary>Whether the person works on this premiere.</summary>
    public async Task<bool> MayWork(MediaPlan plan, Premiere premiere) => await access.MayEdit(plan) || await me.Reaches(premiere.SiteId, Role.Executor);

    /// <summary>«Назначить» or «перенести»: those of the site, and of sites that asked for the slot that comes free, hear of it.</summary>
    public async Task Appoint(MediaPlan plan, Programme programme, Premiere premiere, DateOnly? on, int? hour, string? ground)
    {
        var (before, freedOn, freedHour) = (premiere.Slot, premiere.SlotOn, premiere.SlotHour);
        premiere.Appoint(on, hour, plan, ground);
        if (premiere.Slot == before) return;
        journal.Write(before is null ? "выход сюжета назначен" : "выход сюжета перенесён", "premiere", premiere.Id, ground, before, premiere.Slot);
        var address = $"/desk/media/schedule/{plan.Id}";
        var why = string.IsNullOrWhiteSpace(ground) ? "" : $" Причина: {ground.Trim()}";
        await tidings.Tell(programme, await PeopleOf(programme, [premiere.SiteId]), $"{premiere.Id}:{premiere.Version}", before is null
            ? $"Назначен выход сюжета «{premiere.Practice1}»: {premiere.Slot}." : $"Выход сюжета «{premiere.Practice1}» перенесён с {before} на {premiere.Slot}.{why}", address);
        if (freedOn is null) return;
        var waiting = await db.Premieres.AsNoTracking().Where(p => p.MediaPlanId == plan.Id && p.Id != premiere.Id && p.OutOn == null && p.WishOn == freedOn && p.WishHour == freedHour).Select(p => p.SiteId).ToArrayAsync();
        if (waiting.Length > 0) await tidings.Tell(programme, await PeopleOf(programme, waiting), $"{premiere.Id}:{premiere.Version}:free", $"Освободился слот, о котором вы просили: {before}.", address);
    }

    /// <summary>«Собрать общий график»: wishes in the order they came; one whose slot is taken stays a wish.</summary>
    /// <returns>How many were appointed and which slots clash.</returns>
    public async Task<(int Appointed, IReadOnlyList<string> Clashes)> Build(MediaPlan plan, Programme programme)
    {
        var all = await db.Premieres.Where(p => p.MediaPlanId == plan.Id).ToListAsync();
        var taken = all.Where(p => p.SlotOn is not null).ToDictionary(p => (p.SlotOn, p.SlotHour), p => p.Site);
        var (appointed, clashes) = (0, new List<string>());
        foreach (var wish in all.Where(p => p is { SlotOn: null, WishOn: not null, OutOn: null }).OrderBy(p => p.WishAt).ThenBy(p => p.Id))
        {
            if (taken.TryGetValue((wish.WishOn, wish.WishHour), out var holder))
            {
                clashes.Add($"{wish.Site}: {wish.Wish} занято, там {holder}");
                continue;
            }
            await Appoint(plan, programme, wish, wish.WishOn, wish.WishHour, null);
            taken[(wish.SlotOn, wish.SlotHour)] = wish.Site;
            appointed++;
        }
        return (appointed, clashes);
    }

    /// <summary>«Вышел»: a fact of the kind «видеосюжет».</summary>
    public async Task ComeOut(Premiere premiere, Programme programme, DateOnly? on, string? link)
    {
        var before = premiere.OutOn;
        premiere.ComeOut(on, link, await channels.Table(), await channels.PublisherOf(programme.Id), access.Today(programme));
        journal.Write(before is null ? "сюжет вышел" : "выход сюжета исправлен", "premiere", premiere.Id, premiere.Link, before, premiere.OutOn);
        var proof = new Vekha.Control.ProofGiven { Links = [premiere.Link!] };
        foreach (var fact in await book.OfSource(Subject, premiere.Id)) await book.Correct(fact, new() { Day = premiere.OutOn, Proof = proof, IsVouched = true }, "исправлен выход сюжета");
        if (before is not null) return;
        await book.Record(new()
        {
            ProgrammeId = programme.Id, Kind = "видеосюжет", Day = premiere.OutOn!.Value, Title = premiere.Practice2 is { } second ? $"{premiere.Practice1}; {second}" : premiere.Practice1,
            TerritoryId = premiere.SiteId, UnitId = premiere.SiteId, Source = new(Subject, premiere.Id, $"/desk/media/premiere/{premiere.Id}"), Proof = proof, IsVouched = true,
        });
    }

    /// <summary>What a premiere is called as the source of a fact.</summary>
    public const string Subject = "premiere";

    /// <summary>Saves; two who appoint one slot at one moment: the second is told who holds it.</summary>
    public async Task Save()
    {
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsDuplicate("premieres"))
        {
            throw new Refusal("Выход не назначен", "В этот день и час уже выходит другой сюжет", "Выберите соседний час или день: занятые слоты видны в графике") { Field = "Hour" };
        }
    }

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Executors and heads of the units, without the one who acts.</summary>
    private async Task<IReadOnlyList<Guid>> PeopleOf(Programme programme, Guid[] units)
    {
        var today = programme.Policy.DayAt(time.GetUtcNow());
        var working = await db.People.Where(p => p.Roles.Any(r => r.RevokedAt == null && r.Role == Role.Executor && units.Contains(r.UnitId))).Select(p => p.Id).ToListAsync();
        var heads = await db.HeadsOn(today).Where(h => units.Contains(h.UnitId)).Select(h => h.PersonId).ToListAsync();
        return [.. working.Concat(heads).Distinct().Where(p => p != actor.PersonId)];
    }
}
