using Vekha.Sites;

namespace Vekha.Tests.Sites;

public sealed class SiteListTests
{
    [Fact]
    public void A_table_pasted_without_headings_is_read_in_the_usual_order()
    {
        var list = SiteList.Read("Центр «Приволжье»\tПриволжский край\tДом дружбы\tАнисимова Вера Павловна\tANISIMOVA@example.org\t8 900 000-00-00\tг. Приволжск, ул. Садовая, 4\n\nЦентр «Север»;Северный округ");
        list.Problems.ShouldBeEmpty();
        list.Lines.ShouldBe(
        [
            new SiteLine(1, "Центр «Приволжье»", "Приволжский край", "Дом дружбы", "Анисимова Вера Павловна", "anisimova@example.org", "8 900 000-00-00", "г. Приволжск, ул. Садовая, 4"),
            new SiteLine(3, "Центр «Север»", "Северный округ", null, null, null, null, null),
        ]);
    }

    [Fact]
    public void Headings_may_stand_in_any_order_and_under_a_title()
    {
        var list = SiteList.Read("Площадки проекта\nРегион\tПочта координатора\tКоординатор\tПлощадка\nСтепной край\tb@example.org\tБелов Илья Юрьевич\tДом  дружбы");
        list.Lines.ShouldBe([new SiteLine(3, "Дом дружбы", "Степной край", null, "Белов Илья Юрьевич", "b@example.org", null, null)]);
    }

    [Theory]
    [InlineData(";Степной край", "нет названия площадки")]
    [InlineData("Центр;Край;Дом;Белов Илья Юрьевич;не почта", "«не почта» — не адрес почты")]
    [InlineData("Центр;Край;Дом;;b@example.org", "почта есть, а координатор не назван")]
    [InlineData("Центр;Край;Дом;Белов;b@example.org", "имя координатора неполное: «Белов»")]
    [InlineData("Центр;Край\nцентр;Другой", "такая площадка уже стоит в строке 1")]
    public void What_cannot_be_taken_says_why(string text, string why) => SiteList.Read(text).Problems.Single().Why.ShouldBe(why);

    [Fact]
    public void A_list_without_end_is_cut_with_a_word()
    {
        var list = SiteList.Read(string.Join('\n', Enumerable.Range(1, SiteList.Most + 5).Select(n => $"Центр {n};Край")));
        list.Lines.Count.ShouldBe(SiteList.Most);
        list.Problems.Single().Why.ShouldContain("остальные не прочитаны");
    }
}
