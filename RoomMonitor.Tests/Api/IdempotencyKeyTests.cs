using System.Net;
using System.Net.Http.Json;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class IdempotencyKeyTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/api/reservations/")]
    [InlineData("/api/series/")]
    public async Task Create_SameKeyTwiceAndAtOnce_AnswersTheSame(string address)
    {
        var body = Body(await fixture.NewRoomAsync(), address);
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(address, body, key)));
        var later = await PostAsync(address, body, $"\"{key}\"");

        foreach (var answer in answers.Append(later))
        {
            answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
            answer.Headers.Location.Should().Be(later.Headers.Location);
            (await answer.Content.ReadAsStringAsync()).Should().Be(await later.Content.ReadAsStringAsync());
        }

        (await fixture.Anonymous.GetJsonAsync($"/api/reservations/?room_id={body["room_id"]}")).GetProperty("count").GetInt32()
            .Should().Be(address == "/api/series/" ? 3 : 1);
    }

    [Theory]
    [InlineData("/api/reservations/")]
    [InlineData("/api/series/")]
    public async Task Create_SameKeyForSomethingElse_Is422(string address)
    {
        var body = Body(await fixture.NewRoomAsync(), address);
        var key = Guid.NewGuid().ToString();
        (await PostAsync(address, body, key)).StatusCode.Should().Be(HttpStatusCode.Created);

        body["attendees"] = 4;

        await (await PostAsync(address, body, key)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("two words")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task Create_KeyThatCantBe_NamesTheHeader(string key)
    {
        var response = await PostAsync("/api/reservations/", Body(await fixture.NewRoomAsync(), "/api/reservations/"), key);

        await response.RefusalOfAsync("Idempotency-Key");
    }

    private static Dictionary<string, object> Body(int roomId, string address)
    {
        var body = new Dictionary<string, object>
        {
            ["room_id"] = roomId,
            ["start"] = ApiFixture.Now.AddDays(1),
            ["end"] = ApiFixture.Now.AddDays(1).AddHours(1),
            ["purpose"] = "Lecture",
            ["attendees"] = 5,
        };
        if (address == "/api/series/")
        {
            body["recurrence"] = new { frequency = "daily", count = 3 };
        }

        return body;
    }

    private async Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, object> body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await fixture.Staff.Http.SendAsync(request);
    }
}
