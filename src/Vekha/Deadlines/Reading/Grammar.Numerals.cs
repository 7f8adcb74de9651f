namespace Vekha.Deadlines.Reading;

/// <summary>Numbers in digits, Roman signs and words.</summary>
internal sealed partial class Grammar
{
    /// <summary>«10», «десяти», «двадцати пяти», «10 (десяти)».</summary>
    private int CardinalNumber(int i, out int value)
    {
        value = 0;
        var next = i;
        if (Is(i, Lexeme.Number) && !tokens[i].Has(TokenMarks.Ordinal) && tokens[i].Digits <= 4)
        {
            value = tokens[i].Value;
            next = i + 1;
        }
        else
        {
            for (; Is(next, Lexeme.Cardinal) && next - i < 4; next++)
            {
                var part = tokens[next].Value;
                if (next > i && part >= LowestPart(value)) break;
                value += part;
            }
        }
        if (next > i && Is(next, Lexeme.Open)) next = InBrackets(next);
        return next;
    }

    /// <summary>What a part of a compound number must stay below: after «двадцать» only ones, after «сто» only tens and ones.</summary>
    private static int LowestPart(int value) => value % 100 == 0 ? 100 : value % 10 == 0 && value >= 20 ? 10 : 0;

    /// <summary>«(десяти)», «(10)»: the same number again.</summary>
    private int InBrackets(int i)
    {
        var next = i + 1;
        while (At(next) is Lexeme.Cardinal or Lexeme.Number or Lexeme.Ordinal && next - i < 4) next++;
        return next > i + 1 && Is(next, Lexeme.Close) ? next + 1 : i;
    }

    /// <summary>«2», «2-й», «II», «Ш», «второй», «двадцать пятого», «последняя» (−1).</summary>
    private int OrdinalNumber(int i, out int value)
    {
        value = 0;
        if ((uint)i >= (uint)tokens.Count) return i;
        ref var token = ref tokens[i];
        switch (token.Lexeme)
        {
            case Lexeme.Number when token.Digits <= 3:
                value = token.Value;
                return i + 1;
            case Lexeme.Ordinal:
                value = token.Value;
                return i + 1;
            case Lexeme.Cardinal when token.Value is 20 or 30 && Is(i + 1, Lexeme.Ordinal) && tokens[i + 1].Value < 10:
                value = token.Value + tokens[i + 1].Value;
                return i + 2;
            case Lexeme.Last:
                value = -1;
                return i + 1;
            case Lexeme.Cardinal when token.Value is >= 1 and <= 5:
                value = token.Value;
                return i + 1;
            default:
                value = token.Roman;
                return token.Roman > 0 ? i + 1 : i;
        }
    }

    private static bool IsConnector(Lexeme lexeme) =>
        lexeme is Lexeme.Comma or Lexeme.And or Lexeme.Dash or Lexeme.Slash or Lexeme.Along or Lexeme.Until or Lexeme.Semicolon or Lexeme.Ellipsis or Lexeme.Dot;

    /// <summary>«18, 19 сентября», «с 1 по 30 апреля», «I и II кварталы»: a number that waits for its unit.</summary>
    private int BareNumber(int i)
    {
        var next = OrdinalNumber(i, out var value);
        if (next == i || value is < 1 or > 31 || At(i) == Lexeme.Cardinal) return i;
        if (!IsConnector(At(next)) && PendingRole is not (Role.By or Role.Through or Role.NotLater)) return i;
        // «01.- 08.05.15г.», «5., 12.05»: the full stop belongs to the number.
        if (Is(next, Lexeme.Dot) && At(next + 1) is Lexeme.Dash or Lexeme.Comma) next++;
        return AddUnit(new CalendarUnit { Grain = Grain.Bare, Ordinal = (sbyte)value, Year = CalendarUnit.NoYear }, i, next);
    }

    private int OrdinalUnit(int i)
    {
        var next = Ordered(i, out var unit);
        if (next > i) return AddUnit(unit, i, next);
        return tokens[i].Has(TokenMarks.Capital) && At(i) is not (Lexeme.In or Lexeme.Along) ? BareNumber(i) : i;
    }
}
