namespace Vekha.Plans;

public sealed partial record Review
{
    /// <summary>
    /// «Раскрыть класс»: puts the members in place of «Руководители администраций районов» in all rows that name the class. Where
    /// the class stood alone, each member owes the work; beside a named lead they take part in it.
    /// </summary>
    /// <param name="name">The class as the rows name it.</param>
    /// <param name="members">Names on lines or between semicolons; «» puts the class back.</param>
    public Review Unfold(string name, string members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var asked = AskMembers(name, members);
        if (asked.Questions.FirstOrDefault(q => q.Kind == ReviewQuestionKind.Members && string.Equals(q.About, name, StringComparison.OrdinalIgnoreCase)) is not { } question) return this;
        var names = ReviewValue.Executors(members, []).Select(e => e.Name).ToList();
        var answer = new ReviewAnswer(names.Count == 0 ? "не раскрывать" : string.Join(", ", names), members.Trim(), Own: true);
        return Done($"раскрыт класс исполнителей «{name}»", asked.Answer(question.Id, answer) with { Steps = Steps });
    }

    /// <summary>Adds the question who belongs to a class, with an answer to choose; a class that no row names adds nothing.</summary>
    public Review AskMembers(string name, string members)
    {
        var rows = Rows.Where(r => r.Executors.Any(e => e.Kind == ExecutorKind.Class && IsCalled(e, name))).ToList();
        if (rows.Count == 0 || Questions.Any(q => q.Kind == ReviewQuestionKind.Members && string.Equals(q.About, name, StringComparison.OrdinalIgnoreCase))) return this;
        return Ask([new()
        {
            Id = $"members-{rows[0].Id}-{rows[0].Executors.TakeWhile(e => !IsCalled(e, name)).Count()}",
            Kind = ReviewQuestionKind.Members,
            About = name,
            Rows = [.. rows.Select(r => r.Id)],
            Text = $"«{name}» — класс исполнителей. Кто в него входит?",
            Options = [new(string.Join(", ", ReviewValue.Executors(members, []).Select(e => e.Name)), members.Trim()), new("Не раскрывать", ReviewValue.Keep)],
            Place = rows[0].Places.GetValueOrDefault("executors", rows[0].Place),
        }]);
    }

    // «пилотные площадки» and «Пилотные площадки» are one class.
    private static bool IsCalled(ExecutorDraft executor, string name) => string.Equals(executor.Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The class, or what an earlier answer put in its place, becomes the members of this answer.</summary>
    private ReviewRow Unfolded(ReviewRow row, ReviewQuestion asked, string value)
    {
        var earlier = asked.Answer is { Value.Length: > 0 } before ? ReviewValue.Executors(before.Value, []).Select(e => e.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) : [];
        bool IsIt(ExecutorDraft e) => IsCalled(e, asked.About!) || earlier.Contains(e.Name);
        var place = row.Executors.TakeWhile(e => !IsIt(e)).Count();
        if (place == row.Executors.Count) return row;
        var others = row.Executors.Where(e => !IsIt(e)).ToList();
        var members = ReviewValue.Executors(value, [.. Rows.SelectMany(r => r.Executors)]);
        IReadOnlyList<ExecutorDraft> now = members.Count == 0 ? [new(asked.About!, ExecutorKind.Class)] : members;
        return row with
        {
            Executors = [.. others.Take(place), .. now, .. others.Skip(place)],
            ExecutorsInherited = false,
            EveryExecutorAnswers = others.Count == 0 ? members.Count > 1 : row.EveryExecutorAnswers,
        };
    }
}
