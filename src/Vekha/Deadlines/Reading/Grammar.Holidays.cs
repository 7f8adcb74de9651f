namespace Vekha.Deadlines.Reading;

/// <summary>Days that are called by name: «ко Дню Победы», «до Нового года», «День матери».</summary>
internal sealed partial class Grammar
{
    /// <summary>Stems of the name (those of «день» left out), month, day; or month, which weekday, weekday.</summary>
    private sealed record NamedDay(string[] Stems, int Month, int Day, int Nth = 0, DayOfWeek Weekday = default);

    /// <summary>Months of days that move with Easter.</summary>
    private const int Easter = -1;

    private static readonly NamedDay[] WithDay =
    [
        new(["побед"], 5, 9), new(["знан"], 9, 1), new(["росси", "наук"], 2, 8), new(["росси", "печат"], 1, 13), new(["российск", "наук"], 2, 8), new(["российск", "печат"], 1, 13),
        new(["российск", "кино"], 8, 27), new(["российск", "студен"], 1, 25), new(["студен"], 1, 25), new(["росси"], 6, 12), new(["конституц"], 12, 12), new(["народн", "единств"], 11, 4),
        new(["защит", "отечеств"], 2, 23), new(["защитник", "отечеств"], 2, 23), new(["космонавт"], 4, 12), new(["защит", "дет"], 6, 1), new(["памят", "и", "скорб"], 6, 22), new(["памяти", "воин"], 2, 15),
        new(["семь", "любв"], 7, 8), new(["семьи"], 5, 15), new(["семей"], 5, 15), new(["учител"], 10, 5), new(["пожил"], 10, 1), new(["инвалид"], 12, 3), new(["неизвестн", "солдат"], 12, 3),
        new(["геро", "отечеств"], 12, 9), new(["добровол"], 12, 5), new(["волонт"], 12, 5), new(["государственн", "флаг"], 8, 22), new(["флаг"], 8, 22), new(["славянск", "письменн"], 5, 24),
        new(["русск", "язык"], 6, 6), new(["родн", "язык"], 2, 21), new(["музе"], 5, 18), new(["библиотек"], 5, 27), new(["театр"], 3, 27), new(["земл"], 4, 22), new(["воды"], 3, 22), new(["водн", "ресурс"], 3, 22),
        new(["местн", "самоуправлен"], 4, 21), new(["здоров"], 4, 7), new(["охран", "труд"], 4, 28), new(["пожарн", "охран"], 4, 30), new(["пограничн"], 5, 28), new(["солидарн", "в", "борьб"], 9, 3),
        new(["борьб", "с", "террор"], 9, 3), new(["толерантн"], 11, 16), new(["ребенк"], 11, 20), new(["борьб", "со", "спид"], 12, 1), new(["прав", "человек"], 12, 10), new(["воссоединен", "крым"], 3, 18),
        new(["поэзи"], 3, 21), new(["работник", "культур"], 3, 25), new(["снят", "блокад"], 1, 27), new(["полного", "освобожд"], 1, 27), new(["татьян"], 1, 25), new(["матери"], 11, 0, -1, DayOfWeek.Sunday), new(["отца"], 10, 0, 3, DayOfWeek.Sunday),
        new(["молодеж"], 6, 0, -1, DayOfWeek.Saturday), new(["медицинск", "работник"], 6, 0, 3, DayOfWeek.Sunday), new(["медик"], 6, 0, 3, DayOfWeek.Sunday), new(["физкультурник"], 8, 0, 2, DayOfWeek.Saturday),
        new(["строител"], 8, 0, 2, DayOfWeek.Sunday), new(["шахтер"], 8, 0, -1, DayOfWeek.Sunday), new(["вмф"], 7, 0, -1, DayOfWeek.Sunday), new(["военно", "морск"], 7, 0, -1, DayOfWeek.Sunday), new(["вдв"], 8, 2),
        new(["воспитател"], 9, 27), new(["дошкольн", "работник"], 9, 27), new(["туризм"], 9, 27), new(["грамотн"], 9, 8), new(["трезвост"], 9, 11), new(["юрист"], 12, 3), new(["энергетик"], 12, 22), new(["труда"], 5, 1), new(["весны", "и", "труд"], 5, 1),
        new(["женск"], 3, 8), new(["крещен", "рус"], 7, 28), new(["партизан"], 6, 29), new(["политическ", "репресс"], 10, 30), new(["сотрудник", "органов"], 11, 10), new(["предпринимат"], 5, 26), new(["соседе"], 5, 0, -1, DayOfWeek.Friday),
    ];

    private static readonly NamedDay[] WithoutDay =
    [
        // «до Нового года»: the plan's year ends with it.
        new(["новый", "год"], 12, 31), new(["нового", "год"], 12, 31), new(["новому", "год"], 12, 31), new(["старо", "ново", "год"], 1, 13),
        new(["рождеств"], 1, 7), new(["крещен"], 1, 19), new(["первома"], 5, 1), new(["праздник", "весн"], 5, 1), new(["масленниц"], Easter, -49), new(["маслениц"], Easter, -49), new(["пасх"], Easter, 0),
        new(["троиц"], Easter, 49), new(["радониц"], Easter, 9), new(["татьянин"], 1, 25), new(["пушкинск", "день"], 6, 6), new(["пушкинск", "дню"], 6, 6),
    ];

    /// <summary>«Международный», «Всероссийский»… before «день» say nothing of the day.</summary>
    private static readonly string[] Epithets = ["междун", "всемир", "всерос", "общеро", "государ", "мировог", "единого", "праздн", "праздо"];

    private int Holiday(int i, out CalendarUnit unit)
    {
        unit = default;
        if (Is(i, Lexeme.Day)) return tokens[i].PlainLength < 3 ? i : NamedFrom(i + 1, WithDay, ref unit) is var named && named > i + 1 ? named : i;
        var word = tokens.PlainOf(i);
        if (word.Length < 4 || word.StartsWith("первомайск")) return i;
        switch (word[0])
        {
            case 'н' or 'с' or 'р' or 'к' or 'п' or 'т' when NamedFrom(i, WithoutDay, ref unit) is var simple && simple > i: return simple;
            case 'м' when NamedFrom(i, WithoutDay, ref unit) is var simple && simple > i: return simple;
            case 'м' or 'в' or 'о' or 'г' or 'п': break;
            default: return i;
        }
        foreach (var epithet in Epithets)
        {
            if (!word.StartsWith(epithet)) continue;
            // «Международный женский день», «Международный день семьи»
            var day = Is(i + 1, Lexeme.Day) ? i + 1 : Is(i + 2, Lexeme.Day) ? i + 2 : i;
            if (day == i + 2 && IsWord(i + 1, "женск"))
            {
                unit = CalendarUnit.Day(CalendarUnit.NoYear, 3, 8);
                return YearBehind(day + 1, ref unit);
            }
            if (day > i) return Holiday(day, out unit) is var next && next > day ? next : i;
        }
        return i;
    }

    private int NamedFrom(int i, NamedDay[] days, ref CalendarUnit unit)
    {
        if (!(i < tokens.Count) || tokens[i].PlainLength < 2) return i;
        foreach (var day in days)
        {
            if (day.Stems[0][0] != tokens.PlainOf(i)[0] || MatchEnd(day.Stems, i) is var end && end == i) continue;
            unit = day.Nth != 0 ? CalendarUnit.Month(CalendarUnit.NoYear, day.Month) with { Grain = Grain.NthWeekday, Ordinal = (sbyte)day.Nth, Weekday = (sbyte)day.Weekday }
                : day.Month == Easter ? EasterDay(day.Day) : CalendarUnit.Day(CalendarUnit.NoYear, day.Month, day.Day);
            unit.Uncertain |= day.Nth != 0;
            return YearBehind(end, ref unit);
        }
        return i;
    }

    /// <summary>Where a name that begins at a token ends, signs between its words skipped («День семьи, любви и верности»); the same place when it is another.</summary>
    private int MatchEnd(string[] stems, int i)
    {
        var next = i;
        foreach (var stem in stems)
        {
            if (next > i) next = SkipComma(next);
            if (!IsWord(next, stem)) return i;
            next++;
        }
        return next;
    }

    /// <summary>A day counted from Orthodox Easter of the plan's year; without that year there is no day.</summary>
    private CalendarUnit EasterDay(int shift)
    {
        var year = PlanYear;
        if (year == 0) return CalendarUnit.Month(CalendarUnit.NoYear, 4) with { Uncertain = true };
        int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7, sum = d + e + 114;
        var day = new DateOnly(year, sum / 31, sum % 31 + 1).AddDays(13 + shift); // the Julian day in our calendar, until 2099
        return CalendarUnit.Day(year, day.Month, day.Day) with { Uncertain = true };
    }
}
