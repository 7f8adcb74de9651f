namespace Vekha.Deadlines.Reading;

/// <summary>Times of the day are dropped: «8-00», «с 10.00 до 12.00», «в 15 часов 30 минут».</summary>
internal sealed partial class Grammar
{
    private bool droppedTime;

    private int Clock(int i)
    {
        var end = OneTime(i, surely: false);
        if (end == i) return i;
        // «10.00-12.00», «с 10.00 до 12.00»
        while (At(end) is Lexeme.Dash or Lexeme.Until or Lexeme.Along or Lexeme.And or Lexeme.Comma && OneTime(end + 1, surely: At(end) is Lexeme.Dash or Lexeme.Until or Lexeme.Along) is var second && second > end + 1) end = second;
        droppedTime = true;
        // «до 17 часов по местному времени 28 марта»
        if (Is(end, Lexeme.Along) && (IsWord(end + 1, "местн") || IsWord(end + 1, "московск")) && IsWord(end + 2, "врем")) end += 3;
        // «до 18.00 15 мая»: the preposition belongs to the day.
        if (PendingRole is not Role.None and var role && !(role is Role.By or Role.NotLater && StartsDate(end))) termCount--;
        return end;
    }

    private bool StartsDate(int i)
    {
        if (Is(i, Lexeme.Comma)) i++;
        return Is(i, Lexeme.Number) && Date(i, out _) > i;
    }

    private bool IsPairOfMinutes(int i) => Is(i, Lexeme.Number) && tokens[i].Digits == 2 && tokens[i].Glued && tokens[i].Value < 60;

    /// <summary>One time; <paramref name="surely"/> when it ends a span whose start is one.</summary>
    private int OneTime(int i, bool surely)
    {
        if (!Is(i, Lexeme.Number) || tokens[i].Digits > 2 || tokens[i].Value > 24) return i;
        var next = i + 1;
        // «с 10 до 14 часов»
        if (At(next) is Lexeme.Dash or Lexeme.Until or Lexeme.Along && Is(next + 1, Lexeme.Number) && tokens[next + 1] is { Digits: <= 2, Value: <= 24 } && Is(next + 2, Lexeme.Hour) && !IsDuration(i)) return next + 3;
        if (At(next) is Lexeme.Hour && (tokens[next].PlainLength < 3 || !IsDuration(i)))
        {
            next++;
            if (Is(next, Lexeme.Number) && tokens[next].Digits <= 2 && (Is(next + 1, Lexeme.Minute) || tokens[next].Digits == 2 && tokens[next].Glued)) next += Is(next + 1, Lexeme.Minute) ? 2 : 1;
            return next;
        }
        // «10⁰⁰»
        if (Is(next, Lexeme.Sign) && tokens[next].Glued && Is(next + 1, Lexeme.Sign) && tokens[next + 1].Glued) return next + 2;
        if (At(next) is not (Lexeme.Dot or Lexeme.Colon or Lexeme.Dash) || !tokens[next].Glued || !IsPairOfMinutes(next + 1)) return i;
        var minutes = tokens[next + 1].Value;
        var end = next + 2;
        if (Is(end, Lexeme.Hour)) return end + 1;
        var time = At(next) switch
        {
            Lexeme.Colon => true,
            Lexeme.Dash => minutes == 0 || minutes % 5 == 0 && (surely || PendingRole == Role.In && !Is(end, Lexeme.Month) && !Is(end, Lexeme.Dot)) && !Is(end, Lexeme.Month),
            // «10.10» is a time only where a day cannot stand; «10.30» always, unless a year follows.
            _ => (minutes is 0 or > 12 || surely && minutes % 5 == 0 || PendingRole == Role.In && minutes % 5 == 0) && !(Is(end, Lexeme.Dot) && Is(end + 1, Lexeme.Number) && tokens[end + 1].Glued),
        };
        if (!time) return i;
        return Is(end, Lexeme.Hour) ? end + 1 : end;
    }

    /// <summary>«в течение 24 часов» is a duration, «в 15 часов» a time.</summary>
    private bool IsDuration(int i) => At(i - 1) is Lexeme.Course or Lexeme.Through or Lexeme.Than or Lexeme.More or Lexeme.Later or Lexeme.For;
}
