namespace Vekha.Web.Features.Plans;

public sealed partial class EditModel
{
    /// <summary>Which row follows which, with the days the draft gives them.</summary>
    public IReadOnlyList<DependencyLine> Order { get; private set; } = [];

    private async Task LoadOrder() => Order = await DependencySets.Of(db, await PlanOnDay.Load(db, Plan, Programme, Plan.First));
}
