namespace Vekha.Plans;

public sealed partial record Review
{
    /// <summary>«Подтвердить»: a person has looked at the row. A row with an open question is answered first and stays.</summary>
    public Review Confirm(int row)
    {
        var known = Known(row);
        return StateOf(known) is ReviewRowState.Asked or ReviewRowState.Confirmed ? this
            : Done($"подтверждена строка {CodeOf(known)}", Replace(known with { Confirmed = true }));
    }

    /// <summary>Takes a confirmation back.</summary>
    public Review Unconfirm(int row) => Known(row) is { Confirmed: true } known
        ? Done($"снято подтверждение строки {CodeOf(known)}", Replace(known with { Confirmed = false }))
        : this;

    /// <summary>«Подтвердить остальные»: all rows without a question that were read with certainty.</summary>
    public Review ConfirmRest()
    {
        var rest = Rows.Where(r => StateOf(r) == ReviewRowState.Unchecked).Select(r => r.Id).ToHashSet();
        return rest.Count == 0 ? this : Done($"подтверждено {Left(rest.Count)}",
            this with { Rows = [.. Rows.Select(r => rest.Contains(r.Id) ? r with { Confirmed = true } : r)] });
    }

    /// <summary>
    /// «Исправить»: a person's hand is a confirmation; what was corrected answers the open questions about that field.
    /// </summary>
    public Review Correct(int row, ReviewCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var known = Known(row);
        var corrected = Corrected(known, correction);
        var after = Replace(corrected);
        foreach (var question in after.OpenQuestions(corrected).Where(q => q.Rows.Count == 1 && Settles(q, correction)).ToList())
            after = after.Replace(question with { Answer = new("Исправлено в строке", ReviewValue.Keep, Own: true) });
        if (after.StateOf(corrected) != ReviewRowState.Asked) after = after.Replace(corrected with { Confirmed = true });
        return Done($"исправлена строка {CodeOf(known)}", after);
    }

    /// <summary>«Разделить результат»: several deliverables under one measure; the numbering of the plan stays. One or no part joins them again.</summary>
    public Review SplitIntoDeliverables(int row, IReadOnlyList<string> parts)
    {
        var known = Known(row);
        string[] clean = [.. parts.Select(p => p.Trim()).Where(p => p.Length > 0)];
        if (clean.Length < 2) return Done($"результаты строки {CodeOf(known)} объединены", Replace(known with { Deliverables = [] }));
        return Done($"строка {CodeOf(known)} разделена на {Wording.Ru.Count(clean.Length, "результат", "результата", "результатов")}",
            Replace(known with { Deliverables = clean }));
    }

    /// <summary>«Объединить со следующей»: words joined, executors gathered, the deadline of whichever has one. The same review for the last row.</summary>
    public Review MergeWithNext(int row)
    {
        var at = IndexOf(row);
        if (at == Rows.Count - 1) return this;
        var (first, second) = (Rows[at], Rows[at + 1]);
        var takesDeadline = first.Deadlines.Count == 0 || (first.LacksDeadline() && !second.LacksDeadline());
        var merged = first with
        {
            Origins = [.. first.Origins, .. second.Origins],
            Title = Joined(first.Title, second.Title),
            RawTitle = first.RawTitle is null && second.RawTitle is null ? null : Joined(first.RawTitle ?? "", second.RawTitle ?? ""),
            ProposedTitle = null,
            Executors = [.. first.Executors.UnionBy(second.Executors, e => e.Name)],
            DeadlineText = takesDeadline ? second.DeadlineText ?? first.DeadlineText : first.DeadlineText,
            Deadlines = takesDeadline && second.Deadlines.Count > 0 ? second.Deadlines : first.Deadlines,
            DeadlineExplanation = takesDeadline ? second.DeadlineExplanation : first.DeadlineExplanation,
            Norms = [.. first.Norms, .. second.Norms],
            Parts = [.. first.Parts, .. second.Parts],
            Deliverables = [.. first.Deliverables, .. second.Deliverables],
            Decisions = [.. first.Decisions, .. second.Decisions],
            Confirmed = false,
        };
        var after = this with { Rows = [.. Rows.Where(r => r.Id != second.Id).Select(r => r.Id == first.Id ? merged : r)] };
        // A deadline that came from the other row answers the question about the missing one.
        after = after with { Questions = [.. after.Questions.Where(q => !(takesDeadline && !merged.LacksDeadline() && q.AsksDeadline() && q.Rows is [var only] && only == first.Id)).Select(q => Repointed(q, second.Id, first.Id))] };
        return Done($"строки {CodeOf(first)} и {CodeOf(second)} объединены", after);
    }

    /// <summary>«Переместить»: <paramref name="by"/> rows down, negative up; stays inside the list.</summary>
    public Review Move(int row, int by)
    {
        var at = IndexOf(row);
        var to = Math.Clamp(at + by, 0, Rows.Count - 1);
        if (to == at) return this;
        var rows = Rows.ToList();
        rows.RemoveAt(at);
        rows.Insert(to, Rows[at]);
        return Done($"перемещена строка {CodeOf(Rows[at])}", this with { Rows = rows });
    }

    /// <summary>«Добавить строку» after another one, or at the end.</summary>
    public Review Add(int? after, ReviewCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var at = after is { } row ? IndexOf(row) : Rows.Count - 1;
        var previous = at >= 0 ? Rows[at] : null;
        var used = Rows.Select(r => r.Id).Concat(Steps.SelectMany(s => s.Rows).Select(r => r.Id)).Concat(Questions.SelectMany(q => q.Rows));
        var empty = new ReviewRow { Id = used.DefaultIfEmpty(-1).Max() + 1, Title = "", Stage = previous?.Stage };
        var added = Corrected(empty, correction) with { Confirmed = true };
        return Done($"добавлена строка «{added.Title}»", this with { Rows = [.. Rows.Take(at + 1), added, .. Rows.Skip(at + 1)] });
    }

    /// <summary>«Убрать»: the row leaves the plan with its questions; the document and the draft keep it.</summary>
    public Review Remove(int row)
    {
        var known = Known(row);
        var questions = Questions.Where(q => !(q.Rows is [var only] && only == row))
            .Select(q => q.Rows.Contains(row) ? q with { Rows = [.. q.Rows.Where(r => r != row)] } : q);
        return Done($"убрана строка {CodeOf(known)}", this with { Rows = [.. Rows.Where(r => r.Id != row)], Questions = [.. questions] });
    }

    /// <summary>Takes or declines the proposed repair of one title.</summary>
    public Review RepairTitle(int row, bool take)
    {
        var known = Known(row);
        if (known.ProposedTitle is null) return this;
        var after = Replace(take ? Repaired(known) : known with { ProposedTitle = null });
        if (after.Rows.All(r => r.ProposedTitle is null) && after.Questions.FirstOrDefault(q => q.Kind == ReviewQuestionKind.Titles && q.IsOpen()) is { } question)
            after = after.Replace(question with { Answer = new("Решено по каждой строке", ReviewValue.Keep, Own: true) });
        return Done(take ? $"исправлено название строки {CodeOf(known)}" : $"название строки {CodeOf(known)} оставлено как в документе", after);
    }

    /// <summary>Corrects the head: title, approval block, days of the plan.</summary>
    public Review CorrectHead(ReviewHead head) => Done("исправлена шапка плана", this with { Head = head });

    /// <summary>Renames a stage, or adds one when <paramref name="stage"/> is <c>null</c>.</summary>
    public Review NameStage(int? stage, string title)
    {
        var stages = Stages.ToList();
        if (stage is { } at) stages[at] = stages[at] with { Title = title.Trim() };
        else stages.Add(new StageDraft { Title = title.Trim() });
        return Done(stage is null ? $"добавлен этап «{title.Trim()}»" : "переименован этап", this with { Stages = stages });
    }

    private static ReviewRow Corrected(ReviewRow row, ReviewCorrection c) => row with
    {
        Title = c.Title?.Trim() ?? row.Title,
        ProposedTitle = c.Title is null ? row.ProposedTitle : null,
        Number = c.Number is null ? row.Number : c.Number.Trim() is { Length: > 0 } number ? number : null,
        Stage = c.Stage is { } stage ? (stage < 0 ? null : stage) : row.Stage,
        Executors = c.Executors ?? row.Executors,
        ExecutorsInherited = c.Executors is null && row.ExecutorsInherited,
        EveryExecutorAnswers = c.EveryExecutorAnswers ?? row.EveryExecutorAnswers,
        Deadlines = c.Deadlines ?? row.Deadlines,
        // The words of the document stay for ever; what a person typed over them is an explanation.
        DeadlineText = c.Deadlines is null || !string.IsNullOrWhiteSpace(row.DeadlineText) ? row.DeadlineText : c.DeadlineText,
        DeadlineExplanation = c.Deadlines is null ? row.DeadlineExplanation : !string.IsNullOrWhiteSpace(row.DeadlineText) && c.DeadlineText is { } text ? $"исправлено: «{text}»" : null,
        DeadlineInherited = c.Deadlines is null && row.DeadlineInherited,
        Deliverables = c.Deliverables ?? row.Deliverables,
    };

    private static bool Settles(ReviewQuestion question, ReviewCorrection correction) => question.Kind switch
    {
        ReviewQuestionKind.Deadline or ReviewQuestionKind.DeadlineLost => correction.Deadlines is not null,
        ReviewQuestionKind.Executors => correction.Executors is not null,
        ReviewQuestionKind.Stage => correction.Stage is not null,
        ReviewQuestionKind.Title => correction.Title is not null,
        _ => false,
    };

    private static ReviewQuestion Repointed(ReviewQuestion question, int from, int to) =>
        question.Rows.Contains(from) ? question with { Rows = [.. question.Rows.Select(r => r == from ? to : r).Distinct()] } : question;

    private static string Joined(string a, string b) => string.Join(' ', new[] { a.Trim(), b.Trim() }.Where(t => t.Length > 0));

    private int IndexOf(int row)
    {
        Known(row);
        return Rows.TakeWhile(r => r.Id != row).Count();
    }

    private string CodeOf(ReviewRow row) => PlanCodes.Of(this)[row.Id];
}
