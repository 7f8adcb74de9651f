using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>The title block: the plan's name, the approval, what else stands above the table.</summary>
internal sealed partial record Titles(string Title, string Around, ApprovalDraft? Approval, string ApprovalText)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:[\p{L}-]+(?:ый|ий|ой|ая)\s+){0,3}(?:сводный\s+|комплексный\s+|единый\s+|годовой\s+|перспективный\s+|примерный\s+|календарн\w+\s+|общий\s+|основной\s+|рабочий\s+|тематический\s+|организационн\w+\s+|ведомственный\s+)*(?:план(?:а|[-–]график|[-–]сетка)?|дорожная\s+карта|«?дорожная\s+карта|медиа-?с?план|схема|график|циклограмма|программа|протокол|перечень|календарь|сетевой\s+график|основные\s+(?:этапы|мероприятия)|мероприятия|регламент|поручения|решение|приказ|распоряжение|постановление|паспорт|смета|расписание|порядок|сроки)(?!\p{L})", Options)]
    private static partial Regex Opens { get; }

    [GeneratedRegex(@"^\W*(?:утвержд[её]?н[оаы]?|утверждаю|согласован[оаы]?|согласовано|принят[оаы]?|приложение)(?!\p{L})", Options)]
    private static partial Regex Stamp { get; }

    [GeneratedRegex(@"^(?:к\s+)?(?:постановлени|распоряжени|приказ|решени|протокол)\w*|^\W*от\s+«?\d{1,2}|^\W*№|^«?_{2,}|^\d{1,2}[./]\d{1,2}[./]\d{4}", Options)]
    private static partial Regex StampLine { get; }

    [GeneratedRegex(@"^\W*(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?\s*(?:учебный\s+)?(?:год|г\.?)?\W*$", Options)]
    private static partial Regex BareYear { get; }

    [GeneratedRegex(@"^\W*(?:от\s+)?\d{1,2}(?:\.\d{1,2}\.\d{2,4}|\W+\p{L}+\s+(?:19|20)\d\d)", Options)]
    private static partial Regex OpensWithDate { get; }

    /// <summary>Whether a line between two tables opens a second plan («План работы на май»).</summary>
    public static bool IsPlanName(string text) => PlanName.IsMatch(text);

    [GeneratedRegex(@"^\W*(?:\p{L}+(?:ый|ая|ой)\s+)?(?:план|дорожная\s+карта|график|программа)(?!\p{L})", Options)]
    private static partial Regex PlanName { get; }

    [GeneratedRegex(@"^\W*(?:приказ|распоряжение|постановление|решение)\W*(?:(?:от\s.*)?№\s?\S+)?\W*$", Options)]
    private static partial Regex Kind { get; }

    [GeneratedRegex(@"^\W*(?:план|план\s+работы|план\s+мероприятий|программа|график)\W*$", Options)]
    private static partial Regex BarePlan { get; }

    [GeneratedRegex(@"^\W*(?:О|Об|Обо)\s\p{L}{3}", RegexOptions.CultureInvariant)]
    private static partial Regex AboutLine { get; }

    [GeneratedRegex(@"^\W*приложение(?!\p{L})", Options)]
    private static partial Regex Appendix { get; }

    [GeneratedRegex(@"(?<!\p{L})на\s+(?:\p{L}+\s+(?:квартал|полугодие)\s+)?(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?(?:\s*(?:учебн\w+\s+)?(?:год\w*|гг?\.?))?\W*$", Options)]
    private static partial Regex OfYear { get; }

    [GeneratedRegex(@"(?:19|20)\d\d", Options)]
    private static partial Regex YearIn { get; }

    /// <summary>Whether a line opens the name of a plan or of another paper.</summary>
    public static bool OpensName(string text) => Opens.IsMatch(text) && !Stamp.IsMatch(text);

    public static Titles Of(RawPlan raw)
    {
        var lines = raw.Before.Where(l => !l.IsBlank && !Words.SaysNothing(l.Text)).SelectMany(l => l.Text.Split('\n').Select(t => (Text: t.Trim(), Line: l))).Where(x => x.Text.Length > 0).ToList();
        var start = lines.FindIndex(l => Opens.IsMatch(l.Text) && !Stamp.IsMatch(l.Text) && !(char.IsLower(Words.FirstLetter(l.Text)) && StampLine.IsMatch(l.Text)));
        if (raw.Title is { } known) return new Titles(known, string.Join(" ", lines.Select(l => l.Text)), null, "");
        if (start < 0) start = lines.FindLastIndex(l => !Stamp.IsMatch(l.Text) && !StampLine.IsMatch(l.Text));
        if (start < 0) return new Titles("", string.Join(" ", lines.Select(l => l.Text)), null, string.Join(" ", lines.Select(l => l.Text)));
        // «РАСПОРЯЖЕНИЕ» alone is the kind of the paper; «О мерах по …» under it is its name.
        if (Kind.IsMatch(lines[start].Text) && lines.FindIndex(start, Math.Min(6, lines.Count - start), l => AboutLine.IsMatch(l.Text)) is > 0 and var about) start = about;
        // «Приложение к приказу…» and the plan's own name under it: the order is not the plan.
        if (lines.FindIndex(start + 1, l => Appendix.IsMatch(l.Text)) is > 0 and var appendix && lines.FindIndex(appendix + 1, l => IsPlanName(l.Text) && !Stamp.IsMatch(l.Text)) is > 0 and var own) start = own;
        var end = start;
        while (end + 1 < lines.Count && GoesOn(lines, start, end + 1)) end++;
        var title = Words.Line(string.Join("\n", lines.Skip(start).Take(end - start + 1).Select(l => l.Text)));
        return new Titles(title, string.Join(" ", lines.Skip(end + 1).Select(l => l.Text)), Approvals.In(lines[..start]), string.Join(" ", lines.Take(start).Select(l => l.Text)));
    }

    private static bool GoesOn(List<(string Text, TextLine Line)> lines, int start, int next)
    {
        var text = lines[next].Text;
        if (text.Length > 300 || Stamp.IsMatch(text) || text.EndsWith(':')) return false;
        if (Numbering.Section(text) is not null || Numbering.Split(text).Number is not null) return false;
        // «2025 год» alone under the title says which year, it is not part of the name.
        if (BareYear.IsMatch(text) || OpensWithDate.IsMatch(text)) return false;
        var first = Words.FirstLetter(text);
        if (char.IsLower(first)) return true;
        // «КАЛЕНДАРНЫЙ ПЛАН ВОСПИТАТЕЛЬНОЙ РАБОТЫ / МБОУ «Гимназия № 3» на 2024-2025 учебный год»: the year closes the name.
        if (next - start <= 2 && text.Length < 160 && OfYear.IsMatch(text) && !lines.Skip(start).Take(next - start).Any(l => YearIn.IsMatch(l.Text)) && !text.Contains("состояни", StringComparison.OrdinalIgnoreCase)) return true;
        // «ПЛАН РАБОТЫ / МБУК «Библиотека» / на 2024 год»: a short name waits for its owner.
        if (next - start <= 2 && Words.Count(string.Join(' ', lines.Skip(start).Take(next - start).Select(l => l.Text))) <= 3 && !OpensWithDate.IsMatch(text) && !Executors.Person.IsMatch(text)
            && (next + 1 < lines.Count && char.IsLower(Words.FirstLetter(lines[next + 1].Text)) || BarePlan.IsMatch(lines[start].Text) && next == start + 1 && Words.Count(text) > 1) && !Words.IsCapital(text)) return true;
        if (TableRows.IsOpen(lines[next - 1].Text)) return true;
        return Words.IsCapital(text) && Words.IsCapital(lines[next - 1].Text);
    }
}
