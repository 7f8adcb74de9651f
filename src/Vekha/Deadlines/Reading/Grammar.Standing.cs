namespace Vekha.Deadlines.Reading;

/// <summary>No day at all: «постоянно», «в течение периода», «по мере необходимости», «при поступлении», «по отдельному плану».</summary>
internal sealed partial class Grammar
{
    private int AddOpen(TermKind kind, int first, int from, bool weak = false)
    {
        var end = from < tokens.Count ? AnchorEnd(from) : tokens.Count;
        end = Math.Max(end, first + 1);
        Add(kind, first, end).Weak = weak;
        return end;
    }

    /// <summary>«постоянно», «весь период реализации», «период действия договора».</summary>
    private int Standing(int i)
    {
        switch (At(i))
        {
            case Lexeme.Constantly:
                Add(TermKind.Ongoing, i, i + 1);
                return i + 1;
            case Lexeme.Whole when At(i + 1) is Lexeme.Period or Lexeme.Deadline or Lexeme.Carrying or Lexeme.SeasonWord || IsWord(i + 1, "врем") || IsWord(i + 1, "жизн"):
                return AddOpen(TermKind.Ongoing, i, i + 1);
            case Lexeme.Period when !StartsUnit(i + 1) && !(At(i + 1) is Lexeme.From or Lexeme.Until or Lexeme.End or Lexeme.Dash or Lexeme.Colon):
                return AddOpen(TermKind.Ongoing, i, i + 1);
            case Lexeme.Vacation:
                return AddOpen(TermKind.Ongoing, i, i + 1);
            default: return i;
        }
    }

    /// <summary>«в течение периода», «на протяжении всего срока», «в ходе реализации», «на постоянной основе», «на каникулах».</summary>
    private int StandingBehind(int i)
    {
        var next = i + 1;
        switch (At(next))
        {
            case Lexeme.Constant when At(next + 1) is Lexeme.Basis or Lexeme.Control || At(i) == Lexeme.On:
                Add(TermKind.Ongoing, i, At(next + 1) is Lexeme.Basis or Lexeme.Control ? next + 2 : next + 1);
                return terms[termCount - 1].End;
            case Lexeme.Constantly when At(next + 1) is Lexeme.Basis or Lexeme.Control or Lexeme.Working:
                Add(TermKind.Ongoing, i, next + 2);
                return next + 2;
            case Lexeme.Control or Lexeme.Working or Lexeme.Planned when Is(i, Lexeme.On) || IsWord(next + 1, "поряд") || IsWord(next + 1, "режим"):
                Add(TermKind.Ongoing, i, Math.Min(next + 2, tokens.Count));
                return Math.Min(next + 2, tokens.Count);
            case Lexeme.Course or Lexeme.Extent or Lexeme.Period when ContentOf(next + 1) is var content:
                if (StartsUnit(content) || Is(content, Lexeme.From) && StartsUnit(content + 1) || At(content) is Lexeme.Until or Lexeme.Colon) return Add(TermKind.Role, i, content, Role.In);
                if (At(content) is Lexeme.Working or Lexeme.Day or Lexeme.Hour) return i;
                if (Is(next, Lexeme.Period) && content >= tokens.Count) return i;
                return AddOpen(TermKind.Ongoing, i, content);
            case Lexeme.Whole or Lexeme.Current when !StartsUnit(next): return Standing(next) is var whole && whole > next ? whole : i;
            // «в рамках реализации программы», «в тёплое время года»: give way to any day beside them.
            case Lexeme.Unknown when IsWord(next, "рамк") && At(next + 1) is Lexeme.Carrying or Lexeme.Deadline or Lexeme.Period || IsWord(next + 1, "врем") && Is(next + 2, Lexeme.Year):
                return AddOpen(TermKind.Ongoing, i, next + 1, weak: true);
            case Lexeme.Vacation or Lexeme.Unknown when Is(next, Lexeme.Vacation) || Is(next + 1, Lexeme.Vacation) || At(next + 1) is Lexeme.SeasonWord:
                return AddOpen(TermKind.Ongoing, i, next);
            default: return i;
        }
    }

    /// <summary>What a course or period is of: «(всего) (периода) (реализации)…».</summary>
    private int ContentOf(int i)
    {
        while (At(i) is Lexeme.Whole && !StartsUnit(i) || At(i) is Lexeme.Period) i++;
        return i;
    }

    /// <summary>«по мере необходимости», «при поступлении», «в случае возникновения», «по запросу».</summary>
    private int AsNeeded(int i)
    {
        var next = i + 1;
        return (At(i), At(next)) switch
        {
            (Lexeme.Along, Lexeme.Measure or Lexeme.Demand or Lexeme.Need) => AddOpen(TermKind.AsNeeded, i, next + 1),
            // «по отдельному запросу», «по письменным заявкам»
            (Lexeme.Along, Lexeme.Separate or Lexeme.Unknown) when Is(next + 1, Lexeme.Demand) && tokens.PlainOf(next) is [.., 'м' or 'й' or 'у'] && !IsWord(next + 1, "налич") => AddOpen(TermKind.AsNeeded, i, next + 2),
            (Lexeme.In, Lexeme.Case) => AddOpen(TermKind.AsNeeded, i, next + 1),
            (Lexeme.At, Lexeme.Need or Lexeme.Demand or Lexeme.Unknown or Lexeme.Carrying or Lexeme.Begin) => AddOpen(TermKind.AsNeeded, i, next),
            _ => i,
        };
    }

    /// <summary>«по отдельному плану», «согласно графику», «см. п. 3.2», «в установленные сроки».</summary>
    private int Reference(int i)
    {
        var next = i + 1;
        switch (At(i))
        {
            case Lexeme.According:
                return AddReference(i, next, isAct: MentionsAct(next));
            case Lexeme.In or Lexeme.On when Is(next, Lexeme.Accordance):
                return AddReference(i, next + 1, isAct: MentionsAct(next + 1) || IsWord(next, "исполн"));
            case Lexeme.In when Is(next, Lexeme.Established) && (At(next + 1) is Lexeme.Deadline || IsWord(next + 1, "поряд") || EstablishedDeadline(next + 1)):
                return AddReference(i, next + 1, isAct: false);
            case Lexeme.In when Is(next, Lexeme.Deadline) && (Is(SkipComma(next + 1), Lexeme.Established) || At(next + 1) is Lexeme.Unknown or Lexeme.Act or Lexeme.Schedule or Lexeme.Carrying):
                return AddReference(i, next + 1, isAct: false);
            case Lexeme.Deadline when Is(SkipComma(next), Lexeme.Established):
                return AddReference(i, next, isAct: false);
            case Lexeme.Established when Is(next, Lexeme.Deadline):
                return AddReference(i, next, isAct: false);
            case Lexeme.Along:
                return AlongPlan(i);
            case Lexeme.Separate when i == 0 && Is(next, Lexeme.Schedule): return AddReference(i, next, isAct: false, weak: true); // «отдельный график»
            case Lexeme.Schedule when i == 0 && tokens.Count <= 4 && !(At(next) is Lexeme.On or Lexeme.Number or Lexeme.For):
                return AddReference(i, next, isAct: false, weak: true);
            case Lexeme.Point when tokens[i].Value == 0 && PointNumber(i) is var point && point > i && i == 0:
                return AddReference(i, point, isAct: false, weak: true);
            default: return i;
        }
    }

    /// <summary>«(в установленные) законом / действующим законодательством сроки».</summary>
    private bool EstablishedDeadline(int i)
    {
        for (var next = i; next < i + 4 && At(next) is Lexeme.Unknown or Lexeme.Act or Lexeme.Schedule or Lexeme.Deadline; next++)
            if (Is(next, Lexeme.Deadline) || IsWord(next, "порядк")) return true;
        return false;
    }

    /// <summary>«по (отдельному, утверждённому…) плану», «по согласованию».</summary>
    private int AlongPlan(int i)
    {
        for (var next = i + 1; next < Math.Min(i + 5, tokens.Count); next++)
            switch (At(next))
            {
                case Lexeme.Separate:
                    // «(по согласованию)» beside a date is said of the executor.
                    if (tokens[next].Value == 1 && next == i + 1) return AddReference(i, next + 1, isAct: false, weak: true);
                    if (At(next + 1) is Lexeme.Schedule or Lexeme.Act or Lexeme.Unknown) return AddReference(i, next + 1, isAct: false);
                    break;
                case Lexeme.Schedule: return AddReference(i, next + 1, isAct: false);
                case Lexeme.Act: return AddReference(i, next + 1, isAct: MentionsAct(next));
                case Lexeme.Unknown or Lexeme.Established or Lexeme.Calendar or Lexeme.Working or Lexeme.School or Lexeme.Every or Lexeme.Planned or Lexeme.Current: break;
                default: return i;
            }
        return i;
    }

    private int AddReference(int first, int from, bool isAct, bool weak = false)
    {
        var end = Math.Max(AnchorEnd(from), first + 1);
        for (var k = from; k < end; k++)
            // «по плану 15 мая»: a day that is not the date of a paper ends the reference.
            if (Is(k, Lexeme.Number) && !Is(k - 1, Lexeme.OutOf) && At(k + 1) is Lexeme.Month && k > from) { end = k; break; }
        Add(TermKind.Reference, first, end).Weak = isAct || weak;
        return end;
    }

    /// <summary>Whether the words speak of a law or an order: its ground is no deadline when another one is named.</summary>
    private bool MentionsAct(int i)
    {
        if (Is(i, Lexeme.Point) || IsWord(i, "поручен")) return true;
        if (At(i) == Lexeme.From && Is(i + 1, Lexeme.Point)) return true; // «в соответствии с п. 3 ст. 15»
        for (var next = i; next < Math.Min(i + 4, tokens.Count); next++)
            if (At(next) is Lexeme.Act) return true;
        return false;
    }
}
