using Vekha.Media;

namespace Vekha.Tests.Media;

public sealed class ChannelTableTests
{
    private static readonly ChannelTable Table = ChannelTable.Shipped;

    [Fact]
    public void Authority_is_offered_no_foreign_messenger_and_nobody_what_is_barred_for_all()
    {
        var town = Table.OpenTo(Publisher.Authority).Select(c => c.Key).ToList();
        var union = Table.OpenTo(Publisher.Organisation).Select(c => c.Key).ToList();

        town.ShouldNotContain("telegram");
        town.ShouldNotContain("whatsapp");
        union.ShouldContain("telegram");
        foreach (var barred in new[] { "facebook", "instagram", "youtube" }) (town.Contains(barred) || union.Contains(barred)).ShouldBeFalse(barred);
        town.ShouldContain("max");
        Table.Rules.Where(c => c.Ban is not null).ShouldAllBe(c => c.Ban!.Law.Length > 0 && c.Ban.Reason.Length > 0);
    }

    [Theory]
    [InlineData("vk", "https://vk.com/wall-1_2", null)]
    [InlineData("vk", "https://m.vk.com/wall-1_2", null)]
    [InlineData("vk", "https://VK.RU/x", null)]
    [InlineData("vk", "https://notvk.com/x", "не ВКонтакте")]
    [InlineData("vk", "https://vk.com.example.ru/x", "не ВКонтакте")]
    [InlineData("site", "https://округ.рф/новости/1", null)]
    [InlineData("site", "http://town.example.ru/1", null)]
    [InlineData("site", "town.example.ru/1", "начинается не с")]
    [InlineData("site", "javascript:alert(1)", "начинается не с")]
    [InlineData("site", "https://localhost/x", "не похоже на адрес")]
    [InlineData("site", "https://10.0.0.1/x", "не похоже на адрес")]
    [InlineData("site", "https://a:b@town.example.ru/x", "имя и пароль")]
    [InlineData("site", "https://www.facebook.com/x", "72-ФЗ")]
    [InlineData("site", "https://t.me/x", "41-ФЗ")]
    [InlineData("site", "", "нет ссылки")]
    public void Link_is_looked_at_as_words_and_never_called(string channel, string link, string? problem)
    {
        var said = Table.ProblemOf(link, Table.Find(channel)!, Publisher.Authority);

        if (problem is null) said.ShouldBeNull();
        else said.ShouldNotBeNull().ShouldContain(problem);
    }

    [Fact]
    public void A_row_put_in_place_of_another_changes_the_answer()
    {
        var opened = Table.With(Table.Find("telegram")! with { Ban = null }).With(new("tvoy", "Твой город", PublicationProof.Link) { Hosts = ["town.example.ru"] });

        opened.ProblemOf("https://t.me/x", opened.Find("telegram")!, Publisher.Authority).ShouldBeNull();
        opened.Rules.Count.ShouldBe(Table.Rules.Count + 1);
    }

    [Theory]
    [InlineData("сделаем вместе", "#сделаемвместе")]
    [InlineData("#СДЕЛАЕМВМЕСТЕ", "#СДЕЛАЕМВМЕСТЕ")]
    [InlineData("  # ", null)]
    public void Tag_is_written_with_its_mark_and_without_spaces(string words, string? tag) => Hashtag.Of(words).ShouldBe(tag);

    [Theory]
    [InlineData("Готово! #Сделаемвместе.", true)]
    [InlineData("#сделаемвместестроим", false)]
    [InlineData("#сделаемвместестроим и #сделаемвместе", true)]
    [InlineData("сделаемвместе", false)]
    [InlineData("", false)]
    public void Tag_counts_only_as_a_word_of_its_own(string text, bool stands) => Hashtag.Stands("#СДЕЛАЕМВМЕСТЕ", text).ShouldBe(stands);

    [Theory]
    [InlineData("Сопровождение практики на официальном сайте", "site")]
    [InlineData("Продвижение в социальных сетях, на официальных страницах", "vk,ok")]
    [InlineData("Продвижение практики в печатных СМИ", "newspaper")]
    [InlineData("пресс-тур по проектам", "press-tour")]
    [InlineData("Выступления на телевидении и радио", "tv,radio")]
    [InlineData("награждение грамотами", "")]
    public void Channels_are_found_in_the_words_of_a_row(string words, string keys) => string.Join(',', PublicationWords.ChannelsIn(words)).ShouldBe(keys);
}
