using Bunit;
using Bunit.TestDoubles;
using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Web.Features.Booking;
using RoomMonitor.Web.Features.Booking.Recurring;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.Components.Booking;

/// <summary>What the parts of booking need, over a board in memory. Requests are recorded; a test answers them.</summary>
internal sealed class BookingContext : BunitContext, IAsyncDisposable
{
    public BookingContext(TestBoard board, bool isSignedIn = true)
    {
        Board = board;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(board.Clock);
        Services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, board.Clock);
        Services.AddSingleton(board.Broadcaster);
        Services.AddSingleton(CampusCalendar.Of("Europe/Lisbon"));
        Services.AddFluxor(options => options.ScanTypes(
            typeof(RoomsFeature), typeof(RoomsReducers), typeof(BookingState), typeof(BookingReducers), typeof(SeriesState), typeof(SeriesReducers)));
        var user = this.AddAuthorization();
        _ = isSignedIn ? user.SetAuthorized("ines") : user.SetNotAuthorized();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public TestBoard Board { get; }

    public List<BookingRequest> Requests { get; } = [];

    private IDispatcher Dispatcher => Services.GetRequiredService<IDispatcher>();

    /// <summary>Opens the store and renders.</summary>
    public async Task<IRenderedComponent<T>> OpenAsync<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        await Services.GetRequiredService<IStore>().InitializeAsync();
        Services.GetRequiredService<IActionSubscriber>().SubscribeToAction<BookingRequested>(this, action => Requests.Add(action.Request));
        return Render(parameters ?? (_ => { }));
    }

    public void Answer(object action) => Dispatcher.Dispatch(action);

    /// <summary>What the feed does with a batch.</summary>
    public void Publish() => Dispatcher.Dispatch(new RoomsUpdated(Board.Snapshot, [], Board.Clock.GetUtcNow().UtcDateTime));

    public new ValueTask DisposeAsync() => base.DisposeAsync();
}
