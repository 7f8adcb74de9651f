using Vekha.Plans;

namespace Vekha.Tests.Plans;

public sealed class AroundPlanTests
{
    private static readonly PlanDraft Draft = PlanFiles.ReadText("""
        Дорожная карта проекта «Дворовая вожатская» на 2024 год
        Цель проекта: организация летнего досуга детей.

        № | Мероприятие | Срок | Ответственный
        1 | Провести обследование дворов | до 2 мая | Отдел ЖКХ,
        2 | Составить перечень работ | когда получится | Отдел ЖКХ

        Отчёты должны содержать ссылки на публикации в средствах массовой информации.
        """);

    [Fact]
    public void Aims_above_the_table_and_demands_below_it_are_kept()
    {
        Draft.Goals.ShouldBe(["организация летнего досуга детей"]);
        Draft.GeneralRequirements.ShouldBe(["Отчёты должны содержать ссылки на публикации в средствах массовой информации."]);
    }

    [Fact]
    public void Doubtful_fields_say_how_sure_they_are_and_their_rows_come_first()
    {
        Draft.Measures[0].FieldConfidence["executors"].ShouldBe(0.5);
        Review.Of(Draft).DoubtfulFirst().ShouldNotBeEmpty();
        var sure = PlanFiles.Read("khimki-portal.docx").Measures[0];
        sure.FieldConfidence.ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_of_cards_is_read_card_by_card()
    {
        var draft = PlanFiles.ReadText("План безопасности школы на 2025 год\n\nМероприятие 1: Обновить паспорт\nСрок: 15 января 2025 г.\nОтветственный: директор школы\n\nМероприятие 2: Проверить системы\nСрок: ежемесячно\nОтветственный: завхоз Петров И.И.\n");
        draft.Lines().ShouldBe(["1 | – | Обновить паспорт | директор школы | 15 января 2025 г.", "2 | – | Проверить системы | завхоз Петров И.И. | ежемесячно"]);
    }
}
