using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

public sealed partial class ReviewModel
{
    /// <summary>The head of the plan as it was typed.</summary>
    public sealed record HeadForm(string? Title, string? Position, string? Name, string? Act, DateOnly? Date, DateOnly? First, DateOnly? Last);

    public Task<IActionResult> OnPostHead(HeadForm form)
    {
        HeadIsOpen = true;
        if (string.IsNullOrWhiteSpace(form.Title)) throw new Refusal("Шапка не сохранена", "У плана нет названия", "Впишите его словами документа");
        if (form.First > form.Last) throw new Refusal("Шапка не сохранена", "Последний день плана раньше первого", "Проверьте обе даты");
        return Act(SeenWhole, r => r.CorrectHead(With(r.Head, form)), "#got-h");
    }

    private static ReviewHead With(ReviewHead before, HeadForm head)
    {
        var approval = new ApprovalDraft(Or(head.Position), Or(head.Name), Or(head.Act), head.Date, before.Approval?.Place ?? SourcePlace.Nowhere);
        var empty = approval is { Position: null, Name: null, Act: null, Date: null };
        return before with { Title = head.Title!.Trim(), Approval = empty ? null : approval, First = head.First, Last = head.Last };
    }

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>«Собрать план»: the confirmed review becomes a plan that waits for its approval.</summary>
    public async Task<IActionResult> OnPostAssemble()
    {
        if (await desk.Open(Id) is not { } open) return NotFound();
        if (open.Draft.PlanId is { } already) return Redirect(PlanAddress.Of(already));
        if (SeenWhole(open) != SeenAs) return await BothTexts(open, null);
        if (open.Draft.Review.WhatStops() is { } stops) throw new Refusal("План не собран", stops, "Закончите разбор и соберите план снова");
        var names = new ExecutorNames(await db.Organisations.AsNoTracking().ToListAsync(), await db.People.AsNoTracking().ToListAsync());
        var plan = PlanAssembly.Of(open, names);
        open.Programme.CountBy(new ReviewDays(open.Draft.Review, open.Programme.Policy.Calendar(), open.Programme.Policy).Rules());
        open.Draft.Became(plan);
        db.Add(plan);
        journal.Write("план собран из документа", "plan", plan.Id, ground: open.Draft.FileName, after: new { Мероприятий = plan.Measures.Count });
        await db.SaveChangesAsync();
        say.Done($"План собран: {Wording.Ru.Count(plan.Measures.Count, "мероприятие", "мероприятия", "мероприятий")}. Он ещё не утверждён.");
        return Redirect(PlanAddress.Of(plan.Id));
    }
}
