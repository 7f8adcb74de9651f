using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Deadlines;
using Vekha.Media;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>A row of the plan and what the media plan makes of it.</summary>
/// <param name="Dated">Assignments that have a day.</param>
/// <param name="Waiting">Assignments that wait for an event.</param>
public sealed record RowChoice(Measure Measure, string? Stage, bool IsFollowed, IReadOnlyList<string> Channels, PublicationFormat Format, int Dated, int Waiting, int Planned, int Out, bool IsAsked, string? DraftFrom);

/// <summary>«Задачи из строк плана»: which rows make publications and where; several rows may tell one theme.</summary>
public sealed class RowsModel(VekhaDb db, MediaAccess access, ChannelDesk channels, MediaTasks tasks, RegistryAccess registries, Journal journal, Saying say) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MediaPlan Plan { get; private set; } = null!;
    public IReadOnlyList<RowChoice> Rows { get; private set; } = [];
    public IReadOnlyList<ChannelRule> Channels { get; private set; } = [];

    /// <summary>Decisions of registries of which a text may be drafted by itself.</summary>
    public IReadOnlyList<DraftSource> Decisions { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    /// <param name="row">Rows that are followed from now on.</param>
    /// <param name="title">One theme for the rows that are new.</param>
    public async Task<IActionResult> OnPost(List<Guid> row, string? title)
    {
        if (!await Load()) return NotFound();
        var stored = await db.MediaRows.Where(r => r.MediaPlanId == Id).ToListAsync();
        var fresh = new List<MediaRow>();
        foreach (var choice in Rows)
        {
            var (known, wanted) = (stored.Find(r => r.MeasureId == choice.Measure.Id), row.Contains(choice.Measure.Id));
            if (known is not null && !wanted) db.Remove(known);
            if (!wanted) continue;
            var where = Request.Form[$"c-{choice.Measure.Id}"].OfType<string>().Where(c => Channels.Any(x => x.Key == c)).ToList();
            if (where.Count == 0) throw new Refusal("Задачи не созданы", $"У строки {choice.Measure.Code} не выбрана площадка", "Отметьте, где выйдет публикация, или снимите отметку со строки");
            if (known is null)
            {
                fresh.Add(known = new(Id, choice.Measure.Id));
                db.Add(known);
            }
            known.ComeOutIn(where, choice.Format);
            known.DraftOf(Decisions.FirstOrDefault(d => d.Key == Request.Form[$"d-{choice.Measure.Id}"].ToString())?.Key);
        }
        var programme = await access.ProgrammeOf(Plan.ProgrammeId);
        var made = (await tasks.Make(Plan, programme, fresh, string.IsNullOrWhiteSpace(title) ? null : title.Trim())).Made;
        made += (await tasks.Make(Plan, programme, [.. stored.Where(r => row.Contains(r.MeasureId))])).Made;
        journal.Write("строки медиаплана изменены", "media-plan", Id, after: new { Строки = Rows.Where(r => row.Contains(r.Measure.Id)).Select(r => r.Measure.Code), Создано = made });
        await db.SaveChangesAsync();
        say.Done(made == 0 ? "Строки сохранены. Задачи по ним появятся, когда наступят события, которых ждут сроки." : $"Создано: {Ru.Count(made, Noun.Publication)}. Новые появятся сами, когда наступят события.");
        return Redirect($"/desk/media/plan/{Id}");
    }

    public Task ShowAgain() => Load();

    private async Task<bool> Load()
    {
        if (await (await access.Plans()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } plan || !await access.MayEdit(plan)) return false;
        Plan = plan;
        var (table, publisher) = (await channels.Table(), await channels.PublisherOf(plan.ProgrammeId));
        Channels = [.. plan.Channels.Select(table.Find).OfType<ChannelRule>().Where(c => c.IsOpenTo(publisher))];
        if (plan.PlanId is not { } planId) return true;
        Decisions = [.. (await (await registries.Registries()).AsNoTracking().Where(r => r.ProgrammeId == plan.ProgrammeId).ToListAsync())
            .SelectMany(r => r.Definition.Moves.Where(m => !m.IsFirst), (r, m) => new DraftSource($"move:{r.Id}:{m.Key}", $"{m.Title}: {r.Title}"))];
        var stages = await db.Stages.AsNoTracking().Where(s => s.PlanId == planId).ToDictionaryAsync(s => s.Id, s => s.Title);
        var measures = await db.Measures.AsNoTracking().Where(m => m.PlanId == planId && m.RemovedOn == null).OrderBy(m => m.Position).ToListAsync();
        var assignments = (await db.Assignments.AsNoTracking().Where(a => a.PlanId == planId && a.Answers && a.InnerUnitId == null).ToListAsync()).ToLookup(a => a.MeasureId);
        var followed = await db.MediaRows.AsNoTracking().Where(r => r.MediaPlanId == Id).ToDictionaryAsync(r => r.MeasureId);
        var counts = await db.Publications.Where(p => p.MediaPlanId == Id && p.MeasureId != null && p.State != PublicationState.Dropped).GroupBy(p => new { p.MeasureId, IsOut = p.State == PublicationState.Out })
            .Select(g => new { g.Key.MeasureId, g.Key.IsOut, Number = g.Count() }).ToListAsync();
        var calendar = (await access.ProgrammeOf(plan.ProgrammeId)).Policy.Calendar();
        Rows = [.. measures.Select(m =>
        {
            var stage = m.StageId is { } s ? stages[s] : null;
            var (row, its, own) = (followed.GetValueOrDefault(m.Id), assignments[m.Id].ToList(), counts.Where(c => c.MeasureId == m.Id).ToList());
            // The row may name its place itself («интервью на радио»); otherwise it stands under a stage that does.
            var proposed = PublicationWords.ChannelsIn(m.Title, m.Fields.GetValueOrDefault("form")) is { Count: > 0 } named ? named : PublicationWords.ChannelsIn(stage);
            return new RowChoice(m, stage, row is not null, row?.Channels ?? [.. proposed.Where(c => Channels.Any(x => x.Key == c))], row?.Format ?? PublicationWords.FormatIn(m.Title), its.Count(a => a.Kind == AssignmentKind.Dated),
                its.Count(a => a.Kind == AssignmentKind.Waiting), own.Sum(c => c.Number), own.Where(c => c.IsOut).Sum(c => c.Number), its.Exists(a => a.Kind == AssignmentKind.Dated && MediaTasks.IsAsked(plan, m, a, calendar)), row?.DraftFrom);
        })];
        return true;
    }
}
