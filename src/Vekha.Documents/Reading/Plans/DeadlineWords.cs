using System.Text.RegularExpressions;

namespace Vekha.Documents.Reading.Plans;

/// <summary>How words about time look: tells a deadline cell from others and finds a deadline inside a sentence.</summary>
internal static partial class DeadlineWords
{
    internal const string Month =
        @"(?:янв(?:ар(?:ь|я|ю|е|ём|ем))?|февр?(?:ал(?:ь|я|ю|е|ём|ем))?|мар(?:т(?:а|у|е|ом)?)?|апр(?:ел(?:ь|я|ю|е|ем))?|ма(?:й|я|ю|е|ем)|июн(?:ь|я|ю|е|ем)?|июл(?:ь|я|ю|е|ем)?|авг(?:уст(?:а|у|е|ом)?)?|сент?(?:ябр(?:ь|я|ю|е|ём|ем))?|окт(?:ябр(?:ь|я|ю|е|ём|ем))?|ноя(?:б(?:р(?:ь|я|ю|е|ём|ем))?)?|дек(?:абр(?:ь|я|ю|е|ём|ем))?)(?![а-яё])\.?";
    private const string YearWord = @"(?:\s*(?:г\.?\s?г\.?|годов|годы|года|году|год|г\.?)(?![а-яё]))";
    internal const string Year = @"(?:19|20)\d\d" + YearWord + "?";
    private const string YearAfter = @"(?:,?\s*(?:" + Year + @"|т\.\s?г\.|текущего\s+года|следующего\s+года|(?:ежегодно|каждого\s+года)))?";
    private const string NumericDate = @"\d{1,2}\s?\.\s?(?:0?\d|1[0-2])(?:\s?\.\s?(?:(?:19|20)\d\d|\d\d))?\.?" + YearWord + "?";
    private const string SlashDate = @"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d";
    private const string DayMonth = @"\d{1,2}(?:-?(?:го|е|му|ого))?(?:\s*(?:[-–—,]|и)\s*\d{1,2})*\s*" + Month + YearAfter;
    private const string DayNumber = @"\d{1,2}(?:-?(?:го|е|му|ого))?[- ](?:числа|число)(?:\s+(?:каждого\s+)?(?:месяца|квартала|отч[её]тного\s+\w+)(?:,?\s*следующего\s+за\s+(?:отч[её]тным|истекшим)(?:\s+\w+)?)?|\s*" + Month + ")?";
    private const string Quarter = @"(?:[1-4IVХІШП]{1,3}|перв\w+|втор\w+|треть\w*|четв[её]рт\w+)(?:-?(?:й|ый|ой|ого|м|ем|ом|го))?\s*(?:квартал\w*|кв)(?![а-яё])\.?" + YearAfter;
    private const string HalfYear = @"(?:[12IVХІП]{1,2}|перв\w+|втор\w+)(?:-?(?:е|ое|го|ого|м|ом))?\s*полугоди\w+(?:\s+учебного\s+года)?" + YearAfter;
    private const string Years = Year + @"(?:\s*[-–—/,]\s*(?:(?:19|20)\d\d|\d\d))*(?:\s*уч(?:\.|ебн\w+))?" + YearWord + "?";
    private const string Season = @"(?:(?:осенн|зимн|весенн|летн)(?:ие|их|ий|его|ем)\s+(?:каникул\w*|период\w*|сезон\w*)|(?:осенью|зимой|весной|летом|осень|весна|лето)(?![а-яё]))" + YearAfter;
    private const string Part = @"(?:[1-5IVХІ]{1,3}|перв\w+|втор\w+|треть\w*|четв[её]рт\w+|последн\w+|начал[оае]|конец|конц[еау]|середин\w+)(?:-?(?:я|й|ая|ой|ую|ю|е))?\s*(?:недел\w+|декад\w*|половин\w+|сред\w+|числ\w+)?\s*(?:" + Month + @"|месяца|квартала|года|недел\w+|четверт\w+|триместр\w*)" + YearAfter;
    private const string Term = @"(?:[1-4IVХІ]{1,3}|перв\w+|втор\w+|треть\w*|четв[её]рт\w+)(?:-?(?:я|й|ая|ой|ую))?\s*(?:недел\w+|декад\w+|четверт\w+|триместр\w*)";
    private const string Number = @"(?:\d{1,3}(?:-?(?:х|ти|и|ми))?(?:\s*\([\w\s-]+\))?|одного|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|двенадцати|пятнадцати|двадцати|тридцати|сорока|шестидесяти|один|одну|два|две|три|четыре|пять|десять|пятнадцать|двадцать|тридцать)";
    private const string Unit = @"(?:(?:рабоч\w+|календарн\w+|банковск\w+|раб\.|кал\.)\s*)?(?:дн(?:ей|я|и|ями|\.)|день|сут\w+|час\w+|недел\w+|месяц\w*|мес\.|квартал\w*|лет|год\w*)(?![а-яё])";
    private const string AnchorWords = @"(?:\s+(?!(?:" + Infinitives.Pattern + @"))[«""(]?(?:[\w№«»""()/-]|\.(?=\S))*[\w»)""])*";
    private const string Since = @"(?:со\s+дня|с\s+даты|с\s+момента|с\s+начала|после|от\s+даты|до\s+дня|до\s+даты|до\s+начала|до|по\s+(?:завершении|окончании|итогам|истечении))";
    private const string Relative = @"(?:не\s+(?:позднее|позже|ранее|менее|более)(?:,?\s+чем)?(?:\s+(?:за|через|в\s+течени[ие]))?|в\s+течени[ие]|за|через|спустя|в\s+срок\s+(?:до|не\s+(?:позднее|более)))?\s*" + Number + @"\s*(?:\(\w+\)\s*)?" + Unit + @"(?:\s+" + Since + AnchorWords + ")?";
    private const string Event = @"(?:до|к|после|с|на\s+период|на\s+время|в\s+период)\s+(?:дня\s+)?(?:начал[ауо]|конц[ау]|окончани[яюе]|завершени[яюе]|открыти[яюе]|закрыти[яюе]|наступлени[яюе]|проведени[яюе]|подписани[яюе]|утверждени[яюе]|отопительн\w+|паводк\w+|поступлени[яюе])" + AnchorWords;
    private const string Ongoing = @"(?:на\s+)?(?:постоянно(?:м\s+контроле|й\s+основе)?|регулярно|систематически|непрерывно|круглогодично|весь\s+период|весь\s+(?:учебный\s+)?год|в\s+рабочем\s+порядке|по\s+настоящее\s+время|в\s+ходе\s+\w+(?:\s+\w+)*|в\s+течени[ие]\s+(?:всего\s+)?(?:учебного\s+|календарного\s+|отч[её]тного\s+|текущего\s+|" + Year + @"\s*)?(?:года|периода|срока|месяца|недели|дня|лета|четверти|полугодия|сезона|квартала|" + Month + @"|действия\s+\w+|реализации\s+\w+|" + Year + @")(?:\s+\w+(?:\s+\w+){0,3})?)";
    private const string Often = @"(?:еже(?:дневно|недельно|месячно|квартально|годно|часно)|раз\s+в\s+(?:\w+\s+)?(?:" + Unit + @"|полугоди\w+)|\d+(?:-\d+)?(?:\s*-?х)?\s+раз\w?\s+в\s+(?:\w+\s+)?(?:" + Unit + @"|полугоди\w+)|(?:один|два|три|четыре)\s+раза?\s+в\s+(?:" + Unit + @"|полугоди\w+)|кажд(?:ый|ую|ое|ые)\s+(?:\w+\s+)?(?:понедельник\w*|вторник\w*|сред[уыа]|четверг\w*|пятниц\w+|суббот(?:а|у|ы|ой)|воскресень\w+|день|месяц\w*|квартал\w*|недел\w+|" + Unit + @")|по\s+(?:понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям))(?:\s+месяца)?";
    private const string Needed = @"(?:по\s+мере\s+\w+(?:\s+[\w«»-]+){0,5}|(?:при|по)\s+(?:необходимости|поступлении|наличии|возможности|потребности|запросу|запросам|факту|требованию)(?:\s+[\w«»-]+){0,4}|в\s+день\s+\w+(?:\s+\w+){0,3})";
    private const string Reference = @"(?:(?:по|согласно|в\s+соответствии\s+с)(?:о)?\s+(?:(?:отдельн|утвержд[её]нн|индивидуальн|установленн|календарн|учебн|специальн)\w+\s+)*(?:план|график|расписани|положени|распоряжени|приказ|запрос|договор|контракт|программ|срок)\w*(?:[\s-]+\w+){0,5}|в\s+(?:установленн|соответствующ|указанн)\w+\s+(?:порядке|сроки?|время)(?:\s+\w+){0,3}|в\s+сроки,?\s+\w+(?:\s+[\w.«»-]+){0,5}|дата\s+уточняется|срок\s+уточняется|по\s+согласованию\s+срока|уточняется)";
    private const string Clock = @"(?:(?:в|с|до|к)?\s*\d{1,2}[:.-]\d{2}(?:\s*(?:час\w*|ч\.?|мин\.?))?|в\s+\d{1,2}\s*(?:час\w*|ч\.))";
    private const string WeekDay = @"(?:понедельник\w*|вторник\w*|сред[аыу]|четверг\w*|пятниц\w+|суббот(?:а|у|ы|ой|ам|е)|воскресень[еяю]|пн|вт|ср|чт|пт|сб|вс)(?![а-яё])\.?";

    /// <summary>One time: a date, a month, a quarter, an interval from an event …</summary>
    private const string Atom = "(?:" + SlashDate + "|" + DayMonth + "|" + DayNumber + "|" + NumericDate + "|" + Quarter + "|" + HalfYear + "|" + Part + "|" + Term + "|" + Ongoing + "|" + Often + "|" + Needed + "|" + Reference + "|" + Relative + "|" + Event
        + "|" + Month + YearAfter + "|" + Season + "|" + Years + "|" + Clock + "|" + WeekDay + ")";
    private const string Lead = @"(?:(?:в\s+срок|срок)\s*[:–—-]?\s*)?(?:(?:не\s+)?(?:позднее|позже|ранее)(?:,?\s+чем)?|начиная\s+с|с|со|до|по|к|ко|на|в|во|за|около|через|от|включительно|начиная|и)?\s*";
    private const string Joint = @"(?:\s*(?:[,;–—/-]|\.\.\.|\bи\b|\bдо\b|\bпо\b|\(|\))\s*|\s+|\n)";

    /// <summary>A whole deadline: times joined by dashes, commas, «и», «по», «до».</summary>
    private const string Whole = @"(?<![\p{L}\d])" + Lead + Atom + "(?:" + Joint + "?" + Lead + Atom + @")*(?:\s*\(?(?:включительно|ежегодно)\)?)?(?![\p{L}\d])";

    [GeneratedRegex(Whole, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex AnyDeadline { get; }

    [GeneratedRegex(@"^[\s\d.,;:()–—-]+$")]
    private static partial Regex OnlyFigures { get; }

    [GeneratedRegex(@"^\s*\d{1,2}\s*[.]\s*(?:0?[1-9]|1[0-2])(?:\s*\.\s*(?:\d{4}|\d{2}))?\.?\s*(?:г\.?)?\s*$")]
    private static partial Regex PlainDate { get; }

    /// <summary>Whether the text, taken as a cell, speaks about time and hardly about anything else.</summary>
    public static bool Looks(string text)
    {
        text = Words.Lines(text);
        if (text.Length is 0 or > 300 || Words.SaysNothing(text)) return false;
        return Share(text) >= 0.6;
    }

    /// <summary>The share of the letters and digits that speak about time, 0–1.</summary>
    public static double Share(string text)
    {
        var all = text.Count(char.IsLetterOrDigit);
        if (all == 0) return 0;
        if (OnlyFigures.IsMatch(text) && !PlainDate.IsMatch(text) && !AnyYearOrDate(text)) return 0;
        var about = 0;
        foreach (var match in Matches(text))
            about += text.Substring(match.Start, match.Length).Count(char.IsLetterOrDigit);
        return (double)about / all;
    }

    private static bool AnyYearOrDate(string text) => FullDate.IsMatch(text);

    [GeneratedRegex(@"\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?(?:\d{4}|\d{2})|(?:19|20)\d\d")]
    private static partial Regex FullDate { get; }

    /// <summary>All stretches about time, in order.</summary>
    public static IReadOnlyList<(int Start, int Length)> Matches(string text)
    {
        try
        {
            return [.. AnyDeadline.Matches(text).Where(m => m.Value.Any(char.IsLetterOrDigit)).Select(m => (m.Index, m.Length))];
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }
}
