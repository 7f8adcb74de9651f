using Vekha.Registries;

namespace Vekha.Tests.Registries;

/// <summary>Cards are found by what stands in their own fields.</summary>
public sealed class FieldFilterTests
{
    private static readonly Dictionary<string, string> Card = new() { ["cost"] = "2490000", ["day"] = "2023-06-05", ["kind"] = "пилотная", ["open"] = "да", ["who"] = "ТОС «Берёзка»" };

    [Theory]
    [InlineData("cost", RegistryFieldKind.Money, null, "2 000 000", "2490000", true)]
    [InlineData("cost", RegistryFieldKind.Money, null, "2 490 000,01", null, false)]
    [InlineData("day", RegistryFieldKind.Day, null, "05.06.2023", "05.06.2023", true)]
    [InlineData("day", RegistryFieldKind.Day, null, null, "04.06.2023", false)]
    [InlineData("kind", RegistryFieldKind.Choice, "Пилотная", null, null, true)]
    [InlineData("kind", RegistryFieldKind.Choice, "пилот", null, null, false)]
    [InlineData("open", RegistryFieldKind.YesNo, "нет", null, null, false)]
    [InlineData("who", RegistryFieldKind.Text, "березка", null, null, true)]
    [InlineData("none", RegistryFieldKind.Text, "что-то", null, null, false)]
    [InlineData("none", RegistryFieldKind.Number, null, null, null, true)]
    public void A_card_fits_by_its_field(string key, RegistryFieldKind kind, string? words, string? from, string? until, bool fits) =>
        new FieldFilter(new(key, "Поле", kind), words, from, until).Fits(Card).ShouldBe(fits);

    [Fact]
    public void What_is_typed_wrong_is_told_and_personal_fields_are_never_filtered_by()
    {
        new FieldFilter(new("cost", "Стоимость", RegistryFieldKind.Money), null, "много", null).Problem.ShouldBe("нужно число, а записано «много»");
        FieldFilter.Suits(new("who", "Телефон", RegistryFieldKind.Text) { IsPersonal = true }).ShouldBeFalse();
        FieldFilter.Suits(new("who", "Снимок", RegistryFieldKind.Photo)).ShouldBeFalse();
    }
}
