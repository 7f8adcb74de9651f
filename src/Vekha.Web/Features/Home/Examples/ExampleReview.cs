using System.Text.RegularExpressions;
using Vekha.Plans;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>The review of an example, answered as a careful person would: the likeliest answer, and none where the document has lost it.</summary>
internal static partial class ExampleReview
{
    public static Review Answered(Review review, ExampleProgramme example)
    {
        foreach (var question in review.OpenQuestions().ToList()) review = review.Answer(question.Id, AnswerTo(question, example));
        foreach (var row in review.Rows) review = WithMembers(review, row, example);
        review = review.ConfirmRest();
        // What was read with doubt a person looks at row by row.
        foreach (var row in review.Rows) review = review.Confirm(row.Id);
        return review.WhatStops() is { } stops ? throw new InvalidOperationException($"{example.Sample}: {stops}") : review;
    }

    private static ReviewAnswer AnswerTo(ReviewQuestion question, ExampleProgramme example) => question switch
    {
        { Kind: ReviewQuestionKind.Year } => new($"{example.Approval.On.Year}", $"{example.Approval.On.Year}", Own: true),
        { Options: [var likeliest, ..] } => new(likeliest.Label, likeliest.Value),
        _ when question.AsksDeadline() => new("в подлиннике не найдено, дата остаётся невычисленной", ReviewValue.Keep, Own: true),
        _ => new("оставлено как в документе", ReviewValue.Keep, Own: true),
    };

    private static Review WithMembers(Review review, ReviewRow row, ExampleProgramme example)
    {
        var members = row.Executors.SelectMany(e => Members(e, example)).ToList();
        if (members.SequenceEqual(row.Executors)) return review;
        // A class alone means that each of its members owes the work; beside a named lead they take part in it.
        var each = members.Count > row.Executors.Count && row.Executors.Count == 1 || row.EveryExecutorAnswers;
        return review.Correct(row.Id, new() { Executors = members, EveryExecutorAnswers = each });
    }

    private static IEnumerable<ExecutorDraft> Members(ExecutorDraft executor, ExampleProgramme example)
    {
        var name = FootnoteMark().Replace(executor.Name, "");
        return example.Members.TryGetValue(name, out var members) ? members.Select(m => new ExecutorDraft(m, ExecutorKind.Organisation)) : [executor with { Name = name }];
    }

    // «КОПО[^2]»
    [GeneratedRegex(@"\[\^\d+\]")]
    private static partial Regex FootnoteMark();
}
