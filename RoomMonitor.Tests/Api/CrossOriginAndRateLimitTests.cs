using System.Net;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class CrossOriginAndRateLimitTests
{
    private const string Origin = "https://screens.example.edu";

    [Fact]
    public async Task Cors_AllowedOrigin_MayPreflightWithAuthorization()
    {
        await using var app = new RoomMonitorApp().With("Cors:AllowedOrigins:0", Origin);
        using var client = app.CreateClient();

        var allowed = await PreflightAsync(client, "/api/reservations/1/", "PATCH", Origin);
        var other = await PreflightAsync(client, "/api/reservations/1/", "PATCH", "https://elsewhere.example");

        allowed.StatusCode.Should().Be(HttpStatusCode.NoContent);
        HeaderOf(allowed, "Access-Control-Allow-Origin").Should().Be(Origin);
        HeaderOf(allowed, "Access-Control-Allow-Headers").Should().ContainEquivalentOf("authorization");
        HeaderOf(allowed, "Access-Control-Allow-Methods").Should().Contain("PATCH");
        HeaderOf(allowed, "Access-Control-Allow-Credentials").Should().BeNull();
        HeaderOf(other, "Access-Control-Allow-Origin").Should().BeNull();
    }

    [Fact]
    public async Task Cors_AnyOrigin_AlsoReadsErrorsAndExposedHeaders()
    {
        await using var app = new RoomMonitorApp().With("Cors:AllowedOrigins:0", "*");
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", Origin);

        HttpResponseMessage[] responses =
        [
            await client.GetAsync("/api/rooms/status/"),
            await client.GetAsync("/api/reservations/upcoming/"),
            await client.GetAsync("/api/nothing/"),
        ];

        responses.Select(response => response.StatusCode).Should().Equal(HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound);
        responses.Should().OnlyContain(response => HeaderOf(response, "Access-Control-Allow-Origin") == "*");
        foreach (var response in responses)
        {
            HeaderOf(response, "Access-Control-Expose-Headers").Should().ContainAll("ETag", "Location", "Retry-After");
        }
    }

    [Fact]
    public async Task Cors_NoOrigins_AllowsNone()
    {
        await using var app = new RoomMonitorApp();
        using var client = app.CreateClient();

        var response = await PreflightAsync(client, "/api/rooms/", "GET", Origin);

        HeaderOf(response, "Access-Control-Allow-Origin").Should().BeNull();
    }

    [Fact]
    public async Task RateLimit_OverIt_Is429WithRetryAfterForThatCallerAlone()
    {
        await using var app = new RoomMonitorApp().With("RateLimits:RequestsPerMinute", "3").With("Cors:AllowedOrigins:0", "*");
        var staff = await app.SignInAsync("staff@test.local");
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", Origin);

        var responses = new List<HttpResponseMessage>();
        foreach (var address in new[] { "/api/rooms/", "/api/nothing/", "/api/reservations/upcoming/", "/api/rooms/" })
        {
            responses.Add(await client.GetAsync(address));
        }

        responses.Select(response => response.StatusCode).Should().Equal(
            HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests);
        await responses[^1].ProblemAsync(HttpStatusCode.TooManyRequests);
        responses[^1].Headers.RetryAfter!.Delta!.Value.TotalSeconds.Should().BeInRange(1, 60);
        HeaderOf(responses[^1], "Access-Control-Allow-Origin").Should().Be("*");
        (await client.GetAsync("/api/rooms/status/")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await staff.Http.GetAsync("/api/reservations/upcoming/")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task RateLimit_OfOneCustomersIPv6_IsOne()
    {
        await using var app = new RoomMonitorApp().With("RateLimits:RequestsPerMinute", "1").WithServices(FromAddress.Register);
        var statuses = new List<HttpStatusCode>();
        foreach (var address in new[] { "2001:db8:0:1::1", "2001:db8:0:1::2", "2001:db8:0:2::1" })
        {
            using var client = app.CreateClient();
            client.DefaultRequestHeaders.Add(FromAddress.Header, address);
            statuses.Add((await client.GetAsync("/api/rooms/")).StatusCode);
        }

        statuses.Should().Equal(HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Health_HealthyThenDatabaseBroken_ReadyIs503AndLiveStays()
    {
        await using var app = new RoomMonitorApp();
        using var client = app.CreateClient();
        foreach (var address in new[] { "/health/live", "/health/ready", "/health/ready/" })
        {
            (await client.GetJsonAsync(address)).GetProperty("status").GetString().Should().Be("healthy");
        }

        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={app.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE Rooms RENAME TO Gone";
            await command.ExecuteNonQueryAsync();
        }

        var ready = await client.GetAsync("/health/ready");

        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.JsonAsync()).GetProperty("checks").GetProperty("database").GetString().Should().Be("unhealthy");
        (await client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> PreflightAsync(HttpClient client, string address, string method, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, address);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return await client.SendAsync(request);
    }

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
