using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Awards;

/// <summary>Papers of a list as files: <c>act</c>, <c>list</c> (also xlsx), <c>diplomas</c>. They hold names: each printing is written into the journal of readings.</summary>
public sealed class PaperModel(VekhaDb db, AwardAccess access, ReadingLog readings) : PageModel
{
    public async Task<IActionResult> OnGet(Guid id, string kind = "act", string format = "docx")
    {
        if (format is not ("docx" or "xlsx") || await access.Find(id) is not { } desk) return NotFound();
        var (list, on) = (desk.List, access.Today(desk.Programme));
        List<Award> all = [.. (await db.Awards.AsNoTracking().Where(a => a.ListId == id && a.ErasedOn == null && a.State != AwardState.Declined && a.State != AwardState.Proposed).ToListAsync()).OrderBy(a => a.Kind).ThenBy(a => a.Name, StringComparer.Create(new("ru-RU"), true))];
        if (all.Count == 0) return NotFound();
        var issuer = await db.Set<Accounts.Organisation>().Where(o => o.Id == desk.Programme.OrganisationId).Select(o => o.Name).SingleAsync();
        Paper? paper = kind switch
        {
            "act" => AwardPapers.Act(list, OfAct(all), issuer, await db.Set<Accounts.Organisation>().Where(o => o.Id == list.UnitId).Select(o => o.Name).SingleAsync(), await Handing(list), on),
            "list" => AwardPapers.Sheet(list, all, desk.Programme, on),
            "diplomas" => AwardPapers.Diplomas(list, all, issuer, on),
            _ => null,
        };
        if (paper is null) return NotFound();
        if (all.Exists(a => !a.IsOrganisation))
        {
            readings.Note(desk.Programme.Id, null, kind == "act" ? "напечатан проект акта о награждении" : kind == "list" ? "напечатан список награждаемых" : "напечатаны грамоты", link: AwardDesk.AddressOf(id));
            await db.SaveChangesAsync();
        }
        var name = kind switch { "act" => all.Exists(a => a.State == AwardState.Agreed) ? $"Проект {list.Act.Genitive()}" : Ru.Capital(list.Act.Word()), "list" => "Список грамот", _ => "Грамоты" };
        return Events.PaperModel.Written(this, paper, kind == "list" ? format : "docx", name);
    }

    // While somebody waits for an act it is a draft of the next one; afterwards the last that was signed.
    private static List<Award> OfAct(List<Award> all)
    {
        if (all.Exists(a => a.State == AwardState.Agreed)) return all.FindAll(a => a.State == AwardState.Agreed);
        var last = all.MaxBy(a => a.ActOn)!;
        return all.FindAll(a => a.ActNumber == last.ActNumber && a.ActOn == last.ActOn);
    }

    private async Task<string?> Handing(AwardList list)
    {
        if (list.EventId is not { } id) return null;
        var happening = await db.Set<Events.Event>().Where(e => e.Id == id).Select(e => new { e.Title, e.Day }).SingleAsync();
        return $"{Ru.PaperDay(happening.Day)} ({happening.Title})";
    }
}
