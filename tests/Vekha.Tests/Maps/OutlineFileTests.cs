using System.Globalization;
using System.Text;
using Vekha.Maps;

namespace Vekha.Tests.Maps;

/// <summary>A file of outlines that nobody vouches for: what is taken, what is refused and in which words.</summary>
public sealed class OutlineFileTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[30,59],[31,59],[31,60],[30,60],[30,59]]]}""";

    private static OutlineFile Read(string json) => OutlineFile.Read(Encoding.UTF8.GetBytes(json));

    private static string Feature(string geometry, string properties) => $$"""{"type":"Feature","properties":{{properties}},"geometry":{{geometry}}}""";

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    [Fact]
    public void Territory_is_read_with_its_likeliest_name_and_written_back_the_same()
    {
        var file = Read(Collection(Feature(Square, """{"id":"47","okato":"41","note":"<b>до 2020</b>","name":"Тосненский район"}""")));

        file.Problem.ShouldBeNull();
        var one = file.Outlines.ShouldHaveSingleItem();
        one.Names.ShouldBe(["Тосненский район", "bдо 2020/b"]);
        one.Outline.Rings.ShouldHaveSingleItem().ShouldBe([new(30, 59), new(31, 59), new(31, 60), new(30, 60)], ignoreOrder: true);
        Outline.Parse(one.Outline.ToString()).ToString().ShouldBe(one.Outline.ToString());
    }

    [Theory]
    [InlineData("это не json", "не читается")]
    [InlineData("[1,2]", "нет слова type")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "нет ни одного контура")]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[]}""", "координаты в системе")]
    [InlineData("""{"type":"Polygon","coordinates":[[[3339584,8249861],[3450903,8249861],[3450903,8399737]]]}""", "вне карты")]
    [InlineData("""{"type":"Polygon","coordinates":[[["30","59"],["31","59"],["31","60"]]]}""", "не пара чисел")]
    [InlineData("""{"type":"Polygon","coordinates":[[[30,59],[31,59]]]}""", "без координат")]
    [InlineData("""{"type":"Polygon","coordinates":7}""", "без координат")]
    public void What_is_no_outline_is_refused_in_words(string json, string words) => Read(json).Problem.ShouldNotBeNull().ShouldContain(words);

    [Fact]
    public void Nesting_bombs_and_crowds_are_refused()
    {
        Read(new string('[', 100_000)).Problem.ShouldNotBeNull();
        Read(Collection([.. Enumerable.Repeat(Feature(Square, "{}"), 401)])).Problem.ShouldNotBeNull().ShouldContain("больше 400");
        OutlineFile.Read(new byte[OutlineFile.MostBytes + 1]).Problem.ShouldNotBeNull().ShouldContain("МБ");
    }

    [Fact]
    public void Points_and_lines_are_left_behind_and_counted()
    {
        var file = Read(Collection(Feature("""{"type":"Point","coordinates":[30,59]}""", "{}"), Feature(Square, "null"), Feature("null", "{}")));

        (file.Problem, file.Outlines.Count, file.Left).ShouldBe((null, 1, 2));
    }

    [Fact]
    public void Shore_of_a_hundred_thousand_points_becomes_a_drawing_of_a_few_hundred()
    {
        var points = Enumerable.Range(0, 100_000).Select(i => (Angle: i * 2 * Math.PI / 100_000, Wave: 1 + (0.05 * Math.Sin(i / 40.0))))
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"[{30 + (p.Wave * Math.Cos(p.Angle)):0.######},{59 + (p.Wave * Math.Sin(p.Angle)):0.######}]"));

        var outline = Read($$"""{"type":"Polygon","coordinates":[[{{string.Join(',', points)}}]]}""").Outlines.ShouldHaveSingleItem().Outline;

        outline.Points.ShouldBeInRange(20, OutlineFile.MostPoints);
        outline.Rings[0].Max(p => p.Latitude).ShouldBe(60, tolerance: 0.1);
        outline.ToString().Length.ShouldBeLessThan(10_000);
    }

    [Theory]
    [InlineData("Тосненский район", "Тосненский муниципальный район")]
    [InlineData("Сосновоборский городской округ", "Сосновоборский ГО")]
    [InlineData("г. Химки", "городской округ Химки")]
    public void Same_territory_is_found_under_its_other_names(string one, string other) => TerritoryName.Key(one).ShouldBe(TerritoryName.Key(other));

    [Fact]
    public void Different_territories_stay_apart()
    {
        TerritoryName.Key("Тосненский район").ShouldNotBe(TerritoryName.Key("Всеволожский район"));
        TerritoryName.Key("муниципальный район").ShouldBe("");
    }
}
