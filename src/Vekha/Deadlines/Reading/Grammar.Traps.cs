namespace Vekha.Deadlines.Reading;

/// <summary>Numbers that are no deadlines: phones, rooms, streets, laws with their dates, points, stages, classes, ages, sums.</summary>
internal sealed partial class Grammar
{
    /// <summary>A trap at a token becomes noise; the same place when there is none.</summary>
    private int Trap(int i)
    {
        var end = At(i) switch
        {
            Lexeme.Number => NumberOfSomething(i),
            Lexeme.NumberSign => PaperNumber(i),
            Lexeme.Phone => Digits(i + 1) is var digits && digits > i + 1 ? digits : i,
            Lexeme.Room => RoomNumber(i),
            Lexeme.Street => StreetName(i),
            Lexeme.Step => ListOfNumbers(i + 1) is var steps && steps > i + 1 && !Is(steps, Lexeme.Month) && !IsDotted(steps - 1) ? steps : i,
            Lexeme.Point => PointNumber(i),
            Lexeme.Act => ActDate(i),
            Lexeme.Standard => StandardNumber(i),
            _ => i,
        };
        if (end > i) Add(TermKind.Noise, i, end);
        return end;
    }

    private bool IsDotted(int i) => Is(i, Lexeme.Number) && At(i + 1) is Lexeme.Dot or Lexeme.Dash && Is(i + 2, Lexeme.Number);

    /// <summary>«8 (34234) 2-15-04», «2-15-04»: to the end of the figures.</summary>
    private int Digits(int i)
    {
        while (At(i) is Lexeme.Number or Lexeme.Dash or Lexeme.Open or Lexeme.Close or Lexeme.Colon or Lexeme.Sign or Lexeme.NumberSign
               || Is(i, Lexeme.Comma) && Is(i + 1, Lexeme.Number) && Is(i + 2, Lexeme.Dash)) i++;
        return i;
    }

    /// <summary>«5-7 классы», «14-18 лет», «12 000 руб.», «2-15-04», «50 %», «20 человек».</summary>
    private int NumberOfSomething(int i)
    {
        if (LineNumber(i) is var line && line > i) return line;
        if (IsAnniversary(i)) return AnchorEnd(i + 2);
        var groups = i;
        while (Is(groups + 1, Lexeme.Dash) && tokens[groups + 1].Glued && Is(groups + 2, Lexeme.Number) && tokens[groups + 2].Glued) groups += 2;
        if (groups - i >= 4 && Date(i, out _) == i) return groups + 1;
        if (tokens[i].Digits is > 4 and < 200) return Digits(i);
        // «+7 912 …», «8 (34234) …»
        if (tokens[i].Digits == 1 && Is(i + 1, Lexeme.Open) && Is(i + 2, Lexeme.Number) && tokens[i + 2].Digits >= 3 || Is(i - 1, Lexeme.Sign) && Is(i + 1, Lexeme.Number)) return Digits(i);
        // «12 000», «1 500 000»
        var last = i;
        while (Is(last + 1, Lexeme.Number) && tokens[last + 1].Digits == 3 && tokens[last].Digits <= 3) last++;
        if (last == i)
            for (var k = 0; k < 8 && At(last + 1) is Lexeme.Dash or Lexeme.Comma or Lexeme.And or Lexeme.Until && Is(last + 2, Lexeme.Number) && tokens[last + 2].Digits <= 4; k++) last += 2;
        var noun = last + 1;
        if (Is(noun, Lexeme.Dash) && tokens[noun].Glued && At(noun + 1) is Lexeme.Counted) noun++;
        if (At(noun) is Lexeme.Counted or Lexeme.Percent or Lexeme.Step || Is(noun, Lexeme.YearsOfAge) && PendingRole != Role.In && !IsInTimes(i))
            return At(noun) == Lexeme.Counted && Is(noun + 1, Lexeme.Month) && tokens[noun + 1].Has(TokenMarks.Capital) ? noun + 2 : noun + 1; // «50-летия Октября»
        return last > i && tokens[last].Digits == 3 ? last + 1 : i;
    }

    /// <summary>«83 года со дня начала войны»: how long ago something was.</summary>
    private bool IsAnniversary(int i) =>
        (tokens[i].Value >= 10 || HasUnits()) && At(i + 1) is Lexeme.Year or Lexeme.YearsOfAge && Is(i + 2, Lexeme.From) && At(i + 3) is Lexeme.Day or Lexeme.DateWord or Lexeme.Moment && !IsInTimes(i);

    private bool IsInTimes(int i) => Is(i - 1, Lexeme.In) || Is(i - 1, Lexeme.Course) || Is(i - 1, Lexeme.Through) || Is(i - 1, Lexeme.Each);

    /// <summary>«№ 131-ФЗ», «№ 5 от 15.03.2022».</summary>
    private int PaperNumber(int i)
    {
        var next = i + 1;
        while (At(next) is Lexeme.Number or Lexeme.Unknown && tokens[next].Has(TokenMarks.Line) == false && (next - i < 4 && (next == i + 1 || tokens[next].Glued || At(next - 1) is Lexeme.Dash or Lexeme.Slash) || next - i < 16 && At(next - 1) is Lexeme.Comma or Lexeme.And && Is(next, Lexeme.Number))
               || At(next) is Lexeme.Dash or Lexeme.Slash && tokens[next].Glued && At(next + 1) is not Lexeme.Month && next - i < 6
               // «№ 320-р», «№ 3, 7, 10»
               || next > i + 2 && Is(next - 1, Lexeme.Dash) && tokens[next].Glued && tokens[next].PlainLength is 1 or 2
               || At(next) is Lexeme.Comma or Lexeme.And && Is(next - 1, Lexeme.Number) && Is(next + 1, Lexeme.Number) && tokens[next + 1].Digits <= 3 && At(next + 2) is Lexeme.End or Lexeme.Comma or Lexeme.And or Lexeme.Close or Lexeme.Semicolon) next++;
        if (Is(next, Lexeme.OutOf) && Is(next + 1, Lexeme.Number) && Date(next + 1, out _) is var dated && dated > next + 1) return dated;
        return next;
    }

    /// <summary>«ГОСТ Р 7.0.97-2016», «СанПиН 2.3/2.4.3590-20».</summary>
    private int StandardNumber(int i)
    {
        var next = i + 1;
        if (Is(next, Lexeme.NumberSign)) next++;
        if (next < tokens.Count && tokens[next].PlainLength is > 0 and <= 3 && Is(next + 1, Lexeme.Number)) next++;
        if (!Is(next, Lexeme.Number)) return i;
        next++;
        while (next < tokens.Count && tokens[next].Glued && At(next) is Lexeme.Number or Lexeme.Dot or Lexeme.Dash or Lexeme.Slash) next++;
        return next;
    }

    /// <summary>«1) до 1 мая», «2. проведение – июнь»: the number of a line.</summary>
    private int LineNumber(int i)
    {
        if (tokens[i].Digits > 2 || i > 0 && !tokens[i].Has(TokenMarks.Line) || i + 1 >= tokens.Count || !tokens[i + 1].Glued) return i;
        if (Is(i + 1, Lexeme.Close)) return i + 2;
        return Is(i + 1, Lexeme.Dot) && At(i + 2) is Lexeme.Until or Lexeme.From or Lexeme.Unknown or Lexeme.In && !tokens[i + 2].Glued && tokens[i + 2].Roman == 0 ? i + 2 : i;
    }

    /// <summary>«каб. 12», «зал № 2»; a day behind the word stays a day.</summary>
    private int RoomNumber(int i)
    {
        var next = i + 1;
        if (Is(next, Lexeme.NumberSign)) return PaperNumber(next);
        if (!Is(next, Lexeme.Number) || Is(next + 1, Lexeme.Month) || IsDotted(next)) return i;
        return next + 1;
    }

    /// <summary>«ул. 9 Января, 15», «им. 1 Мая», «пл. Ленина, д. 5».</summary>
    private int StreetName(int i)
    {
        var next = i + 1;
        if (Is(next, Lexeme.Number))
        {
            next++;
            while (next - i < 4 && next < tokens.Count && tokens[next].PlainLength > 0 && !tokens[next].Has(TokenMarks.Line)
                   && (next == i + 2 || tokens[next].Has(TokenMarks.Capital))) next++;
        }
        else while (next - i < 5 && next < tokens.Count && tokens[next].Has(TokenMarks.Capital)) next++;
        if (next == i + 1) return i;
        var house = next;
        if (Is(house, Lexeme.Comma)) house++;
        if (Is(house, Lexeme.Room)) house++;
        if (house > next && Is(house, Lexeme.Number) && !Is(house + 1, Lexeme.Month) && !IsDotted(house) && !IsConnector(At(house + 1))) return house + 1;
        return next;
    }

    /// <summary>«п. 3.2», «ст. 15, 16».</summary>
    private int PointNumber(int i)
    {
        var next = ListOfNumbers(i + 1);
        return next == i + 1 || Is(next, Lexeme.Month) ? i : next;
    }

    /// <summary>«1 и 2», «3.2», «I, II»: a list of numbers to the end.</summary>
    private int ListOfNumbers(int i)
    {
        var next = i;
        while (next < tokens.Count && (Is(next, Lexeme.Number) || tokens[next].Roman > 0 && tokens[next].Has(TokenMarks.Capital)))
        {
            next++;
            if (At(next) is Lexeme.Dot or Lexeme.Comma or Lexeme.And or Lexeme.Dash && next + 1 < tokens.Count && (Is(next + 1, Lexeme.Number) || tokens[next + 1].Roman > 0) && !Is(next + 2, Lexeme.Month)) next++;
            else break;
        }
        return next;
    }

    /// <summary>«приказом … от 15.03.2022»: the date of a paper, a few words behind its name.</summary>
    private int ActDate(int i)
    {
        for (var next = i + 1; next < Math.Min(i + 12, tokens.Count); next++)
        {
            if (At(next) is Lexeme.Semicolon or Lexeme.Until or Lexeme.Not) return i;
            if (Is(next, Lexeme.OutOf) && Is(next + 1, Lexeme.Number) && Date(next + 1, out _) is var dated && dated > next + 1)
                return Is(dated, Lexeme.NumberSign) ? PaperNumber(dated) : IsNumberLetter(dated) ? dated + 2 : dated;
        }
        return i;
    }

    /// <summary>A Latin N typed for «№».</summary>
    private bool IsNumberLetter(int i) => Is(i, Lexeme.Unknown) && tokens[i].PlainLength == 1 && tokens.PlainOf(i) is "п" or "н" && Is(i + 1, Lexeme.Number);

    /// <summary>«от 15.03.2022 № 123», with nothing said of the paper itself.</summary>
    private int DateOfPaper(int i)
    {
        if (!Is(i + 1, Lexeme.Number) || Date(i + 1, out _) is var dated && dated == i + 1) return i;
        dated = Date(i + 1, out _);
        var end = Is(dated, Lexeme.NumberSign) ? PaperNumber(dated) : IsNumberLetter(dated) ? dated + 2 : i;
        if (end > i) Add(TermKind.Noise, i, end);
        return end;
    }
}
