using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Shared;

namespace Vekha.Web.Features.PersonalData;

/// <summary>The journal of readings for those who keep the programme.</summary>
public sealed class LogModel(VekhaDb db, DataAccess access) : PageModel
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public Plans.Programme Programme { get; private set; } = null!;
    public IReadOnlyList<DataReading> Lines { get; private set; } = [];
    public int Pages { get; private set; }
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Search) || From is not null || To is not null;

    public async Task<IActionResult> OnGet()
    {
        if (await access.Kept(Id) is not { } programme) return NotFound();
        Programme = programme;
        var found = db.DataReadings.AsNoTracking().Where(r => r.ProgrammeId == Id);
        if (!string.IsNullOrWhiteSpace(Search)) found = found.Where(r => r.PersonName.Contains(Search.Trim()) || r.UnitName.Contains(Search.Trim()));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(programme.Policy.TimeZoneId);
        if (From is { } from) found = found.Where(r => r.At >= Start(from, zone));
        if (To is { } to) found = found.Where(r => r.At < Start(to.AddDays(1), zone));
        Pages = (await found.CountAsync() + PerPage - 1) / PerPage;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        Lines = await found.OrderByDescending(r => r.At).Skip((Number - 1) * PerPage).Take(PerPage).ToListAsync();
        return Page();
    }

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
