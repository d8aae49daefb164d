using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Status;

namespace RoomMonitor.Tests.Api;

public sealed class RoomStatusEndpointTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Address = "/api/rooms/status/";

    [Fact]
    public async Task Get_Filters_LetMatchingRoomsThrough()
    {
        var rooms = await fixture.App.AddRoomsAsync(
            new Room { Code = "f1", Name = "f1", Building = "Filters", Capacity = 10 },
            new Room { Code = "f2", Name = "f2", Building = "Filters", Capacity = 50 });
        await fixture.Staff.Http.BookAsync(rooms[0].Id, ApiFixture.Now, ApiFixture.Now.AddMinutes(15));

        (await NamesAsync("?building=filters")).Should().Equal("f1", "f2");
        (await NamesAsync("?building=FILTERS&min_capacity=11")).Should().Equal("f2");
        (await NamesAsync("?building=Filters&status=ending_soon")).Should().Equal("f1");
        (await NamesAsync("?building=Filters&status=free&min_capacity=50")).Should().Equal("f2");
        (await NamesAsync("?building=Filter")).Should().BeEmpty();
        (await NamesAsync("?building=Filters&status=&min_capacity=")).Should().Equal("f1", "f2");

        async Task<IEnumerable<string?>> NamesAsync(string query) =>
            (await fixture.Anonymous.GetJsonAsync($"/api/rooms/status{query}")).EnumerateArray().Select(room => room.GetProperty("room_name").GetString());
    }

    [Fact]
    public async Task Get_BuildingInAnotherFormAndUnknownSeats_AreFound()
    {
        await fixture.App.AddRoomsAsync(
            new Room { Code = "u1", Name = "u1", Building = "Caf\u00e9 Annex", Capacity = 0 },
            new Room { Code = "u2", Name = "u2", Building = "Cafe\u0301\u00a0Annex", Capacity = 8 });

        foreach (var building in new[] { "caf\u00e9 annex", "Cafe\u0301 Annex", "Caf\u00e9\u200b\u00a0An\u00adnex" })
        {
            var rooms = await fixture.Anonymous.GetJsonAsync($"/api/rooms/status/?min_capacity=9&building={Uri.EscapeDataString(building)}");
            rooms.EnumerateArray().Should().ContainSingle().Which.GetProperty("capacity").GetInt32().Should().Be(0, "nobody knows its seats, so any number may fit");
            (await fixture.Anonymous.GetJsonAsync($"/api/rooms/schedule/?building={Uri.EscapeDataString(building)}")).GetArrayLength().Should().Be(2);
            (await fixture.Anonymous.GetAsync($"/kiosk/overview?building={Uri.EscapeDataString(building)}")).StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("status=busy", "status")]
    [InlineData("status=Free", "status")]
    [InlineData("status=1", "status")]
    [InlineData("min_capacity=many", "min_capacity")]
    [InlineData("min_capacity=1.5", "min_capacity")]
    [InlineData("min_capacity=99999999999", "min_capacity")]
    [InlineData("status=free&status=occupied", "status")]
    public async Task Get_ImpossibleFilter_IsNamed(string query, string field)
    {
        await (await fixture.Anonymous.GetAsync($"{Address}?{query}")).RefusalOfAsync(field);
    }

    [Fact]
    public async Task Get_EachEncoding_SameContentOwnStrongTag()
    {
        await fixture.NewRoomAsync();

        var bodies = await Task.WhenAll(new[] { "identity", "gzip", "br" }.Select(SendAsync));

        var contents = await Task.WhenAll(bodies.Select(DecodeAsync));
        contents.Distinct().Should().ContainSingle().Which.Should().StartWith("[{\"room_id\":");
        bodies.Select(response => response.Headers.ETag!.Tag).Distinct().Should().HaveCount(3);
        bodies.Should().OnlyContain(response => !response.Headers.ETag!.IsWeak && response.Headers.Vary.Contains("Accept-Encoding"));
        bodies.Select(response => response.Content.Headers.ContentEncoding.SingleOrDefault()).Should().Equal(null, "gzip", "br");
        bodies.Should().OnlyContain(response => response.Content.Headers.ContentType!.MediaType == "application/json");
    }

    [Theory]
    [InlineData(null, ContentCoding.Identity)]
    [InlineData("", ContentCoding.Identity)]
    [InlineData("gzip, deflate, br", ContentCoding.Brotli)]
    [InlineData("gzip", ContentCoding.Gzip)]
    [InlineData("GZIP;q=0.5", ContentCoding.Gzip)]
    [InlineData("br;q=0.5, gzip;q=0.8", ContentCoding.Gzip)]
    [InlineData("br;q=0, gzip;q=0", ContentCoding.Identity)]
    [InlineData("br;q=0, *", ContentCoding.Gzip)]
    [InlineData("*", ContentCoding.Brotli)]
    [InlineData("identity, gzip;q=0.5", ContentCoding.Identity)]
    [InlineData("identity;q=0.5, gzip", ContentCoding.Gzip)]
    [InlineData("identity;q=0, gzip", ContentCoding.Gzip)]
    [InlineData("deflate", ContentCoding.Identity)]
    [InlineData("identity;q=0", null)]
    [InlineData("deflate, *;q=0", null)]
    [InlineData("*;q=0, identity;q=0.1", ContentCoding.Identity)]
    public void Choose_AcceptEncoding_TakesWhatTheClientLikesBest(string? header, object? expected)
    {
        ContentCodings.Choose(header).Should().Be((ContentCoding?)expected);
    }

    [Fact]
    public async Task Get_NoEncodingAccepted_Is406()
    {
        await (await SendAsync("identity;q=0, *;q=0")).ProblemAsync(HttpStatusCode.NotAcceptable);
    }

    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"other\", W/\"another\", {0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"other\"", HttpStatusCode.OK)]
    [InlineData("nonsense", HttpStatusCode.OK)]
    public async Task Get_IfNoneMatch_ComparesWeakly(string ifNoneMatch, HttpStatusCode expected)
    {
        var tag = (await SendAsync("gzip")).Headers.ETag!.Tag;

        var response = await SendAsync("gzip", string.Format(null, ifNoneMatch, tag));

        response.StatusCode.Should().Be(expected);
        response.Headers.ETag!.Tag.Should().Be(tag);
        response.Headers.Vary.Should().Contain("Accept-Encoding");
        (await response.Content.ReadAsByteArrayAsync()).Length.Should().Be(expected == HttpStatusCode.OK ? (int)response.Content.Headers.ContentLength! : 0);
    }

    [Fact]
    public async Task Get_TagOfAnotherEncodingOrOlderContent_Is200()
    {
        var roomId = await fixture.NewRoomAsync();
        var tag = (await SendAsync("gzip")).Headers.ETag!.ToString();

        (await SendAsync("br", tag)).StatusCode.Should().Be(HttpStatusCode.OK);
        await fixture.Staff.Http.BookAsync(roomId, ApiFixture.Now.AddHours(1), ApiFixture.Now.AddHours(2));

        (await SendAsync("gzip", tag)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_ManyFilters_CacheStaysBounded()
    {
        var responses = fixture.App.Services.GetRequiredService<StatusResponses>();
        var rooms = Enumerable.Range(0, 200).Select(index => new Room { Code = $"many{index}", Name = $"many{index}", Building = "Many", Capacity = 1_000 }).ToArray();
        await fixture.App.AddRoomsAsync(rooms);

        for (var capacity = 0; capacity < 1_000; capacity++)
        {
            responses.Get(new StatusFilter("MANY", null, capacity)).Length.Should().BePositive();
        }

        responses.Cached.Should().BeLessThan(900);
    }

    private async Task<HttpResponseMessage> SendAsync(string acceptEncoding) => await SendAsync(acceptEncoding, null);

    private async Task<HttpResponseMessage> SendAsync(string acceptEncoding, string? ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        return await fixture.Anonymous.SendAsync(request);
    }

    private static async Task<string> DecodeAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync();
        Stream plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        var text = await reader.ReadToEndAsync();
        JsonDocument.Parse(text).Dispose();
        return text;
    }
}
