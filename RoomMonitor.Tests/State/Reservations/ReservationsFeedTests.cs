using Fluxor;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Web.Features.Reservations;

namespace RoomMonitor.Tests.State.Reservations;

public sealed class ReservationsFeedTests : IAsyncLifetime
{
    private const int Me = 7;

    private readonly TestBoard _board = new TestBoard().With(TestBoard.Rooms(20));
    private readonly RecordingDispatcher _dispatcher = new();
    private readonly TaskCompletionSource<Exception> _error = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceProvider _services = null!;

    private ReservationsFeed Feed { get; set; } = null!;

    public async Task InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_board.Clock);
        services.AddFluxor(options => options.ScanTypes(typeof(ReservationsState), typeof(ReservationsReducers)));
        _services = services.BuildServiceProvider();
        var scope = _services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<IStore>().InitializeAsync();
        Store = scope.ServiceProvider.GetRequiredService<IDispatcher>();
        Feed = new ReservationsFeed(_board.Broadcaster, _dispatcher, scope.ServiceProvider.GetRequiredService<IState<ReservationsState>>(), _board.Clock);
    }

    private IDispatcher Store { get; set; } = null!;

    public async Task DisposeAsync()
    {
        await Feed.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Change_OfAReservationThatIsShown_MakesItReadAgainAtOnce()
    {
        _board.Reserve(3, 60, 120);
        Show(OwnReservations.Of(1, 60, 120, roomId: 3));
        await StartAsync();

        _board.Cancel(3);

        await _dispatcher.NextAsync<ReservationsOutdated>();
    }

    [Fact]
    public async Task Change_ByTheUserElsewhere_MakesItReadAgain()
    {
        Show();
        await StartAsync();

        _board.Reserve(3, 60, 120, actorId: Me);

        await _dispatcher.NextAsync<ReservationsOutdated>();
    }

    [Fact]
    public async Task Change_OfSomebodyElses_IsNotRead()
    {
        Show(OwnReservations.Of(99, 60, 120));
        await StartAsync();

        _board.Reserve(3, 60, 120, actorId: 8).Reserve(4, 0, 10).Cancel(4);
        _board.Reserve(5, 60, 120, actorId: Me);

        await _dispatcher.NextAsync<ReservationsOutdated>();
        await _board.Clock.TimerAsync(ReservationsFeed.BatchInterval);
        _dispatcher.IsEmpty.Should().BeTrue("only the last one concerns this user");
    }

    [Fact]
    public async Task Change_WhileSomethingIsRead_MakesItReadAgainWhateverItIs()
    {
        Store.Dispatch(new ReservationsRequested(ReservationsQuery.Default));
        await StartAsync(waitFor: TimeSpan.FromSeconds(1));

        _board.Reserve(3, 60, 120, actorId: 8);

        await _dispatcher.NextAsync<ReservationsOutdated>();
    }

    [Fact]
    public async Task Time_ReservationBeginsOrEnds_MakesItReadAgain()
    {
        Show(OwnReservations.Of(1, -30, 1));
        await StartAsync(waitFor: TimeSpan.FromMinutes(1));

        _board.Clock.Advance(TimeSpan.FromMinutes(1));

        await _dispatcher.NextAsync<ReservationsOutdated>();
    }

    [Fact]
    public async Task Time_NothingHappens_IsReadOnceAMinute()
    {
        Show(OwnReservations.Of(1, 600, 660));
        await StartAsync();

        _board.Clock.Advance(ReservationsFeed.ResyncInterval - TimeSpan.FromMilliseconds(1));
        _dispatcher.IsEmpty.Should().BeTrue();
        _board.Clock.Advance(TimeSpan.FromMilliseconds(1));

        await _dispatcher.NextAsync<ReservationsOutdated>();
    }

    [Fact]
    public async Task Stop_Always_LeavesTheBoard()
    {
        await StartAsync();
        _board.Broadcaster.SubscriberCount.Should().Be(1);

        await Feed.StopAsync();
        await Feed.StopAsync();

        _board.Broadcaster.SubscriberCount.Should().Be(0);
        _error.Task.IsCompleted.Should().BeFalse();
    }

    private void Show(params OwnReservation[] reservations)
    {
        Store.Dispatch(new ReservationsRequested(ReservationsQuery.Default));
        Store.Dispatch(new ReservationsLoaded(ReservationsQuery.Default, [.. reservations], [], 0, OwnStatistics.Nothing));
    }

    private async Task StartAsync(TimeSpan? waitFor = null)
    {
        await Feed.StartAsync(Me, error =>
        {
            _error.TrySetResult(error);
            return Task.CompletedTask;
        });
        await _board.Clock.TimerAsync(waitFor ?? ReservationsFeed.ResyncInterval);
    }
}
