using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

/// <summary>
/// A server for the tests of one class: a Monday, nine o'clock on the campus (Lisbon is on UTC in November). The tests share it, so each
/// takes a room of its own.
/// </summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private int _rooms;

    public static DateTime Now { get; } = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    public FakeTimeProvider Time { get; } = new(Now);

    public RoomMonitorApp App { get; } = new();

    public HttpClient Anonymous { get; private set; } = null!;

    public SignedInClient Staff { get; private set; } = null!;

    public SignedInClient Other { get; private set; } = null!;

    public SignedInClient Administrator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App.WithTime(Time).With("RateLimits:RequestsPerMinute", "100000");
        Anonymous = App.CreateClient();
        Staff = await App.SignInAsync("staff@test.local");
        Other = await App.SignInAsync("other@test.local");
        Administrator = await App.SignInAsAdministratorAsync();
    }

    public async Task<int> NewRoomAsync(int capacity = 20, bool requiresApproval = false) =>
        (await App.AddRoomAsync($"R{Interlocked.Increment(ref _rooms)}", capacity, requiresApproval)).Id;

    public async Task DisposeAsync() => await App.DisposeAsync();
}
