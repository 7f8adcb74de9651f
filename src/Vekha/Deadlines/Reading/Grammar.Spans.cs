namespace Vekha.Deadlines.Reading;

/// <summary>From terms to items: prepositions meet their units, two units make a span.</summary>
internal sealed partial class Grammar
{
    private Item[] items = new Item[16];
    private int itemCount;

    /// <summary>Inside brackets, at the place that is put together.</summary>
    private bool bracketed;

    private ref Item AddItem(in Term term, int index, Gap gap)
    {
        if (itemCount == items.Length) Array.Resize(ref items, itemCount * 2);
        ref var item = ref items[itemCount++];
        item = new Item { Kind = term.Kind, Gap = gap, Unit = term.Unit, Weak = term.Weak, TermIndex = index, TokenEnd = term.End, Repetition = term.Repetition, Counted = term.Counted, Bracketed = bracketed };
        return ref item;
    }

    private void Assemble()
    {
        itemCount = 0;
        var role = Role.None;
        var gap = Gap.None;
        bool towards = false, inclusive = false;
        bracketed = false;
        for (var i = 0; i < termCount; i++)
        {
            ref var term = ref terms[i];
            switch (term.Kind)
            {
                case TermKind.Role:
                    inclusive = term.Role == Role.By && role == Role.In;
                    role = term.Role;
                    towards = At(term.First) == Lexeme.To || At(term.First) == Lexeme.From;
                    if (term.Line && gap == Gap.None) gap = Gap.Line;
                    continue;
                case TermKind.Unit:
                    if (term.Line && gap == Gap.None) gap = Gap.Line;
                    Place(ref term, i, role, gap, towards, inclusive);
                    break;
                case TermKind.Comma:
                    gap = Widest(gap, Gap.Comma);
                    bracketed = At(term.First) switch { Lexeme.Open => true, Lexeme.Close => false, _ => bracketed };
                    continue;
                case TermKind.And: gap = Widest(gap, Gap.And); continue;
                case TermKind.Slash: gap = Widest(gap, Gap.Slash); continue;
                case TermKind.Dash: gap = Widest(gap, Gap.Dash); continue;
                case TermKind.Semicolon:
                    gap = Widest(gap, Gap.Semicolon);
                    role = Role.None;
                    continue;
                case TermKind.Then:
                    gap = Gap.Then;
                    role = Role.None;
                    continue;
                case TermKind.Noise:
                    role = EndOfSpan(term);
                    gap = role == Role.None ? Widest(gap, Gap.Noise) : gap;
                    continue;
                default:
                    if (term.Line && gap == Gap.None) gap = Gap.Line;
                    AddItem(term, i, gap);
                    break;
            }
            role = Role.None;
            gap = Gap.None;
            inclusive = false;
        }
    }

    private static Gap Widest(Gap a, Gap b) => a > b ? a : b;

    /// <summary>«начало – 01.02.2022, окончание работ – 30.06.2022».</summary>
    private Role EndOfSpan(in Term noise)
    {
        for (var i = noise.First; i < noise.End; i++)
            switch (At(i))
            {
                case Lexeme.Begin: return Role.Start;
                case Lexeme.Finish or Lexeme.EndWord: return Role.Finish;
            }
        return Role.None;
    }

    /// <summary>Puts a unit behind the items so far: alone, or as the end of a span.</summary>
    private void Place(ref Term term, int index, Role role, Gap gap, bool towards, bool inclusive)
    {
        if (itemCount > 0)
        {
            ref var last = ref items[itemCount - 1];
            // «не позднее 20 мая, но не ранее 1 мая»
            if (last is { Kind: TermKind.Unit, IsSpan: false, Role: Role.NotLater or Role.By } && role == Role.NotBefore && gap < Gap.Semicolon && term.Unit.Grain == Grain.Day && last.Unit.Grain == Grain.Day)
            {
                last.Earliest = term.Unit;
                last.TokenEnd = term.End;
                return;
            }
            if (last.Kind == TermKind.Unit)
            {
                if (!last.IsSpan && EndsSpan(last, term, role, gap, out var maybeList))
                {
                    last.IsSpan = true;
                    last.UnitTo = term.Unit;
                    last.MaybeList = maybeList;
                    last.EndsBy = role is Role.By or Role.NotLater;
                    last.TokenEnd = term.End;
                    if (last.Role is Role.From or Role.Between or Role.Start or Role.OutOf or Role.NotBefore or Role.After) last.Role = Role.None;
                    return;
                }
                // «III–IV кварталы 2020 – I квартал 2021»
                if (last.IsSpan && role == Role.None && gap == Gap.Dash && term.Unit.Grain == last.UnitTo.Grain && term.Unit.Grain is Grain.Quarter or Grain.Month && term.Unit.HasYear)
                {
                    last.UnitTo = term.Unit;
                    last.TokenEnd = term.End;
                    return;
                }
                // A third month without signs: it was a list from the start («Март Июнь Сентябрь»).
                if (last.IsSpan && last.MaybeList && role == Role.None && term.Unit.Grain == Grain.Month && gap is Gap.None or Gap.Line or Gap.Slash) Split(ref last, gap);
                // «до 20 января, 20 июля»: the preposition goes on.
                else if (role == Role.None && gap is Gap.Comma or Gap.And && last.Role is Role.By or Role.NotLater && IsDayLike(last.Final.Grain) && IsDayLike(term.Unit.Grain))
                    role = last.Role;
            }
        }
        ref var item = ref AddItem(term, index, gap);
        item.Role = role;
        item.Towards = towards;
        item.Inclusive = inclusive;
    }

    private void Split(ref Item last, Gap gap)
    {
        var second = last.UnitTo;
        last.IsSpan = last.MaybeList = false;
        var term = new Term { Kind = TermKind.Unit, Unit = second, End = last.TokenEnd };
        AddItem(term, items[itemCount - 1].TermIndex, Gap.Comma);
    }

    private static bool IsDayLike(Grain grain) => grain is Grain.Day or Grain.Bare or Grain.MonthDay;

    private bool EndsSpan(in Item last, in Term term, Role role, Gap gap, out bool maybeList)
    {
        var unit = term.Unit;
        maybeList = false;
        if (gap >= Gap.Semicolon && !(role == Role.Finish && last.Role == Role.Start)) return false;
        switch (role)
        {
            // «в ночь с 31 декабря на 1 января»
            case Role.On: return last.Role == Role.From && gap == Gap.None && IsDayLike(last.Unit.Grain) && unit.Grain == Grain.Day;
            case Role.Through: return last.Role is not (Role.By or Role.NotLater or Role.Through);
            case Role.Finish: return last.Role == Role.Start;
            // «ежегодно, начиная с 2026 года, до 1 марта»
            case Role.By or Role.NotLater when last is { Role: Role.From, Unit.Grain: Grain.Year } && unit is { Grain: Grain.Day, HasYear: false } && HasRepetition(): return false;
            case Role.By or Role.NotLater:
                return last.Role is Role.From or Role.OutOf or Role.NotBefore or Role.After or Role.Start
                    || last.Role is Role.None or Role.In && gap == Gap.None && role == Role.By && last.Unit.Grain == unit.Grain && unit.Edge == Edge.Whole;
            case Role.None: break;
            default: return false;
        }
        if (last.Role == Role.Between && gap == Gap.And) return true;
        switch (gap)
        {
            case Gap.Dash when unit.Grain == Grain.Year && last.Unit.HasYear && last.Unit.Grain != Grain.Year: // «III кв. 2022–2023 гг.», but «май 2025 г. – 2026 г.»
                return At(last.TokenEnd - 1) == Lexeme.Year && At(term.End - 1) == Lexeme.Year && !IsBackwards(last.Unit, unit);
            case Gap.Dash when last.Role == Role.For && unit.Grain == Grain.Day && last.Unit.Grain != Grain.Day: return false; // «доклад за I квартал – 20.04.2025»
            case Gap.Dash when last.Unit.Grain == Grain.Year && unit.Grain != Grain.Year && !unit.HasYear: return false; // «2022 г. – март, ноябрь»
            case Gap.Dash: return !IsBackwards(last.Unit, unit);
            case Gap.Slash when last.Unit.Grain == Grain.Year && unit.Grain == Grain.Year: return At(term.End - 1) == Lexeme.Years; // «2025/2027 годы»
            case Gap.Slash when last.Unit.Grain == Grain.Month && unit.Grain == Grain.Month:
                maybeList = true;
                return last.Unit.FirstMonth % 12 + 1 == unit.FirstMonth;
            case Gap.None or Gap.Line when last.Role is Role.None or Role.In && last.Unit.Grain == Grain.Month && unit.Grain == Grain.Month && !last.Unit.HasYear && last.Unit.Edge == Edge.Whole && unit.Edge == Edge.Whole
                                           && last.Unit.FirstMonth != unit.FirstMonth && (itemCount < 2 || items[itemCount - 2].Kind != TermKind.Unit || last.Gap is not (Gap.None or Gap.Line)):
                maybeList = true;
                return true;
            default: return false;
        }
    }

    /// <summary>Both years are named and the second end lies before the first: no span.</summary>
    private static bool IsBackwards(in CalendarUnit first, in CalendarUnit second) =>
        first.HasYear && second.HasYear && first.Grain != Grain.Bare && second.Grain != Grain.Bare && second.FirstMonth > 0 && first.FirstMonth > 0 && second.Last.CompareTo(first.First) < 0;
}
