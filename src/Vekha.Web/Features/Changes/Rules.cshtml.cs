using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Changes;

/// <summary>«Кто одобряет изменения»: the matrix of a programme by kind of change.</summary>
public sealed class RulesModel(VekhaDb db, PlanAccess access, ChangeDesk desk, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Programme Programme { get; private set; } = null!;
    public IReadOnlyDictionary<ChangeKind, ChangeRule> Rules { get; private set; } = null!;

    /// <summary>Name of the body in the genitive, where one decides.</summary>
    public string Body => Rules.Values.Select(r => r.Body).OfType<string>().FirstOrDefault() ?? "координационного совета";

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost(ChangeDecider[] decider, string? body)
    {
        if (!await Load()) return NotFound();
        var kinds = Enum.GetValues<ChangeKind>();
        if (decider.Length != kinds.Length) throw new Refusal("Порядок не сохранён", "Выбраны не все строки", "Обновите страницу");
        var own = await db.ChangeRules.Where(r => r.ProgrammeId == Id).ToDictionaryAsync(r => r.Kind);
        foreach (var (kind, by) in kinds.Zip(decider))
        {
            if (own.TryGetValue(kind, out var rule)) rule.Set(by, body);
            else db.Add(new ChangeRule(Id, kind, by, body));
        }
        journal.Write("изменено, кто одобряет изменения", "programme", Id, before: Words(Rules), after: string.Join("; ", kinds.Zip(decider, (k, d) => $"{k.Word()}: {d}")));
        await db.SaveChangesAsync();
        say.Done("Порядок сохранён: новые решения принимают по нему.");
        return Redirect($"/desk/changes/rules/{Id}");
    }

    public Task ShowAgain() => Load();

    private static string Words(IReadOnlyDictionary<ChangeKind, ChangeRule> rules) => string.Join("; ", rules.Select(r => $"{r.Key.Word()}: {r.Value.Decider}"));

    private async Task<bool> Load()
    {
        if (await (await access.Programmes()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } programme || !await access.MayDecide(programme)) return false;
        (Programme, Rules) = (programme, await desk.Rules(programme.Id));
        return true;
    }
}
