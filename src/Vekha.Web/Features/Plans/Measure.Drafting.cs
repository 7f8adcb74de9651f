using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

public sealed partial class Measure
{
    /// <summary>Changes the words of a row while the plan is a draft; the words of the document stay beside.</summary>
    internal void Word(string title, string? deadlineText, IEnumerable<Deadline> deadlines, bool everyExecutorAnswers)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new Refusal("Мероприятие не сохранено", "У него нет названия", "Впишите его") { Field = "Title" };
        if (title.Trim() != Title) (RawTitle, Title) = (RawTitle ?? Title, title.Trim());
        DeadlineText = string.IsNullOrWhiteSpace(deadlineText) ? null : deadlineText.Trim();
        Deadlines = [.. deadlines];
        EveryExecutorAnswers = everyExecutorAnswers;
    }

    /// <summary>Names the executors anew, the first leads; a name that stays keeps who stands behind it.</summary>
    internal void NameExecutors(IEnumerable<string> names)
    {
        var before = executors.ToDictionary(e => e.Name, StringComparer.CurrentCultureIgnoreCase);
        executors.Clear();
        foreach (var name in names.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.CurrentCultureIgnoreCase))
        {
            var old = before.GetValueOrDefault(name);
            AddExecutor(name, old?.Kind ?? ExecutorKind.Organisation, old?.ByConsent ?? false, old?.OrganisationId, old?.PersonId);
        }
    }

    /// <summary>«Разделить результат»: the parts of one measure; its number stays.</summary>
    internal void SplitInto(IEnumerable<string> parts)
    {
        deliverables.Clear();
        foreach (var part in parts.Select(p => p.Trim()).Where(p => p.Length > 0)) AddDeliverable(part);
    }

    internal void StandAt(int position) => Position = position;
}
