using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>A plan without a table: steps with outcomes and periods, numbered points, dated lines.</summary>
internal sealed partial class NumberedText
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:сроки?|период|даты?|время)(?:\s+(?:проведения|реализации|исполнения|выполнения|этапа|шага|работ))*\s*[:–—-]\s*(?<when>.*)$", Options | RegexOptions.Singleline)]
    private static partial Regex Period { get; }

    [GeneratedRegex(@"^\W*(?:ответственн\w+|исполнител\w+|отв\.)(?:\s+\w+)?\s*[:–—-]\s*(?<who>.*)$", Options)]
    private static partial Regex WhoLine { get; }

    [GeneratedRegex(@"^\W*(?:контакт\w*|приложени[ея]|справки\s+по|телефон\w*|примечани[ея]|согласовано|исп\.)\s*:?(?:\s|$)", Options)]
    private static partial Regex End { get; }

    [GeneratedRegex(@"^\W*участники\s*:\s*(?<who>.+)$", Options)]
    private static partial Regex Participants { get; }

    private readonly RawPlan plan = new() { Kind = "roadmap-steps" };
    private RawStage? stage;
    private string? text;
    private RawMeasure? measure;
    private bool expectPeriod, begun;

    public static RawPlan Read(Outline outline)
    {
        var reader = new NumberedText();
        var lines = Signatures.Without([.. outline.Lines]);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank) continue;
            if (reader.begun && End.IsMatch(lines[i].Text))
            {
                reader.plan.After.AddRange(lines.Skip(i));
                break;
            }
            reader.Take(lines[i], lines, i);
        }
        reader.Close();
        if (reader.plan.Stages.All(s => s.Outcome is null) && reader.plan.Measures.Count < 2) return new RawPlan();
        // Many numbered lines of a law or a letter are no plan: some deadline or executor must be there.
        var timed = reader.plan.Measures.Any(m => m.Deadlines.Count > 0) || reader.plan.Stages.Any(s => s.DeadlineText is not null || DeadlineWords.Matches(s.Title).Count > 0);
        if (!timed && reader.plan.Measures.All(m => m.Executors is not { Count: > 0 })) return new RawPlan();
        reader.EmptySteps();
        return reader.plan;
    }

    private void Take(TextLine line, List<TextLine> lines, int i)
    {
        var words = line.Numbered;
        if (expectPeriod)
        {
            expectPeriod = false;
            if (DeadlineWords.Looks(words))
            {
                SetPeriod(words);
                return;
            }
        }
        if (!NamesPlan(words) && IsStage(line, words, lines, i) is { } opened)
        {
            Close();
            plan.Stages.Add(stage = opened);
            begun = true;
            return;
        }
        if (Period.Match(words) is { Success: true } period)
        {
            if (period.Groups["when"].Value.Trim() is { Length: > 0 } when) SetPeriod(when.TrimEnd('.'));
            else expectPeriod = true;
            return;
        }
        if (WhoLine.Match(words) is { Success: true } && measure is not null)
        {
            text += "\n" + words;
            return;
        }
        if (Point(line) is { } point)
        {
            Close();
            begun = true;
            (measure, text) = (new RawMeasure { Number = point.Number, Stage = stage, Place = line.Place, IsChild = point.IsItem }, point.Text);
            return;
        }
        if (!begun)
        {
            plan.Before.Add(line);
            return;
        }
        Prose(line, words);
    }

    /// <summary>Lines that the name of a plan may take.</summary>
    private const int LinesOfName = 4;

    /// <summary>«ПЛАН ПОДГОТОВКИ / к празднованию …»: above the first point a lower-case line goes on with the name of the plan.</summary>
    private bool NamesPlan(string words) => !begun && stage is null && char.IsLower(Words.FirstLetter(words)) && plan.Before.TakeLast(LinesOfName).Any(l => !l.IsBlank && Titles.OpensName(l.Text));

    private void SetPeriod(string when)
    {
        // After a point the line is about the point, before the points about the stage.
        if (measure is not null) text += "\nСрок: " + when;
        else if (stage is not null) stage.DeadlineText ??= Words.Line(when);
    }

    /// <summary>«Шаг 1», «II. Основной этап», a heading above numbered points.</summary>
    private static RawStage? IsStage(TextLine line, string words, List<TextLine> lines, int i)
    {
        if (words.Length > 160) return null;
        if (Minutes.QuestionOf(line, words) is { } question) return question;
        if (Numbering.Section(words) is { } section && (words.Length < 90 || line.Bold || line.Heading > 0))
            return new RawStage(section.Title) { Number = section.Number, Place = line.Place };
        var (number, rest) = Numbering.Split(words);
        // «1. Подготовительный этап (январь – март)» over points «1) …».
        if (number is not null && NamesStage.IsMatch(rest) && NextIsPoint(lines, i)) return new RawStage(StagePeriod.Replace(rest, "").TrimEnd('.', ':', ' ')) { Number = number, Place = line.Place, DeadlineText = StagePeriod.Match(rest) is { Success: true } within ? within.Groups["when"].Value : null };
        if (Numbering.IsRoman(number) && !words.EndsWith(';')) return new RawStage(rest.TrimEnd('.', ':', ' ')) { Number = number, Place = line.Place };
        if (line.Heading > 1 || line.Bold && number is null && NextIsPoint(lines, i)) return new RawStage(words.TrimEnd('.', ':', ' ')) { Place = line.Place };
        if (number is not null && !number.Contains('.') && NextNumber(lines, i) is { } next && Numbering.IsUnder(next, number) && SentenceDeadline.Take(rest) is null && rest.Length < 120 && !rest.EndsWith(':'))
            return new RawStage(rest.TrimEnd('.', ' ')) { Number = number, Place = line.Place };
        return null;
    }

    [GeneratedRegex(@"^(?:[А-ЯЁ]\p{L}+\s+){1,2}этап(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex NamesStage { get; }

    [GeneratedRegex(@"\s*\((?<when>[^()]*(?:" + DeadlineWords.Month + @"|квартал|20\d\d)[^()]*)\)\s*[.:]?\s*$", Options)]
    private static partial Regex StagePeriod { get; }

    private static bool NextIsPoint(List<TextLine> lines, int i) => NextNumber(lines, i) is not null;

    private static string? NextNumber(List<TextLine> lines, int i)
    {
        for (var j = i + 1; j < lines.Count; j++)
            if (!lines[j].IsBlank) return Numbering.Split(lines[j].Numbered).Number;
        return null;
    }

    private (string? Number, string Text, bool IsItem)? Point(TextLine line)
    {
        var (number, rest) = line.Number is { } automatic && Numbering.IsNumber(automatic) ? (Numbering.Clean(automatic), line.Text) : Numbering.Split(line.Text);
        if (number is not null) return (number, rest, false);
        var (mark, item) = Numbering.SplitItem(line.Numbered);
        // Items under «…:» are measures of their own, the dash before an outcome is not.
        if (mark is not null && text?.TrimEnd().EndsWith(':') == true && measure is not null) return (null, item, true);
        if (mark is not null && measure is { IsChild: true }) return (null, item, true);
        if (mark is not null && plan.Stages.Count == 0 && SentenceDeadline.Take(item) is not null) return (null, item, false);
        // «15 марта – День открытых дверей»: a dated line.
        if (DeadlineWords.Matches(line.Text) is [{ Start: 0 } date, ..] && line.Text[date.Length..].TrimStart() is ['–' or '—' or '-' or ':', ' ', ..] && plan.Stages.All(s => s.DeadlineText is null))
            return (null, line.Text, false);
        return null;
    }

    private void Prose(TextLine line, string words)
    {
        var (_, item) = Numbering.SplitItem(words);
        if (measure is not null)
        {
            if (char.IsLower(Words.FirstLetter(words)) || text!.TrimEnd() is [.., not ('.' or ';' or ':')]) text += "\n" + words;
            return;
        }
        if (stage is null || Words.IsCapital(words)) return;
        if (Participants.Match(words) is { Success: true } participants) stage.Requirements.Add("Участники: " + participants.Groups["who"].Value.TrimEnd('.', ')'));
        else if (stage.Outcome is null) stage.Outcome = item;
        else if (stage.DeadlineText is null && item.Length > 20) stage.Requirements.Add(item);
    }

    private void Close()
    {
        if (measure is null || text is null) return;
        Steps.Read(measure, text, ownDeadline: stage?.DeadlineText is null);
        measure.Places["title"] = measure.Place;
        if (measure.Title.Length > 2) plan.Measures.Add(measure);
        (measure, text) = (null, null);
    }

    /// <summary>A step with an outcome and a period but without points is one measure.</summary>
    private void EmptySteps()
    {
        foreach (var step in plan.Stages.ToList())
        {
            if (step.Outcome is null || plan.Measures.Any(m => ReferenceEquals(m.Stage, step))) continue;
            var after = plan.Measures.FindLastIndex(m => m.Stage is { } s && plan.Stages.IndexOf(s) < plan.Stages.IndexOf(step));
            var whole = new RawMeasure { Title = step.Outcome, Stage = step, Place = step.Place, Executors = [], Confidence = 0.6 };
            whole.Fields["from"] = "outcome";
            whole.Doubts.Add(("stage", $"В части «{step.Title}» нет перечня: завести её итог одним мероприятием?"));
            plan.Measures.Insert(after + 1, whole);
        }
    }
}
