using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

/// <summary>«Сведение»: what the acceptance of a part means for the whole, in the same save.</summary>
public static class RollUp
{
    private const int MostTold = 60;

    private static readonly AssignmentPhase[] Open = [AssignmentPhase.Open, AssignmentPhase.Submitted, AssignmentPhase.Returned];

    /// <summary>Refuses the acceptance of a whole whose mandatory parts are not all accepted.</summary>
    public static async Task MustBeWhole(VekhaDb db, Assignment whole)
    {
        var open = await db.Assignments.Where(a => a.ParentId == whole.Id && !a.IsOptional && Open.Contains(a.Phase)).OrderBy(a => a.ExecutorName).Select(a => a.ExecutorName).ToListAsync();
        if (open.Count == 0) return;
        var names = string.Join(", ", open.Take(3)) + (open.Count > 3 ? $" и ещё {open.Count - 3}" : "");
        throw new Refusal("Отчёт не принят", $"Не приняты отчёты {Ru.Count(open.Count, "подразделения", "подразделений", "подразделений")}: {names}", "Мероприятие исполнено, когда приняты отчёты всех обязательных подразделений");
    }

    /// <summary>A part was accepted or taken off: with the last mandatory one the whole is put together. The caller saves.</summary>
    public static async Task After(VekhaDb db, Assignment part, DateOnly today, DateTimeOffset at, Guid by)
    {
        if (part.ParentId is not { } id || part.IsOptional) return;
        // Two last parts at one moment: the second save breaks on the version of the whole and is repeated by a person.
        var whole = await db.Assignments.Include(a => a.Reports).SingleAsync(a => a.Id == id);
        db.Entry(whole).State = EntityState.Modified;
        if (whole.Phase is not (AssignmentPhase.Open or AssignmentPhase.Returned)) return;
        if (await db.Assignments.AnyAsync(a => a.ParentId == id && a.Id != part.Id && !a.IsOptional && Open.Contains(a.Phase))) return;
        var others = await db.Assignments.AsNoTracking().AsSplitQuery().Include(a => a.Reports).Include(a => a.Acceptance)
            .Where(a => a.ParentId == id && a.Id != part.Id && a.Phase == AssignmentPhase.Accepted).ToListAsync();
        var accepted = others.Append(part).Where(a => a.Acceptance is not null).ToList();
        if (accepted.Count == 0) return;
        var (text, fact) = Sum(accepted);
        whole.SumUp(text, fact, today, at, by);
    }

    /// <summary>What the accepted parts say together, by territory, and the latest of their days.</summary>
    internal static (string Text, DateOnly Fact) Sum(IReadOnlyList<Assignment> accepted)
    {
        var lines = accepted.OrderBy(a => a.Territory ?? a.ExecutorName, StringComparer.Create(new("ru-RU"), true)).Select(LineOf).ToList();
        if (lines.Count > MostTold) lines = [.. lines.Take(MostTold), $"и ещё {Ru.Count(lines.Count - MostTold, "подразделение", "подразделения", "подразделений")}"];
        return ($"Приняты отчёты {Ru.Count(accepted.Count, "подразделения", "подразделений", "подразделений")}.\n{string.Join('\n', lines)}", accepted.Max(FactOf));
    }

    private static string LineOf(Assignment part)
    {
        var text = ReportOf(part).Text.ReplaceLineEndings(" ");
        return $"{part.Territory ?? part.ExecutorName}: {(text.Length > 300 ? text[..300] + "…" : text)} ({Ru.Digits(FactOf(part))})";
    }

    private static DateOnly FactOf(Assignment part) => ReportOf(part).FactOn;

    private static Report ReportOf(Assignment part) => part.Reports.Single(r => r.Id == part.Acceptance!.ReportId);
}
