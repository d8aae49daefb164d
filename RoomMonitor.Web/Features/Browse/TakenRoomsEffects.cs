using System.Collections.Frozen;
using Fluxor;
using RoomMonitor.Data.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>Asks the database, and asks again whenever the board is read as a whole.</summary>
public sealed partial class TakenRoomsEffects(HeldRoomQueries rooms, IState<TakenRoomsState> state, ILogger<TakenRoomsEffects> logger)
{
    [EffectMethod]
    public Task OnRequested(TakenRoomsRequested action, IDispatcher dispatcher) => ReadAsync(action.Slot, dispatcher);

    [EffectMethod]
    public Task OnRoomsLoaded(RoomsLoaded action, IDispatcher dispatcher) => ReadAsync(state.Value.Asked, dispatcher);

    private async Task ReadAsync(TimeSlot? asked, IDispatcher dispatcher)
    {
        if (asked is not { } slot)
        {
            return;
        }

        try
        {
            var held = await rooms.HeldAsync(slot, CancellationToken.None);
            dispatcher.Dispatch(new TakenRoomsLoaded(new TakenRooms(slot, held.ToFrozenSet())));
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception);
            dispatcher.Dispatch(new TakenRoomsFailed(slot));
        }
    }

    [LoggerMessage(EventId = 603, Level = LogLevel.Error, Message = "Which rooms are free on a later day could not be read.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
