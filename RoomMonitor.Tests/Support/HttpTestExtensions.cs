using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace RoomMonitor.Tests.Support;

/// <summary>What tests of HTTP say often.</summary>
public static class HttpTestExtensions
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var document = await JsonDocument.ParseAsync(stream);
        return document.RootElement.Clone();
    }

    /// <summary>The body of a request that must succeed.</summary>
    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string address)
    {
        var response = await client.GetAsync(address);
        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    /// <summary>The problem document of a response that must be one, with a detail for people.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(status, text);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var document = JsonDocument.Parse(text);
        var problem = document.RootElement.Clone();
        problem.GetProperty("status").GetInt32().Should().Be((int)status);
        problem.GetProperty("detail").GetString().Should().NotBeNullOrWhiteSpace().And.NotContain("   at ");
        problem.GetProperty("title").GetString().Should().NotBeNullOrWhiteSpace();
        return problem;
    }

    /// <summary>The problem document of a 400, which must name a field.</summary>
    public static async Task<JsonElement> RefusalOfAsync(this HttpResponseMessage response, string field)
    {
        var problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        var errors = problem.GetProperty("errors");
        errors.TryGetProperty(field, out var messages).Should().BeTrue($"{errors} should name {field}");
        messages.EnumerateArray().Should().NotBeEmpty();
        return problem;
    }

    public static IReadOnlyList<string> Fields(this JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    public static Task<HttpResponseMessage> PostTextAsync(this HttpClient client, string address, string body, string contentType = "application/json") =>
        client.PostAsync(address, new StringContent(body, System.Text.Encoding.UTF8, contentType));

    /// <summary>Books and gives the reservation back; must succeed.</summary>
    public static async Task<JsonElement> BookAsync(
        this HttpClient client, int roomId, DateTime start, DateTime end, string purpose = "Seminar", int attendees = 5)
    {
        var response = await client.PostAsJsonAsync("/api/reservations/", new { room_id = roomId, start, end, purpose, attendees });
        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }
}
