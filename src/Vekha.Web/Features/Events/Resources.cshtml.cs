using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>«Группы и залы»: what cannot be at two events of the programme at once.</summary>
public sealed class ResourcesModel(VekhaDb db, EventAccess access, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ResourceKind Kind { get; set; }

    [BindProperty, Display(Name = "Название"), StringLength(200)]
    public string? Name { get; set; }

    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<(EventResource Resource, int Events)> Lines { get; private set; } = [];
    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Load() || !MayKeep) return NotFound();
        var resource = new EventResource(Programme, Kind, Name ?? "");
        if (Lines.Any(l => l.Resource.Kind == Kind && l.Resource.Name == resource.Name)) throw Known(resource);
        db.Add(resource);
        journal.Write($"{EventResource.Word(Kind)}: {resource.Name}", "programme", Id);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e.IsDuplicate("event_resources"))
        {
            throw Known(resource);
        }
        say.Done($"«{resource.Name}» можно занимать под события.");
        return Redirect($"/desk/events/resources/{Id}");
    }

    public async Task<IActionResult> OnPostRetire(Guid resource)
    {
        if (!await Load() || !MayKeep || await db.EventResources.SingleOrDefaultAsync(r => r.Id == resource && r.ProgrammeId == Id) is not { } found) return NotFound();
        if (found.IsRetired) found.Return();
        else found.Retire();
        await db.SaveChangesAsync();
        say.Done(found.IsRetired ? $"«{found.Name}» больше не предлагается; занятое остаётся." : $"«{found.Name}» снова предлагается.");
        return Redirect($"/desk/events/resources/{Id}");
    }

    public Task ShowAgain() => Load();

    private static Refusal Known(EventResource resource) => new("Ресурс не добавлен", $"«{resource.Name}» уже есть в списке", "Выберите его при подготовке события") { Field = "Name" };

    private async Task<bool> Load()
    {
        if ((await access.Programmes()).FirstOrDefault(p => p.Id == Id) is not { } programme) return false;
        (Programme, MayKeep) = (programme, await access.MayKeep(Id));
        var bookings = db.EventBookings;
        var rows = await db.EventResources.AsNoTracking().Where(r => r.ProgrammeId == Id).OrderBy(r => r.IsRetired).ThenBy(r => r.Kind).ThenBy(r => r.Name)
            .Select(r => new { Resource = r, Events = bookings.Count(b => b.ResourceId == r.Id && b.IsHeld) }).ToListAsync();
        Lines = [.. rows.Select(r => (r.Resource, r.Events))];
        return true;
    }
}
