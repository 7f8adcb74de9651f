namespace Vekha.Documents.Reading.Plans;

/// <summary>What a word or a figure may be in a deadline.</summary>
internal enum TimeKind : byte { Other, Mark, Number, Date, Clock, Year, Month, Ordinal, Prep, Unit, Standing, WeekDay, Season }

/// <summary>A word, a figure or a mark of a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">What it may be.</param>
/// <param name="Word">The word in lower case, «ё» as «е»; «» for figures, the sign for marks.</param>
internal readonly record struct TimeToken(int Start, int End, TimeKind Kind, string Word);

/// <summary>Cuts a text into words and figures and says which of them speak about time.</summary>
internal static class TimeTokens
{
    private static readonly string[] MonthStems = ["январ", "феврал", "март", "апрел", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];
    private static readonly HashSet<string> ShortMonths = ["янв", "фев", "февр", "мар", "апр", "май", "мая", "мае", "маю", "маем", "июн", "июл", "авг", "сен", "сент", "окт", "ноя", "нояб", "дек"];
    private static readonly HashSet<string> MonthEndings = ["", "ь", "я", "ю", "е", "ем", "а", "у", "ом"];
    private static readonly HashSet<string> Preps = ["до", "к", "ко", "с", "со", "по", "от", "на", "в", "во", "за", "не", "позднее", "позже", "ранее", "чем", "через", "около", "начиная", "включительно", "и", "срок", "спустя", "менее", "более", "после"];
    private static readonly HashSet<string> Standings = ["постоянно", "регулярно", "систематически", "непрерывно", "круглогодично", "круглосуточно", "ежедневно", "еженедельно", "ежемесячно", "ежеквартально", "ежегодно", "ежечасно", "уточняется", "незамедлительно", "немедленно", "ежесменно", "посезонно", "дважды", "весь", "бессрочно", "срочно"];
    private static readonly HashSet<string> Units = ["дн", "день", "дня", "дней", "дни", "днями", "сутки", "суток", "час", "часа", "часов", "неделя", "недели", "недель", "неделю", "неделе", "месяц", "месяца", "месяцев", "месяце", "мес", "квартал", "квартала", "квартале", "кварталов", "кв", "полугодие", "полугодия", "полугодии", "год", "года", "лет", "году", "декада", "декады", "декаде", "декаду", "четверть", "четверти", "триместр", "триместра", "половина", "половине", "половины"];

    public static List<TimeToken> Cut(string text)
    {
        var tokens = new List<TimeToken>(16);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c)) i++;
            else if (char.IsAsciiDigit(c)) i = Figure(text, i, tokens);
            else if (char.IsLetter(c)) i = Word(text, i, tokens);
            else tokens.Add(new TimeToken(i, ++i, TimeKind.Mark, c.ToString()));
        }
        return tokens;
    }

    private static int Word(string text, int i, List<TimeToken> tokens)
    {
        var end = i;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        var word = text[i..end].ToLowerInvariant().Replace('ё', 'е');
        tokens.Add(new TimeToken(i, end, KindOf(word, text[i..end]), word));
        return end;
    }

    private static TimeKind KindOf(string word, string raw) =>
        Preps.Contains(word) ? TimeKind.Prep
        : IsMonth(word) ? TimeKind.Month
        : Standings.Contains(word) ? TimeKind.Standing
        : Units.Contains(word) ? TimeKind.Unit
        : IsRoman(raw) || IsOrdinal(word) ? TimeKind.Ordinal
        : IsWeekDay(word) ? TimeKind.WeekDay
        : IsSeason(word) ? TimeKind.Season : TimeKind.Other;

    public static bool IsMonth(string word)
    {
        if (ShortMonths.Contains(word)) return true;
        foreach (var stem in MonthStems)
            if (word.StartsWith(stem, StringComparison.Ordinal)) return MonthEndings.Contains(word[stem.Length..]);
        return false;
    }

    private static bool IsRoman(string raw)
    {
        if (raw.Length > 4) return false;
        foreach (var c in raw) if (c is not ('I' or 'V' or 'X' or 'І' or 'Х' or 'Ш' or 'П')) return false;
        return true;
    }

    private static bool IsOrdinal(string word) =>
        word.Length > 4 && (word.StartsWith("перв", StringComparison.Ordinal) || word.StartsWith("втор", StringComparison.Ordinal) && word[4..] is "ой" or "ая" or "ую" or "ом" or "ого" or "ое"
            || word.StartsWith("трет", StringComparison.Ordinal) && word.Length < 9 || word.StartsWith("четверт", StringComparison.Ordinal) && word.Length > 7 || word.StartsWith("последн", StringComparison.Ordinal));

    private static bool IsWeekDay(string word) =>
        word.StartsWith("понедельник", StringComparison.Ordinal) || word.StartsWith("вторник", StringComparison.Ordinal) || word is "среда" or "среду" or "среды" or "средам"
        || word.StartsWith("четверг", StringComparison.Ordinal) || word.StartsWith("пятниц", StringComparison.Ordinal) || word is "суббота" or "субботу" or "субботы" or "субботам"
        || word.StartsWith("воскресень", StringComparison.Ordinal) && word.Length < 13 || word is "пн" or "вт" or "ср" or "чт" or "пт" or "сб" or "вс";

    private static bool IsSeason(string word) =>
        word is "осенью" or "зимой" or "весной" or "летом" or "осень" or "весна" or "лето" or "зима"
        || word.EndsWith("ие", StringComparison.Ordinal) && (word is "осенние" or "зимние" or "весенние" or "летние") || word is "осенний" or "зимний" or "весенний" or "летний" or "осенних" or "зимних" or "весенних" or "летних" or "летнее";

    private static int Figure(string text, int i, List<TimeToken> tokens)
    {
        var first = Digits(text, i, out var end);
        if (end - i == 4 && Joins(text, end, '-') && Digits(text, end + 1, out var m) is >= 1 and <= 12 && m - end == 3 && Joins(text, m, '-') && Digits(text, m + 1, out var d) is >= 1 and <= 31)
            return Add(tokens, i, d, TimeKind.Date);
        if (end - i <= 2 && DateEnd(text, i, end, first) is > 0 and var dateEnd) return Add(tokens, i, dateEnd, TimeKind.Date);
        if (end - i <= 2 && end + 2 < text.Length && text[end] is ':' or '.' && Digits(text, end + 1, out var minutes) is >= 0 and < 60 && minutes - end == 3 && first < 25)
            return Add(tokens, i, minutes, TimeKind.Clock);
        return Add(tokens, i, end, end - i == 4 && first is >= 1900 and < 2100 ? TimeKind.Year : TimeKind.Number);
    }

    /// <summary>«15.03.2024», «23.10. 2017», «15/03/24», «15.03»: the end of a date, 0 where it is none.</summary>
    private static int DateEnd(string text, int i, int end, int day)
    {
        var at = Skip(text, end);
        if (day is < 1 or > 31 || at >= text.Length || text[at] is not ('.' or '/')) return 0;
        var sign = text[at];
        var monthAt = Skip(text, at + 1);
        var month = Digits(text, monthAt, out var monthEnd);
        if (month is < 1 or > 12 || monthEnd - monthAt > 2) return 0;
        var yearSign = Skip(text, monthEnd);
        if (yearSign < text.Length && text[yearSign] == sign)
        {
            var yearAt = Skip(text, yearSign + 1);
            var year = Digits(text, yearAt, out var yearEnd);
            if (yearEnd - yearAt == 4 && year is > 1900 and < 2100 || yearEnd - yearAt == 2 && sign is '.' or '/' && yearAt == yearSign + 1) return yearEnd;
        }
        // «15.03» is a date, «1.2» a point and «10.00» an hour.
        return sign == '.' && monthEnd - monthAt == 2 && monthAt == at + 1 && at == end && !Joins(text, monthEnd, '.', digit: true) ? monthEnd : 0;
    }

    private static int Skip(string text, int i) => i + 1 < text.Length && text[i] == ' ' && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] is '.') ? i + 1 : i;

    private static int Digits(string text, int i, out int end)
    {
        var value = 0;
        end = i;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - i < 9) value = value * 10 + text[end++] - '0';
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end == i ? -1 : value;
    }

    private static bool Joins(string text, int i, char sign, bool digit = false) => i < text.Length && text[i] == sign && (!digit || i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]));

    private static int Add(List<TimeToken> tokens, int start, int end, TimeKind kind)
    {
        tokens.Add(new TimeToken(start, end, kind, ""));
        return end;
    }
}
