using Vekha.Plans;

namespace Vekha.Tests.Plans;

public sealed class ReviewComparisonTests
{
    private static readonly ComparedRow[] Plan =
    [
        Row("П.1", "Подготовительный", "Разработка концепции проекта", "Август 2020"),
        Row("П.2", "Подготовительный", "Создание рабочих групп по направлениям", "до 01.10.2020"),
        Row("О.1", "Основной", "Наполнение портала материалами", "постоянно"),
        Row("О.2", "Основной", "Проведение научной конференции школьников", "Февраль 2021"),
    ];

    [Fact]
    public void The_same_document_again_shows_no_difference_whatever_its_spaces()
    {
        var again = Plan.Select(r => r with { Title = r.Title.ToUpperInvariant() + "  ", DeadlineText = r.DeadlineText!.Replace(" ", "\n") }).ToArray();
        ReviewComparison.Of(Plan, again).IsSame().ShouldBeTrue();
    }

    [Fact]
    public void A_moved_deadline_is_named_with_both_texts()
    {
        var later = Plan.ToArray();
        later[3] = later[3] with { DeadlineText = "Март 2021" };
        var changed = ReviewComparison.Of(Plan, later).Lines.Where(l => l.Change != RowChange.Same).ShouldHaveSingleItem();
        changed.Fields.ShouldBe([new FieldChange("срок", "Февраль 2021", "Март 2021")]);
    }

    [Fact]
    public void Added_and_removed_rows_stand_where_they_belong()
    {
        ComparedRow[] later = [Plan[0], Row("П.2", "Подготовительный", "Опрос жителей", "Сентябрь 2020"), Plan[2], Plan[3]];
        var comparison = ReviewComparison.Of(Plan, later);
        comparison.Lines.Select(l => l.Change).ShouldBe([RowChange.Same, RowChange.Added, RowChange.Removed, RowChange.Same, RowChange.Same]);
    }

    [Fact]
    public void A_reworded_row_is_a_change_and_not_a_removal()
    {
        var later = Plan.ToArray();
        later[1] = later[1] with { Title = "Создание рабочих и экспертных групп по направлениям" };
        ReviewComparison.Of(Plan, later).Lines[1].Fields.ShouldHaveSingleItem().Name.ShouldBe("название");
    }

    [Fact]
    public void A_row_in_another_place_is_moved_and_the_others_are_not()
    {
        ComparedRow[] later = [Plan[0], Plan[2], Plan[3], Plan[1] with { Stage = "Основной" }];
        ReviewComparison.Of(Plan, later).Lines.Select(l => l.Change).ShouldBe([RowChange.Same, RowChange.Same, RowChange.Same, RowChange.Moved]);
    }

    private static ComparedRow Row(string code, string stage, string title, string deadline) => new(code, stage, title, [], deadline, []);
}
