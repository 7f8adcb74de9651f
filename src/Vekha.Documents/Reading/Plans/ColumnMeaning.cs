using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>What a column of the plan holds.</summary>
internal enum Meaning
{
    Unknown, Number, Title, Deadline, Start, End, Mark, Executor, CoExecutor, Leader, Section, Result, Evidence, Funding, Place,
    Audience, Method, Note, Time, Indicator, Control,
}

/// <summary>Which heading of a column means what.</summary>
internal static partial class ColumnMeaning
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(?:№№?|N°?|No\.?|#)?\s*(?:п\s*[/\\.]?\s*п\.?|пп\.?|пункта?(?:\s+плана)?|строки|номер(?:\s+п\s*/\s*п)?)?\s*\.?$", Options)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^(?:№|N|номер)\s*(?:п\s*/?\s*п|пункта|мероприятия|этапа|строки|поручения|задачи|кт)?\.?$", Options)]
    private static partial Regex NumberOf { get; }

    [GeneratedRegex(@"начал[оа]|^с$|дата\s+с\b|старт", Options)]
    private static partial Regex Start { get; }

    [GeneratedRegex(@"окончани|заверш|^конец|конца\b|^по$|финиш", Options)]
    private static partial Regex End { get; }

    [GeneratedRegex(@"финанс|тыс\.?\s*руб|млн|бюджет|стоимост|сумма|расход|затрат|источник|объ[её]м\w*\s+(?:средств|финанс|ассигн)|ресурс|смет", Options)]
    private static partial Regex Funding { get; }

    [GeneratedRegex(@"^(?:контактн\w+\s+)?телефон|^контакты?$|отметка|примечан|комментар|подпись|выполнено|статус|факт\b|фактическ|отч[её]т\s+о|%\s*(?:исполн|выполн)|ход\s+(?:исполн|выполн)", Options)]
    private static partial Regex Note { get; }

    [GeneratedRegex(@"соисполнител|участник\w*\s+(?:исполнения|реализации)|привлека|взаимодейств|совместно", Options)]
    private static partial Regex CoExecutor { get; }

    [GeneratedRegex(@"исполнител|ответствен|организатор|кто\s+(?:проводит|делает|отвечает|исполняет)|кому\s+поруч|ф\.?\s?и\.?\s?о|исполняет|орган\w*\s+(?:власти|исполн)|кураторы?$|^куратор|подразделени|должностн\w+\s+лиц|проводящ|докладчик|выступающ|разработчик|^инициатор", Options)]
    private static partial Regex Executor { get; }

    [GeneratedRegex(@"срок|дата|даты|период|^время|когда|календар|^месяц|^месяцы|^график|дни\b|число\b|планов\w+\s+дат", Options)]
    private static partial Regex Deadline { get; }

    [GeneratedRegex(@"подтвержд|вид\w*\s+документ|форма\s+(?:завершения|отч[её]т)|отч[её]тн\w+\s+документ|документ(?:\s|$)|выход", Options)]
    private static partial Regex Evidence { get; }

    [GeneratedRegex(@"результат|эффект|итог\b|продукт|цел[ьи]\b.*результат", Options)]
    private static partial Regex Result { get; }

    [GeneratedRegex(@"показател|индикатор|единиц\w*\s+измер|ед\.\s*изм|количеств|охват\s*\(чел|целев\w+\s+знач", Options)]
    private static partial Regex Indicator { get; }

    [GeneratedRegex(@"мероприят|наименован|содержани|^назван|^задач|поручени|^работ[аы]|вид\w*\s+(?:деятельн|работ)|^тема|тематик|что\s+(?:делать|сделать|делаем)|^дел[ао]|^действи|контрольн\w+\s+(?:событи|точк)|^событи|^этап|^перечень|^пункт|^вопрос|^повестк|рассматриваем\w+\s+вопрос|^текст|^решени|^план\b|^шаг|^процедур|акци[яи]$|наимен\.|меропр\.", Options)]
    private static partial Regex Title { get; }

    [GeneratedRegex(@"^раздел|^направлени|^блок|^модул|^подраздел|^цел[ьи](?:\s*,?\s*задач)?|^группа\s+мер", Options)]
    private static partial Regex Section { get; }

    [GeneratedRegex(@"^место|площадк|адрес|территори|локаци|кабинет", Options)]
    private static partial Regex Place { get; }

    [GeneratedRegex(@"класс|аудитори|охват|участник|контингент|категори|возраст|для\s+кого|групп[аы]$|целевая", Options)]
    private static partial Regex Audience { get; }

    [GeneratedRegex(@"форм[аы]|способ|метод|средств\w*\s+массов|канал", Options)]
    private static partial Regex Method { get; }

    [GeneratedRegex(@"^контрол|осуществляет\s+контроль", Options)]
    private static partial Regex Control { get; }

    [GeneratedRegex(@"^руководител", Options)]
    private static partial Regex Leader { get; }

    [GeneratedRegex(@"^(?:" + DeadlineWords.Month + @"|[1-4IVХІ]{1,3}\s*(?:-?\s*й)?\s*(?:квартал|кв\.?)(?:\s*(?:20\d\d)?\s*(?:г\.?|года?)?)?|(?:первый|второй|третий|четв[её]ртый)\s+квартал|[12I]{1,2}\s*полугодие|" + DeadlineWords.Month + @"\s*(?:20\d\d)\s*(?:г\.?|года?)?)$", Options)]
    private static partial Regex Mark { get; }

    /// <summary>Whether the heading is a month, a quarter or a half-year whose cells carry only marks.</summary>
    public static bool IsPeriod(string heading) => heading.Length <= LongestPeriod && Mark.IsMatch(Words.Line(heading));

    private const int LongestPeriod = 60;

    [GeneratedRegex(@"(?:срок|дата)\w*(?:\s+\w+)?\s*(?:[,;/(]|и\s)\s*(?:и\s+)?(?:ответственн|исполнител)|(?:ответственн|исполнител)\w*\s*(?:[,;/(]|и\s)\s*(?:и\s+)?(?:срок|дата)", Options)]
    private static partial Regex TermAndExecutor { get; }

    /// <summary>«Срок, ответственный»: two things in one column. «Срок исполнения» is one.</summary>
    public static bool IsTermAndExecutor(string heading) => heading.Length < 80 && TermAndExecutor.IsMatch(Words.Line(heading));

    /// <summary>What a heading means by itself.</summary>
    public static Meaning Of(string heading)
    {
        var text = Words.Line(heading).Trim(' ', '.', ':', '*', '¹', '²', '³');
        if (text.Length is 0 or > 150) return Meaning.Unknown;
        if (Number.IsMatch(text) && text.Any(c => c is '№' or '#' or 'N' or 'п' or 'П' or 'н' or 'Н') || NumberOf.IsMatch(text)) return Meaning.Number;
        if (IsPeriod(text)) return Meaning.Mark;
        if (Note.IsMatch(text) && !Deadline.IsMatch(text)) return Meaning.Note;
        if (Control.IsMatch(text) && !Title.IsMatch(text)) return Meaning.Control;
        if (Funding.IsMatch(text) && !Deadline.IsMatch(text) && !Executor.IsMatch(text)) return Meaning.Funding;
        if (CoExecutor.IsMatch(text) && !ExecutorFirst(text)) return Meaning.CoExecutor;
        return OfMain(text);
    }

    private static bool ExecutorFirst(string text) => text.StartsWith("исполнител", StringComparison.OrdinalIgnoreCase) || text.StartsWith("ответствен", StringComparison.OrdinalIgnoreCase);

    private static Meaning OfMain(string text)
    {
        // «Наименование мероприятия», «Содержание» first; «Форма и название», «Дата и место» by what opens the heading.
        var first = First(text, (Title, Meaning.Title), (Executor, Meaning.Executor), (Deadline, Meaning.Deadline), (Place, Meaning.Place),
            (Audience, Meaning.Audience), (Evidence, Meaning.Evidence), (Result, Meaning.Result), (Method, Meaning.Method), (Indicator, Meaning.Indicator),
            (Section, Meaning.Section), (Leader, Meaning.Leader));
        if (first is Meaning.Deadline)
        {
            if (Note.IsMatch(text)) return Meaning.Note;
            if (Start.IsMatch(text) && !End.IsMatch(text)) return Meaning.Start;
            if (End.IsMatch(text) && !Start.IsMatch(text)) return Meaning.End;
        }
        if (first is Meaning.Unknown)
        {
            if (Start.IsMatch(text)) return Meaning.Start;
            if (End.IsMatch(text)) return Meaning.End;
        }
        if (first is Meaning.Title && Named(text) is { } named) return named;
        return first;
    }

    [GeneratedRegex(@"^(?:наименование|название|перечень)\s+(?:ответствен|исполнител|органа|раздел|направлен|цел[ии]|документ|показател|результат|этапа,?\s+раздела)", Options)]
    private static partial Regex NamesOther { get; }

    /// <summary>«Наименование ответственного исполнителя» is about the executor.</summary>
    private static Meaning? Named(string text)
    {
        if (!NamesOther.IsMatch(text)) return null;
        return Executor.IsMatch(text) || text.Contains("орган", StringComparison.OrdinalIgnoreCase) ? Meaning.Executor
            : Indicator.IsMatch(text) ? Meaning.Indicator
            : Evidence.IsMatch(text) ? Meaning.Evidence
            : Section.IsMatch(text.Split(' ', 2)[1]) ? Meaning.Section : null;
    }

    private static Meaning First(string text, params ReadOnlySpan<(Regex Pattern, Meaning Meaning)> candidates)
    {
        var (best, found) = (int.MaxValue, Meaning.Unknown);
        foreach (var (pattern, meaning) in candidates)
            if (pattern.Match(text) is { Success: true } match && match.Index < best)
                (best, found) = (match.Index, meaning);
        return found;
    }
}
