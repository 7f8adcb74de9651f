using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Control;

/// <summary>«Карточка поручения»: four dates with their reasons, the report with its proof, the decision, the journal.</summary>
public sealed class AssignmentModel(Cards cards, Decisions decisions, Files files, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Замечание"), StringLength(4_000)]
    public string? Remark { get; set; }

    [BindProperty, Display(Name = "Новый срок")]
    public DateOnly? Until { get; set; }

    [BindProperty, Display(Name = "Основание"), StringLength(4_000)]
    public string? Ground { get; set; }

    [BindProperty]
    public bool KeepDayOff { get; set; }

    [BindProperty, Display(Name = "Основание"), StringLength(4_000)]
    public string? OffGround { get; set; }

    [BindProperty]
    public bool AsObsolete { get; set; }

    public AssignmentCard Card { get; private set; } = null!;

    /// <summary>What later features show on the card: figures of the parts.</summary>
    public IReadOnlyList<(string View, object Model)> Sections { get; private set; } = [];

    /// <summary>The new day is a day off and the author has been told: the box to keep it stands in the form.</summary>
    public bool AsksToKeepDayOff { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await cards.Load(Id) is not { } card) return NotFound();
        Card = card;
        Sections = await HttpContext.RequestServices.GetRequiredService<Sections>().Of("assignment", HttpContext, Id);
        return Page();
    }

    /// <summary>The proof: always an attachment, only to who may open the assignment.</summary>
    public async Task<IActionResult> OnGetFile(Guid file) => await cards.Proof(Id, file) is { } found ? files.Download(found) : NotFound();

    public async Task<IActionResult> OnPostAccept(int version)
    {
        if (await cards.Kept(Id) is not { } assignment) return NotFound();
        var parts = await decisions.Accept(assignment, version, Remark, await cards.Today(assignment));
        say.Done(parts == 0 ? "Отчёт принят." : $"Отчёт принят. Снято с контроля вместе с ним: {Ru.Count(parts, "часть соисполнителя", "части соисполнителей", "частей соисполнителей")}.");
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostReturn(int version)
    {
        if (await cards.Kept(Id) is not { } assignment) return NotFound();
        await decisions.SendBack(assignment, version, Remark, await cards.Today(assignment));
        say.Done("Отчёт возвращён на доработку. Исполнитель увидит замечание в своём списке.");
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostExtend(int version)
    {
        if (await cards.Authored(Id) is not { } assignment) return NotFound();
        if (Until is not { } until) throw new Refusal("Срок не продлён", "Не указан новый день", "Впишите его как день.месяц.год") { Field = "Until" };
        await MustBeWorking(assignment, until);
        await decisions.Extend(assignment, version, until, Ground, await cards.Today(assignment));
        say.Done($"Срок продлён до {Ru.Day(until)}. Прежний день остался в карточке.");
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostTakeOff(int version)
    {
        if (await cards.Authored(Id) is not { } assignment) return NotFound();
        await decisions.TakeOff(assignment, version, OffGround, AsObsolete, await cards.Today(assignment));
        say.Done(AsObsolete ? "Поручение снято как неактуальное." : "Поручение снято с контроля.");
        return Redirect(Here);
    }

    public async Task ShowAgain() => Card = await cards.Load(Id) ?? throw new InvalidOperationException("Who was refused could open the card a moment ago.");

    private string Here => $"/desk/control/assignment/{Id}";

    /// <summary>A day off is told once, with the working days on both sides; the author may keep it.</summary>
    private async Task MustBeWorking(Assignment assignment, DateOnly until)
    {
        var calendar = (await cards.ProgrammeOf(assignment)).Policy.Calendar();
        if (KeepDayOff || calendar.IsWorking(until)) return;
        AsksToKeepDayOff = true;
        throw new Refusal("Срок не продлён", $"{Ru.Day(until)} — нерабочий день ({calendar.Describe(until)})",
            $"Впишите рабочий: {Ru.Day(calendar.PreviousWorking(until))} или {Ru.Day(calendar.NextWorking(until))}, либо отметьте, что выходной оставлен намеренно") { Field = "Until" };
    }
}
