using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Changes;

/// <summary>Agreement of the changes that are to become the next version of an approved plan.</summary>
public sealed partial class AgreementModel
{
    /// <summary>Requests that wait for a decision, in the order of their numbers: what is agreed.</summary>
    public IReadOnlyList<ChangeRequest> Pending { get; private set; } = [];

    /// <summary>The version the changes are to become; <c>null</c> for a draft.</summary>
    public int? NextVersion => Plan.InForce?.Number + 1;

    public string CodeOf(ChangeRequest request) => Plan.Measures.Single(m => m.Id == request.MeasureId).Code;

    private Task<List<ChangeRequest>> PendingOf(Plan plan) =>
        db.ChangeRequests.AsNoTracking().Where(r => r.PlanId == plan.Id && r.State == ChangeState.Asked).OrderBy(r => r.Number).ToListAsync();

    // Another request, or another wording of the plan beneath, is another text.
    private string Mark() => !Plan.IsApproved ? Plan.TextMark()
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plan.TextMark() + string.Join('|', Pending.Select(r => $"{r.Id}:{r.After}")))))[..16];

    /// <summary>A draft goes to all its executors; changes go to those whose rows change, and to those who are named anew.</summary>
    private IReadOnlyList<(string Name, Guid? Unit)> Asked(ExecutorMatch matches)
    {
        if (!Plan.IsApproved) return Plan.ExecutorUnits();
        var touched = Plan.ExecutorUnits([.. Pending.Select(r => r.MeasureId)]);
        var named = Pending.Where(r => r.Kind == ChangeKind.Executors).SelectMany(r => ChangeDesk.Names(r.After)).Select(n => (Name: n, matches.Named(new ExecutorDraft(n, ExecutorKind.Organisation, false)).OrganisationId));
        return [.. touched.Concat(named).DistinctBy(e => e.Item2?.ToString() ?? Ru.Key(e.Item1))];
    }
}
