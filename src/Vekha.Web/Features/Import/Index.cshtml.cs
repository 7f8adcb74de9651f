using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

[Authorize(Policy = ImportFeature.Confirm)]
[RequestSizeLimit(64 * 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = 64 * 1024 * 1024, ValueLengthLimit = 8 * 1024 * 1024)]
public sealed class IndexModel(VekhaDb db, ImportDesk desk, IWebHostEnvironment site, SampleCaptions captions, Saying say) : PageModel, IShowsAgain
{
    /// <summary>Documents shown; older ones are found from their plans.</summary>
    private const int Recent = 20;

    [BindProperty, Display(Name = "Программа")]
    public Guid? ProgrammeId { get; set; }

    [BindProperty, Display(Name = "Название новой программы"), StringLength(200)]
    public string? NewProgramme { get; set; }

    [BindProperty, Display(Name = "Как считать сроки")]
    public string? Rules { get; set; }

    [BindProperty, Display(Name = "Год плана"), Range(1990, 2100)]
    public int? Year { get; set; }

    [BindProperty, Display(Name = "Текст плана")]
    public string? Text { get; set; }

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public static IEnumerable<SelectListItem> Profiles => DeadlinePolicy.Profiles.Select(p => new SelectListItem(p.Name, p.Name));

    public IReadOnlyList<Line> Drafts { get; private set; } = [];

    /// <summary>Samples with what is in them.</summary>
    public IReadOnlyList<(Sample Sample, string Caption)> Samples { get; private set; } = [];

    public Task OnGet(Guid? programme)
    {
        ProgrammeId = programme;
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken cancel)
    {
        if (file is { Length: 0 }) throw new Refusal("Документ не принят", $"Файл «{file.FileName}» пуст", "Выберите другой файл");
        if (file is { Length: > Files.Limit }) throw new Refusal("Документ не принят", $"Файл «{file.FileName}» больше 25 МБ", "Уберите из него картинки или разделите его");
        if (file is null && string.IsNullOrWhiteSpace(Text)) throw new Refusal("Документ не принят", "Файл не выбран", "Выберите файл или вставьте текст плана");
        await using var content = file?.OpenReadStream() ?? new MemoryStream(Encoding.UTF8.GetBytes(Text!));
        return await Take(content, file?.FileName ?? "Вставленный текст.txt", NewProgramme, cancel);
    }

    public async Task<IActionResult> OnPostSample(string sample, CancellationToken cancel)
    {
        if (Sample.All.FirstOrDefault(s => s.Name == sample) is not { } chosen || chosen.Find(site) is not { } path) return NotFound();
        await using var content = System.IO.File.OpenRead(path);
        return await Take(content, Path.GetFileName(path), chosen.Title, cancel);
    }

    private async Task<IActionResult> Take(Stream content, string name, string? newName, CancellationToken cancel)
    {
        var programme = await Choose(newName ?? Path.GetFileNameWithoutExtension(name));
        var (draft, wasThere) = await desk.Upload(programme, content, name, Year, cancel);
        await db.SaveChangesAsync(cancel);
        if (wasThere)
        {
            say.Done("Этот файл уже загружен: показан прежний разбор, второй не заведён.");
            return Redirect($"/desk/import/compare/{draft.Id}");
        }
        desk.Ring();
        return Redirect($"/desk/import/progress/{draft.Id}");
    }

    private async Task<Programme> Choose(string name)
    {
        var kept = await desk.Programmes();
        if (ProgrammeId is { } id)
            return kept.FirstOrDefault(p => p.Id == id) ?? throw new Refusal("Документ не принят", "Этой программы нет среди ваших", "Выберите другую") { Field = nameof(ProgrammeId) };
        var home = await desk.Home() ?? throw new Refusal("Документ не принят", "У вас нет подразделения, в котором можно завести программу", "Попросите администратора дать вам роль проектного офиса");
        // The same sample again goes into the programme it made.
        if (kept.FirstOrDefault(p => p.OrganisationId == home.Id && p.Name == name) is { } same) return same;
        var policy = DeadlinePolicy.Profiles.FirstOrDefault(p => p.Name == Rules) ?? DeadlinePolicy.Municipal;
        var programme = new Programme(name, home.Id, home.Territory ?? home.ShortName, policy with { TimeZoneId = await db.ZoneOf(home.Id) ?? policy.TimeZoneId });
        db.Add(programme);
        return programme;
    }

    public async Task ShowAgain()
    {
        var programmes = await desk.Programmes();
        Programmes = [.. programmes.Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == ProgrammeId))];
        Samples = await Task.WhenAll(Sample.All.Where(s => s.Find(site) is not null).Select(async s => (s, await captions.Of(s))));
        var names = programmes.ToDictionary(p => p.Id, p => p.Name);
        Drafts = [.. (await (await desk.Imports()).OrderByDescending(d => d.UploadedAt).Take(Recent)
            .Select(d => new { d.Id, d.ProgrammeId, d.FileName, d.Title, d.State, d.Confirmed, d.Rows, d.UploadedAt, d.UploadedBy, d.PlanId }).ToListAsync())
            .Select(d => new Line(d.Id, d.Title.Length > 0 ? d.Title : d.FileName, names[d.ProgrammeId], d.FileName, d.State, d.Confirmed, d.Rows, d.UploadedAt, d.UploadedBy, d.PlanId))];
    }

    /// <summary>A document in the list.</summary>
    public sealed record Line(
        Guid Id, string Title, string Programme, string FileName, ImportState State, int Confirmed, int Rows, DateTimeOffset At, string By, Guid? PlanId)
    {
        public string Address => State switch
        {
            ImportState.Ready => $"/desk/import/review/{Id}",
            ImportState.Assembled => PlanAddress.Of(PlanId!.Value),
            _ => $"/desk/import/progress/{Id}",
        };
    }
}
