using Vekha.Plans;

namespace Vekha.Web.Features.Plans;

public sealed partial class Measure
{
    /// <summary>The same row in the plan of another period.</summary>
    internal void RepeatIn(Plan plan, Stage? stage, int years)
    {
        var copy = plan.AddMeasure(stage, Number, Plan.MoveYears(Title, years));
        copy.DeadlineText = DeadlineText is { } text ? Plan.MoveYears(text, years) : null;
        copy.Deadlines = [.. Deadlines.Select(d => Repetition.Shift(d, years))];
        (copy.DeadlineClass, copy.DeadlineInherited, copy.EveryExecutorAnswers) = (DeadlineClass, DeadlineInherited, EveryExecutorAnswers);
        (copy.Norms, copy.Fields) = ([.. Norms], new(Fields));
        foreach (var executor in executors.OrderBy(e => e.Position))
            copy.AddExecutor(executor.Name, executor.Kind, executor.ByConsent, executor.OrganisationId, executor.PersonId);
        foreach (var part in deliverables.OrderBy(d => d.Position)) copy.AddDeliverable(part.Title);
    }
}
