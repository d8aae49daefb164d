using System.Net.Http.Json;
using System.Net;
using Bunit;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Activity;
using RoomMonitor.Web.Features.Notifications;

namespace RoomMonitor.Tests.Api;

/// <summary>A burst of bookings meets a limit, is told of, and can be undone.</summary>
public sealed class BookingLimitTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(ApiFixture.Now);
    private readonly RoomMonitorApp _app = new();
    private IReadOnlyList<Room> _rooms = [];
    private SignedInClient _staff = null!;
    private SignedInClient _administrator = null!;

    public async Task InitializeAsync()
    {
        _app.WithTime(_time).With("Booking:MostPerHour", "3");
        _rooms = await _app.AddRoomsAsync([.. Enumerable.Range(1, 8).Select(number =>
            new Room { Code = $"R{number}", Name = $"R{number}", Building = "Main", Floor = 1, Capacity = 20 })]);
        _staff = await _app.SignInAsync("staff@test.local");
        _administrator = await _app.SignInAsAdministratorAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Burst_InManyRoomsAtOnce_StopsAtTheLimitAndIsToldOnce()
    {
        List<string> told = [];
        _app.Services.GetRequiredService<BookingAlerts>().Raised += reached => told.Add(reached.Actor.Name);

        var answers = await Task.WhenAll(_rooms.Select(room => BookAsync(_staff, room.Id)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).Should().Be(3);
        var refused = answers.First(answer => answer.StatusCode != HttpStatusCode.Created);
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromHours(1));
        told.Should().Equal("staff@test.local");
        (await BookAsync(_administrator, _rooms[0].Id, day: 5)).StatusCode.Should().Be(HttpStatusCode.Created, "administrators aren't counted");

        _time.AdjustTime(_time.GetUtcNow().AddHours(1));
        (await BookAsync(await _app.SignInAsync("staff@test.local"), _rooms[1].Id, day: 6)).StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Burst_IsToldInTheLanguageOfWhoIsTold()
    {
        var toasts = new RecordingDispatcher();
        await using var page = new BunitContext();
        page.Services.AddSingleton(_app.Services.GetRequiredService<BookingAlerts>());
        page.Services.AddSingleton<IDispatcher>(toasts);
        using (new InCulture("de-DE"))
        {
            page.Render<AdministratorAlerts>();
        }

        foreach (var room in _rooms.Take(4))
        {
            await BookAsync(_staff, room.Id);
        }

        (await toasts.NextAsync<ToastRequested>()).Toast.Message.Should().Contain("in einer Stunde");
    }

    [Fact]
    public async Task Series_CountsOnce()
    {
        var series = await _staff.Http.PostTextAsync("/api/series/", $$$"""
            {"room_id":{{{_rooms[0].Id}}},"date":"2026-11-30","start_time":"09:00","end_time":"10:00","purpose":"Course","attendees":2,
             "recurrence":{"frequency":"weekly","count":10}}
            """);
        series.StatusCode.Should().Be(HttpStatusCode.Created, await series.Content.ReadAsStringAsync());
        (await BookAsync(_staff, _rooms[1].Id)).StatusCode.Should().Be(HttpStatusCode.Created);
        (await BookAsync(_staff, _rooms[2].Id)).StatusCode.Should().Be(HttpStatusCode.Created);

        (await BookAsync(_staff, _rooms[3].Id)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task CancelAll_OfAPeriod_CancelsWhatBeginsInItAndNothingElse()
    {
        foreach (var (room, day) in new[] { (0, 1), (1, 2), (2, 9) })
        {
            (await BookAsync(_staff, _rooms[room].Id, day)).StatusCode.Should().Be(HttpStatusCode.Created);
        }

        (await BookAsync(_administrator, _rooms[3].Id)).StatusCode.Should().Be(HttpStatusCode.Created);
        var period = new { user_id = _staff.UserId, from = ApiFixture.Now, to = ApiFixture.Now.AddDays(7) };

        (await _staff.Http.PostAsJsonAsync("/api/reservations/cancel/", period)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var answer = await (await _administrator.Http.PostAsJsonAsync("/api/reservations/cancel/", period)).JsonAsync();

        answer.GetProperty("cancelled").GetInt32().Should().Be(2);
        var left = (await _administrator.Http.GetJsonAsync("/api/reservations/?status=confirmed")).GetProperty("results");
        left.EnumerateArray().Select(reservation => reservation.GetProperty("room_id").GetInt32()).Should().BeEquivalentTo([_rooms[2].Id, _rooms[3].Id]);
        var backwards = new { user_id = 1, from = ApiFixture.Now, to = ApiFixture.Now };
        await (await _administrator.Http.PostAsJsonAsync("/api/reservations/cancel/", backwards)).RefusalOfAsync("to");
    }

    private static Task<HttpResponseMessage> BookAsync(SignedInClient client, int roomId, int day = 1) => client.Http.PostAsJsonAsync("/api/reservations/", new
    {
        room_id = roomId,
        start = ApiFixture.Now.AddDays(day),
        end = ApiFixture.Now.AddDays(day).AddHours(1),
        purpose = "Meeting",
        attendees = 2,
    });
}
