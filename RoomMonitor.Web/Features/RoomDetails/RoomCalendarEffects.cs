using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>Reads the week of the room whose page is open, and reads it again whenever what holds the room has changed.</summary>
public sealed partial class RoomCalendarEffects(
    IState<RoomCalendarState> calendar,
    IState<RoomsState> rooms,
    RoomCalendarReader reader,
    CircuitCaller caller,
    CampusCalendar campus,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock,
    ILogger<RoomCalendarEffects> logger)
{
    private readonly Lock _gate = new();
    private ImmutableArray<Hold> _holds = [];
    private int _latest;

    [EffectMethod]
    public Task OnOpened(RoomCalendarOpened action, IDispatcher dispatcher)
    {
        lock (_gate)
        {
            _holds = rooms.Value.Snapshot.Find(action.RoomId)?.Schedule.Holds ?? [];
        }

        return ReadAsync(action.RoomId, action.FirstDay, dispatcher);
    }

    [EffectMethod]
    public Task OnUpdated(RoomsUpdated action, IDispatcher dispatcher) =>
        FollowAsync(action.Snapshot, action.TellsOfReservationsIn(calendar.Value.RoomId), dispatcher);

    [EffectMethod]
    public Task OnLoaded(RoomsLoaded action, IDispatcher dispatcher) => FollowAsync(action.Snapshot, isTold: false, dispatcher);

    /// <summary>At the bell a room's status changes and what holds it doesn't: then there is nothing to read.</summary>
    private Task FollowAsync(OccupancySnapshot snapshot, bool isTold, IDispatcher dispatcher)
    {
        var shown = calendar.Value;
        if (snapshot.Find(shown.RoomId) is not { } room)
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            if (!isTold && (_holds == room.Schedule.Holds || _holds.SequenceEqual(room.Schedule.Holds)))
            {
                return Task.CompletedTask;
            }

            _holds = room.Schedule.Holds;
        }

        return ReadAsync(shown.RoomId, shown.FirstDay, dispatcher);
    }

    private async Task ReadAsync(int roomId, DateOnly firstDay, IDispatcher dispatcher)
    {
        var number = Interlocked.Increment(ref _latest);
        object result;
        try
        {
            var today = campus.DayOf(clock.GetUtcNow().UtcDateTime);
            var week = new TimeSlot(campus.StartOf(firstDay), campus.StartOf(firstDay.AddDays(7)));
            var slots = week.Start <= today.Start && today.End <= week.End ? ImmutableArray.Create(week) : [week, today];
            var who = await caller.FindAsync();
            var entries = ImmutableArray.CreateBuilder<CalendarEntry>();
            foreach (var slot in slots)
            {
                entries.AddRange(await reader.ReadAsync(roomId, slot, who, CancellationToken.None));
            }

            result = new RoomCalendarRead(roomId, firstDay, slots, [.. entries.DistinctBy(entry => (entry.ReservationId, entry.Slot))]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogUnread(exception, roomId);
            result = new RoomCalendarFailed(roomId, firstDay);
        }

        // What a later reading found is newer.
        if (number == Volatile.Read(ref _latest))
        {
            dispatcher.Dispatch(result);
        }
    }

    [LoggerMessage(EventId = 340, Level = LogLevel.Warning, Message = "The calendar of room {RoomId} could not be read.")]
    private partial void LogUnread(Exception exception, int roomId);
}
