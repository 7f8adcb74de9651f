using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Accounts.People;

public sealed partial class CardModel
{
    /// <summary>When the person is away and who acts then, the newest first.</summary>
    public IReadOnlyList<Substitution> Away { get; private set; } = [];

    /// <summary>Who may act instead: people of the same unit and of the one above.</summary>
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    /// <summary>The day it is where the person works.</summary>
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnPostAway(Guid? substitute, DateOnly? from, DateOnly? until, string? ground)
    {
        if (!await Load()) return NotFound();
        var reach = await me.ReachAs(Role.Administrator);
        if (await db.People.SingleOrDefaultAsync(p => p.Id == substitute && reach.Contains(p.UnitId)) is not { } other)
            throw new Refusal("Замещение не назначено", "Не выбран тот, кто замещает", "Выберите сотрудника из списка");
        if (from is not { } first || until is not { } last) throw new Refusal("Замещение не назначено", "Не указаны дни", "Впишите оба как день.месяц.год");
        db.Add(Substitution.Of(Person, other, first, last, ground, await db.Substitutions.Where(s => s.PersonId == Id).ToListAsync()));
        return await Keep("назначено замещение", new { Замещает = other.FullName, С = first, По = last }, $"С {Ru.Digits(first)} по {Ru.Digits(last)} замещает {other.ShortName}.");
    }

    public async Task<IActionResult> OnPostBack(Guid substitution)
    {
        if (!await Load() || await db.Substitutions.SingleOrDefaultAsync(s => s.Id == substitution && s.PersonId == Id) is not { } found) return NotFound();
        found.End(Today.AddDays(-1));
        return await Keep("замещение завершено", new { По = found.Until }, "Замещение завершено.");
    }

    private async Task LoadAway()
    {
        Away = await db.Substitutions.AsNoTracking().Include(s => s.Substitute).Where(s => s.PersonId == Id).OrderByDescending(s => s.From).Take(20).ToListAsync();
        var (unit, above) = (Person.UnitId, Person.Unit!.ParentId);
        Colleagues = [.. (await db.People.AsNoTracking().Where(p => p.Id != Id && (p.UnitId == unit || p.UnitId == above)).OrderBy(p => p.FullName).Take(OrganisationTree.Most).ToListAsync())
            .Select(p => new SelectListItem(p.FullName, p.Id.ToString()))];
    }
}
