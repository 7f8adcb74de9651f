using Vekha.Plans;

namespace Vekha.Tests.Plans;

public sealed class PlanRemarksTests
{
    [Fact]
    public void A_row_without_executor_or_date_is_named()
    {
        var remarks = PlanRemarks.Of(PlanFiles.ReadTable("План на 2024 год", """
            № | Мероприятие | Срок | Ответственный
            1 | Провести обследование домов | до 1 мая | Отдел ЖКХ
            2 | Составить перечень работ | | Отдел ЖКХ
            3 | Заключить договоры подряда | до 1 июня |
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
            2 | Ремонт кровли здания | 15.05.2024 | 01.06.2024 | Отдел ЖКХ
            """));
        remarks.Select(r => (r.Kind, r.Measure)).ShouldBe([("span", 0), ("stage", 1)]);
    }

    [Fact]
    public void Rows_of_the_Leningrad_plan_imply_more_duties_than_rows()
    {
        var remarks = PlanRemarks.Of(PlanFiles.Read("equal-opportunities.txt"));
        remarks.Single(r => r.Kind == "duties").Text.ShouldStartWith("Строк: 34.");
        remarks.ShouldContain(r => r.Kind == "order" && r.Text.Contains("15.11.2017", StringComparison.Ordinal));
    }
}
