using System.Net;
using System.Text.Json;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

/// <summary>The status of all rooms takes a way of its own through the server; what every answer carries stays.</summary>
public sealed class StatusPipelineTests
{
    private const string Address = "/api/rooms/status/";
    private const string Origin = "https://screens.example.edu";

    private static readonly string[] _expected =
    [
        "Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy",
        "Referrer-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options",
    ];

    [Fact]
    public async Task Get_AnyAnswer_CarriesTheHeadersOfOtherRoutes()
    {
        await using var app = new RoomMonitorApp().WithEnvironment("Production").With("Cors:AllowedOrigins:0", Origin);
        using var client = app.CreateClient();
        client.BaseAddress = new Uri("https://rooms.example.edu");
        client.DefaultRequestHeaders.Add("Origin", Origin);

        using var other = await client.GetAsync("/api/rooms/");
        using var plain = await client.GetAsync(Address);
        using var known = await SendAsync(client, Address, "If-None-Match", "*");
        using var filter = await client.GetAsync($"{Address}?status=busy");
        using var encoding = await SendAsync(client, Address, "Accept-Encoding", "identity;q=0, *;q=0");

        HttpResponseMessage[] answers = [plain, known, filter, encoding];
        answers.Select(answer => answer.StatusCode).Should().Equal(
            HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.BadRequest, HttpStatusCode.NotAcceptable);
        HeadersOf(other).Should().HaveCount(_expected.Length);
        answers.Should().OnlyContain(answer => HeadersOf(answer).SequenceEqual(HeadersOf(other)));
        foreach (var refusal in new[] { filter, encoding })
        {
            refusal.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        }
    }

    [Theory]
    [InlineData("POST", HttpStatusCode.MethodNotAllowed)]
    [InlineData("HEAD", HttpStatusCode.OK)]
    public async Task Send_OtherMethod_IsAnsweredAsBefore(string method, HttpStatusCode expected)
    {
        await using var app = new RoomMonitorApp();
        using var request = new HttpRequestMessage(new HttpMethod(method), Address);

        using var answer = await app.CreateClient().SendAsync(request);

        answer.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task Get_InvalidToken_IsNotLookedAt()
    {
        await using var app = new RoomMonitorApp().With("RateLimits:RequestsPerMinute", "1");
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "nonsense");

        var answers = new[] { await client.GetAsync(Address), await client.GetAsync(Address), await client.GetAsync(Address) };

        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_BodyOfManyPieces_IsWhole()
    {
        await using var app = new RoomMonitorApp();
        var rooms = Enumerable.Range(0, 700).Select(index => new Room { Code = $"R{index}", Name = $"Room {index}", Building = "Main", Capacity = 20 });
        await app.AddRoomsAsync([.. rooms]);

        using var answer = await app.CreateClient().GetAsync(Address);

        var body = await answer.Content.ReadAsByteArrayAsync();
        body.Length.Should().BeGreaterThan(2 * 64 * 1024).And.Be((int)answer.Content.Headers.ContentLength!);
        using var json = JsonDocument.Parse(body);
        json.RootElement.EnumerateArray().Select(room => room.GetProperty("room_name").GetString()).Should().BeEquivalentTo(
            Enumerable.Range(0, 700).Select(index => $"Room {index}"));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, value);
        return await client.SendAsync(request);
    }

    private static List<string> HeadersOf(HttpResponseMessage answer) =>
        [.. _expected.Where(answer.Headers.Contains).Select(name => $"{name}: {string.Join(", ", answer.Headers.GetValues(name))}")];
}
