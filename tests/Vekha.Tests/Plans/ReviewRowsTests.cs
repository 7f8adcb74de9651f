using Vekha.Deadlines;
using Vekha.Plans;

namespace Vekha.Tests.Plans;

public sealed class ReviewRowsTests
{
    [Fact]
    public void Merged_rows_keep_the_words_executors_and_the_deadline_of_both()
    {
        var review = Review.Of(Drafts.Of(
            Drafts.Row("1", "Встречи с коллективами,", null) with { Executors = [new("Управление", ExecutorKind.Organisation)] },
            Drafts.Row(null, "ведение протоколов", "март 2017", Drafts.Month(2017, 3)) with { Executors = [new("А.Н. Адамов", ExecutorKind.Person)] },
            Drafts.Row("2", "Дискуссии", "март 2017", Drafts.Month(2017, 3))));
        review = review.MergeWithNext(0);
        review.Rows.Count.ShouldBe(2);
        var row = review.Rows[0];
        row.Title.ShouldBe("Встречи с коллективами, ведение протоколов");
        row.DeadlineText.ShouldBe("март 2017");
        row.Executors.Select(e => e.Name).ShouldBe(["Управление", "А.Н. Адамов"]);
        row.Origins.ShouldBe([0, 1]);
        review.OpenQuestions().ShouldBeEmpty("the missing deadline was on the next row");
    }

    [Fact]
    public void A_corrected_row_is_confirmed_and_its_question_is_settled()
    {
        var review = Review.Of(Drafts.Of(Drafts.Row("1", "Итоги", null, new Deadline.Unknown())));
        review = review.Correct(0, new() { DeadlineText = "до 20.03.2023", Deadlines = [Drafts.By(2023, 3, 20)] });
        review.Rows[0].Confirmed.ShouldBeTrue();
        review.Rows[0].DeadlineText.ShouldBe("до 20.03.2023", "the document had no words of its own");
        review.OpenQuestions().Where(q => q.AsksDeadline()).ShouldBeEmpty();
    }

    [Fact]
    public void Correcting_another_field_does_not_settle_the_question_about_the_deadline()
    {
        var review = Review.Of(Drafts.Of(Drafts.Row("1", "Итоги", null, new Deadline.Unknown())));
        review = review.Correct(0, new() { Title = "Итоги отбора" });
        review.Rows[0].Confirmed.ShouldBeFalse();
        review.StateOf(review.Rows[0]).ShouldBe(ReviewRowState.Asked);
    }

    [Fact]
    public void Stuck_words_are_proposed_for_repair_and_the_raw_words_are_kept()
    {
        var review = Review.Of(Drafts.Of(
            Drafts.Row("10", "Созданыдва клуба", "24.06.2021", Drafts.On(2021, 6, 24)) with { ProposedTitle = "Созданы два клуба" },
            Drafts.Row("11", "концепцияработы", "24.06.2021", Drafts.On(2021, 6, 24)) with { ProposedTitle = "концепция работы" }));
        var question = review.Questions.Where(q => q.Kind == ReviewQuestionKind.Titles).ShouldHaveSingleItem();
        var all = review.Answer(question.Id, new("Исправить все", "true"));
        all.Rows.Select(r => r.Title).ShouldBe(["Созданы два клуба", "концепция работы"]);
        all.Rows.Select(r => r.RawTitle).ShouldBe(["Созданыдва клуба", "концепцияработы"]);
        var oneByOne = review.RepairTitle(0, take: true).RepairTitle(1, take: false);
        oneByOne.Rows.Select(r => r.Title).ShouldBe(["Созданы два клуба", "концепцияработы"]);
        oneByOne.OpenQuestions().ShouldBeEmpty();
    }

    [Fact]
    public void Several_persons_in_one_cell_each_answer_for_themselves()
    {
        var persons = new[] { new ExecutorDraft("Федотов И.П.", ExecutorKind.Person), new ExecutorDraft("Гущина Н.В.", ExecutorKind.Person) };
        var unit = new[] { new ExecutorDraft("Управление", ExecutorKind.Organisation), new ExecutorDraft("А.Н. Адамов", ExecutorKind.Person) };
        var review = Review.Of(Drafts.Of(Drafts.Row("1", "а") with { Executors = persons }, Drafts.Row("2", "б") with { Executors = unit }));
        review.Rows.Select(r => r.EveryExecutorAnswers).ShouldBe([true, false]);
    }

    [Fact]
    public void The_same_doubt_in_two_rows_is_asked_once_and_answered_for_both()
    {
        QuestionOption[] options = [new("Добавить отраслевой отдел", "финансовое управление\nотраслевой отдел"), new("Оставить", "")];
        var draft = Drafts.Of(Drafts.Row("1", "а"), Drafts.Row("2", "б"), Drafts.Row("3", "в")) with
        {
            Questions = [Question("e0", 0), Question("e2", 2)],
        };
        var review = Review.Of(draft);
        var asked = review.Questions.Where(q => q.Kind == ReviewQuestionKind.Executors).ShouldHaveSingleItem();
        asked.Rows.ShouldBe([0, 2]);
        review = review.Answer(asked.Id, new(options[0].Label, options[0].Value));
        review.Rows[2].Executors.Select(e => e.Name).ShouldBe(["финансовое управление", "отраслевой отдел"]);
        review.Rows[1].Executors.ShouldBeEmpty();

        DraftQuestion Question(string id, int row) => new(id, "executors", row, "Ответственные обрываются запятой. Добавить?", options, SourcePlace.Nowhere);
    }

    [Fact]
    public void The_choice_between_two_contradicting_quantities_is_recorded()
    {
        QuestionOption[] options = [new("10 видеосюжетов", "10"), new("20: по 2 на каждой из 10 площадок", "20")];
        var draft = Drafts.Of(Drafts.Row("1", "Сняты видеосюжеты")) with
        {
            Questions = [new("n0", "norm", 0, "«10 видеосюжетов» или по 2 на каждой из 10 площадок?", options, SourcePlace.Nowhere)],
        };
        var review = Review.Of(draft).Answer("n0", new(options[1].Label, options[1].Value));
        review.Rows[0].Decisions.ShouldHaveSingleItem().ShouldBe("«10 видеосюжетов» или по 2 на каждой из 10 площадок? — 20: по 2 на каждой из 10 площадок");
    }

    [Fact]
    public void A_skipped_question_comes_after_the_others_and_still_holds_the_plan()
    {
        var review = Review.Of(Drafts.Of(Drafts.Row("1", "а", null, new Deadline.Unknown()), Drafts.Row("2", "б", null, new Deadline.Unknown())));
        var ids = review.OpenQuestions().Where(q => q.AsksDeadline()).Select(q => q.Id).ToList();
        review = review.Skip(ids[0]);
        review.OpenQuestions().Where(q => q.AsksDeadline()).Select(q => q.Id).ShouldBe([ids[1], ids[0]]);
        review.CanAssemble().ShouldBeFalse();
    }

    [Fact]
    public void An_added_row_never_takes_the_identity_of_a_removed_one()
    {
        var review = Review.Of(Drafts.Of(Drafts.Row("1", "а"), Drafts.Row("2", "б"))).Remove(1).Add(null, new() { Title = "в" });
        review.Rows[^1].Id.ShouldBeGreaterThan(1);
        review.Undo().Undo().Rows.Select(r => r.Title).ShouldBe(["а", "б"]);
    }

    [Fact]
    public void The_year_is_asked_when_nothing_in_the_document_tells_it()
    {
        var review = Review.Of(Drafts.Of(Drafts.Row("1", "а", "постоянно", new Deadline.Ongoing())));
        var year = review.Questions.Where(q => q.Kind == ReviewQuestionKind.Year).ShouldHaveSingleItem();
        review.Answer(year.Id, new("2024", "2024")).Head.Period()!.Value.ToString().ShouldContain("2024");
        Should.Throw<FormatException>(() => review.Answer(year.Id, new("скоро", "скоро")));
    }
}
