using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Changes;

/// <summary>Who sees and decides which requests; and the decision itself: the accepted ones become one new version of the plan.</summary>
public sealed class ChangeDesk(VekhaDb db, PlanAccess access, CurrentPerson me, Actor actor, Journal journal, TimeProvider time, PageDay day)
{
    /// <summary>Requests the person sees: of the programmes kept, one's own, and those about one's assignments.</summary>
    public async Task<IQueryable<ChangeRequest>> Seen()
    {
        Guid[] kept = [.. await access.KeptProgrammes()];
        var (mine, self) = ((await access.Mine()).Select(a => (Guid?)a.Id), actor.PersonId);
        return db.ChangeRequests.Where(r => kept.Contains(r.ProgrammeId) || r.FiledById == self || mine.Contains(r.AssignmentId));
    }

    /// <summary>The matrix of a programme: a line for every kind of change.</summary>
    public async Task<IReadOnlyDictionary<ChangeKind, ChangeRule>> Rules(Guid programme)
    {
        var own = await db.ChangeRules.AsNoTracking().Where(r => r.ProgrammeId == programme).ToDictionaryAsync(r => r.Kind);
        return Enum.GetValues<ChangeKind>().ToDictionary(k => k, k => own.GetValueOrDefault(k) ?? ChangeRule.Usual(programme, k));
    }

    /// <summary>Whether the person decides, or writes down the decision of the head or of a body.</summary>
    public async Task<bool> MayDecide(Programme programme, ChangeRule rule) => rule.Decider switch
    {
        ChangeDecider.Office => await access.MayKeep(programme),
        ChangeDecider.Curator => await IsCurator(programme),
        _ => await access.MayDecide(programme),
    };

    private async Task<bool> IsCurator(Programme programme)
    {
        if (await me.Reaches(programme.OrganisationId, Role.Curator)) return true;
        var (self, today) = (actor.PersonId, day.Today());
        return await db.Appointments.AnyAsync(a => a.ProgrammeId == programme.Id && a.Role == ProgrammeRole.Curator && a.PersonId == self && a.Since <= today && (a.Until == null || a.Until >= today));
    }

    /// <summary>Kinds of change in each programme that wait for this very person: for the menu and the list. A fixed number of queries.</summary>
    public async Task<IReadOnlyList<(Guid Programme, ChangeKind[] Kinds)>> Deciding()
    {
        var (kept, self, today, requests) = (await me.ReachAs(PlanAccess.Keepers), actor.PersonId, day.Today(), db.ChangeRequests);
        var named = db.Appointments.Where(a => a.PersonId == self && a.Since <= today && (a.Until == null || a.Until >= today));
        var waiting = await db.Programmes.Where(p => requests.Any(r => r.ProgrammeId == p.Id && r.State == ChangeState.Asked))
            .Where(p => kept.Contains(p.OrganisationId) || named.Any(n => n.ProgrammeId == p.Id)).Select(p => new { p.Id, p.OrganisationId }).ToListAsync();
        if (waiting.Count == 0) return [];
        var (ids, units) = (waiting.Select(p => p.Id).ToArray(), waiting.Select(p => p.OrganisationId).Distinct().ToArray());
        // The ways up from all owners are read once, whatever roles are asked about.
        var above = (await db.UnitLines.Where(l => units.Contains(l.UnitId)).Select(l => new { l.UnitId, l.AboveId }).ToListAsync()).ToLookup(l => l.UnitId, l => l.AboveId);
        async Task<HashSet<Guid>> Held(params Role[] roles) => await me.HeldAs(roles) is var held ? [.. units.Where(u => above[u].Any(held.Contains))] : [];
        var (keepers, deciders, curators) = (await Held(PlanAccess.Keepers), await Held(Role.Curator, Role.ProjectOffice), await Held(Role.Curator));
        var roles = (await named.Where(n => ids.Contains(n.ProgrammeId)).Select(n => new { n.ProgrammeId, n.Role }).ToListAsync()).ToLookup(n => n.ProgrammeId, n => n.Role);
        var own = (await db.ChangeRules.AsNoTracking().Where(r => ids.Contains(r.ProgrammeId)).ToListAsync()).ToDictionary(r => (r.ProgrammeId, r.Kind));
        bool Decides(Guid programme, Guid unit, ChangeRule rule)
        {
            var curator = roles[programme].Contains(ProgrammeRole.Curator);
            return rule.Decider switch
            {
                ChangeDecider.Office => keepers.Contains(unit) || curator || roles[programme].Contains(ProgrammeRole.Lead),
                ChangeDecider.Curator => curators.Contains(unit) || curator,
                _ => deciders.Contains(unit) || curator,
            };
        }
        return [.. waiting.Select(p => (p.Id, Enum.GetValues<ChangeKind>().Where(k => Decides(p.Id, p.OrganisationId, own.GetValueOrDefault((p.Id, k)) ?? ChangeRule.Usual(p.Id, k))).ToArray())).Where(d => d.Item2.Length > 0)];
    }

    /// <summary>Requests that wait for this very person.</summary>
    public async Task<IReadOnlySet<Guid>> ToDecide()
    {
        var deciding = await Deciding();
        if (deciding.Count == 0) return new HashSet<Guid>();
        var ids = deciding.Select(d => d.Programme).ToArray();
        var asked = await db.ChangeRequests.Where(r => r.State == ChangeState.Asked && ids.Contains(r.ProgrammeId)).Select(r => new { r.Id, r.ProgrammeId, r.Kind }).ToListAsync();
        var kinds = deciding.ToDictionary(d => d.Programme, d => d.Kinds);
        return asked.Where(r => kinds[r.ProgrammeId].Contains(r.Kind)).Select(r => r.Id).ToHashSet();
    }

    /// <summary>Approves requests of one plan together: one version, one act.</summary>
    /// <param name="requests">Tracked, each with the version that was seen.</param>
    public async Task<int> Approve(Programme programme, IReadOnlyList<ChangeRequest> requests, Approval approval)
    {
        var planId = requests[0].PlanId;
        var plan = await db.Plans.Include(p => p.Stages).Include(p => p.Versions)
            .Include(p => p.Measures).ThenInclude(m => m.Executors).ThenInclude(e => e.Replies).AsSplitQuery().SingleAsync(p => p.Id == planId);
        Guid[] rows = [.. requests.Select(r => r.MeasureId).Distinct()];
        var assignments = await db.Assignments.AsSplitQuery().Where(a => a.PlanId == planId && rows.Contains(a.MeasureId)).Include(a => a.TermChanges).Include(a => a.Release).Include(a => a.Extensions).ToListAsync();
        var matches = await ExecutorMatch.Load(db, programme);
        var changes = Amendments(plan, requests, matches);
        var numbers = Wording.Ru.List(requests.OrderBy(r => r.Number).Select(r => $"№ {r.Number}"));
        var act = approval.Act ?? $"решением: {approval.Post} {approval.Name}";
        var ground = $"{(requests.Count == 1 ? "запрос на изменение" : "запросы на изменение")} {numbers}, {act}. {string.Join("; ", requests.Select(r => r.Reason.TrimEnd('.')).Distinct())}";
        db.AddRange(plan.Amend(changes, approval, ground, assignments, programme.Policy.Calendar(), programme.Policy, time.GetUtcNow(), actor.PersonId!.Value, await AnchorDays.Of(db, programme.Id)));
        var version = plan.InForce!.Number;
        foreach (var request in requests)
        {
            request.Approve(version, act, programme.Today(time.GetUtcNow()), time.GetUtcNow(), actor);
            journal.Write($"изменено версией {version}: {request.Kind.Word()}", "measure", request.MeasureId, ground, before: request.Before, after: request.After);
            journal.Write("запрос одобрен", "change-request", request.Id, act, after: new { Версия = version, Номер = request.Number, Программа = programme.Id });
        }
        journal.Write("план изменён", "plan", planId, ground, after: new { Версия = version, Изменений = changes.Count, approval.On });
        return version;
    }

    /// <summary>Other requests about the same plan that wait and that the person decides, with the code of the row.</summary>
    public async Task<IReadOnlyList<(ChangeRequest Request, string Code)>> Together(ChangeRequest with)
    {
        Guid[] decided = [.. await ToDecide()];
        var measures = db.Measures;
        return [.. (await db.ChangeRequests.AsNoTracking().Where(r => r.PlanId == with.PlanId && r.Id != with.Id && decided.Contains(r.Id))
            .Join(measures, r => r.MeasureId, m => m.Id, (r, m) => new { Request = r, m.Code }).OrderBy(r => r.Request.Number).ToListAsync()).Select(r => (r.Request, r.Code))];
    }

    /// <summary>Somebody was faster: says what is decided.</summary>
    public async Task<Refusal> Forestalled(Guid id)
    {
        db.ChangeTracker.Clear();
        var now = await db.ChangeRequests.AsNoTracking().SingleAsync(r => r.Id == id);
        return now.State == ChangeState.Asked
            ? new("Решение не записано", "План или один из отмеченных запросов уже изменил другой человек", "Страница показана заново: проверьте и решите ещё раз")
            : new("Решение не записано", $"По запросу № {now.Number} его уже принял {now.DecidedBy}: {now.State.Word()}", "Страница показана заново");
    }

    private static List<RowAmendment> Amendments(Plan plan, IReadOnlyList<ChangeRequest> requests, ExecutorMatch matches)
    {
        List<RowAmendment> changes = [];
        foreach (var row in requests.GroupBy(r => r.MeasureId))
        {
            var measure = plan.Rows.SingleOrDefault(m => m.Id == row.Key) ?? throw new Refusal("Изменения не внесены", "Мероприятия уже нет в плане", "Откажите по запросу: изменять нечего");
            foreach (var request in row.Where(r => r.Kind != ChangeKind.Cancel && r.Before != ChangeRequest.WordsOf(measure, r.Kind)))
                throw new Refusal("Изменения не внесены", $"{measure.Code}: {request.Kind.Word()} уже не «{request.Before}», как было при подаче запроса № {request.Number}, а «{ChangeRequest.WordsOf(measure, request.Kind)}»", "Откажите и попросите подать запрос заново");
            if (row.GroupBy(r => r.Kind).Any(g => g.Count() > 1) || (row.Any(r => r.Kind == ChangeKind.Cancel) && row.Count() > 1))
                throw new Refusal("Изменения не внесены", $"Отмеченные запросы о мероприятии {measure.Code} исключают друг друга: {Wording.Ru.List(row.Select(r => $"№ {r.Number}"))}", "Оставьте один из них");
            changes.Add(row.Any(r => r.Kind == ChangeKind.Cancel) ? new RowAmendment.Remove(measure.Id) : new RowAmendment.Change(measure.Id, WordsOf(row, matches)));
        }
        return changes;
    }

    private static RowWords WordsOf(IEnumerable<ChangeRequest> asked, ExecutorMatch matches)
    {
        var words = new RowWords();
        foreach (var request in asked)
            words = request.Kind switch
            {
                ChangeKind.Deadline => words with { DeadlineText = request.After, Deadlines = request.Deadlines },
                ChangeKind.Title => words with { Title = request.After },
                _ => words with { Executors = [.. Names(request.After).Select(n => Named(n, matches))] },
            };
        return words;
    }

    /// <summary>One name a line; «(по согласованию)» makes an invited body.</summary>
    public static IEnumerable<string> Names(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.CurrentCultureIgnoreCase);

    private static NamedExecutor Named(string name, ExecutorMatch matches)
    {
        const string consent = "(по согласованию)";
        var invited = name.EndsWith(consent, StringComparison.CurrentCultureIgnoreCase);
        var plain = invited ? name[..^consent.Length].Trim() : name;
        var unit = matches.Named(new ExecutorDraft(plain, ExecutorKind.Organisation, invited));
        return unit.OrganisationId is null && matches.Named(new ExecutorDraft(plain, ExecutorKind.Person, invited)) is { PersonId: not null } person ? person : unit;
    }
}
