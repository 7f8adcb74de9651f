using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>The feedback form of an event: its questions, its link, what was answered.</summary>
public sealed class FeedbackModel(VekhaDb db, EventAccess access, Journal journal, Saying say, PageDay day) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Event Happening { get; private set; } = null!;
    public FeedbackForm? Form { get; private set; }
    public IReadOnlyList<FeedbackAnswer> Answers { get; private set; } = [];
    public IReadOnlyList<FeedbackResult> Results { get; private set; } = [];
    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/events/feedback/{Form!.Code}";
    public string Words => Form is null ? FeedbackForm.Usual : string.Join('\n', Form.Questions.Select(q => q.IsScore ? $"{q.Text} (1–5)" : q.Text));

    public async Task<IActionResult> OnGet() => await Load(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int version, string? questions, bool onePerPerson)
    {
        if (!await Load(true)) return NotFound();
        if (Form is null) db.Add(new FeedbackForm(Id, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), questions, onePerPerson));
        else
        {
            db.Expect(Form, version);
            Form.Ask(questions, onePerPerson, Answers.Count);
        }
        journal.Write("открыта анкета обратной связи", "event", Id);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException clash) when (clash.IsDuplicate("feedback_forms"))
        {
            throw new Refusal("Анкета не сохранена", "Её только что открыл другой человек", "Обновите страницу");
        }
        say.Done("Анкета открыта.");
        return Redirect($"/desk/events/feedback/{Id}");
    }

    public async Task<IActionResult> OnPostToggle(int version)
    {
        if (!await Load(true) || Form is not { } form) return NotFound();
        db.Expect(form, version);
        if (form.ClosedOn is null) form.Close(access.Today(await access.ProgrammeOf(Happening.ProgrammeId)));
        else form.Reopen();
        await db.SaveChangesAsync();
        return Redirect($"/desk/events/feedback/{Id}");
    }

    public async Task<IActionResult> OnGetSheet()
    {
        if (!await Load(false) || Form is not { } form || Answers.Count == 0) return NotFound();
        var paper = new Paper
        {
            Title = $"Ответы на анкету обратной связи\n{Happening.Title}",
            Lead = [Happening.Time.Words],
            Made = Happening.Day,
            Body =
            [
                new PaperTable("Итоги", [new("Вопрос", 9), new("Ответов", 2), new("Средняя", 2)], [.. Results.Select(r => PaperRow.Of(r.Question.Text, r.Count, r.Average is { } mean ? new PaperCell(new PaperValue.Number(mean, PaperNumber.Plain, 2)) : PaperCell.Empty))]),
                new PaperTable("Ответы", [new("Когда", 3), .. form.Questions.Select(q => new PaperColumn(q.Text, 4))],
                    [.. Answers.Select(a => (PaperRow)new PaperRow.Cells([Ru.Moment(day.Local(a.At)), .. form.Questions.Select(q => (PaperCell)a.Values.GetValueOrDefault(q.Id))]))]),
            ],
        };
        using var content = new MemoryStream();
        ExcelPaper.Write(paper, content);
        return File(content.ToArray(), ExcelPaper.ContentType, $"Анкета, {Happening.Kind} {Ru.Digits(Happening.Day)}.xlsx");
    }

    public Task ShowAgain() => Load(false);

    private async Task<bool> Load(bool tracked)
    {
        if (await access.FindOwn(Id, tracked: false) is not { } found) return false;
        Happening = found;
        Form = await (tracked ? db.FeedbackForms : db.FeedbackForms.AsNoTracking()).SingleOrDefaultAsync(f => f.EventId == Id);
        if (Form is null) return true;
        Answers = await db.FeedbackAnswers.AsNoTracking().Where(a => a.EventId == Id).OrderBy(a => a.At).ToListAsync();
        Results = FeedbackResult.Of(Form, Answers);
        return true;
    }
}
