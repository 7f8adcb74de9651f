namespace Vekha.Registries;

/// <summary>«Указатель карточек»: cards by the beginnings of their words and by address, so that a like one is found without going through all.</summary>
public sealed class LikenessIndex
{
    private readonly CardLikeness likeness;
    private readonly Dictionary<(Guid, string), List<CardLikeness.Known>> byKey = [];

    internal LikenessIndex(CardLikeness likeness) => this.likeness = likeness;

    /// <summary>From now on this card is compared with too.</summary>
    public void Add(CardFace card)
    {
        var known = likeness.Of(card);
        foreach (var key in CardLikeness.KeysOf(known)) (byKey.TryGetValue(key, out var list) ? list : byKey[key] = []).Add(known);
    }

    /// <summary>The first card that may be about the same object; <c>null</c> for none.</summary>
    public LikeCards? Like(CardFace card)
    {
        var asked = likeness.Of(card);
        foreach (var known in CardLikeness.KeysOf(asked).SelectMany(k => byKey.GetValueOrDefault(k) ?? []).Distinct())
            if (known.Face.Id != card.Id && CardLikeness.Why(known, asked) is { } why) return new(known.Face, card, why);
        return null;
    }
}
