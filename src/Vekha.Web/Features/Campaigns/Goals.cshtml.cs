using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Campaigns;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Базовые и целевые значения»: an indicator at a time, for every unit and for all together.</summary>
public sealed class GoalsModel(VekhaDb db, CampaignAccess access, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "field")]
    public string? Key { get; set; }

    public Campaign Campaign { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<FormField> Fields { get; private set; } = [];
    public FormField? Field { get; private set; }
    public IReadOnlyDictionary<Guid, CampaignGoal> Goals { get; private set; } = new Dictionary<Guid, CampaignGoal>();

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <summary>Takes the whole column: «from.{unit}» and «to.{unit}»; the unit of the whole is empty.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!await Load(tracked: true) || Field is not { } field) return NotFound();
        Campaign.MustGoOn("Значения не сохранены");
        var changed = 0;
        foreach (var unit in Campaign.Units.Select(u => u.UnitId).Prepend(Guid.Empty))
        {
            var (from, to) = (Read($"from.{unit}"), Read($"to.{unit}"));
            var goal = Goals.GetValueOrDefault(unit);
            if (goal?.Baseline == from && goal?.Target == to) continue;
            changed++;
            if (goal is null) db.Add(goal = new CampaignGoal(Campaign, field.Key, unit == Guid.Empty ? null : unit));
            goal.Set(from, to);
        }
        if (changed > 0) journal.Write("базовые и целевые значения изменены", "campaign", Id, after: new { Показатель = field.Title, Значений = changed });
        // Two people who fill one column at the same moment see each other.
        db.Entry(Campaign).Property(c => c.Title).IsModified = true;
        await db.SaveChangesAsync();
        say.Done($"«{field.Title}»: значения сохранены.");
        return Redirect($"/desk/campaigns/goals/{Id}?field={field.Key}");
    }

    public async Task ShowAgain() => await Load();

    /// <summary>What stands in a field: what was typed, else what is kept.</summary>
    public string Shown(string name, decimal? kept) => Request.HasFormContentType ? Request.Form[name].ToString() : kept is { } number ? FormCell.Figure(number) : "";

    private decimal? Read(string name)
    {
        var typed = Request.Form[name].ToString();
        var reading = new FormCell(Field! with { Kind = FormFieldKind.Number, Least = null, Most = null }, Field.Key, "", null, null).Read(typed);
        if (reading.Problem is { } problem) throw new Refusal("Значения не сохранены", Wording.Ru.Capital(problem), "Исправьте и сохраните снова");
        return FormCell.NumberOf(reading.Value);
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await access.Find(Id, tracked) is not { } campaign) return false;
        Campaign = campaign;
        Programme = await access.ProgrammeOf(campaign.ProgrammeId);
        if (!await access.MayKeep(Programme)) return false;
        Fields = [.. CampaignMonitor.Watched(campaign)];
        Field = Fields.FirstOrDefault(f => f.Key == Key) ?? (Key is null ? Fields.Count > 0 ? Fields[0] : null : null);
        if (Field is not { } field) return Key is null;
        var goals = db.CampaignGoals.Where(g => g.CampaignId == Id && g.Field == field.Key);
        Goals = (await (tracked ? goals : goals.AsNoTracking()).ToListAsync()).ToDictionary(g => g.UnitId ?? Guid.Empty);
        return true;
    }
}
