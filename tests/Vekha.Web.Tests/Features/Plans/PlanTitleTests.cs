using Vekha.Documents.Writing;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Tests.Features.Plans;

public sealed class PlanTitleTests
{
    [Theory]
    [InlineData("План мероприятий («дорожная карта»)", "УТВЕРЖДЕН")]
    [InlineData("СХЕМА ПРОДВИЖЕНИЯ МЕРОПРИЯТИЙ", "УТВЕРЖДЕНА")]
    [InlineData("Дорожная карта проекта", "УТВЕРЖДЕНА")]
    [InlineData("Медиаплан по сопровождению", "УТВЕРЖДЕН")]
    public void The_stamp_agrees_with_the_kind_of_the_paper(string title, string word) => PlanTitle.ApprovedWord(title).ShouldBe(word);

    [Fact]
    public void Day_and_number_of_the_act_are_printed_once()
    {
        PlanTitle.Approved("СХЕМА", "распоряжением администрации города от 01.03.2017 № 311", new(2017, 3, 2))
            .ShouldBe(new CornerBlock.Approved(Gender.Feminine, "распоряжением администрации города", new(2017, 3, 1), "311"));
        PlanTitle.Approved("План", "решением совета", new(2017, 3, 2)).ShouldBe(new CornerBlock.Approved(Gender.Masculine, "решением совета", new(2017, 3, 2), null));
    }

    [Theory]
    [InlineData("План мероприятий по проекту", "плана мероприятий по проекту")]
    [InlineData("Дорожная карта проекта «Среда»", "дорожной карты проекта «Среда»")]
    [InlineData("МЕДИАСПЛАН по сопровождению", "документа «МЕДИАСПЛАН по сопровождению»")]
    public void The_report_names_the_plan_in_the_right_case(string title, string words) => PlanTitle.Genitive(title).ShouldBe(words);
}
