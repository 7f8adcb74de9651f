using System.Text.Json;
using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Tests.Plans;

public sealed class ReviewTests
{
    private static Review Khimki => Review.Of(Drafts.Khimki());

    [Fact]
    public void Nothing_is_a_plan_until_each_row_is_confirmed_and_each_question_answered()
    {
        var review = Khimki;
        review.CanAssemble().ShouldBeFalse();
        review = review.ConfirmRest();
        review.CanAssemble().ShouldBeFalse("«до» is still asked");
        review.WhatStops().ShouldBe("Осталось ответить на 1\u00a0вопрос");
        review = review.Answer("inclusive", new("Да", "true"));
        review.WhatStops().ShouldBeNull();
        review.CanAssemble().ShouldBeTrue();
    }

    [Fact]
    public void Whether_until_includes_the_day_is_asked_once_for_the_plan()
    {
        var draft = Drafts.Of(Drafts.Row("1", "Первое", "до 01.10.2020", Drafts.By(2020, 10, 1)), Drafts.Row("2", "Второе", "до 15.11.2020", Drafts.By(2020, 11, 15)),
            Drafts.Row("3", "Третье", "не позднее 20.11.2020", Drafts.By(2020, 11, 20)));
        var asked = Review.Of(draft).Questions.Where(q => q.Kind == ReviewQuestionKind.Inclusive).ShouldHaveSingleItem();
        asked.Rows.ShouldBe([0, 1]);
        Review.Of(draft).Answer(asked.Id, new("Нет", "false")).Head.BeforeIsInclusive.ShouldBe(false);
    }

    [Fact]
    public void A_row_with_an_open_question_cannot_be_waved_through()
    {
        var review = Review.Of(Drafts.Of(Drafts.Row("1", "Пресс-релиз", null), Drafts.Row("2", "Пост", "до 01.10.2020", Drafts.By(2020, 10, 1))));
        review.StateOf(review.Rows[0]).ShouldBe(ReviewRowState.Asked);
        review.Confirm(0).ConfirmRest().Rows[0].Confirmed.ShouldBeFalse();
    }

    [Fact]
    public void Rows_read_with_doubt_are_not_confirmed_with_the_rest()
    {
        var review = Review.Of(Drafts.Of(Drafts.Row("1", "Ясная", "24.06.2021", Drafts.On(2021, 6, 24)), Drafts.Row("2", "Мутная", "24.06.2021", Drafts.On(2021, 6, 24)) with { Confidence = 0.4 }));
        review = review.ConfirmRest();
        review.ConfirmedCount().ShouldBe(1);
        review.Confirm(1).ConfirmedCount().ShouldBe(2);
    }

    [Fact]
    public void A_lost_number_of_days_is_asked_and_the_typed_deadline_is_taken_as_it_was_understood()
    {
        var lost = new Deadline.Relative(null, null, OffsetDirection.After, "заключения контракта", OffsetLimit.NotLater);
        var review = Review.Of(Drafts.Of(Drafts.Row(null, "Пресс-релиз", "дней с даты заключения контракта", lost)));
        var question = review.OpenQuestions().First(q => q.AsksDeadline());
        question.Text.ShouldContain("Число дней утеряно");
        var ten = lost with { Offset = 10, Unit = OffsetUnit.WorkingDay };
        review = review.Answer(question.Id, new("10 рабочих дней с даты заключения контракта", ReviewValue.Of([ten]), Own: true));
        review.Rows[0].Deadlines.ShouldBe([ten]);
        review.Rows[0].DeadlineText.ShouldBe("дней с даты заключения контракта");
        review.Rows[0].DeadlineExplanation.ShouldBe("уточнено: «10 рабочих дней с даты заключения контракта»");
        review.Rows[0].Confirmed.ShouldBeTrue();
    }

    [Fact]
    public void A_lost_deadline_may_stay_unknown_when_a_person_says_so()
    {
        var review = Review.Of(Drafts.Of(Drafts.Row(null, "Итоги отбора", null, new Deadline.Unknown())));
        var question = review.OpenQuestions().First(q => q.AsksDeadline());
        review = review.Answer(question.Id, new("В подлиннике срока нет", ReviewValue.Keep));
        review.Rows[0].Deadlines.ShouldBe([new Deadline.Unknown()]);
        review.Rows[0].Confirmed.ShouldBeTrue();
        review.Rows[0].Decisions.ShouldHaveSingleItem().ShouldEndWith("В подлиннике срока нет");
    }

    [Fact]
    public void A_measure_is_split_into_deliverables_and_the_numbering_of_the_plan_stays()
    {
        var review = Khimki;
        var second = review.Rows[1];
        var before = PlanCodes.Of(review);
        review = review.SplitIntoDeliverables(second.Id, second.Parts);
        review.Rows[1].Deliverables.Count.ShouldBe(3);
        review.Rows.Count.ShouldBe(5);
        PlanCodes.Of(review).ShouldBe(before);
        review.SplitIntoDeliverables(second.Id, []).Rows[1].Deliverables.ShouldBeEmpty();
    }

    [Fact]
    public void Numbering_that_starts_again_takes_the_letter_of_the_stage()
    {
        PlanCodes.Of(Khimki).Values.ShouldBe(["П.1", "П.2", "П.3", "О.1", "З.1"]);
    }

    [Fact]
    public void Unnumbered_rows_are_counted_inside_their_section_and_steps_keep_their_number()
    {
        var stages = new[] { new StageDraft { Title = "Шаг 1" }, new StageDraft { Title = "Шаг 2" } };
        var draft = Drafts.Of(Drafts.Row(null, "а") with { Stage = 0 }, Drafts.Row(null, "б") with { Stage = 0 }, Drafts.Row(null, "в") with { Stage = 1 }) with { Stages = stages };
        PlanCodes.Of(Review.Of(draft)).Values.ShouldBe(["1.1", "1.2", "2.1"]);
    }

    [Fact]
    public void Any_verb_can_be_undone_in_turn()
    {
        var start = Review.Of(Drafts.Khimki());
        var verbs = new Func<Review, Review>[]
        {
            r => r.Confirm(0), r => r.Move(3, -2), r => r.MergeWithNext(0), r => r.Remove(2), r => r.Add(1, new() { Title = "Новая" }),
            r => r.Answer("inclusive", new("Да", "true")), r => r.NameStage(0, "Первый этап"), r => r.SplitIntoDeliverables(0, ["а", "б"]),
            r => r.Correct(1, new() { Title = "Иначе", Stage = 2 }), r => r.CorrectHead(r.Head with { Title = "Другой" }), r => r.ConfirmRest(),
        };
        var states = new List<string> { Json(start) };
        var review = start;
        foreach (var verb in verbs)
        {
            review = Again(verb(review));
            states.Add(Json(review));
        }
        states.Distinct().Count().ShouldBe(states.Count, "each verb changed something");
        for (var i = verbs.Length - 1; i >= 0; i--)
        {
            review = review.Undo();
            Json(review).ShouldBe(states[i]);
        }
        review.LastStep().ShouldBeNull();
    }

    [Fact]
    public void Work_in_progress_survives_being_stored()
    {
        var review = Khimki.Confirm(0).Answer("inclusive", new("Да", "true"));
        JsonSerializer.Serialize(Again(review)).ShouldBe(JsonSerializer.Serialize(review));
    }

    private static Review Again(Review review) => JsonSerializer.Deserialize<Review>(JsonSerializer.Serialize(review))!;

    private static string Json(Review review) => JsonSerializer.Serialize(review with { Steps = [] });
}
