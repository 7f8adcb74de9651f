using Vekha.Control;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

public sealed partial class Measure
{
    /// <summary>What a person set as proof; <c>null</c> until then.</summary>
    public List<ProofRule>? ProofSet { get; private set; }

    /// <summary>«Что считается подтверждением»: as set, else as the document asks.</summary>
    public IReadOnlyList<ProofRule> Proof => ProofSet ?? ProofRule.Propose(Fields.GetValueOrDefault("evidence"), Title);

    /// <summary>Says what counts as proof; it is control, not the text of the plan, and may change while the plan runs.</summary>
    public void AskProof(IEnumerable<ProofRule> rules) => ProofSet = [.. rules];

    /// <summary>«Отчёт неполный»: refuses a report without what a person set; what only the document seems to ask for is shown, not demanded.</summary>
    public void MustBeProven(ProofGiven given, IReadOnlyCollection<string> fileNames)
    {
        var missing = ProofRule.Missing(ProofSet ?? [], given, fileNames);
        if (missing.Count > 0)
            throw new Refusal("Отчёт неполный", Ru.Capital(string.Join(", ", missing)), "Допишите и отправьте снова: написанное и файлы сохранены в черновике") { Field = "Proof" };
    }
}
