using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Embedding;

public sealed class BadgeImageTests : IAsyncLifetime
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly RoomMonitorApp _app = new();
    private HttpClient _client = null!;
    private Room _room = null!;

    public async Task InitializeAsync()
    {
        _client = _app.WithTime(_time).CreateClient();
        _room = (await _app.AddRoomsAsync(new Room { Code = "R1", Name = "Lab <1> & \u0001\"2\"", Building = "Main", Floor = 1, Capacity = 20 }))[0];
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Badge_OfAFreeRoom_IsAnImageWithTitleAndWithoutScript()
    {
        var response = await _client.GetAsync(Address());

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("image/svg+xml; charset=utf-8");
        response.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; frame-ancestors 'none'");
        var image = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        image.Name.Should().Be(_svg + "svg");
        image.Element(_svg + "title")!.Value.Should().Be("Lab <1> & \"2\": Available");
        image.Descendants(_svg + "text").Select(text => text.Value).Should().Equal("Lab <1> & \"2\"", "Available");
        image.Descendants().Select(element => element.Name.LocalName).Should().NotContain(["script", "style", "image", "foreignObject"]);
    }

    [Fact]
    public async Task Badge_AsTimePasses_TurnsAndSaysHowLongItHolds()
    {
        await _app.AddBlackoutAsync(_room.Id, Now.AddMinutes(10), Now.AddMinutes(40));

        (await WordAsync()).Should().Be("Available");
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(4));
        (await _client.GetAsync(Address())).Headers.CacheControl!.MaxAge.Should().Be(TimeSpan.FromSeconds(4), "the status turns then");
        await PassAsync(TimeSpan.FromSeconds(4));
        (await WordAsync()).Should().Be("Occupied");
        (await _client.GetAsync(Address())).Headers.CacheControl!.ToString().Should().Be("public, max-age=15");
        await PassAsync(TimeSpan.FromMinutes(20));
        (await WordAsync()).Should().Be("Ending soon");
        (await WordAsync("?lang=de")).Should().Be("Bald frei");
        (await WordAsync("?lang=xx")).Should().Be("Ending soon");
    }

    [Fact]
    public async Task Badge_KnownAlready_Is304UntilItTurns()
    {
        await _app.AddBlackoutAsync(_room.Id, Now.AddMinutes(1), Now.AddMinutes(40));
        var first = await _client.GetAsync(Address());
        using var again = new HttpRequestMessage(HttpMethod.Get, Address());
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await _client.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);

        await PassAsync(TimeSpan.FromMinutes(1));

        using var later = new HttpRequestMessage(HttpMethod.Get, Address());
        later.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await _client.SendAsync(later)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/rooms/987654/badge.svg")]
    [InlineData("/rooms/99999999999/badge.svg")]
    public async Task Badge_OfNoRoom_Is404(string address) => (await _client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/js/room-badge.js", true)]
    [InlineData("/js/room-socket.js", true)]
    [InlineData("/js/app.js", false)]
    public async Task Module_ThatOthersUse_IsForAnyOrigin(string address, bool isOpen)
    {
        using var client = _app.CreateBrowser();
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        var response = await client.GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins).Should().Be(isOpen);
        (origins ?? []).Should().BeEquivalentTo(isOpen ? ["*"] : Array.Empty<string>());
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private string Address(string query = "") => FormattableString.Invariant($"/rooms/{_room.Id}/badge.svg{query}");

    private async Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);

        // As the clock of the board does, whose timer may come after the request.
        await _app.ReloadAsync();
    }

    private async Task<string> WordAsync(string query = "") =>
        XDocument.Parse(await _client.GetStringAsync(Address(query))).Root!.Descendants(_svg + "text").Last().Value;
}
