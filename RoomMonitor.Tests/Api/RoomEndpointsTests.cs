using System.Net;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class RoomEndpointsTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly DateTime _today = ApiFixture.Now.Date;

    [Theory]
    [InlineData("/api/rooms/")]
    [InlineData("/api/rooms")]
    public async Task GetRooms_EitherSlash_IsArrayOfActiveRoomsInOrder(string address)
    {
        await fixture.App.AddRoomsAsync(
            new Room { Code = $"z{address.Length}", Name = "Zeta", Building = "annex", Floor = 2, Capacity = 8, Amenities = ["projector"] },
            new Room { Code = $"a{address.Length}", Name = "Alpha", Building = "Annex", Floor = 1, Capacity = 9 },
            new Room { Code = $"x{address.Length}", Name = "Closed", Building = "Annex", Floor = 1, Capacity = 9, IsActive = false });

        var rooms = await fixture.Anonymous.GetJsonAsync(address);

        var names = rooms.EnumerateArray().Select(room => room.GetProperty("name").GetString()).ToList();
        names.Should().ContainInOrder("Alpha", "Zeta").And.NotContain("Closed");
        var zeta = rooms.EnumerateArray().First(room => room.GetProperty("name").GetString() == "Zeta");
        zeta.Fields().Should().BeEquivalentTo(
            "id", "code", "name", "building", "floor", "capacity", "amenities", "image", "is_active", "requires_approval");
        zeta.GetProperty("amenities")[0].GetString().Should().Be("projector");
    }

    [Fact]
    public async Task GetRoom_Known_IsRoom()
    {
        var roomId = await fixture.NewRoomAsync();

        var room = await fixture.Anonymous.GetJsonAsync($"/api/rooms/{roomId}");

        room.GetProperty("id").GetInt32().Should().Be(roomId);
    }

    [Theory]
    [InlineData("/api/rooms/987654/")]
    [InlineData("/api/rooms/987654/status/")]
    [InlineData("/api/rooms/987654/availability/")]
    [InlineData("/api/rooms/nonsense/")]
    [InlineData("/api/rooms/99999999999999/")]
    [InlineData("/api/nothing/here")]
    [InlineData("/api")]
    public async Task Get_Unknown_Is404Problem(string address)
    {
        var response = await fixture.Anonymous.GetAsync(address);

        await response.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WhereOnlyGetIs_Is405ProblemWithAllow()
    {
        var response = await fixture.Anonymous.PostTextAsync("/api/rooms/", "{}");

        await response.ProblemAsync(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().Contain("GET");
    }

    [Fact]
    public async Task GetRoomStatus_Held_HasTheFieldsOfTheContract()
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, ApiFixture.Now, ApiFixture.Now.AddMinutes(42), attendees: 7);

        var status = await fixture.Anonymous.GetJsonAsync($"/api/rooms/{roomId}/status");

        status.Fields().Should().BeEquivalentTo(
            "room_id", "room_name", "building", "floor", "capacity", "is_occupied", "occupancy_status", "time_until_free", "reservations_today",
            "next_available", "next_available_at", "free_until", "current_attendees", "current_reservation_id");
        status.GetProperty("occupancy_status").GetString().Should().Be("occupied");
        status.GetProperty("time_until_free").GetInt32().Should().Be(42);
        status.GetProperty("next_available").GetString().Should().Be("09:42");
        status.GetProperty("current_attendees").GetInt32().Should().Be(7);
        status.GetProperty("current_reservation_id").GetInt32().Should().Be(booked.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task GetAvailability_ReservationAcrossMidnight_StandsOnBothDays()
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, _today.AddHours(23), _today.AddHours(25));

        var availability = await fixture.Anonymous.GetJsonAsync($"/api/rooms/{roomId}/availability/?start_date=2026-11-23&end_date=2026-11-25");

        availability.Fields().Should().BeEquivalentTo("room_id", "room_name", "start_date", "end_date", "availability");
        var days = availability.GetProperty("availability");
        days.Fields().Should().Equal("2026-11-23", "2026-11-24", "2026-11-25");
        var first = days.GetProperty("2026-11-23");
        first.Fields().Should().Contain(["date", "is_available", "reservations"]);
        var reservation = first.GetProperty("reservations")[0];
        reservation.Fields().Should().Contain(["id", "start_time", "end_time", "status", "attendees"]);
        reservation.GetProperty("start_time").GetString().Should().Be("23:00");
        reservation.GetProperty("end_time").GetString().Should().Be("01:00");
        days.GetProperty("2026-11-24").GetProperty("reservations")[0].GetProperty("id").GetInt32().Should().Be(booked.GetProperty("id").GetInt32());
        days.GetProperty("2026-11-25").GetProperty("reservations").GetArrayLength().Should().Be(0);
        first.GetProperty("is_available").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task GetAvailability_ReservationAndClosureCoverTheDay_IsNotAvailable()
    {
        var roomId = await fixture.NewRoomAsync();
        await fixture.Staff.Http.BookAsync(roomId, _today.AddDays(1), _today.AddDays(1).AddHours(10));
        await fixture.App.AddBlackoutAsync(roomId, _today.AddDays(1).AddHours(10), _today.AddDays(2).AddHours(1));

        var availability = await fixture.Anonymous.GetJsonAsync($"/api/rooms/{roomId}/availability?start_date=2026-11-24&end_date=2026-11-25");

        var days = availability.GetProperty("availability");
        days.GetProperty("2026-11-24").GetProperty("is_available").GetBoolean().Should().BeFalse();
        days.GetProperty("2026-11-25").GetProperty("is_available").GetBoolean().Should().BeTrue();
        days.GetProperty("2026-11-25").GetProperty("closures").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task GetAvailability_DayOf25Hours_IsTheCampusDay()
    {
        // On 31 October 2027 Lisbon's clocks go back: the day lasts from 23:00 UTC to midnight UTC.
        var roomId = await fixture.NewRoomAsync();
        await fixture.Staff.Http.BookAsync(roomId, new DateTime(2027, 10, 30, 23, 0, 0, DateTimeKind.Utc), new DateTime(2027, 11, 1, 0, 0, 0, DateTimeKind.Utc));

        var availability = await fixture.Anonymous.GetJsonAsync($"/api/rooms/{roomId}/availability/?start_date=2027-10-30&end_date=2027-11-01");

        var held = availability.GetProperty("availability").EnumerateObject().ToDictionary(day => day.Name, day => !day.Value.GetProperty("is_available").GetBoolean());
        held.Should().Equal(new Dictionary<string, bool> { ["2027-10-30"] = false, ["2027-10-31"] = true, ["2027-11-01"] = false });
    }

    [Theory]
    [InlineData("start_date=23.11.2026", "start_date")]
    [InlineData("start_date=2026-02-30", "start_date")]
    [InlineData("start_date=0001-01-01", "start_date")]
    [InlineData("start_date=2026-11-23&end_date=2026-11-22", "end_date")]
    [InlineData("start_date=2026-11-23&end_date=2027-02-23", "end_date")]
    public async Task GetAvailability_ImpossibleDays_NamesTheField(string query, string field)
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Anonymous.GetAsync($"/api/rooms/{roomId}/availability/?{query}");

        await response.RefusalOfAsync(field);
    }

    [Fact]
    public async Task GetAvailability_92Days_IsAllowed()
    {
        var roomId = await fixture.NewRoomAsync();

        var availability = await fixture.Anonymous.GetJsonAsync($"/api/rooms/{roomId}/availability/?start_date=2026-11-23&end_date=2027-02-22");

        availability.GetProperty("availability").EnumerateObject().Should().HaveCount(92);
    }
}
