using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;

namespace Vekha.Tests.Plans;

public sealed class ReviewDaysTests
{
    private static ReviewDays Days(Review review) => new(review, WorkCalendar.Russia, DeadlinePolicy.Municipal);

    private static Review With(Review review) => review.Ask(Days(review).Doubts());

    [Fact]
    public void A_deadline_on_a_day_off_is_decided_by_the_rule_and_can_be_decided_otherwise()
    {
        var review = With(Review.Of(Drafts.Of(Drafts.Row("1", "Сбор", "Октябрь 2020", Drafts.Month(2020, 10)))));
        var question = review.Questions.Where(q => q.Kind == ReviewQuestionKind.Shift).ShouldHaveSingleItem();
        question.IsOpen().ShouldBeFalse("the rule of the programme has decided");
        Control(review).ShouldBe(new(2020, 10, 30));
        Control(review.Answer(question.Id, new("следующий рабочий день", "Forward"))).ShouldBe(new(2020, 11, 2));
        Control(review.Answer(question.Id, new("не переносится", "Stay"))).ShouldBe(new(2020, 10, 31));
    }

    [Fact]
    public void Whether_until_includes_the_day_changes_the_control_day()
    {
        var review = Review.Of(Drafts.Of(Drafts.Row("1", "Группы", "до 01.10.2020", Drafts.By(2020, 10, 1))));
        Control(review.Answer("inclusive", new("Да", "true"))).ShouldBe(new(2020, 10, 1));
        Control(review.Answer("inclusive", new("Нет", "false"))).ShouldBe(new(2020, 9, 30));
    }

    [Fact]
    public void A_report_after_the_end_of_the_plan_is_asked_about_once_and_may_be_dropped()
    {
        var quarterly = new Deadline.Every(new(Frequency.Monthly, 3));
        var draft = Drafts.Of(Drafts.Row("1", "Ход работ", "ежеквартально", quarterly), Drafts.Row("2", "Статьи", "ежеквартально", quarterly)) with { Year = 2023 };
        var review = With(Review.Of(draft));
        var question = review.OpenQuestions().ShouldHaveSingleItem();
        question.Rows.ShouldBe([0, 1]);
        question.Text.ShouldContain("10\u00a0января 2024");
        Controls(review).ShouldBe([new(2023, 4, 10), new(2023, 7, 10), new(2023, 10, 10), new(2024, 1, 10)]);
        var dropped = review.Answer(question.Id, new(question.Options[1].Label, question.Options[1].Value));
        Controls(dropped).ShouldBe([new(2023, 4, 10), new(2023, 7, 10), new(2023, 10, 10)]);
    }

    private static DateOnly Control(Review review) => Controls(review).Single();

    private static DateOnly[] Controls(Review review) => [.. Days(review).Of(review.Rows[0]).SelectMany(r => r.ControlDays).Select(d => d.Control)];
}
