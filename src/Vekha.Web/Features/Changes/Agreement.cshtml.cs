using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Changes;

/// <summary>«Согласование» of a draft: the keeper sends it to the units of all executors, each says its word, remarks are answered.</summary>
public sealed partial class AgreementModel(VekhaDb db, PlanAccess access, AgreementDesk desk, CurrentPerson me, Actor actor, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>An earlier round to look at.</summary>
    [BindProperty(SupportsGet = true, Name = "round")]
    public int? Number { get; set; }

    [BindProperty, Display(Name = "Ответить до")]
    public DateOnly? By { get; set; }

    public Plan Plan { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<AgreementRound> Rounds { get; private set; } = [];
    public AgreementRound? Round { get; private set; }
    public bool MayKeep { get; private set; }
    public DateOnly Today { get; private set; }
    public Person Person { get; private set; } = null!;

    /// <summary>The draft was edited after it was sent.</summary>
    public bool IsChanged => Round is { } round && IsOpen && round.Text != Mark();
    public bool IsLast => Round?.Number == Rounds.Max(r => (int?)r.Number);

    /// <summary>Words may still be said in the round that is shown.</summary>
    public bool IsOpen => Round is { } round && IsLast && round.GoesOn(Plan);

    private HashSet<Guid> units = [];

    /// <summary>The unit says its own word; the keeper writes down what came on paper.</summary>
    public bool MaySay(Agreement unit) => IsOpen && unit.IsTaken is null && (MayKeep || IsMine(unit));

    public bool IsMine(Agreement unit) => unit.OrganisationId is { } id && units.Contains(id);

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        By = Programme.Policy.Calendar().AddWorkingDays(Today, 3);
        return Page();
    }

    /// <summary>«Отправить на согласование»; with a round before it, a new one.</summary>
    public async Task<IActionResult> OnPostStart()
    {
        if (!await Load() || !MayKeep) return NotFound();
        const string not = "На согласование не отправлено";
        if (Plan.IsApproved && Pending.Count == 0) throw new Refusal(not, "План утверждён, и запросов на его изменение нет", "Согласуют изменения: сначала подайте запрос");
        if (By is not { } by) throw new Refusal(not, "Не указан день ответа", "Впишите его как день.месяц.год") { Field = "By" };
        var matches = await ExecutorMatch.Load(db, Programme);
        foreach (var executor in Plan.Measures.SelectMany(m => m.Executors)) matches.Match(executor);
        var round = new AgreementRound(Plan, Rounds.Count + 1, Mark(), by, Today, time.GetUtcNow(), actor, Asked(matches), NextVersion);
        db.Add(round);
        journal.Write($"отправлено на согласование, круг {round.Number}", "plan", Id, after: new { Подразделений = round.Units.Count, Ответить = by });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException clash) when (clash.IsDuplicate("agreement_rounds"))
        {
            say.Done("На согласование уже отправил другой человек.");
            return Redirect($"/desk/changes/agreement/{Id}");
        }
        say.Done($"Отправлено: {Ru.Count(round.Units.Count, Noun.Executor)}. Ответа ждут до {Ru.Day(by)}.");
        return Redirect($"/desk/changes/agreement/{Id}");
    }

    public async Task<IActionResult> OnPostSay(Guid unit, int version, AgreementWord word, string? remarks, string? post, string? who)
    {
        if (!await Load() || Round?.Units.FirstOrDefault(u => u.Id == unit) is not { } seen || !MaySay(seen)) return NotFound();
        var said = await Tracked(unit, version);
        said.Say(word, remarks, post, who, Today, time.GetUtcNow(), actor);
        journal.Write($"{word.Said()}: {said.Name}", "plan", Id, said.Remarks);
        await db.SaveChangesAsync();
        say.Done($"{said.Name}: {word.Said()}.");
        return Redirect($"/desk/changes/agreement/{Id}");
    }

    public async Task<IActionResult> OnPostReply(Guid unit, int version, bool taken, string? answer)
    {
        if (!await Load() || !MayKeep || !IsOpen || Round!.Units.All(u => u.Id != unit)) return NotFound();
        var replied = await Tracked(unit, version);
        replied.Reply(taken, answer, Today, actor);
        journal.Write(taken ? $"замечания учтены: {replied.Name}" : $"замечания отклонены: {replied.Name}", "plan", Id, replied.Answer);
        await db.SaveChangesAsync();
        say.Done(taken ? Plan.IsApproved ? "Записано: замечания учтены. Поправьте запрос: отзовите его и подайте новый." : "Записано: замечания учтены. Поправьте черновик." : "Записано: замечания отклонены.");
        return Redirect($"/desk/changes/agreement/{Id}");
    }

    /// <summary>«Лист согласования».</summary>
    public async Task<IActionResult> OnGetSheet(string format)
    {
        if (!await Load() || Round is null || format is not ("docx" or "xlsx")) return NotFound();
        return TakeAway.File(this, AgreementPaper.Of(Plan, Round), format, $"Лист согласования, {Programme.Name}");
    }

    public Task ShowAgain() => Load();

    private async Task<Agreement> Tracked(Guid unit, int version)
    {
        var stored = await db.Set<Agreement>().SingleAsync(a => a.Id == unit);
        db.Expect(stored, version);
        return stored;
    }

    private async Task<bool> Load()
    {
        if (await db.Plans.AsNoTracking().AsSplitQuery().Include(p => p.Versions).Include(p => p.Stages).Include(p => p.Measures).ThenInclude(m => m.Executors).Include(p => p.Measures).ThenInclude(m => m.Deliverables)
            .SingleOrDefaultAsync(p => p.Id == Id) is not { } plan) return false;
        (Plan, Person) = (plan, await me.Get());
        Programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == plan.ProgrammeId);
        MayKeep = await access.MayKeep(Programme);
        Today = Programme.Today(time.GetUtcNow());
        Rounds = await db.AgreementRounds.AsNoTracking().Include(r => r.Units).Where(r => r.PlanId == Id).OrderBy(r => r.Number).ToListAsync();
        Round = Rounds.LastOrDefault(r => Number is null || r.Number == Number);
        if (plan.IsApproved) Pending = await PendingOf(plan);
        Guid[] asked = [.. Rounds.SelectMany(r => r.Units).Select(u => u.OrganisationId).OfType<Guid>().Distinct()];
        units = (await (await desk.Units()).Where(u => asked.Contains(u)).ToListAsync()).ToHashSet();
        // Who was not asked does not know of the draft.
        return MayKeep || units.Count > 0;
    }
}
