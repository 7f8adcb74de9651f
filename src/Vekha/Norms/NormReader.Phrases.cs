using Vekha.Plans;

namespace Vekha.Norms;

public static partial class NormReader
{
    /// <summary>What is counted.</summary>
    /// <param name="Unit">Nominative singular.</param>
    /// <param name="Head">The noun alone, as it stands in the text.</param>
    /// <param name="Behind">The word behind the phrase.</param>
    private readonly record struct Thing(string Unit, string Head, int Behind);

    /// <summary>Adjectives that praise or date a thing and do not name it: «лучшие практики», «однодневные семинары».</summary>
    private static readonly string[] Describing = ["лучш", "нов", "отобранн", "созданн", "проведенн", "региональн", "различн", "крупн", "данн", "указанн", "соответствующ", "следующ", "ежегодн", "ежемесячн", "больш", "разн", "перв", "последн", "необходим"];

    /// <summary>«пилотных площадок», «круглых столов», ««клуба по месту жительства»».</summary>
    private static Thing? ThingAt(List<NormWord> words, int i, bool? feminine = null)
    {
        var next = i;
        string? adjective = null;
        while (next < words.Count && words[next].IsWord && NominativeForm.IsAdjective(words[next].Plain) && next - i < 5)
        {
            adjective = words[next].Plain;
            next++;
            if (At(words, next) is "," or "и" && next + 1 < words.Count && NominativeForm.IsAdjective(words[next + 1].Plain)) next++;
        }
        if (At(words, next) is "«" or "\"" or "“") return Quoted(words, next, feminine);
        if (next >= words.Count || !words[next].IsWord || words[next].Plain.Length < 3) return null;
        var head = words[next].Plain;
        if (IsPlace(head)) return null;
        var noun = NominativeForm.OfNoun(head, feminine);
        var unit = adjective is null || Describing.Any(d => adjective.StartsWith(d, StringComparison.Ordinal)) || adjective.Contains("дневн", StringComparison.Ordinal) || adjective.Contains("часов", StringComparison.Ordinal)
            ? noun : $"{NominativeForm.OfAdjective(adjective, noun)} {noun}";
        return new(unit, head, next + 1);
    }

    /// <summary>«в 15 районах»: the prepositional plural tells where, not how many.</summary>
    private static bool IsPlace(string noun) => noun.EndsWith("ах", StringComparison.Ordinal) || noun.EndsWith("ях", StringComparison.Ordinal);

    /// <summary>A name in quotes is counted whole: «клуб по месту жительства».</summary>
    private static Thing? Quoted(List<NormWord> words, int i, bool? feminine)
    {
        var close = i + 1;
        while (close < words.Count && At(words, close) is not ("»" or "\"" or "”") && close - i < 10) close++;
        if (close >= words.Count || close == i + 1 || close - i >= 10 || !words[i + 1].IsWord) return null;
        var rest = string.Join(' ', words[(i + 2)..close].Select(w => w.Text));
        var head = NominativeForm.OfNoun(words[i + 1].Plain, feminine ?? false);
        return new(rest.Length == 0 ? head : $"{head} {rest}", words[i + 1].Plain, close + 1);
    }

    /// <summary>«каждом созданном «клубе…»», «в месяц», «ежегодно»: for each what. Answers the word behind it.</summary>
    private static int PerBehind(List<NormWord> words, int i, IReadOnlyList<NormDraft> found, out string? per)
    {
        per = null;
        switch (At(words, i))
        {
            case "ежегодно": per = "год"; return i + 1;
            case "ежемесячно": per = "месяц"; return i + 1;
            case "ежеквартально": per = "квартал"; return i + 1;
            case "еженедельно": per = "неделя"; return i + 1;
            case "в" when At(words, i + 1) is "год" or "месяц" or "квартал" or "день" or "полугодие": per = At(words, i + 1); return i + 2;
            case "в" when At(words, i + 1) is "неделю": per = "неделя"; return i + 2;
        }
        var next = i;
        // «из региона в каждом …»: a few words may stand before.
        for (var skip = 0; skip < 4 && next < words.Count && words[next].IsWord && !IsEach(At(words, next)); skip++) next++;
        if (!IsEach(At(words, next))) return i;
        var thing = ThingAt(words, next + 1, Gender(At(words, next)));
        if (thing is not { } each) return i;
        per = Known(each, found);
        return each.Behind;
    }

    private static bool IsEach(string word) => word is "каждом" or "каждой" or "каждого" or "каждому" or "каждую" or "каждый" or "каждая" or "каждое";

    private static bool? Gender(string each) => each is "каждой" or "каждую" or "каждая" ? true : each is "каждый" or "каждого" or "каждому" or "каждом" ? false : null;

    /// <summary>«в каждом сюжете» of a text that counts «видеосюжеты» means those.</summary>
    private static string Known(Thing thing, IReadOnlyList<NormDraft> found)
    {
        foreach (var norm in found)
            if (norm.Unit.Length > thing.Unit.Length && norm.Unit.EndsWith(thing.Unit, StringComparison.Ordinal) && !norm.Unit.Contains(' ')) return norm.Unit;
        return thing.Unit;
    }

    private static string Words(string title, List<NormWord> words, int first, int behind) => title[words[first].Start..words[behind - 1].End];

    private static void Keep(List<NormDraft> found, NormDraft norm)
    {
        if (!found.Any(n => n.Quantity == norm.Quantity && n.Unit == norm.Unit && n.Per == norm.Per)) found.Add(norm);
    }

    /// <summary>«не менее 3-х мероприятий в каждом клубе», «20 однодневных семинаров», «в каждом сюжете по 2 практики».</summary>
    private static int Plain(string title, List<NormWord> words, int i, List<NormDraft> found)
    {
        // «(в) каждом сюжете по 2 практики», «от каждого района по 2 участника»
        if (IsEach(At(words, i)) && At(words, i + 1) != "из" && ThingAt(words, i + 1, Gender(At(words, i))) is { } each)
        {
            var by = each.Behind;
            for (var skip = 0; skip < 3 && by < words.Count && QuantityAt(words, by) is null && words[by].IsWord; skip++) by++;
            if (QuantityAt(words, by) is not { } count || At(words, by) is not ("по" or "не" or "минимум") && by > each.Behind || ThingAt(words, count.Behind) is not { } what) return i;
            var start = i > 0 && At(words, i - 1) is "в" or "на" or "от" or "для" or "из" ? i - 1 : i;
            Keep(found, new(Words(title, words, start, what.Behind), count.Value, what.Unit, count.AtLeast, Known(each, found)));
            return what.Behind;
        }
        if (QuantityAt(words, i) is not { } quantity) return i;
        // «о 2 отобранных практиках», «в 15 районах», «с 10 площадками»
        if (!quantity.AtLeast && At(words, i - 1) is "о" or "об" or "в" or "на" or "из" or "со" && ThingAt(words, quantity.Behind) is null or { Head: [.., 'х'] or [.., 'м', 'и'] }) return i;
        if (ThingAt(words, quantity.Behind) is not { } thing || thing.Head.EndsWith("ами", StringComparison.Ordinal)) return i;
        var behind = PerBehind(words, thing.Behind, found, out var per);
        if (per is null) behind = thing.Behind;
        Keep(found, new(Words(title, words, quantity.First, behind), quantity.Value, thing.Unit, quantity.AtLeast, per));
        return behind;
    }

    /// <summary>«Каждая из 10 пилотных площадок проводит по 2 семинара»: ten sites, two seminars for each.</summary>
    private static int EachOf(string title, List<NormWord> words, int i, List<NormDraft> found)
    {
        if (!IsEach(At(words, i)) || At(words, i + 1) != "из" || QuantityAt(words, i + 2) is not { } sites || ThingAt(words, sites.Behind) is not { } site) return i;
        var by = site.Behind;
        while (by < words.Count && by - site.Behind < 6 && words[by].IsWord && At(words, by) is not ("по" or "не" or "минимум")) by++;
        if (QuantityAt(words, by) is { } count && At(words, by) is "по" or "не" or "минимум" && ThingAt(words, count.Behind) is { } thing)
        {
            Keep(found, new(Words(title, words, i, thing.Behind), count.Value, thing.Unit, count.AtLeast, site.Unit));
            Keep(found, new(Words(title, words, sites.First, site.Behind), sites.Value, site.Unit, sites.AtLeast, null));
            return thing.Behind;
        }
        Keep(found, new(Words(title, words, i, site.Behind), sites.Value, site.Unit, sites.AtLeast, null));
        return site.Behind;
    }

    /// <summary>«количество участников каждого – не менее 30», «охват – не менее 100 человек».</summary>
    private static int HowManyOf(string title, List<NormWord> words, int i, List<NormDraft> found)
    {
        if (At(words, i) is not ("количество" or "число" or "численность") || ThingAt(words, i + 1) is not { } thing) return i;
        var next = thing.Behind;
        string? per = null;
        if (IsEach(At(words, next)))
        {
            var each = next + 1 < words.Count && words[next + 1].IsWord ? ThingAt(words, next + 1, Gender(At(words, next))) : null;
            per = each?.Unit ?? found.LastOrDefault(n => n.Per is null)?.Unit;
            next = each?.Behind ?? next + 1;
        }
        if (At(words, next) is "–" or "-" or "—" or ":") next++;
        if (At(words, next) is "составит" or "составляет") next++;
        var number = QuantityWithoutThing(words, next, out var behind);
        if (number is not { } quantity) return i;
        Keep(found, new(Words(title, words, i, behind), quantity.Value, thing.Unit, quantity.AtLeast, per));
        return behind;
    }

    /// <summary>The number alone, which nothing counted follows.</summary>
    private static Quantity? QuantityWithoutThing(List<NormWord> words, int i, out int behind)
    {
        var next = i;
        var atLeast = false;
        if (At(words, next) == "не" && At(words, next + 1) is "менее" or "меньше") { atLeast = true; next += 2; }
        else if (At(words, next) is "более" or "свыше" or "минимум") { atLeast = true; next++; }
        behind = next + 1;
        if (next >= words.Count) return null;
        var value = words[next].InWords > 0 ? words[next].InWords : TryNumber(words[next].Text, out var digits) ? digits : 0;
        return value > 0 ? new(value, atLeast, i, behind) : null;
    }
}
