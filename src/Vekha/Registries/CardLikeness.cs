namespace Vekha.Registries;

/// <summary>«Лицо карточки»: by what one card is told from another.</summary>
/// <param name="Id">Whose.</param>
/// <param name="Name">«Подростковый клуб «Маяк»».</param>
/// <param name="Address">Where it is, or <c>null</c>.</param>
/// <param name="Place">Only cards of one place are alike: the key of the territory.</param>
public sealed record CardFace(Guid Id, string Name, string? Address, Guid Place);

/// <summary>«Возможный повтор»: two cards that may be about one object.</summary>
/// <param name="First">The card entered earlier.</param>
/// <param name="Second">The one entered later.</param>
/// <param name="Why">«похожее название, тот же адрес».</param>
public sealed record LikeCards(CardFace First, CardFace Second, string Why);

/// <summary>Finds cards that may be about one object: by name, address and territory.</summary>
public sealed class CardLikeness
{
    private readonly HashSet<string> common;

    /// <param name="commonWords">Words that say nothing of the object: «клуб», «клуба».</param>
    public CardLikeness(IEnumerable<string> commonWords) => common = [.. commonWords.SelectMany(WordsOf)];

    /// <summary>Pairs among cards, in the order given. Only cards that share a word or an address are compared.</summary>
    public IReadOnlyList<LikeCards> Among(IReadOnlyList<CardFace> cards)
    {
        var found = new List<LikeCards>();
        var sameKey = new Dictionary<(Guid, string), List<Known>>();
        foreach (var card in cards.Select(Of))
        {
            var keys = KeysOf(card).ToList();
            foreach (var earlier in keys.SelectMany(k => sameKey.GetValueOrDefault(k) ?? []).Distinct())
                if (Why(earlier, card) is { } why) found.Add(new(earlier.Face, card.Face, why));
            foreach (var key in keys) (sameKey.TryGetValue(key, out var list) ? list : sameKey[key] = []).Add(card);
        }
        return found;
    }

    /// <summary>Which of the cards may be about the same object as this one.</summary>
    public IReadOnlyList<LikeCards> Of(CardFace card, IEnumerable<CardFace> cards)
    {
        var known = Of(card);
        return [.. cards.Where(c => c.Id != card.Id && c.Place == card.Place).Select(c => (Card: c, Why: Why(Of(c), known))).Where(c => c.Why is not null).Select(c => new LikeCards(c.Card, card, c.Why!))];
    }

    /// <summary>Cards put in order for one question after another: the answer does not wait for all of them to be gone through.</summary>
    public LikenessIndex Index(IEnumerable<CardFace> cards)
    {
        var index = new LikenessIndex(this);
        foreach (var card in cards ?? []) index.Add(card);
        return index;
    }

    internal static IEnumerable<(Guid, string)> KeysOf(Known card) => card.Words.Select(w => w.Length >= 5 ? w[..3] : w).Concat(card.Address is { } a ? ["@" + a] : []).Distinct().Select(k => (card.Face.Place, k));

    internal sealed record Known(CardFace Face, IReadOnlyList<string> Words, string? Address);

    internal Known Of(CardFace face)
    {
        var words = WordsOf(face.Name);
        var telling = words.Where(w => !common.Contains(w)).ToList();
        var address = face.Address is null ? null : string.Join(' ', WordsOf(face.Address).Where(w => !Street.Contains(w)));
        return new(face, telling.Count > 0 ? telling : words, string.IsNullOrEmpty(address) ? null : address);
    }

    internal static string? Why(Known a, Known b)
    {
        var sameAddress = a.Address is not null && a.Address == b.Address;
        var (numbersA, numbersB) = (Numbers(a), Numbers(b));
        // «Маяк № 1» and «Маяк № 2» are two clubs, whatever else they share.
        if (numbersA.Count > 0 && numbersB.Count > 0 && !numbersA.SetEquals(numbersB)) return null;
        var shared = a.Words.Count(w => b.Words.Any(v => Same(w, v)));
        var (least, most) = (Math.Min(a.Words.Count, b.Words.Count), Math.Max(a.Words.Count, b.Words.Count));
        var tail = sameAddress ? ", тот же адрес" : "";
        if (shared == most && a.Words.SequenceEqual(b.Words)) return "одинаковое название" + tail;
        if (least > 0 && shared >= least && shared * 2 >= most && !(a.Address is not null && b.Address is not null && !sameAddress && least < 2)) return "похожее название" + tail;
        return sameAddress && shared * 2 >= least ? "похожее название, тот же адрес" : null;
    }

    private static HashSet<string> Numbers(Known card) => [.. card.Words.Where(w => w.All(char.IsDigit))];

    // One letter more, less or other: «Радуга» and «Радига».
    private static bool Same(string a, string b)
    {
        if (a == b) return true;
        if (a.Length < 5 || b.Length < 5 || Math.Abs(a.Length - b.Length) > 1 || char.IsDigit(a[0]) || char.IsDigit(b[0])) return false;
        var head = a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
        var tail = a.Reverse().Zip(b.Reverse()).TakeWhile(p => p.First == p.Second).Count();
        return head + tail >= Math.Max(a.Length, b.Length) - 1;
    }

    private static readonly HashSet<string> Street = ["г", "город", "ул", "улица", "д", "дом", "пос", "поселок", "п", "с", "село", "пр", "проспект", "пер", "переулок", "корп", "к"];

    private static List<string> WordsOf(string text)
    {
        var plain = new string([.. text.ToLowerInvariant().Replace('ё', 'е').Select(c => char.IsLetterOrDigit(c) ? c : ' ')]);
        return [.. plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
