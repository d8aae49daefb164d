using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class DashboardTests : IAsyncLifetime
{
    private readonly ApiFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("/api/stats/dashboard")]
    [InlineData("/api/stats/dashboard/")]
    public async Task Get_NothingThere_IsAllZero(string address)
    {
        var figures = await _fixture.Anonymous.GetJsonAsync(address);

        figures.Fields().Should().BeEquivalentTo(
            "total_rooms", "total_reservations", "today_reservations", "occupancy_rate", "occupied_rooms", "popular_rooms", "avg_attendees", "upcoming_week_count", "timestamp");
        figures.GetProperty("occupancy_rate").GetDouble().Should().Be(0);
        figures.GetProperty("avg_attendees").GetDouble().Should().Be(0);
        figures.GetProperty("timestamp").GetString().Should().Be("2026-11-23T09:00:00Z");
    }

    [Fact]
    public async Task Get_Reservations_AreCountedWithoutCancelledOnes()
    {
        var now = ApiFixture.Now;
        var rooms = new[] { await _fixture.NewRoomAsync(), await _fixture.NewRoomAsync(), await _fixture.NewRoomAsync() };
        await BookAsync(rooms[0], now, now.AddHours(1), 4);
        await BookAsync(rooms[1], now.AddHours(2), now.AddHours(3), 5);
        await BookAsync(rooms[1], now.AddDays(6), now.AddDays(6).AddHours(1), 5);
        await BookAsync(rooms[1], now.AddDays(8), now.AddDays(8).AddHours(1), 5);
        var cancelled = await BookAsync(rooms[2], now, now.AddHours(1), 20);
        await _fixture.Staff.Http.PostAsync($"/api/reservations/{cancelled}/cancel/", null);
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));

        var figures = await _fixture.Anonymous.GetJsonAsync("/api/stats/dashboard/");

        Number("total_rooms").Should().Be(3);
        Number("total_reservations").Should().Be(4);
        Number("today_reservations").Should().Be(2);
        Number("occupied_rooms").Should().Be(1);
        Number("occupancy_rate").Should().Be(33.3);
        Number("avg_attendees").Should().Be(4.8, "it is 4.75");
        Number("upcoming_week_count").Should().Be(2);
        var popular = figures.GetProperty("popular_rooms").EnumerateArray().Single();
        popular.Fields().Should().Equal("id", "name", "building", "reservations");
        popular.GetProperty("id").GetInt32().Should().Be(rooms[0]);
        popular.GetProperty("reservations").GetInt32().Should().Be(1);

        double Number(string name) => figures.GetProperty(name).GetDouble();
    }

    [Fact]
    public async Task Get_WithinFiveMinutes_IsTheSame()
    {
        var roomId = await _fixture.NewRoomAsync();
        var first = await _fixture.Anonymous.GetJsonAsync("/api/stats/dashboard/");
        await BookAsync(roomId, ApiFixture.Now, ApiFixture.Now.AddHours(1), 4);

        _fixture.Time.Advance(TimeSpan.FromSeconds(299));
        var kept = await _fixture.Anonymous.GetJsonAsync("/api/stats/dashboard/");
        _fixture.Time.Advance(TimeSpan.FromSeconds(1));
        var anew = await _fixture.Anonymous.GetJsonAsync("/api/stats/dashboard/");

        kept.GetRawText().Should().Be(first.GetRawText());
        anew.GetProperty("total_reservations").GetInt32().Should().Be(1);
        anew.GetProperty("timestamp").GetString().Should().Be("2026-11-23T09:05:00Z");
    }

    private async Task<int> BookAsync(int roomId, DateTime start, DateTime end, int attendees) =>
        (await _fixture.Staff.Http.BookAsync(roomId, start, end, attendees: attendees)).GetProperty("id").GetInt32();
}
