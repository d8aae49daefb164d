using System.Globalization;
using System.Net;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class ReservationEndTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task End_Running_EndsNowAndFreesTheRoomAtOnce(string slash)
    {
        var roomId = await fixture.NewRoomAsync();
        var start = fixture.Time.GetUtcNow().UtcDateTime;
        var id = (await fixture.Staff.Http.BookAsync(roomId, start, start.AddHours(1))).GetProperty("id").GetInt32();
        fixture.Time.Advance(TimeSpan.FromMinutes(10));

        var response = await fixture.Staff.Http.PostAsync(Address(id) + slash, null);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var ended = await response.JsonAsync();
        ended.GetProperty("end").GetDateTime().Should().Be(start.AddMinutes(10));
        ended.GetProperty("status").GetString().Should().Be("confirmed");
        (await fixture.Anonymous.GetJsonAsync($"/api/rooms/{roomId}/status/")).GetProperty("is_occupied").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task End_InItsFirstMinute_IsCancelled()
    {
        var roomId = await fixture.NewRoomAsync();
        var start = fixture.Time.GetUtcNow().UtcDateTime;
        var id = (await fixture.Staff.Http.BookAsync(roomId, start, start.AddHours(1))).GetProperty("id").GetInt32();

        var ended = await (await fixture.Administrator.Http.PostAsync(Address(id), null)).JsonAsync();

        ended.GetProperty("status").GetString().Should().Be("cancelled");
        ended.GetProperty("end").GetDateTime().Should().Be(start.AddHours(1));
    }

    [Fact]
    public async Task End_NotBegunOrNotOnesOwnOrUnknown_IsRefused()
    {
        var roomId = await fixture.NewRoomAsync();
        var start = fixture.Time.GetUtcNow().UtcDateTime.AddHours(1);
        var id = (await fixture.Staff.Http.BookAsync(roomId, start, start.AddHours(1))).GetProperty("id").GetInt32();

        await (await fixture.Staff.Http.PostAsync(Address(id), null)).ProblemAsync(HttpStatusCode.Conflict);
        await (await fixture.Other.Http.PostAsync(Address(id), null)).ProblemAsync(HttpStatusCode.Forbidden);
        await (await fixture.Anonymous.PostAsync(Address(id), null)).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await fixture.Staff.Http.PostAsync(Address(999_999), null)).ProblemAsync(HttpStatusCode.NotFound);
    }

    private static string Address(int id) => $"/api/reservations/{id.ToString(CultureInfo.InvariantCulture)}/end";
}
