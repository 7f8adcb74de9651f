using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Campaigns;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Составить сбор»: the form field by field, the days, the units; then it begins. Once begun only units are added.</summary>
public sealed class EditModel(VekhaDb db, CampaignAccess access, Journal journal, Saying say, Actor actor) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The field that is open; «new» for one more.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    public FieldInput Input { get; private set; } = new();

    [Display(Name = "Когда сдавать"), StringLength(1000)]
    public string? Words { get; private set; }

    public Campaign Campaign { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<Measure> Measures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        await ShowAgain();
        if (Campaign.Fields.Find(f => f.Key == Field) is { } field) Input = FieldInput.Of(field);
        return Page();
    }

    public Task<IActionResult> OnPostField(FieldInput input, int version)
    {
        Input = input;
        return Change(version, () =>
        {
            var isNew = Campaign.Fields.TrueForAll(f => f.Key != Field);
            var field = input.Field(isNew ? Campaign.NextKey() : Field!);
            Campaign.Put(field);
            journal.Write(isNew ? "показатель добавлен" : "показатель изменён", "campaign", Id, after: new { field.Title });
            say.Done($"«{field.Title}» — в форме.");
            return isNew ? "?field=new#field" : "";
        });
    }

    public Task<IActionResult> OnPostDrop(string key, int version) => Change(version, () =>
    {
        journal.Write("показатель убран", "campaign", Id, before: new { Campaign.Drop(key).Title });
        return "";
    });

    public Task<IActionResult> OnPostRaise(string key, int version) => Change(version, () =>
    {
        Campaign.Raise(key);
        return "";
    });

    public Task<IActionResult> OnPostDays(string? words, int version)
    {
        Words = words;
        return Change(version, () =>
        {
            var plan = db.Plans.Single(p => p.Id == Campaign.PlanId);
            var days = string.IsNullOrWhiteSpace(words) ? CampaignPlan.DaysOf(Id, Measures, plan, Programme) : CampaignPlan.DaysOf(Id, words, plan, Programme);
            db.RemoveRange(Campaign.FallOn(words, days));
            db.AddRange(Campaign.Dates);
            journal.Write("дни сбора изменены", "campaign", Id, after: new { Дни = Campaign.Dates.Select(d => d.Due) });
            say.Done($"Дней сдачи: {Campaign.Dates.Count}.");
            return "#days";
        });
    }

    public async Task<IActionResult> OnPostUnit(Guid? unit, int version)
    {
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == unit) is not { } chosen) throw new Refusal("Подразделение не добавлено", "Оно не выбрано", "Выберите его из списка");
        var parent = await db.ParentIn(Id, chosen.Id);
        return await Change(version, () =>
        {
            if (Units.All(u => u.Value != chosen.Id.ToString())) throw new Refusal("Подразделение не добавлено", "Его нет в дереве программы", "Выберите подразделение из списка");
            var forms = Campaign.AddUnit(chosen.Id, chosen.ShortName, chosen.Territory, access.Today(Programme));
            Campaign.Units[^1].ComeUnder(parent);
            db.Add(Campaign.Units[^1]);
            db.AddRange(forms);
            journal.Write($"подразделение сдаёт форму: {chosen.ShortName}", "campaign", Id, after: new { Форм = forms.Count });
            say.Done(Campaign.IsStarted ? $"{chosen.ShortName}: {Ru.Count(forms.Count, "форма", "формы", "форм")} на оставшиеся дни." : $"{chosen.ShortName} — в списке.");
            return "#units";
        });
    }

    public Task<IActionResult> OnPostWithout(Guid unit, int version) => Change(version, () =>
    {
        var gone = Campaign.RemoveUnit(unit);
        db.Remove(gone);
        journal.Write($"подразделение не сдаёт форму: {gone.Name}", "campaign", Id);
        return "#units";
    });

    public async Task<IActionResult> OnPostStart(int version)
    {
        var answer = await Change(version, () =>
        {
            var forms = Campaign.Start(access.Today(Programme), FormAuthor.Of(actor));
            db.AddRange(forms);
            journal.Write("сбор отчётности начат", "campaign", Id, after: new { Форм = forms.Count });
            say.Done($"Сбор начат: {Ru.Count(forms.Count, "форма", "формы", "форм")}. Подразделения видят их в разделе «Отчётность».");
            return "";
        });
        return answer is RedirectResult ? Redirect($"/desk/campaigns/campaign/{Id}") : answer;
    }

    public async Task ShowAgain()
    {
        if (Campaign is null && !await Load()) return;
        Words ??= Campaign!.DateWords;
    }

    private async Task<IActionResult> Change(int version, Func<string> change)
    {
        if (!await Load()) return NotFound();
        db.Expect(Campaign, version);
        var where = change();
        // Days and units lie in tables of their own, yet two people must not change one campaign unseen.
        db.Entry(Campaign).Property(c => c.Title).IsModified = true;
        await db.SaveChangesAsync();
        return Redirect($"/desk/campaigns/edit/{Id}{where}");
    }

    private async Task<bool> Load()
    {
        if (await access.Find(Id, tracked: true) is not { } campaign) return false;
        Campaign = campaign;
        Programme = await access.ProgrammeOf(campaign.ProgrammeId);
        var about = campaign.Measures.Select(m => m.MeasureId).ToArray();
        Measures = await db.Measures.AsNoTracking().Where(m => about.Contains(m.Id)).OrderBy(m => m.Position).ToListAsync();
        var tree = await OrganisationTree.Load(db, db.UnitsUnder(Programme.OrganisationId));
        Units = [.. tree.Choices().Where(u => campaign.Units.All(c => c.UnitId.ToString() != u.Value))];
        return await access.MayKeep(Programme);
    }
}
