using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Reads points of minutes and orders: addressee, verb, deadline, control.</summary>
internal static partial class Assignments
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:(?:информаци\w+|доклад|отч[её]т|сообщени\w+)(?:\s.{0,160})?\s+(?:принять|принята)\s+к\s+сведению|принять\s+(?:информацию|доклад|отч[её]т|сообщение).{0,160}\s+к\s+сведению|отметить|признать\s+(?:утратившим|работу)|считать\s+утратившим|настоящ\w+\s+(?:распоряжение|приказ|постановление|решение)\s+(?:вступает|подлежит)|согласиться|одобрить|утвердить(?!\s+до)|ввести\s+в\s+действие|внести\s+изменени)", Options | RegexOptions.Singleline)]
    private static partial Regex NotOrder { get; }

    [GeneratedRegex(@"^(?<what>\W*(?:общий\s+)?контроль\s.+?)[\s,–—-]+(?:возложить|возлагаю|возлагается|оставляю|оставить)\s+(?:на\s+(?<who>.+)|за\s+собой)", Options | RegexOptions.Singleline)]
    private static partial Regex Control { get; }

    [GeneratedRegex(@"^(?<verb>возложить)\s+на\s+(?<who>.+?)\s+(?<what>(?:контроль|обязанност|ответственност).+)$", Options | RegexOptions.Singleline)]
    private static partial Regex Charge { get; }

    [GeneratedRegex(@"[\s(,;.]*(?<!\p{L})(?:отв(?:етственн\w+)?(?:\s+(?:исполнител\w+|лиц\w+|за\s+исполнение))?|исполнител[ьи])\s*[.:–—-]+\s*(?<who>[^\n)]+?)\s*(?:\)|(?=,?\s*[;.]?\s*срок)|[.;]?\s*$|[.;]?\s*(?=\n))", Options)]
    private static partial Regex Responsible { get; }

    public static void Read(RawPlan plan, List<Minutes.Point> points)
    {
        Dictionary<string, (List<ExecutorDraft> Who, string? When)> heads = [];
        (List<ExecutorDraft> Who, string? When)? above = null;
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var isHead = point.Text.TrimEnd().EndsWith(':') && i + 1 < points.Count && (points[i + 1].IsItem || Numbering.IsUnder(points[i + 1].Number, point.Number));
            var context = point.IsItem ? above : heads.Where(h => Numbering.IsUnder(point.Number, h.Key)).OrderByDescending(h => h.Key.Length).Select(h => ((List<ExecutorDraft> Who, string? When)?)h.Value).FirstOrDefault();
            var measure = Of(point, context?.Who, isHead);
            if (isHead)
            {
                var who = measure?.Executors is { Count: > 0 } own ? [.. own] : context?.Who ?? [];
                above = (who, measure?.DeadlineText ?? context?.When);
                if (point.Number is { } number) heads[number] = above.Value;
                if (measure is null || measure.Title.Length == 0) continue;
                measure.IsParent = true;
            }
            else if (!point.IsItem) above = null;
            if (measure is null || measure.Title.Length == 0) continue;
            if (measure.Deadlines.Count == 0 && context?.When is { } inherited) measure.Deadlines.Add(inherited);
            plan.Measures.Add(measure);
        }
    }

    private static RawMeasure? Of(Minutes.Point point, List<ExecutorDraft>? context, bool isHead)
    {
        var text = Words.Lines(Footnotes.Unmark(point.Text));
        var measure = new RawMeasure { Number = point.Number, Stage = point.Stage, Place = point.Line.Place };
        measure.Places["title"] = measure.Places["executors"] = measure.Places["deadline"] = point.Line.Place;
        if (Control.Match(text) is { Success: true } control) return Controlled(measure, control);
        if (Charge.Match(text) is { Success: true } charge) return Controlled(measure, charge);
        if (NotOrder.IsMatch(text) && !Responsible.IsMatch(text) && SentenceDeadline.Take(text) is null) return null;

        List<ExecutorDraft> executors = [];
        if (Responsible.Match(text) is { Success: true } responsible)
        {
            executors.AddRange(Executors.Split(responsible.Groups["who"].Value));
            text = (text[..responsible.Index].TrimEnd() + " " + text[(responsible.Index + responsible.Length)..].TrimStart(' ', '.', ';')).Trim();
        }
        if (SentenceDeadline.Take(text) is { } time && !(isHead && time.Rest.Length < 3))
        {
            measure.Deadlines.Add(Words.Line(time.When));
            text = time.Rest;
        }
        text = WithoutAddressee(Words.Line(text), executors, measure, isHead);
        measure.Title = text.Trim(' ', ',', ';', ':', '–', '—').TrimEnd('.');
        if (executors.Count == 0 && context is { Count: > 0 }) (executors, measure.ExecutorsInherited) = ([.. context], true);
        measure.Executors = executors;
        return measure;
    }

    /// <summary>Takes «Поручить …» and the addressee off; what remains opens with the verb of the assignment.</summary>
    private static string WithoutAddressee(string text, List<ExecutorDraft> executors, RawMeasure measure, bool isHead)
    {
        var verb = Addressees.Verb.Match(text);
        if (verb.Success && verb.Groups["verb"].Value.StartsWith("рекоменд", StringComparison.OrdinalIgnoreCase)) measure.Fields["recommendation"] = "да";
        var body = verb.Success ? text[verb.Length..] : text;
        var addressed = verb.Success && !Infinitives.Opens(body) || Addressees.Opens(body);
        if (!addressed) return body.Length > 0 && verb.Success ? body : text;
        var action = Infinitives.IndexIn(body);
        if (action < 0 && !isHead)
        {
            // «Ивановой А.П. – подготовка отчёта»: a dash parts the addressee from the matter.
            var dash = body.IndexOfAny(['–', '—', ':']);
            if (dash <= 0) return verb.Success ? body : text;
            action = dash + 1;
        }
        var inCase = verb.Success && verb.Groups["verb"].Value.StartsWith("обяз", StringComparison.OrdinalIgnoreCase) ? Case.Accusative : Case.Dative;
        var who = Addressees.Of(action < 0 ? body : body[..action], inCase);
        // «Отделу архитектуры … Ответственный: Малинин С.С.»: the unit first, its person after it.
        executors.InsertRange(0, who);
        return action < 0 ? "" : body[action..].TrimStart(' ', '–', '—', ':');
    }

    private static RawMeasure Controlled(RawMeasure measure, Match match)
    {
        measure.Title = Words.Line(match.Groups["what"].Value).Trim(' ', ',', '–');
        measure.Fields["control"] = "да";
        if (match.Groups["who"] is { Success: true } who)
            measure.Executors = Addressees.Of(Words.Line(who.Value).TrimEnd('.') is var name && name.EndsWith("И.", StringComparison.Ordinal) ? name : Initialed(Words.Line(who.Value)), Case.Accusative);
        else measure.Executors = [];
        return measure;
    }

    /// <summary>The full stop after initials belongs to the name.</summary>
    private static string Initialed(string name) => name.TrimEnd(' ') is { Length: > 3 } trimmed && trimmed[^1] == '.' && char.IsLower(trimmed[^2]) ? trimmed[..^1] : name.Trim();
}
