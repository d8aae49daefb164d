using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Kiosks.Devices;

namespace RoomMonitor.Tests.Kiosks;

/// <summary>A server with screens for the tests of one class: a Monday, nine o'clock on the campus. Each test takes a room of its own.</summary>
public sealed class KioskFixture : IAsyncLifetime
{
    private int _rooms;

    public static DateTime Now { get; } = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    public static Caller Administrator { get; } = new(new Actor(null, "admin@test.local"), IsAdministrator: true);

    public FakeTimeProvider Time { get; } = new(Now);

    public RoomMonitorApp App { get; } = new();

    public SignedInClient Staff { get; private set; } = null!;

    public KioskRegistry Registry => App.Services.GetRequiredService<KioskRegistry>();

    public KioskFleet Fleet => App.Services.GetRequiredService<KioskFleet>();

    public async Task InitializeAsync()
    {
        App.WithTime(Time).With("RateLimits:RequestsPerMinute", "100000").With("RateLimits:KioskActsPerMinute", "100000");
        Staff = await App.SignInAsync("staff@test.local");
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    public async Task<int> NewRoomAsync(bool requiresApproval = false) =>
        (await App.AddRoomAsync($"R{Interlocked.Increment(ref _rooms)}", requiresApproval: requiresApproval)).Id;

    /// <summary>A browser that keeps cookies, as a screen is.</summary>
    public HttpClient CreateBrowser() =>
        App.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    public Task<KioskInvitation> RegisterAsync(int roomId, bool showsDetails = false, bool mayBook = true) => Registry.RegisterAsync(
        new KioskDraft($"Door {roomId}", KioskKind.Room, roomId, null, null, showsDetails, mayBook), Administrator, default);

    /// <summary>A registered screen of a room, whose link was opened.</summary>
    public async Task<(int Id, HttpClient Screen)> PairAsync(int roomId, bool showsDetails = false, bool mayBook = true)
    {
        var (device, code) = await RegisterAsync(roomId, showsDetails, mayBook);
        var screen = CreateBrowser();
        var paired = await screen.PostAsync($"/kiosk/pair/{code}", null);
        paired.StatusCode.Should().Be(HttpStatusCode.Found, await paired.Content.ReadAsStringAsync());
        return (device.Id, screen);
    }

    public static Task<HttpResponseMessage> BookAsync(HttpClient screen, int roomId, int minutes = 30, Guid? key = null) =>
        screen.PostAsJsonAsync("/kiosk/device/book/", new { room_id = roomId, minutes, key = key ?? Guid.NewGuid() });

    /// <summary>Somebody's reservation; minutes count from now.</summary>
    public async Task<int> ReserveAsync(int roomId, int fromMinutes, int toMinutes)
    {
        var now = Time.GetUtcNow().UtcDateTime;
        var booked = await Staff.Http.BookAsync(roomId, now.AddMinutes(fromMinutes), now.AddMinutes(toMinutes));
        return booked.GetProperty("id").GetInt32();
    }

    public static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> request, HttpStatusCode status = HttpStatusCode.OK)
    {
        var response = await request;
        response.StatusCode.Should().Be(status, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }
}
