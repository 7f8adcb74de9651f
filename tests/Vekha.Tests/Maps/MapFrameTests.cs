using Vekha.Maps;

namespace Vekha.Tests.Maps;

/// <summary>Where points lie on a drawing, and which tiles cover it.</summary>
public sealed class MapFrameTests
{
    private static readonly GeoPoint Vyborg = new(28.75, 60.71), Tosno = new(30.88, 59.54);

    [Fact]
    public void Points_lie_inside_the_sheet_north_above_and_east_to_the_right()
    {
        var frame = MapFrame.Around([Vyborg, Tosno])!;

        frame.X(Vyborg).ShouldBeInRange(0, frame.X(Tosno));
        frame.Y(Vyborg).ShouldBeInRange(0, frame.Y(Tosno));
        frame.X(Tosno).ShouldBeLessThan(MapFrame.Width);
        frame.Y(Tosno).ShouldBeLessThan(frame.Height);
        frame.Height.ShouldBeInRange(33, 126);
        MapFrame.Around([]).ShouldBeNull();
        MapFrame.Around([Tosno])!.X(Tosno).ShouldBe(50, tolerance: 0.1);
    }

    [Fact]
    public void Few_tiles_cover_the_whole_sheet_and_lie_where_the_points_lie()
    {
        var frame = MapFrame.Around([Vyborg, Tosno])!;

        var tiles = frame.Tiles(24);

        tiles.Count.ShouldBeInRange(4, 24);
        tiles.Min(t => t.X).ShouldBeLessThanOrEqualTo(0);
        tiles.Max(t => t.X + t.Size).ShouldBeGreaterThanOrEqualTo(MapFrame.Width);
        tiles.Max(t => t.Y + t.Size).ShouldBeGreaterThanOrEqualTo(frame.Height);
        // By the formula of the tile servers.
        var (zoom, count) = (tiles[0].Zoom, Math.Pow(2, tiles[0].Zoom));
        var (column, row) = ((int)((Tosno.Longitude + 180) / 360 * count), (int)((1 - (Math.Asinh(Math.Tan(Tosno.Latitude * Math.PI / 180)) / Math.PI)) / 2 * count));
        var tile = tiles.Single(t => (t.Zoom, t.Column, t.Row) == (zoom, column, row));
        frame.X(Tosno).ShouldBeInRange(tile.X, tile.X + tile.Size);
        frame.Y(Tosno).ShouldBeInRange(tile.Y, tile.Y + tile.Size);
    }

    [Theory]
    [InlineData("https://tiles.town.ru/{z}/{x}/{y}.png", "https://tiles.town.ru")]
    [InlineData("http://10.0.0.5:8081/map/{z}/{y}/{x}", "http://10.0.0.5:8081")]
    [InlineData("https://{x}.tiles.ru/{z}/{y}", null)]
    [InlineData("https://tiles.ru/{z}/{x}/{y}; script-src *", null)]
    [InlineData("https://user:word@tiles.ru/{z}/{x}/{y}", null)]
    [InlineData("javascript:alert(1)//{z}/{x}/{y}", null)]
    [InlineData("/tiles/{z}/{x}/{y}", null)]
    public void Only_a_plain_address_is_allowed_into_the_content_policy(string address, string? host) => TileAddress.HostOf(address).ShouldBe(host);

    [Fact]
    public void Address_without_its_three_places_is_refused_in_words()
    {
        TileAddress.Problem("https://tiles.town.ru/{z}/{x}.png").ShouldNotBeNull().ShouldContain("{y}");
        TileAddress.Problem("https://tiles.town.ru/{z}/{x}/{y}.png").ShouldBeNull();
        TileAddress.Of("https://t.ru/{z}/{x}/{y}.png", new(5, 18, 9, 0, 0, 1)).ShouldBe("https://t.ru/5/18/9.png");
    }
}
