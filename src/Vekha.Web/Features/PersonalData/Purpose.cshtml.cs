using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.PersonalData;

/// <summary>A purpose with its text: a new one, or a new wording of one that people have agreed to.</summary>
public sealed class PurposeModel(VekhaDb db, DataAccess access, Journal journal, Actor actor, Saying say, TimeProvider time) : PageModel, IShowsAgain
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "Для чего в программе")]
        public PurposeUse Use { get; set; }

        [Display(Name = "Цель"), StringLength(300)]
        public string? Title { get; set; }

        [Display(Name = "Перечень данных"), StringLength(4000)]
        public string? Fields { get; set; }

        [Display(Name = "Основание")]
        public LegalGround Ground { get; set; }

        [Display(Name = "Акт или договор"), StringLength(500)]
        public string? GroundWords { get; set; }

        [Display(Name = "Срок хранения, месяцев")]
        public int? KeepMonths { get; set; }

        [Display(Name = "Уничтожать без подтверждения")]
        public bool IsAutomatic { get; set; }

        [Display(Name = "Текст согласия"), StringLength(20000)]
        public string? Text { get; set; }
    }

    /// <summary>The programme.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "purpose")]
    public Guid? PurposeId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Purpose? Purpose { get; private set; }
    public IEnumerable<SelectListItem> Uses => Enum.GetValues<PurposeUse>().Select(u => new SelectListItem(Ru.Capital(u.Word()), u.ToString(), u == Input.Use));
    public IEnumerable<SelectListItem> Grounds => Enum.GetValues<LegalGround>().Select(g => new SelectListItem(Ru.Capital(g.Word()), g.ToString(), g == Input.Ground));

    public async Task<IActionResult> OnGet()
    {
        if (!await Load(false)) return NotFound();
        if (Purpose is { } p)
            Input = new() { Version = p.Version, Use = p.Use, Title = p.Title, Fields = string.Join('\n', p.Fields), Ground = p.Ground, GroundWords = p.GroundWords, KeepMonths = p.KeepMonths, IsAutomatic = p.IsAutomatic, Text = p.Text?.Words };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load(true)) return NotFound();
        var isNew = Purpose is null;
        var purpose = Purpose ?? new Purpose(Id, Input.Use);
        var (before, months) = (isNew ? null : new { purpose.Title, purpose.KeepMonths, Поля = string.Join("; ", purpose.Fields) }, purpose.KeepMonths);
        purpose.Describe(Input.Title, Input.Ground, Input.GroundWords, (Input.Fields ?? "").Split('\n'), Input.KeepMonths ?? 0, Input.IsAutomatic);
        var text = purpose.Write(Input.Text, time.GetUtcNow(), actor.Name);
        if (isNew) db.Add(purpose);
        else
        {
            db.Expect(purpose, Input.Version);
            if (text is not null) db.Add(text);
            if (months != purpose.KeepMonths)
                foreach (var held in await db.DataHoldings.Where(h => h.PurposeId == purpose.Id && h.ActId == null).ToListAsync()) held.KeepFor(purpose.KeepMonths);
        }
        journal.Write(isNew ? "заведена цель обработки" : "изменена цель обработки", "purpose", purpose.Id, text is null ? null : $"редакция текста {text.Number}", before, new { purpose.Title, purpose.KeepMonths, Поля = string.Join("; ", purpose.Fields) });
        await db.SaveChangesAsync();
        say.Done(text is { Number: > 1 } ? $"Цель сохранена, текст согласия — редакция {text.Number}. Прежние согласия остались на прежние слова." : "Цель сохранена.");
        return Redirect($"/desk/personal-data/programme/{Id}");
    }

    public async Task<IActionResult> OnPostClose(int version)
    {
        if (!await Load(true) || Purpose is not { } purpose || await access.Programme(Id) is not { } programme) return NotFound();
        db.Expect(purpose, version);
        if (purpose.ClosedOn is null) purpose.Close(access.Today(programme));
        else purpose.Reopen();
        journal.Write(purpose.ClosedOn is null ? "цель обработки открыта снова" : "цель обработки закрыта", "purpose", purpose.Id);
        await db.SaveChangesAsync();
        return Redirect($"/desk/personal-data/programme/{Id}");
    }

    public Task ShowAgain() => Load(false);

    private async Task<bool> Load(bool tracked)
    {
        if (await access.Kept(Id) is null) return false;
        if (PurposeId is null) return true;
        var purposes = db.Purposes.Include(p => p.Texts);
        Purpose = await (tracked ? purposes : purposes.AsNoTracking()).SingleOrDefaultAsync(p => p.Id == PurposeId && p.ProgrammeId == Id);
        return Purpose is not null;
    }
}
