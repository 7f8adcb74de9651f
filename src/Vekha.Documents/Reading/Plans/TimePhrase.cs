namespace Vekha.Documents.Reading.Plans;

/// <summary>Finds stretches about time among the tokens of a text.</summary>
internal sealed class TimePhrase(string text)
{
    private readonly List<TimeToken> tokens = TimeTokens.Cut(text);

    private static readonly HashSet<string> EventStems = ["начал", "конц", "оконча", "заверш", "откры", "закры", "наступл", "провед", "подписа", "утвержд", "отопит", "паводк", "поступл", "получ", "принят", "вступл", "ввод", "сдач", "выход", "дня", "праздник", "выбор", "заключ"];
    private static readonly HashSet<string> PaperStems = ["план", "график", "расписани", "положени", "распоряжени", "приказ", "запрос", "договор", "контракт", "программ", "регламент", "медиаплан", "смет", "заявк"];
    private static readonly HashSet<string> Numerals = ["одного", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "двенадцати", "четырнадцати", "пятнадцати", "двадцати", "тридцати", "сорока", "шестидесяти", "один", "одну", "два", "две", "три", "четыре", "пять", "десять", "пятнадцать", "двадцать", "тридцать"];

    /// <summary>The stretches, in order; times that belong together are one.</summary>
    public List<(int Start, int Length)> Find()
    {
        List<(int Start, int Length)> found = [];
        var lastToken = -1;
        for (var i = 0; i < tokens.Count;)
        {
            var end = Atom(Leads(i));
            if (end < 0)
            {
                i++;
                continue;
            }
            var start = tokens[i].Start;
            var stop = tokens[end - 1].End;
            if (lastToken >= 0 && Joined(lastToken, i)) found[^1] = (found[^1].Start, stop - found[^1].Start);
            else found.Add((start, stop - start));
            (lastToken, i) = (end, end);
        }
        return found;
    }

    private TimeToken At(int i) => i >= 0 && i < tokens.Count ? tokens[i] : new TimeToken(text.Length, text.Length, TimeKind.Other, "");

    private string W(int i) => At(i).Word;

    /// <summary>Only marks and «и» stand between two times.</summary>
    private bool Joined(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!(tokens[i].Kind == TimeKind.Mark && tokens[i].Word is "," or ";" or "–" or "—" or "-" or "(" or ")" or "/" or "…" or "." or "−") && tokens[i].Word != "и") return false;
        // A full stop ends a sentence unless it shortens a word: «4 кв. 2023 г.».
        return !(to > from && tokens[from].Word == "." && to < tokens.Count && text[tokens[from].End..].TrimStart() is [var next, ..] && char.IsUpper(next) && At(to).Kind != TimeKind.Ordinal && !TimeTokens.IsMonth(W(to)));
    }

    /// <summary>«не позднее», «в срок до», «начиная с»: where the time itself starts.</summary>
    private int Leads(int i)
    {
        var at = i;
        while (At(at).Kind == TimeKind.Prep && at - i < 5) at++;
        return at;
    }

    /// <summary>The token after one time that starts at <paramref name="i"/>; −1 where none does.</summary>
    private int Atom(int i)
    {
        if (i >= tokens.Count) return -1;
        var end = Plain(i);
        if (end < 0) end = Counted(i);
        if (end < 0) end = Standing(i);
        if (end < 0) end = Event(i);
        return end;
    }

    /// <summary>Dates, days of a month, months, quarters, years, hours.</summary>
    private int Plain(int i)
    {
        var token = tokens[i];
        switch (token.Kind)
        {
            case TimeKind.Date: return YearWord(i + 1);
            case TimeKind.Clock: return Hours(i + 1);
            case TimeKind.Month: return MonthEnd(i);
            case TimeKind.Year: return Years(i);
            case TimeKind.WeekDay: return i + 1;
            case TimeKind.Season: return SeasonEnd(i);
            case TimeKind.Number or TimeKind.Ordinal: return Numbered(i);
        }
        if (token.Word is "начало" or "начале" or "конец" or "конце" or "середина" or "середине" or "концу" or "началу" or "конца" or "начала" or "середины")
            return At(i + 1) is { Kind: TimeKind.Month } ? MonthEnd(i + 1) : W(i + 1) is "года" or "месяца" or "квартала" or "недели" or "четверти" or "декады" or "полугодия" ? Tail(i + 2) : W(i + 1) is "учебного" && W(i + 2) is "года" ? Tail(i + 3) : -1;
        return -1;
    }

    /// <summary>«1–5 мая», «25 числа», «I квартал», «2-я неделя», «10 дней»</summary>
    private int Numbered(int i)
    {
        var at = i + 1;
        // «1, 5 и 10», «25–31», «2-я», «IV-й».
        while (at < tokens.Count && at - i < 24)
        {
            if (tokens[at].Kind is TimeKind.Number or TimeKind.Ordinal) at++;
            else if (tokens[at].Word is "-" or "–" or "—" or "," or "и" or "/" && At(at + 1).Kind is TimeKind.Number or TimeKind.Ordinal) at += 2;
            else if (tokens[at].Word is "-" or "" && W(at + 1) is "й" or "я" or "го" or "е" or "ый" or "ая" or "м" or "му" or "ом" or "ой" or "х" or "ти" or "ю" or "ую") at += 2;
            else break;
        }
        if (W(at) is "го" or "е" or "х" && tokens[at].Start == tokens[at - 1].End) at++;
        var next = At(at);
        if (next.Kind == TimeKind.Month) return MonthEnd(at);
        if (next.Word is "числа" or "число" or "числам") return OfMonth(at + 1);
        if (next.Word is "кв" or "квартал" or "квартала" or "квартале" or "квартал" or "кварталы" or "кварталах" or "полугодие" or "полугодия" or "полугодии" or "полугодий") return Tail(Dot(at + 1));
        if (next.Word is "неделя" or "недели" or "неделю" or "неделе" or "декада" or "декады" or "декаде" or "декаду" or "четверть" or "четверти" or "триместр" or "триместра" or "триместре" or "половина" or "половине" or "половины"
            && (tokens[i].Kind == TimeKind.Ordinal || tokens[at - 1].Word.Length > 0 || tokens[i].Kind == TimeKind.Number && W(i - 1) is not ("за" or "через" or "течение")))
            return At(at + 1).Kind == TimeKind.Month ? MonthEnd(at + 1) : W(at + 1) is "месяца" or "года" or "квартала" ? Tail(at + 2) : Tail(at + 1);
        if (tokens[i].Kind == TimeKind.Ordinal && next.Kind == TimeKind.WeekDay) return OfMonth(at + 1);
        return -1;
    }

    private int Counted(int i)
    {
        var at = i;
        if (W(at) is "течение" or "течении") at++;
        if (At(at).Kind != TimeKind.Number && !Numerals.Contains(W(at))) return -1;
        at++;
        if (W(at) is "х" or "ти" or "и" && at < tokens.Count && tokens[at].Start == tokens[at - 1].End) at++;
        if (W(at) == "-" && W(at + 1) is "х" or "ти" or "и" or "ми" or "го") at += 2;
        if (W(at) == "(")
            while (at < tokens.Count && tokens[at - 1].Word != ")" && at - i < 8) at++;
        if (W(at).StartsWith("рабоч", StringComparison.Ordinal) || W(at).StartsWith("календарн", StringComparison.Ordinal) || W(at) is "раб" or "кал" || W(at).StartsWith("банковск", StringComparison.Ordinal)) at = Dot(at + 1);
        if (W(at) is "раз" or "раза" && W(at + 1) is "в") return Often(at + 2);
        if (W(at) is not ("дн" or "день" or "дня" or "дней" or "дни" or "сутки" or "суток" or "час" or "часа" or "часов" or "неделя" or "недели" or "недель" or "неделю" or "месяц" or "месяца" or "месяцев" or "мес" or "квартал" or "квартала" or "год" or "года" or "лет")) return -1;
        at = Dot(at + 1);
        return Since(at) is > 0 and var anchored ? Anchor(anchored) : at;
    }

    /// <summary>«со дня», «с даты», «после», «до»: the token after it; −1 where nothing is counted from.</summary>
    private int Since(int i) =>
        W(i) is "со" or "с" or "от" or "до" && W(i + 1) is "дня" or "даты" or "момента" or "начала" ? i + 2
        : W(i) is "после" or "до" or "по" && At(i + 1) is { Kind: TimeKind.Other, Word.Length: > 2 } ? i + 1 : -1;

    private int Often(int i)
    {
        var at = i;
        if (At(at).Kind == TimeKind.Number || Numerals.Contains(W(at))) at++;
        return At(at).Kind == TimeKind.Unit || W(at) is "смену" ? Dot(at + 1) : -1;
    }

    /// <summary>«постоянно», «в течение года», «каждый понедельник», «по мере …», «по отдельному плану».</summary>
    private int Standing(int i)
    {
        var word = W(i);
        if (tokens[i].Kind == TimeKind.Standing)
            return word == "весь" ? W(i + 1) is "период" or "год" or "срок" or "месяц" or "сезон" ? i + 2 : W(i + 1) == "учебный" ? i + 3 : -1 : i + 1;
        if (word is "постоянном" or "постоянной") return W(i + 1) is "контроле" or "основе" ? i + 2 : -1;
        if (word is "рабочем" && W(i + 1) == "порядке") return i + 2;
        if (word is "раз" && W(i + 1) == "в") return Often(i + 2);
        if (word.StartsWith("кажд", StringComparison.Ordinal)) return Each(i);
        if (word is "течение" or "течении" or "период" or "ходе" or "протяжении") return During(i, word);
        if (word is "мере" && W(i - 1) == "по") return Anchor(i + 1, 5);
        if (word is "необходимости" or "факту" or "запросу" or "запросам" or "потребности" or "требованию" && W(i - 1) is "по" or "при") return i + 1;
        if (word is "поступлении" or "наличии" or "возможности" or "возникновении" && W(i - 1) is "по" or "при") return Anchor(i + 1, 4);
        if (word is "согласованию" && W(i - 1) == "по" && W(i + 1) is "срока" or "сроков" or "времени") return i + 2;
        if (word is "согласно" || word is "соответствии" && W(i + 1) == "с") return Paper(word == "согласно" ? i + 1 : i + 2);
        if (W(i - 1) is "по" or "к" && i > 0) return Paper(i);
        if (word is "срок" or "сроки" or "дата" && W(i + 1) is "уточняется" or "уточняются") return i + 2;
        if (word is "установленные" or "установленный" or "указанные" or "соответствующие" or "установленном") return W(i + 1) is "срок" or "сроки" or "порядке" or "время" ? Anchor(i + 2, 3) : -1;
        return -1;
    }

    private int Each(int i)
    {
        var at = At(i + 1).Kind is TimeKind.Ordinal ? i + 2 : i + 1;
        return At(at).Kind is TimeKind.WeekDay or TimeKind.Unit ? OfMonth(at + 1) : -1;
    }

    private int During(int i, string word)
    {
        var at = i + 1;
        if (word is "ходе") return W(i - 1) == "в" ? Anchor(at, 4) : -1;
        if (word is "период" && W(i - 1) is not ("в" or "на")) return -1;
        while (W(at) is "всего" or "учебного" or "календарного" or "отчетного" or "текущего" or "летнего" or "зимнего" or "отопительного" or "нового") at++;
        if (word is "период")
            return W(at) is "с" ? -1 : W(at) is "каникул" or "сезона" ? Anchor(at, 3) : Anchor(at, 3) is var end && end > at ? end : -1;
        if (At(at).Kind == TimeKind.Month) return MonthEnd(at);
        if (At(at).Kind == TimeKind.Year) return Years(at);
        if (W(at) is "года" or "периода" or "срока" or "месяца" or "недели" or "дня" or "лета" or "четверти" or "полугодия" or "сезона" or "квартала" or "суток" or "смены" or "каникул" or "декады" or "года," or "триместра") return W(at) is "периода" or "срока" ? Anchor(at + 1, 3) : Tail(at + 1);
        if (W(at) is "действия" or "реализации" or "проведения") return Anchor(at + 1, 3);
        return -1;
    }

    private int Paper(int i)
    {
        var at = i;
        while (at - i < 3 && At(at).Kind is TimeKind.Other && W(at).Length > 4 && (W(at).EndsWith("ому", StringComparison.Ordinal) || W(at).EndsWith("ым", StringComparison.Ordinal) || W(at).EndsWith("ой", StringComparison.Ordinal) || W(at).EndsWith("ам", StringComparison.Ordinal) || W(at).EndsWith("ыми", StringComparison.Ordinal)) && !IsPaper(W(at))) at++;
        return IsPaper(W(at)) ? Anchor(at + 1, 5) : -1;
    }

    private static bool IsPaper(string word) => PaperStems.Any(s => word.StartsWith(s, StringComparison.Ordinal) && word.Length <= s.Length + 4);

    /// <summary>«до начала паводка», «после завершения ремонта».</summary>
    private int Event(int i) =>
        W(i - 1) is "до" or "к" or "после" or "с" or "на" or "по" && EventStems.Any(s => W(i).StartsWith(s, StringComparison.Ordinal)) && !(W(i - 1) is "на" or "по" && !W(i).EndsWith("ии", StringComparison.Ordinal)) ? Anchor(i + 1) : -1;

    /// <summary>The words of an event: up to a mark, an infinitive or another time.</summary>
    private int Anchor(int i, int most = 14)
    {
        var at = i;
        var depth = 0;
        while (at < tokens.Count && at - i < most)
        {
            var token = tokens[at];
            if (token.Word is "«" or "(" or "\"") depth++;
            else if (token.Word is "»" or ")") depth--;
            else if (depth <= 0)
            {
                if (token.Kind is TimeKind.Mark && !(token.Word is "-" or "/" && token.Start == tokens[at - 1].End)) break;
                if (token.Kind == TimeKind.Mark && token.Word is "." or "," or ";") break;
                if (token.Kind == TimeKind.Other && Infinitives.IndexIn(text[token.Start..token.End]) == 0) break;
            }
            if (depth < 0) break;
            at++;
        }
        return at;
    }

    private int MonthEnd(int i)
    {
        var at = Dot(i + 1, months: true);
        if (W(at) == "месяц" || W(at) == "месяца") at++;
        return Tail(at);
    }

    private int SeasonEnd(int i) => W(i + 1) is "каникулы" or "каникул" or "период" or "сезон" or "периода" ? Tail(i + 2) : W(i).EndsWith('й') || W(i).EndsWith("ие", StringComparison.Ordinal) || W(i).EndsWith('х') || W(i) is "осень" or "весна" or "лето" or "зима" && i > 0 && At(i + 1).Kind is not (TimeKind.Year or TimeKind.Mark) ? -1 : Tail(i + 1);

    private int OfMonth(int i)
    {
        if (W(i) is "каждого" or "первого" or "последнего" or "отчетного" or "текущего") i++;
        if (W(i) is "месяца" or "квартала" or "года" or "полугодия") i++;
        else if (At(i).Kind == TimeKind.Month) return MonthEnd(i);
        if (W(i) == "квартала") i++;
        if (W(i) == "," && W(i + 1) is "следующего" or "следующий") i++;
        if (W(i) is "следующего" && W(i + 1) == "за") return W(i + 3) is "периодом" or "месяцем" or "кварталом" or "годом" ? i + 4 : i + 3;
        if (W(i) is "следующего" && W(i + 1) is "месяца" or "года" or "квартала") return i + 2;
        return Tail(i);
    }

    /// <summary>The year after a month or a quarter: «2024 г.», «т.г.», «следующего года».</summary>
    private int Tail(int i)
    {
        var at = W(i) == "," && At(i + 1).Kind == TimeKind.Year ? i + 1 : i;
        if (At(at).Kind == TimeKind.Year) return Years(at);
        if (W(at) is "т" && W(at + 1) == "." && W(at + 2) is "г") return Dot(at + 3);
        if (W(at) is "текущего" or "следующего" or "каждого" or "учебного" && W(at + 1) is "года") return at + 2;
        if (W(at) == "," && W(at + 1) == "следующего") return OfMonth(at);
        if (W(at) == "включительно") return at + 1;
        return i;
    }

    private int Years(int i)
    {
        var at = i + 1;
        while (W(at) is "-" or "–" or "—" or "/" or "," && At(at + 1).Kind is TimeKind.Year || W(at) is "/" or "-" or "–" && At(at + 1).Kind == TimeKind.Number && tokens[at + 1].End - tokens[at + 1].Start == 2) at += 2;
        return YearWord(at);
    }

    private int YearWord(int i)
    {
        if (W(i).StartsWith("уч", StringComparison.Ordinal)) i = Dot(i + 1);
        if (W(i) is "г" or "гг" or "год" or "года" or "году" or "годы" or "годов" or "годах") i = Dot(i + 1);
        if (W(i) is "г") i = Dot(i + 1);
        return i;
    }

    private int Hours(int i) => W(i) is "час" or "часов" or "ч" or "часа" or "мин" ? Dot(i + 1) : i;

    private int Dot(int i, bool months = false) => W(i) == "." && (!months || tokens[i - 1].Word.Length <= 4) ? i + 1 : i;
}
