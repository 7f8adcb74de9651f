using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>Minutes, orders and lists of assignments: points with an addressee, a verb and a deadline.</summary>
internal sealed partial class Minutes
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:протокол|приказ|распоряжение|постановление|решение|поручени[ея]|перечень\s+поручений|указани[ея])(?!\p{L})", Options)]
    private static partial Regex Opening { get; }

    [GeneratedRegex(@"^\W*(?:\d+[.)]?\s*)?(?:повестка(?:\s+дня)?)\W*$", Options)]
    private static partial Regex Agenda { get; }

    [GeneratedRegex(@"^\W*(?:(?<n>\d+|[IVX]+)[.)]\s*)?(?:по\s+\w+\s+вопросу\s+)?(?:слушали|заслушали|выступил[иа]?|докладывал\w*)\W*(?<rest>.*)$", Options | RegexOptions.Singleline)]
    private static partial Regex Heard { get; }

    [GeneratedRegex(@"^\W*(?:\d+(?:\.\d+)*[.)]?\s*)?(?:.{0,300}?\s)?(?:(?:по\s+\w+\s+вопросу\s+)?решили|решил[аи]?|постановил[иа]?|постановляет|постановляю|приказываю|обязываю|п\s?о\s?с\s?т\s?а\s?н\s?о\s?в\s?л\s?я\s?[юе]\s?т?|п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю)\s*:?\W*$", Options | RegexOptions.Singleline)]
    private static partial Regex Decided { get; }

    [GeneratedRegex(@"^\W*(?:срок|отв(?:етственн\w+)?[\s.:–-]|исполнител|контроль\s*[:–—-]|соисполнител|доклад\s*[–—-]|отч[её]т\s*[–—-])", Options)]
    private static partial Regex Rider { get; }

    [GeneratedRegex(@"^\W*(?:голосовали|присутствовали|отсутствовали|приглаш[её]н\w+|председател\w+|председательствовал\w*|секретарь|протокол\s+вел\w*|за\s*[–-]\s*\d|приложение|члены\s+комиссии|глава\s|директор\s|с\s+приказом\s+ознаком|ознакомлен)", Options)]
    private static partial Regex Frame { get; }

    private readonly RawPlan plan = new() { Kind = "minutes" };
    private readonly List<RawStage> agenda = [];
    private readonly List<Point> points = [];
    private RawStage? stage;
    private int heard;

    /// <summary>A point: its number, its words, the section it stands in.</summary>
    internal sealed class Point(string? number, string text, TextLine line, RawStage? stage)
    {
        public string? Number { get; } = number;
        public string Text { get; set; } = text;
        public TextLine Line { get; } = line;
        public RawStage? Stage { get; } = stage;
        public bool IsItem { get; init; }
    }

    public static RawPlan Read(Outline outline)
    {
        var lines = Signatures.Without([.. outline.Lines.Where(l => !l.IsBlank && !Words.SaysNothing(l.Numbered))]);
        var minutes = new Minutes();
        minutes.Walk(lines);
        if (!minutes.IsOne(lines)) return new RawPlan();
        minutes.plan.Stages.AddRange(minutes.agenda.Where(s => minutes.points.Any(p => ReferenceEquals(p.Stage, s))));
        Assignments.Read(minutes.plan, minutes.points);
        return minutes.plan;
    }

    /// <summary>Points that name an addressee or a verb in the infinitive make minutes; steps and plans do not.</summary>
    private bool IsOne(List<TextLine> lines)
    {
        if (points.Count == 0) return false;
        var orders = points.Count(p => Addressees.Verb.IsMatch(p.Text) || Addressees.Opens(p.Text) && Infinitives.IndexIn(p.Text) > 0);
        var opened = lines.Take(12).Any(l => Opening.IsMatch(l.Text)) || lines.Any(l => Decided.IsMatch(l.Text));
        return orders > 0 && (opened || orders * 2 >= points.Count);
    }

    private void Walk(List<TextLine> lines)
    {
        var inAgenda = false;
        var begun = !lines.Any(l => Decided.IsMatch(l.Numbered));
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var text = line.Numbered;
            if (Agenda.IsMatch(text))
            {
                inAgenda = true;
                continue;
            }
            if (OpensQuestion(line, text))
            {
                inAgenda = false;
                continue;
            }
            // «1. О программе праздника» right above «Решили:» is what the points below are about.
            if (!inAgenda && i + 1 < lines.Count && AgendaLine.Match(text) is { Success: true } subject && Decided.IsMatch(lines[i + 1].Numbered))
            {
                agenda.Add(stage = new RawStage(Words.Line(subject.Groups["title"].Value).TrimEnd('.', ':', ';', ' ')) { Number = subject.Groups["n"].Value, Place = line.Place });
                heard++;
                continue;
            }
            if (Decided.IsMatch(text) && text.Length < 2000)
            {
                (begun, inAgenda) = (true, false);
                if (points.Count == 0 && heard == 0) plan.Before.AddRange(lines.Take(i));
                if (heard == 0 && agenda.Count == 1) stage = agenda[0];
                continue;
            }
            if (Heard.Match(text) is { Success: true } hearing && (text.Length < 60 || text.Contains(" вопросу ", StringComparison.OrdinalIgnoreCase) || Words.IsCapital(text.Split(' ')[0].TrimStart("0123456789. ".ToCharArray())) || text.TrimEnd().EndsWith(':')))
            {
                inAgenda = false;
                if (!text.Contains("ыступил", StringComparison.OrdinalIgnoreCase)) NextSubject(hearing, lines, i);
                begun = false;
                continue;
            }
            if (inAgenda)
            {
                AddToAgenda(line);
                continue;
            }
            if (begun) Take(line);
            else if (heard == 0) plan.Before.Add(line);
        }
        if (plan.Before.Count == 0) plan.Before.AddRange(lines.TakeWhile(l => points.Count > 0 && !ReferenceEquals(l, points[0].Line)));
    }

    [GeneratedRegex(@"^\W*(?<n>\d{1,2}|[IVX]+)[.)]\s*(?<title>(?:О|Об|Обо)\s\p{L}.{3,200})$", RegexOptions.CultureInvariant)]
    private static partial Regex AgendaLine { get; }

    [GeneratedRegex(@"^\W*вопрос\s*№?\s*(?<n>\d{1,2})\s*[.:–—-]\s*(?<title>\S.*)$", Options | RegexOptions.Singleline)]
    private static partial Regex Question { get; }

    [GeneratedRegex(@"\s*\((?:докл\w*|сод\w*|информац\w*|слушали|внос\w*)[^()]*(?:\([^()]*\)[^()]*)*\)\s*\.?\s*$", Options)]
    private static partial Regex Speaker { get; }

    /// <summary>«ВОПРОС 1. О ходе отопительного сезона (докладчик Ремизов Ф.К.)»: the subject of the points below.</summary>
    private bool OpensQuestion(TextLine line, string text)
    {
        if (QuestionOf(line, text) is not { } question) return false;
        agenda.Add(stage = question);
        heard++;
        return true;
    }

    internal static RawStage? QuestionOf(TextLine line, string text)
    {
        if (Question.Match(text) is not { Success: true } question) return null;
        var title = Speaker.Replace(Words.Line(question.Groups["title"].Value), "").TrimEnd('.', ':', ' ');
        if (Executors.Person.Matches(title) is [.., var person] && title.EndsWith(')') && title[..person.Index].TrimEnd().EndsWith('(')) title = title[..title.LastIndexOf('(')].TrimEnd();
        return new RawStage(title) { Number = question.Groups["n"].Value, Place = line.Place };
    }

    private void AddToAgenda(TextLine line)
    {
        var (number, text) = Numbering.Split(line.Numbered);
        if (number is null && agenda.Count > 0)
        {
            if (char.IsLower(Words.FirstLetter(text)) && !Executors.Person.IsMatch(text)) agenda[^1].Title += " " + text.TrimEnd('.');
            return;
        }
        agenda.Add(new RawStage(text.TrimEnd('.', ';', ' ')) { Number = number, Place = line.Place });
    }

    /// <summary>«2. СЛУШАЛИ:» opens the next subject of the agenda; without an agenda the heard report names it.</summary>
    private void NextSubject(Match hearing, List<TextLine> lines, int i)
    {
        heard++;
        var number = hearing.Groups["n"].Value;
        stage = agenda.FirstOrDefault(s => number.Length > 0 && s.Number == number) ?? (heard <= agenda.Count ? agenda[heard - 1] : null);
        if (stage is not null) return;
        var report = hearing.Groups["rest"].Value.Trim(' ', ':') is { Length: > 3 } rest ? rest : i + 1 < lines.Count ? lines[i + 1].Text : "";
        var about = report.IndexOfAny(['–', '—']);
        var subject = about > 0 ? report[(about + 1)..] : Reported.Match(report) is { Success: true } reported ? report[reported.Groups["about"].Index..] : report;
        var title = Words.Capitalised(subject.Trim(' ', '.', ':'));
        if (title.Length is < 4 or > 300) return;
        stage = new RawStage(title) { Number = number.Length > 0 ? number : null, Place = lines[i].Place };
        agenda.Add(stage);
    }

    /// <summary>«Котова А.А. о состоянии аварийности»: the subject starts after the speaker.</summary>
    [GeneratedRegex(@"^[А-ЯЁ][\p{L}-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.[^–—]{0,120}?\s(?<about>(?:о|об|обо)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Reported { get; }

    private void Take(TextLine line)
    {
        var (number, text) = line.Number is { } automatic && Numbering.IsNumber(automatic) ? (Numbering.Clean(automatic), line.Text) : Numbering.Split(line.Text);
        if (number is not null && number.Length > 0 && Subject(number, text, line)) return;
        if (number is not null)
        {
            points.Add(new Point(number, text, line, stage));
            return;
        }
        var (mark, item) = Numbering.SplitItem(line.Numbered);
        if (mark is not null && points.Count > 0)
        {
            var parent = points.FindLast(p => !p.IsItem);
            points.Add(new Point(mark.EndsWith(')') ? $"{parent?.Number}{mark.TrimEnd(')')}" : null, item, line, stage) { IsItem = true });
            return;
        }
        if (points.Count > 0 && (Rider.IsMatch(text) || !Ended(points[^1].Text) && !Frame.IsMatch(text) && !IsSignature(line)))
        {
            points[^1].Text += "\n" + text;
            return;
        }
        if ((Addressees.Verb.IsMatch(text) || Addressees.Opens(text) && Infinitives.IndexIn(text) > 0) && !Frame.IsMatch(text)) points.Add(new Point(null, text, line, stage));
    }

    /// <summary>«2. О пропуске паводка» over 2.1, 2.2 is a subject, not an assignment.</summary>
    private bool Subject(string number, string text, TextLine line)
    {
        if (number.Contains('.') || !About.IsMatch(text) || Infinitives.IndexIn(text) >= 0 || text.Length > 250) return false;
        stage = agenda.FirstOrDefault(s => Words.Key(s.Title) == Words.Key(text));
        if (stage is null) agenda.Add(stage = new RawStage(Words.Line(text).TrimEnd('.', ':', ' ')) { Number = number, Place = line.Place });
        return true;
    }

    [GeneratedRegex(@"^(?:О|Об|Обо)\s", RegexOptions.CultureInvariant)]
    private static partial Regex About { get; }

    private static bool Ended(string text) => text.TrimEnd() is { Length: > 0 } end && end[^1] is '.' or ';' or ':';

    private static bool IsSignature(TextLine line) => line.Raw.Trim().Contains("    ") && Executors.Person.IsMatch(line.Text);
}
