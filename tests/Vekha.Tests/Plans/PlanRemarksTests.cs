using Vekha.Plans;

namespace Vekha.Tests.Plans;

public sealed class PlanRemarksTests
{
    [Fact]
    public void A_row_without_executor_or_date_is_named()
    {
        var remarks = PlanRemarks.Of(PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Срок | Ответственный
            1 | Провести обследование домов | до 2 мая | Отдел ЖКХ
            2 | Составить перечень работ | | Отдел ЖКХ
            3 | Заключить договоры подряда | до 3 июня |
            """));
        remarks.Select(r => (r.Kind, r.Measure)).ShouldBe([("deadline", 1), ("executors", 2)]);
        remarks[0].Text.ShouldBe("п. 2 «Составить перечень работ»: нет срока.");
    }

    [Fact]
    public void End_before_start_and_a_row_outside_its_stage_are_named()
    {
        var remarks = PlanRemarks.Of(PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Начало | Окончание | Ответственный
            Подготовительный этап (январь – март 2024 г.) | < | < | < | <
            1 | Ремонт фасада здания | 15.03.2024 | 01.02.2024 | Отдел ЖКХ
            2 | Ремонт кровли здания | 15.05.2024 | 31.05.2024 | Отдел ЖКХ
            """));
        remarks.Select(r => (r.Kind, r.Measure)).ShouldBe([("span", 0), ("stage", 1)]);
    }

    [Fact]
    public void Rows_of_the_Leningrad_plan_imply_more_duties_than_rows()
    {
        var remarks = PlanRemarks.Of(PlanFiles.Read("equal-opportunities.txt"));
        var duties = remarks.Where(r => r.Kind == "duties").Select(r => r.Text).ToList();
        duties[0].ShouldBe("Строк: 34. С учётом исполнителей, территорий и отдельных сроков из них следует около 379 поручений по 18\u00a0территориям.");
        duties[1].ShouldBe("п. 28–34: 7\u00a0строк × 18\u00a0территорий = 126 на один срок.");
        duties[2].ShouldBe("п. 20–26: 7\u00a0строк × 15\u00a0территорий = 105 на один срок.");
        remarks.ShouldContain(r => r.Kind == "day-off" && r.Text.Contains("30\u00a0сентября 2017", StringComparison.Ordinal) && r.Text.EndsWith("п. 1–7.", StringComparison.Ordinal));
        remarks.ShouldContain(r => r.Kind == "norm-total" && r.Text.Contains("не менее 45", StringComparison.Ordinal));
        remarks.ShouldContain(r => r.Kind == "order" && r.Text.Contains("15.11.2017", StringComparison.Ordinal));
    }
}
