using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data;
using RoomMonitor.Data.Locking;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

/// <summary>Two people change one reservation at once, and one of them moves it: the other is told so, rather than that something is busy.</summary>
public sealed class MovedMeanwhileTests : IAsyncLifetime
{
    private static readonly DateTime _ten = ApiFixture.Now.AddHours(1);

    private readonly LateLock _lock = new();
    private readonly RoomMonitorApp _app;
    private int _reservation;
    private SignedInClient _staff = null!;
    private int[] _rooms = [];

    public MovedMeanwhileTests() =>
        _app = new RoomMonitorApp().WithTime(new FakeTimeProvider(ApiFixture.Now)).WithServices(services => services.AddSingleton<IRoomLock>(_lock));

    public async Task InitializeAsync()
    {
        _rooms = [(await _app.AddRoomAsync("R1")).Id, (await _app.AddRoomAsync("R2")).Id, (await _app.AddRoomAsync("R3")).Id];
        _staff = await _app.SignInAsync("staff@test.local");
        _reservation = (await _staff.Http.BookAsync(_rooms[0], _ten, _ten.AddHours(1))).GetProperty("id").GetInt32();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _lock.Dispose();
    }

    [Fact]
    public async Task Patch_ToTwoRoomsAtOnce_TheSecondIs409AndTheFirstStays()
    {
        _lock.BeforeNext = () => MoveAsync(_rooms[1]);

        var late = await MoveAsync(_rooms[2]);

        (await late.ProblemAsync(HttpStatusCode.Conflict)).GetProperty("detail").GetString().Should().Contain("moved to another room");
        (await _staff.Http.GetJsonAsync($"/api/reservations/{_reservation}/")).GetProperty("room_id").GetInt32().Should().Be(_rooms[1]);
    }

    [Theory]
    [InlineData("POST", "cancel/")]
    [InlineData("DELETE", "")]
    [InlineData("PATCH", "")]
    public async Task Change_MovedMeanwhile_Is409(string method, string act)
    {
        _lock.BeforeNext = () => MoveAsync(_rooms[1]);

        var late = await _staff.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/api/reservations/{_reservation}/{act}")
        {
            Content = method == "PATCH" ? JsonContent.Create(new { attendees = 2 }) : null,
        });

        await late.ProblemAsync(HttpStatusCode.Conflict);
    }

    private Task<HttpResponseMessage> MoveAsync(int room) => _staff.Http.PatchAsJsonAsync($"/api/reservations/{_reservation}/", new { room_id = room });

    /// <summary>Somebody else gets their change done first.</summary>
    private sealed class LateLock : IRoomLock, IDisposable
    {
        private readonly SqliteRoomLock _rooms = new();

        public Func<Task<HttpResponseMessage>>? BeforeNext { get; set; }

        public async Task<LockedTransaction> BeginAsync(RoomMonitorDbContext context, IEnumerable<int> roomIds, CancellationToken cancellationToken)
        {
            if (BeforeNext is { } first)
            {
                BeforeNext = null;
                (await first()).StatusCode.Should().Be(HttpStatusCode.OK);
            }

            return await _rooms.BeginAsync(context, roomIds, cancellationToken);
        }

        public void Dispose() => _rooms.Dispose();
    }
}
