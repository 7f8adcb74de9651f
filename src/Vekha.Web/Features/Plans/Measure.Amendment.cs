namespace Vekha.Web.Features.Plans;

public sealed partial class Measure
{
    /// <summary>Takes the words of a new version; an executor who stays keeps who stands behind the name and what was answered.</summary>
    internal void Amend(RowWords words)
    {
        if (words.Title is { } title && title.Trim() != Title) (RawTitle, Title) = (null, title.Trim());
        if (words.Deadlines is { } deadlines) (DeadlineText, Deadlines, DeadlineInherited) = (words.DeadlineText ?? DeadlineText, [.. deadlines], false);
        if (words.EveryExecutorAnswers is { } every) EveryExecutorAnswers = every;
        if (words.Executors is not { } named) return;
        executors.RemoveAll(e => !named.Any(n => Same(n.Name, e.Name)));
        for (var i = 0; i < named.Count; i++)
        {
            var name = named[i];
            if (executors.FirstOrDefault(e => Same(e.Name, name.Name)) is { } known) known.StandAt(i);
            else AddExecutor(name.Name, name.Kind, name.ByConsent, name.OrganisationId, name.PersonId).StandAt(i);
        }
    }

    internal void Renumber(string? number, string code, Stage? stage) => (Number, Code, StageId) = (number, code, stage?.Id);

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.CurrentCultureIgnoreCase);
}
