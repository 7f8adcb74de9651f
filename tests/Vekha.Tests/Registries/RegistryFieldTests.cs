using Vekha.Registries;

namespace Vekha.Tests.Registries;

public sealed class RegistryFieldTests
{
    [Theory]
    [InlineData(RegistryFieldKind.Number, "1 250,5", "1250.5", "1 250,5")]
    [InlineData(RegistryFieldKind.Money, "2 490 000", "2490000", "2 490 000,00 ₽")]
    [InlineData(RegistryFieldKind.Day, "4.12.2023", "2023-12-04", "04.12.2023")]
    [InlineData(RegistryFieldKind.YesNo, "Да", "да", "да")]
    [InlineData(RegistryFieldKind.Link, "https://town.example/1", "https://town.example/1", "https://town.example/1")]
    [InlineData(RegistryFieldKind.Place, "59,5634; 30,8912", "59.5634, 30.8912", "59.5634, 30.8912")]
    [InlineData(RegistryFieldKind.Text, "=1+1", "=1+1", "=1+1")]
    public void What_is_typed_is_understood_kept_and_shown(RegistryFieldKind kind, string typed, string kept, string shown)
    {
        var field = new RegistryField("f", "Поле", kind);

        var reading = field.Read(typed);

        (reading.Value, reading.Problem).ShouldBe((kept, null));
        field.Show(reading.Value).Replace('\u00a0', ' ').ShouldBe(shown);
        // What is shown is understood again: the Excel that was given is taken back.
        field.Read(field.Show(kept)).Value.ShouldBe(kept);
    }

    [Theory]
    [InlineData(RegistryFieldKind.Number, "много", "нужно число")]
    [InlineData(RegistryFieldKind.Money, "-5", "не бывает меньше нуля")]
    [InlineData(RegistryFieldKind.Money, "1,234", "слишком много знаков")]
    [InlineData(RegistryFieldKind.Day, "31.02.2023", "нужен день вида")]
    [InlineData(RegistryFieldKind.YesNo, "возможно", "нужно «да» или «нет»")]
    [InlineData(RegistryFieldKind.Link, "javascript:alert(1)", "нужен адрес страницы")]
    [InlineData(RegistryFieldKind.Place, "159, 30", "широта и долгота")]
    [InlineData(RegistryFieldKind.Choice, "иное", "нет в списке: первое, второе")]
    public void What_makes_no_sense_is_said_in_words(RegistryFieldKind kind, string typed, string problem)
    {
        var reading = new RegistryField("f", "Поле", kind) { Choices = ["первое", "второе"] }.Read(typed);

        reading.Value.ShouldBeNull();
        reading.Problem!.ShouldContain(problem);
    }

    [Fact]
    public void A_chosen_unit_keeps_its_name_as_it_was()
    {
        var id = Guid.NewGuid();
        var value = RegistryField.Named(id, "Отдел культуры");

        RegistryField.IdIn(value).ShouldBe(id);
        new RegistryField("u", "Орган", RegistryFieldKind.Unit).Show(value).ShouldBe("Отдел культуры");
        RegistryField.IdIn("просто слова").ShouldBeNull();
    }

    [Fact]
    public void A_description_that_makes_no_sense_says_why()
    {
        var good = new RegistryDefinition("Реестр", "музей", "музея", "музеев")
        {
            Fields = [new("a", "Адрес", RegistryFieldKind.Address)],
            States = [new("open", "открыт") { Counts = true }, new("closed", "закрыт") { IsEnd = true }],
            Moves = [new("create", "Открыт") { IsFirst = true, To = "open" }, new("move", "Переехал") { Fields = ["a"] }, new("close", "Закрыт") { From = ["open"], To = "closed" }],
        };

        good.Problems().ShouldBeEmpty();
        good.MovesFrom("open").Select(m => m.Key).ShouldBe(["move", "close"]);
        good.MovesFrom("closed").ShouldBeEmpty();
        (good with { Moves = [.. good.Moves.Skip(1)] }).Problems().ShouldContain("ровно одно событие должно заводить карточку");
        (good with { States = [good.States[0]] }).Problems().ShouldContain("событие «Закрыт» ведёт в состояние, которого нет");
        (good with { Fields = [good.Fields[0] with { IsRetired = true }] }).Problems().ShouldContain("событие «Переехал» требует поля, которого нет");
        (good with { Fields = [.. good.Fields, new("b", "адрес", RegistryFieldKind.Text)] }).Problems().ShouldContain("поле «Адрес» записано дважды");
    }
}
