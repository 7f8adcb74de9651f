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

/// <summary>One request: both texts, the reasons, the decision. Approved together with others it makes one version of the plan.</summary>
public sealed partial class CardModel(VekhaDb db, ChangeDesk desk, PlanAccess access, CurrentPerson me, Actor actor, Journal journal, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Должность"), StringLength(300)]
    public string? Post { get; set; }

    [BindProperty, Display(Name = "Инициалы и фамилия"), StringLength(100)]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "Дата решения")]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "Акт или протокол"), StringLength(500)]
    public string? Act { get; set; }

    [BindProperty, Display(Name = "Причина отказа"), StringLength(4000)]
    public string? Why { get; set; }

    /// <summary>Why it is decided before all units have agreed.</summary>
    [BindProperty, Display(Name = "Почему решается без этого"), StringLength(1000)]
    public string? Overrule { get; set; }

    /// <summary>The round in which the changes go round the units; <c>null</c> where nobody was asked.</summary>
    public AgreementRound? Round { get; private set; }
    public bool MayKeep { get; private set; }

    public ChangeRequest Asked { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public Measure Measure { get; private set; } = null!;
    public ChangeRule Rule { get; private set; } = null!;
    public bool MayDecide { get; private set; }
    public bool IsOwn => Asked.FiledById == actor.PersonId;

    /// <summary>Other requests about the same plan that the same person decides.</summary>
    public IReadOnlyList<(ChangeRequest Request, string Code)> Others { get; private set; } = [];

    /// <summary>What the words of the row are now.</summary>
    public string Now => ChangeRequest.WordsOf(Measure, Asked.Kind);

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        var (person, version) = (await me.Get(), Plan.InForce!);
        (Post, Name) = Rule.Decider is ChangeDecider.Office or ChangeDecider.Curator ? (Ru.Capital(person.Post), person.ShortName) : (version.Post, version.Name);
        On = Programme.Today(time.GetUtcNow());
        return Page();
    }

    /// <summary>«Одобрить»: this request and those ticked with it become the next version of the plan.</summary>
    /// <param name="seen">«request:version» of each that is decided, as the page showed it.</param>
    public async Task<IActionResult> OnPostApprove(string[] seen)
    {
        if (!await Load() || !MayDecide) return NotFound();
        var chosen = seen.Select(s => s.Split(':')).Where(s => s.Length == 2 && Guid.TryParse(s[0], out _) && int.TryParse(s[1], out _)).ToDictionary(s => Guid.Parse(s[0]), s => int.Parse(s[1]));
        chosen.TryAdd(Id, Asked.Version);
        var approval = Decision();
        if (Round is { Open: { Count: > 0 } open } && string.IsNullOrWhiteSpace(Overrule))
            throw new Refusal("Изменения не внесены", $"Они не согласованы до конца: {Ru.List(open.Select(u => u.Name))}", "Дождитесь ответов и ответьте на замечания или напишите, почему решается без этого") { Field = "Overrule" };
        var allowed = Others.Select(o => o.Request.Id).Append(Id).ToHashSet();
        var requests = await db.ChangeRequests.Where(r => chosen.Keys.Contains(r.Id) && allowed.Contains(r.Id)).OrderBy(r => r.Number).ToListAsync();
        foreach (var request in requests) db.Expect(request, chosen[request.Id]);
        var version = await desk.Approve(Programme, requests, approval);
        if (Round is { Open.Count: > 0 }) journal.Write("изменено без согласования всех", "plan", Plan.Id, Overrule);
        await Save();
        say.Done($"Утверждена версия {version} плана: {Ru.Count(requests.Count, "изменение", "изменения", "изменений")}. Прежняя редакция сохранена.");
        return Redirect($"/desk/changes/version/{Plan.Id}?v={version}");
    }

    public async Task<IActionResult> OnPostRefuse(int version)
    {
        if (!await Load() || !MayDecide) return NotFound();
        var request = await Tracked(version);
        request.Refuse(Why, Programme.Today(time.GetUtcNow()), time.GetUtcNow(), actor);
        journal.Write("в запросе отказано", "change-request", Id, request.Ground, after: new { Номер = request.Number, Программа = Programme.Id });
        await Save();
        say.Done($"По запросу № {request.Number} отказано. Действует прежняя редакция.");
        return Redirect($"/desk/changes/card/{Id}");
    }

    public async Task<IActionResult> OnPostWithdraw(int version)
    {
        if (!await Load() || !IsOwn) return NotFound();
        var request = await Tracked(version);
        request.Withdraw(Programme.Today(time.GetUtcNow()), time.GetUtcNow(), actor);
        journal.Write("запрос отозван", "change-request", Id);
        await Save();
        say.Done($"Запрос № {request.Number} отозван.");
        return Redirect($"/desk/changes/card/{Id}");
    }

    public Task ShowAgain() => Load();

    private Approval Decision()
    {
        const string not = "Изменения не внесены";
        if (On is not { } on) throw new Refusal(not, "Не указана дата решения", "Впишите её как день.месяц.год") { Field = "On" };
        if (on > Programme.Today(time.GetUtcNow())) throw new Refusal(not, $"День решения {Ru.Digits(on)} ещё не наступил", "Записывают принятое решение: проверьте дату") { Field = "On" };
        if (string.IsNullOrWhiteSpace(Post) || string.IsNullOrWhiteSpace(Name)) throw new Refusal(not, "Не указано, кто решил", "Впишите должность и фамилию: они печатаются в грифе версии") { Field = "Post" };
        if (Rule.Decider == ChangeDecider.Body && string.IsNullOrWhiteSpace(Act)) throw new Refusal(not, "Не указан протокол", $"Впишите его: «решением {Rule.Body}, протокол от {Ru.Digits(on)} № 3»") { Field = "Act" };
        return new(on, Post.Trim(), Name.Trim(), string.IsNullOrWhiteSpace(Act) ? null : Act.Trim());
    }

    private async Task<ChangeRequest> Tracked(int version)
    {
        var request = await db.ChangeRequests.SingleAsync(r => r.Id == Id);
        db.Expect(request, version);
        return request;
    }
}
