using Vekha.Deadlines;
using Vekha.Wording;

namespace Vekha.Resolving;

/// <summary>Terms that stand in the rules of a town and not in the paper: «срочно», «оперативно», and the month of an assignment without a term.</summary>
internal sealed partial class Resolver
{
    private static readonly string[] NoTermWords = ["срок не указан", "срок не установлен", "срок не назван", "не указан", "не установлен", "без срока", "б/с"];

    /// <summary>«срочно» has no number in the paper: the rules of the town name it. The longest word that the text has wins («весьма срочно»).</summary>
    private UrgentTerm? NamedByWord(Deadline.Relative relative)
    {
        if (relative is not { Offset: 0, Direction: OffsetDirection.After, Limit: OffsetLimit.Unsaid } || string.IsNullOrEmpty(context.Text)) return null;
        UrgentTerm? found = null;
        foreach (var term in Policy.UrgentTerms)
            if (context.Text.Contains(term.Word, StringComparison.OrdinalIgnoreCase) && term.Word.Length > (found?.Word.Length ?? 0)) found = term;
        return found;
    }

    /// <summary>An assignment that names no term: so many months from its signing, on the same number of the month.</summary>
    private Resolution WithoutTerm()
    {
        if (context.Class != DeadlineClass.Assignment || !SaysNoTerm(context.Text) || Policy.DefaultTermMonths is < 1 or > 1200)
            return new Resolution.Unreadable("срок не распознан");
        if (context.Signed is not { } signed) return new Resolution.Waits("нельзя вычислить: срок не назван, и нет дня подписания");
        var months = DeadlineWords.Term(Policy.DefaultTermMonths, OffsetUnit.Month);
        List<string> steps = ["срок не назван", $"правило — {months} со дня подписания, {Ru.Day(signed)}"];
        return One(Finish(signed, signed.AddMonths(Policy.DefaultTermMonths), steps, $"срок не назван, {months} от {Ru.DayMonth(signed)}"));
    }

    private static bool SaysNoTerm(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || !text.Any(char.IsLetterOrDigit)) return true;
        var words = text.Trim().TrimEnd('.');
        return NoTermWords.Any(said => words.Equals(said, StringComparison.OrdinalIgnoreCase));
    }
}
