using Microsoft.AspNetCore.Http;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Platform;

public sealed class PageDayTests
{
    private static readonly DateOnly Shown = new(2017, 11, 27);

    [Theory]
    [InlineData("?on=2020-11-02")]
    [InlineData("?on=02.11.2020")]
    [InlineData("?on=2.11.2020")]
    public void The_address_decides(string query) => Day(query).Of(Shown).ShouldBe(new DateOnly(2020, 11, 2));

    [Theory]
    [InlineData("")]
    [InlineData("?on=")]
    [InlineData("?on=31.02.2020")]
    [InlineData("?on=вчера")]
    [InlineData("?on=0001-01-01")]
    public void Without_a_day_in_the_address_the_programme_decides(string query) => Day(query).Of(Shown).ShouldBe(Shown);

    [Fact]
    public void An_ordinary_programme_shows_today_of_its_territory()
    {
        // 20:30 in Moscow is 00:30 of the next day in Novokuznetsk.
        var day = Day("", new DateTimeOffset(2017, 3, 31, 20, 30, 0, TimeSpan.FromHours(3)));

        day.Of().ShouldBe(new DateOnly(2017, 3, 31));
        day.Of(zone: "Asia/Novokuznetsk").ShouldBe(new DateOnly(2017, 4, 1));
    }

    private static PageDay Day(string query, DateTimeOffset? now = null)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query == "" ? null : query);
        var installation = new Installation { DataFolder = "", Database = DataSource.SqliteFile(":memory:"), Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow") };
        return new PageDay(new HttpContextAccessor { HttpContext = context }, new TestClock(now ?? new(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(3))), installation);
    }
}
