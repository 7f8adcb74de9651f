using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

public sealed partial class Fact
{
    /// <summary>What proves it, in words: «акт № 118-р от 01.10.2017», «2 ссылки», «3 файла». Needs <see cref="Files"/>.</summary>
    public IReadOnlyList<string> ProofWords()
    {
        List<string> words = [];
        if (Proof?.ActNumber is { } number) words.Add($"акт № {number}{(Proof.ActOn is { } on ? $" от {Ru.Digits(on)}" : "")}");
        if (Proof is { Links.Count: > 0 }) words.Add(Ru.Count(Proof.Links.Count, "ссылка", "ссылки", "ссылок"));
        if (Proof is { Sums.Count: > 0 }) words.Add(Ru.Roubles(Proof.Sums.Sum(s => s.Roubles)));
        if (files.Count > 0) words.Add(Ru.Count(files.Count, Noun.File));
        return words;
    }
}
