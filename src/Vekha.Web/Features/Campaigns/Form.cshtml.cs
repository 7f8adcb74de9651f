using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vekha.Control;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>A form that was sent: its values on a day, the decision of the controller, corrections of a closed period.</summary>
public sealed class FormModel(VekhaDb db, FormDesk desk, CampaignAccess access, Journal journal, Saying say, Actor actor, PageDay day, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [Display(Name = "Что исправить"), StringLength(2000)]
    public string? Reason { get; private set; }

    [Display(Name = "Новое значение")]
    public string? Value { get; private set; }

    [Display(Name = "На каком основании"), StringLength(2000)]
    public string? Why { get; private set; }

    [Display(Name = "Показатель")]
    public string? Cell { get; private set; }

    public FormOnDesk Form { get; private set; } = null!;
    public FormStatus Status { get; private set; } = null!;
    public IReadOnlyDictionary<string, string>? Values { get; private set; }
    public IReadOnlyList<FormAct> Acts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Cells => [.. Form.Cells.Select(c => new SelectListItem($"{c.Number}. {c.Title}", c.Key, c.Key == Cell))];

    /// <summary>A past day is only looked at.</summary>
    public bool MayAct { get; private set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public Task<IActionResult> OnPostAccept(int version) => Decide(version, form => form.Accept(Today, time.GetUtcNow(), FormAuthor.Of(actor)),
        "форма принята", _ => "Форма принята, период закрыт. Дальше значение меняется только корректировкой.");

    public Task<IActionResult> OnPostBack(string? reason, int version)
    {
        Reason = reason;
        return Decide(version, form => form.SendBack(reason, Today, time.GetUtcNow(), FormAuthor.Of(actor)), "форма возвращена", _ => "Форма возвращена, подразделение увидит причину.");
    }

    public Task<IActionResult> OnPostCorrect(string? cell, string? value, string? why, int version)
    {
        (Cell, Value, Why) = (cell, value, why);
        return Decide(version, form =>
        {
            var chosen = Form.Cells.FirstOrDefault(c => c.Key == cell) ?? throw new Refusal("Корректировка не записана", "Не выбран показатель", "Выберите его из списка") { Field = "Cell" };
            return form.Correct(chosen, value, why, Today, time.GetUtcNow(), FormAuthor.Of(actor));
        }, "корректировка", _ => "Корректировка записана: прежнее значение осталось в истории.");
    }

    public async Task ShowAgain() => await Load();

    private DateOnly Today => access.Today(Form.Programme);

    private async Task<IActionResult> Decide(int version, Func<FormReport, FormAct> decide, string verb, Func<FormAct, string> words)
    {
        if (await desk.Find(Id, tracked: true) is not { } form) return NotFound();
        Form = form;
        if (!form.MayCheck) return Forbid();
        form.Campaign.MustGoOn("Решение не записано");
        db.Expect(form.Report, version);
        var act = decide(form.Report);
        db.Add(act);
        // A correction is an act beside the form: the form steps its version all the same, so that two see each other.
        db.Entry(form.Report).Property(r => r.Phase).IsModified = true;
        journal.Write(verb, "form", Id, act.Reason, act.Kind == FormEventKind.Corrected ? new { Показатель = act.Cell, Было = act.Before } : null,
            act.Kind == FormEventKind.Corrected ? new { Стало = act.After } : new { form.Unit.Name, К = form.Report.Due, Программа = form.Programme.Id });
        await db.SaveChangesAsync();
        say.Done(words(act));
        return Redirect($"/desk/campaigns/form/{Id}");
    }

    private async Task<bool> Load()
    {
        if (await desk.Find(Id) is not { } form) return false;
        Form = form;
        var on = day.Of(form.Programme.ShownOn, form.Programme.Policy.TimeZoneId);
        (Status, Values) = (form.Report.StatusOn(on), form.Report.ValuesOn(on));
        Acts = [.. form.Report.Acts.Where(a => a.On <= on).OrderByDescending(a => a.Number)];
        MayAct = on == Today && !Form.Campaign.IsClosed;
        return true;
    }

    public string WordsOf(FormAct act) => act.Kind switch
    {
        FormEventKind.Submitted => act.On > Form.Report.Due ? $"сдано с опозданием на {Ru.Days(act.On.DayNumber - Form.Report.Due.DayNumber)}" : "сдано",
        FormEventKind.Returned => "возвращено",
        FormEventKind.Accepted => "принято, период закрыт",
        _ => $"корректировка, «{Form.Cells.First(c => c.Key == act.Cell).Title}»: было {Shown(act, act.Before)}, стало {Shown(act, act.After)}",
    };

    private string Shown(FormAct act, string? value) => value is null ? "пусто" : $"«{Form.Cells.First(c => c.Key == act.Cell).Show(value)}»";
}
